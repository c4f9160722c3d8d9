package org.frechet.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.frechet.shape.Problem.Code;

/// Calls whose arguments are not all values: sizes, names, indices.
enum Special {
  EYE("eye", 1, 1, "eye(n)"),
  ONES("ones", 1, 2, "ones(n) or ones(m,n)"),
  ZEROS("zeros", 1, 2, "zeros(n) or zeros(m,n)"),
  COMMUTATION("commat", 2, 2, "commat(m,n)"),
  DUPLICATION("dupmat", 1, 1, "dupmat(n)"),
  ELIMINATION("elimat", 1, 1, "elimat(n)"),
  RESHAPE("reshape", 3, 3, "reshape(X,m,n)"),
  STOP("sg", 1, 1, "sg(E)"),
  DIFF("diff", 2, 2, "diff(E, X)"),
  /// What [Differentials] makes of `d(E)`; spelled so that no text can say it.
  TOTAL(Differentials.TOTAL, 1, 1, "d(E)"),
  INTEGRATE("integrate", 4, 4, "integrate(E, t, a, b)"),
  /// The sum over an index; `sum(X)` is an ordinary function.
  SUM("sum", 2, 2, "sum(i, EXPR)"),
  /// Of two arguments, of which one may be a scalar.
  MAX("max", 2, 2, "max(A,B)"),
  MIN("min", 2, 2, "min(A,B)");

  private final String word;
  private final int least;
  private final int most;
  private final String form;

  Special(String word, int least, int most, String form) {
    this.word = word;
    this.least = least;
    this.most = most;
    this.form = form;
  }

  String word() {
    return word;
  }

  String form() {
    return form;
  }

  static List<String> words() {
    return Arrays.stream(values()).filter(s -> s != TOTAL).map(Special::word).toList();
  }

  /// {@return what a call is, unless it is of an ordinary function}
  static Optional<Special> of(Syntax.Call call) {
    int given = call.arguments().size();
    return Arrays.stream(values())
        .filter(s -> s.word.equals(call.name()) && (s.isOnlySpecial() || given == s.most))
        .findFirst();
  }

  private boolean isOnlySpecial() {
    return switch (this) {
      case EYE,
          ONES,
          ZEROS,
          COMMUTATION,
          DUPLICATION,
          ELIMINATION,
          RESHAPE,
          STOP,
          DIFF,
          TOTAL,
          INTEGRATE ->
          true;
      case SUM, MAX, MIN -> false;
    };
  }

  /// @throws org.frechet.shape.Refusal if the number of arguments is wrong
  void checkArity(Syntax.Call call) {
    int given = call.arguments().size();
    if (given < least || given > most) {
      String takes = least == most ? "" + least : least + " or " + most;
      throw Wording.refusal(
          Code.ARITY,
          "%s takes %s argument%s, but was given %d"
              .formatted(word, takes, takes.equals("1") ? "" : "s", given),
          call.span(),
          "write " + form);
    }
  }

  /// {@return the arguments that are sizes}
  List<Syntax> sizes(Syntax.Call call) {
    return switch (this) {
      case EYE, ONES, ZEROS, COMMUTATION, DUPLICATION, ELIMINATION -> call.arguments();
      case RESHAPE -> call.arguments().subList(1, 3);
      case STOP, DIFF, TOTAL, INTEGRATE, SUM, MAX, MIN -> List.of();
    };
  }

  /// {@return the arguments that are values}
  List<Syntax> values(Syntax.Call call) {
    return switch (this) {
      case EYE, ONES, ZEROS, COMMUTATION, DUPLICATION, ELIMINATION -> List.of();
      case RESHAPE, STOP -> call.arguments().subList(0, 1);
      case SUM -> call.arguments().subList(1, 2);
      case DIFF, TOTAL, INTEGRATE, MAX, MIN -> call.arguments();
    };
  }
}

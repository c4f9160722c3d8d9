package org.frechet;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.frechet.derive.Layout;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Syntax;

/// A claim made for a test, with what was done to it.
///
/// @param origin where it comes from: a line of a table, or a seed
/// @param wrt the variables it is by; of an identity none
/// @param declare declarations by name, of every variable
/// @param mistake what was put in; [Kind#NONE] of a true claim
/// @param detail what was put in, in words
record ClaimCase(
    String origin,
    Form form,
    Syntax expr,
    List<String> wrt,
    Syntax claimed,
    SortedMap<String, String> declare,
    Kind mistake,
    String detail) {

  /// What is claimed.
  enum Form {
    /// The derivative in the default layout.
    MIXED,
    NUMERATOR,
    DENOMINATOR,
    /// The linear map in `dX`.
    FRECHET,
    DIFFERENTIAL,
    HESSIAN,
    IDENTITY,
    /// `expr` is `argmin(F, V)` or `solve(L == R, V)`.
    SOLVE;

    boolean isMap() {
      return this == FRECHET || this == DIFFERENTIAL;
    }
  }

  /// What was done to a true claim.
  enum Kind {
    NONE,
    FACTOR,
    TRANSPOSE,
    ORDER,
    SIGN,
    TERM,
    EXPONENT,
    VARIABLE,
    HYPOTHESIS,
    /// A product of matrices became one of entries, or the other way.
    PRODUCT
  }

  ClaimCase {
    wrt = List.copyOf(wrt);
    declare = new TreeMap<>(declare);
  }

  ClaimCase with(Syntax expr, Syntax claimed) {
    return new ClaimCase(origin, form, expr, wrt, claimed, declare, mistake, detail);
  }

  ClaimCase declaring(SortedMap<String, String> declare) {
    return new ClaimCase(origin, form, expr, wrt, claimed, declare, mistake, detail);
  }

  ClaimCase by(String other) {
    return new ClaimCase(origin, form, expr, List.of(other), claimed, declare, mistake, detail);
  }

  ClaimCase in(Form form) {
    return new ClaimCase(origin, form, expr, wrt, claimed, declare, mistake, detail);
  }

  ClaimCase mistaken(Kind kind, String detail) {
    return new ClaimCase(origin, form, expr, wrt, claimed, declare, kind, detail);
  }

  /// {@return whether the text says what the parts say}: a differential without increments moves
  /// all variables
  boolean isWholeText() {
    return !form.isMap() || wrt.stream().allMatch(v -> SyntaxPlaces.mentions(claimed, "d" + v));
  }

  /// {@return the claim in one text} Of the ways to write a derivative the one of this number.
  String text(int manner) {
    String e = TextPrinter.print(expr);
    String c = TextPrinter.print(claimed);
    return switch (form) {
      case MIXED, NUMERATOR, DENOMINATOR ->
          manner % 2 == 0
              ? "d(%s)/d%s = %s".formatted(e, wrt.getFirst(), c)
              : "diff(%s, %s) = %s".formatted(e, wrt.getFirst(), c);
      case FRECHET, DIFFERENTIAL -> "d(%s) = %s".formatted(e, c);
      case HESSIAN ->
          manner % 2 == 0
              ? "d2(%s)/d%s^2 = %s".formatted(e, wrt.getFirst(), c)
              : "diff(diff(%s, %s), %s) = %s".formatted(e, wrt.getFirst(), wrt.getFirst(), c);
      case IDENTITY, SOLVE -> "%s = %s".formatted(e, c);
    };
  }

  Conventions conventions() {
    Map<String, Declaration> declared =
        Declarations.parse(declare).stream().collect(Collectors.toMap(Declaration::name, d -> d));
    Layout layout =
        switch (form) {
          case NUMERATOR -> Layout.NUMERATOR;
          case DENOMINATOR -> Layout.DENOMINATOR;
          case MIXED, FRECHET, DIFFERENTIAL, HESSIAN, IDENTITY, SOLVE -> Layout.MIXED;
        };
    return new Conventions(declared, List.of(), layout);
  }

  /// {@return the claim in parts}
  Request request() {
    boolean hessian = form == Form.HESSIAN;
    String e = TextPrinter.print(expr);
    String layout =
        switch (form) {
          case MIXED, HESSIAN -> "";
          case NUMERATOR, DENOMINATOR, FRECHET, DIFFERENTIAL, IDENTITY, SOLVE ->
              form.name().toLowerCase(java.util.Locale.ROOT);
        };
    var claim = new Claimed("", TextPrinter.print(claimed), Map.of());
    return new Request(
            origin, "check", e, String.join(",", wrt), declare, hessian ? 2 : 1, layout, List.of())
        .with(Operands.claimed(claim));
  }

  /// {@return what the judge finds of the text}
  ///
  /// @throws org.frechet.shape.Refusal where it is not read as a claim
  Judgment judgedAsText(int manner) {
    return Budget.run(Budget.DEFAULT, () -> Claims.check(text(manner), conventions()).decisive());
  }

  /// {@return what the judge finds of the parts}
  ///
  /// @throws org.frechet.shape.Refusal where they are not read as a claim
  Judgment judgedInParts() {
    return switch (new Service().answer(request())) {
      case Response.Found(_, _, Judgments j) -> j.decisive();
      case Response.Refused(_, Problem p) -> throw p.refusal();
      case Response.Found _, Response.Answer _ ->
          throw new AssertionError("check answers with judgments");
    };
  }

  @Override
  public String toString() {
    String declared =
        declare.entrySet().stream()
            .map(d -> d.getKey() + ": " + d.getValue())
            .collect(Collectors.joining("; "));
    return "%s [%s by %s] %s   where %s%s"
        .formatted(
            origin,
            form,
            String.join(",", wrt),
            text(0),
            declared,
            mistake == Kind.NONE ? "" : "   {" + mistake + ": " + detail + "}");
  }
}

package org.frechet;

import static org.frechet.EqualForms.negated;
import static org.frechet.EqualForms.transposed;
import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.minus;
import static org.frechet.RandomTrees.name;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.frechet.ClaimCase.Kind;
import org.frechet.SyntaxPlaces.Place;
import org.frechet.print.TextPrinter;
import org.frechet.syntax.Syntax;

/// Single mistakes as people make them, at every place of a formula.
final class Mutations {
  /// A formula with a mistake, and the mistake in words.
  record Mutant(Kind kind, Syntax formula, String detail) {}

  private final SortedMap<String, String> declared;
  private final List<String> increments;

  /// @param increments names of increments that occur, as `dX`
  Mutations(SortedMap<String, String> declared, List<String> increments) {
    this.declared = declared;
    this.increments = increments;
  }

  List<Mutant> of(Syntax root) {
    var names = new java.util.HashSet<>(declared.keySet());
    names.addAll(increments);
    var all = new ArrayList<Mutant>();
    for (Place place : SyntaxPlaces.of(root, Set.copyOf(names))) {
      var here = new ArrayList<Mutant>();
      if (!(place.piece() instanceof Syntax.Number) || isFactor(root, place)) {
        at(place.piece(), here);
      }
      for (Mutant m : here) {
        if (!m.formula().equals(place.piece())) {
          all.add(
              new Mutant(
                  m.kind(), SyntaxPlaces.replaced(root, place.path(), m.formula()), m.detail()));
        }
      }
    }
    all.add(new Mutant(Kind.SIGN, negated(root), "the whole has another sign"));
    all.add(new Mutant(Kind.FACTOR, binary("*", number("2"), root), "the whole is doubled"));
    all.add(new Mutant(Kind.FACTOR, binary("/", root, number("2")), "the whole is halved"));
    if (!(root instanceof Syntax.Number)) {
      all.add(new Mutant(Kind.TRANSPOSE, transposed(root), "the whole is transposed"));
    }
    return all;
  }

  /// {@return whether a number is a factor, not a term}
  private static boolean isFactor(Syntax root, Place place) {
    if (place.path().isEmpty()) {
      return false;
    }
    List<Integer> path = place.path();
    Syntax parent = SyntaxPlaces.at(root, path.subList(0, path.size() - 1));
    return parent instanceof Syntax.Binary b
        && (b.operator().equals("*") || b.operator().equals("/"));
  }

  private void at(Syntax piece, List<Mutant> here) {
    switch (piece) {
      case Syntax.Binary b -> binaries(b, here);
      case Syntax.Unary(char sign, Syntax x, _) when sign == '-' -> add(here, Kind.SIGN, piece, x);
      case Syntax.Transpose(Syntax x, _) -> add(here, Kind.TRANSPOSE, piece, x);
      case Syntax.Name n -> names(n, here);
      case Syntax.Call c -> calls(c, here);
      case Syntax.Number n -> numbers(n, here);
      case Syntax.Unary _, Syntax.Index _, Syntax.Block _, Syntax.Colon _ -> {}
      case Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }

  private static void add(List<Mutant> here, Kind kind, Syntax was, Syntax is) {
    here.add(new Mutant(kind, is, TextPrinter.print(was) + " became " + TextPrinter.print(is)));
  }

  private static void binaries(Syntax.Binary b, List<Mutant> here) {
    Syntax x = b.left();
    Syntax y = b.right();
    switch (b.operator()) {
      case "+" -> {
        add(here, Kind.SIGN, b, binary("-", x, y));
        add(here, Kind.TERM, b, x);
        add(here, Kind.TERM, b, y);
      }
      case "-" -> {
        add(here, Kind.SIGN, b, binary("+", x, y));
        add(here, Kind.TERM, b, x);
        add(here, Kind.TERM, b, minus(y));
      }
      case "*" -> {
        add(here, Kind.FACTOR, b, x);
        add(here, Kind.FACTOR, b, y);
        if (!(x instanceof Syntax.Number) && !(y instanceof Syntax.Number)) {
          add(here, Kind.ORDER, b, binary("*", y, x));
          add(here, Kind.PRODUCT, b, binary(".*", x, y));
        }
        // neighbours in a longer chain: A*B*C as A*C*B
        if (EqualForms.isOperator(x, "*")) {
          var left = (Syntax.Binary) x;
          add(here, Kind.ORDER, b, binary("*", binary("*", left.left(), y), left.right()));
          add(here, Kind.FACTOR, b, binary("*", left.left(), y));
        }
      }
      case ".*" -> {
        add(here, Kind.FACTOR, b, x);
        add(here, Kind.FACTOR, b, y);
        add(here, Kind.PRODUCT, b, binary("*", x, y));
      }
      case "/", "./" -> {
        add(here, Kind.FACTOR, b, x);
        if (!(y instanceof Syntax.Number)) {
          add(here, Kind.EXPONENT, b, binary(b.operator().equals("/") ? "*" : ".*", x, y));
        }
      }
      case "^", ".^" -> powers(b, here);
      default -> {}
    }
  }

  private static void powers(Syntax.Binary b, List<Mutant> here) {
    Syntax x = b.left();
    add(here, Kind.EXPONENT, b, x);
    if (b.right() instanceof Syntax.Number n) {
      try {
        int k = Integer.parseInt(n.text());
        add(here, Kind.EXPONENT, b, binary(b.operator(), x, number("" + (k + 1))));
        if (k > 2) {
          add(here, Kind.EXPONENT, b, binary(b.operator(), x, number("" + (k - 1))));
        }
      } catch (NumberFormatException _) {
        add(here, Kind.EXPONENT, b, binary(b.operator(), x, number("2")));
      }
    }
    if (EqualForms.isNegated(b.right())) {
      Syntax positive = ((Syntax.Unary) b.right()).operand();
      add(here, Kind.EXPONENT, b, binary(b.operator(), x, positive));
    }
  }

  private void names(Syntax.Name n, List<Mutant> here) {
    String mine = declared.get(n.text());
    if (mine == null) {
      if (increments.contains(n.text())) {
        add(here, Kind.TRANSPOSE, n, transpose(n));
      }
      return;
    }
    org.frechet.shape.Shape shape = ClaimTruth.shape(mine);
    if (!shape.isScalar()) {
      add(here, Kind.TRANSPOSE, n, transpose(n));
    }
    for (Map.Entry<String, String> other : declared.entrySet()) {
      boolean function =
          other.getValue().contains("->") || other.getValue().contains("elementwise");
      if (!function
          && !other.getKey().equals(n.text())
          && ClaimTruth.shape(other.getValue()).equals(shape)) {
        add(here, Kind.VARIABLE, n, name(other.getKey()));
      }
    }
  }

  private static void calls(Syntax.Call c, List<Mutant> here) {
    switch (c.name()) {
      case "inv" -> add(here, Kind.EXPONENT, c, c.arguments().getFirst());
      case "norm2", "normF" -> add(here, Kind.EXPONENT, c, binary("^", c, number("2")));
      case "sqrt" -> add(here, Kind.EXPONENT, c, c.arguments().getFirst());
      case "kron" ->
          add(here, Kind.ORDER, c, call("kron", c.arguments().get(1), c.arguments().get(0)));
      default -> {}
    }
  }

  private static void numbers(Syntax.Number n, List<Mutant> here) {
    switch (n.text()) {
      case "2" -> {
        add(here, Kind.FACTOR, n, number("1"));
        add(here, Kind.FACTOR, n, number("4"));
        add(here, Kind.FACTOR, n, binary("/", number("1"), number("2")));
      }
      case "1" -> add(here, Kind.FACTOR, n, number("2"));
      case "0.5" -> add(here, Kind.FACTOR, n, number("2"));
      default -> {
        add(here, Kind.FACTOR, n, number("1"));
        add(here, Kind.FACTOR, n, number("2"));
      }
    }
  }
}

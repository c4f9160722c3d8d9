package org.frechet.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;

/// Questions about trees of syntax.
final class Trees {
  private Trees() {}

  static boolean any(Syntax piece, Predicate<Syntax> predicate) {
    return predicate.test(piece) || piece.children().stream().anyMatch(c -> any(c, predicate));
  }

  /// {@return the names of variables: those that stand by themselves, and those that have entries}
  static Set<String> names(Syntax piece) {
    var names = new HashSet<String>();
    any(
        piece,
        p -> {
          if (p instanceof Syntax.Name n) {
            names.add(n.text());
          }
          return false;
        });
    return names;
  }

  /// {@return the names of what is called, functions or variables with entries}
  static Set<String> calls(Syntax piece) {
    var names = new HashSet<String>();
    any(
        piece,
        p -> {
          if (p instanceof Syntax.Call c) {
            names.add(c.name());
          }
          return false;
        });
    return names;
  }

  /// {@return the names that only say how large an identity is}
  static Set<String> sizes(Syntax piece) {
    var names = new HashSet<String>();
    any(
        piece,
        p -> {
          if (p instanceof Syntax.Call c
              && (c.name().equals("eye") || c.name().equals("zeros") || c.name().equals("ones"))) {
            c.arguments().forEach(a -> names.addAll(names(a)));
          }
          return false;
        });
    return names;
  }

  /// {@return the piece with identities of another size}
  static Syntax sized(Syntax piece, String size) {
    return replaced(
        piece,
        p ->
            p instanceof Syntax.Call c && c.name().equals("eye")
                ? new Syntax.Call("eye", List.of(name(size)), c.span(), c.nameSpan())
                : p);
  }

  static boolean isDerivative(Syntax piece) {
    return piece instanceof Syntax.Call c && c.name().equals("diff") && c.arguments().size() == 2;
  }

  /// {@return whether a derivative or a differential is in it}
  static boolean differentiates(Syntax piece) {
    return any(piece, p -> isDerivative(p) || Differentials.total(p).isPresent());
  }

  /// {@return what a derivative is of, under all orders}
  static Syntax subject(Syntax derivative) {
    Syntax subject = derivative;
    while (isDerivative(subject)) {
      subject = subject.children().getFirst();
    }
    return Differentials.total(subject).orElse(subject);
  }

  /// {@return whether this is `d(E)` or `dy`}
  static boolean isDifferential(Syntax piece) {
    return piece instanceof Syntax.Call c && c.name().matches("d[1-8]?")
        || piece instanceof Syntax.Name n && n.text().length() > 1 && n.text().startsWith("d");
  }

  static boolean isZero(Syntax piece) {
    return switch (piece) {
      case Syntax.Number n -> n.text().matches("0*\\.?0*");
      case Syntax.Call c -> c.name().equals("zeros");
      case Syntax.Name _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ -> false;
      case Syntax.Index _, Syntax.Colon _, Syntax.Range _, Syntax.Block _ -> false;
      case Syntax.Let _, Syntax.Equation _ -> false;
    };
  }

  /// {@return whether this is a name, a number, or one of those with a sign or transposed}
  static boolean isAtom(Syntax piece) {
    return switch (piece) {
      case Syntax.Name _, Syntax.Number _ -> true;
      case Syntax.Transpose t -> isAtom(t.operand());
      case Syntax.Unary u -> isAtom(u.operand());
      case Syntax.Call c ->
          c.name().equals("eye") || c.name().equals("zeros") || c.name().equals("ones");
      case Syntax.Binary _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> false;
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> false;
    };
  }

  /// {@return the piece with others in place of some of its pieces}
  static Syntax replaced(Syntax piece, Function<Syntax, Syntax> change) {
    Syntax other = change.apply(piece);
    return other != piece ? other : Pieces.mapped(piece, p -> replaced(p, change));
  }

  static Syntax renamed(Syntax piece, String from, String to) {
    return replaced(
        piece,
        p ->
            p instanceof Syntax.Name n && n.text().equals(from)
                ? new Syntax.Name(to, n.span())
                : p);
  }

  static Syntax.Name name(String name) {
    return new Syntax.Name(name, Syntax.Span.NONE);
  }

  static Syntax binary(String operator, Syntax left, Syntax right) {
    return new Syntax.Binary(operator, left, right, Syntax.Span.NONE, Syntax.Span.NONE);
  }

  static Syntax call(String name, Syntax... arguments) {
    return new Syntax.Call(name, List.of(arguments), Syntax.Span.NONE, Syntax.Span.NONE);
  }
}

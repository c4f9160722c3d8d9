package org.frechet.explain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.print.Presentation;
import org.frechet.syntax.Syntax;

/// Trees of products in the order in which they are handed in.
final class Forms {
  private Forms() {}

  static Syntax product(List<Syntax> before, List<Syntax> after) {
    var factors = new ArrayList<>(before);
    factors.addAll(after);
    Syntax product = factors.getFirst();
    for (Syntax f : factors.subList(1, factors.size())) {
      product = times(product, f);
    }
    return product;
  }

  /// {@return a matrix times what is written of `e`} What begins with a scalar keeps its
  /// parentheses: `A*(b'*x*y)` is not `A*b'*x*y`.
  static Syntax join(Syntax matrix, Syntax written, Expr e) {
    boolean scalars = e.node() instanceof Node.Prod p && !p.scalars().isEmpty();
    return scalars ? Manner.binary("*", matrix, written) : times(matrix, written);
  }

  /// A product is multiplied from left to right, and needs no parentheses on the right; a quotient
  /// takes the other factor above its line.
  static Syntax times(Syntax left, Syntax right) {
    if (left instanceof Syntax.Binary(String slash, Syntax above, Syntax below, _, _)
        && slash.equals("/")) {
      boolean one = above instanceof Syntax.Number(String text, _) && text.equals("1");
      return Manner.binary("/", one ? right : times(above, right), below);
    }
    if (left instanceof Syntax.Number
        && right instanceof Syntax.Binary(String slash, Syntax above, Syntax below, _, _)
        && slash.equals("/")) {
      return Manner.binary("/", times(left, above), below);
    }
    return right instanceof Syntax.Binary(String operator, Syntax first, Syntax second, _, _)
            && operator.equals("*")
        ? Manner.binary("*", times(left, first), second)
        : Manner.binary("*", left, right);
  }

  /// {@return a positive number times a tree}
  static Syntax scaled(Rational c, Syntax e) {
    if (c.isOne()) {
      return e;
    }
    if (c.num().equals(BigInteger.ONE)) {
      return Manner.binary("/", e, number(new Rational(c.den(), BigInteger.ONE)));
    }
    return times(number(c), e);
  }

  /// {@return whether an expression holds a differential}
  static boolean moves(Expr e) {
    return Traversal.topological(e).stream().anyMatch(x -> x.node() instanceof Node.Increment);
  }

  static Syntax number(Rational c) {
    return Presentation.of(Algebra.number(c));
  }
}

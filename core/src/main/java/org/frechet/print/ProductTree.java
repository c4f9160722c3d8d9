package org.frechet.print;

import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.syntax.Syntax;

/// Writes products: numbers and scalars over what is divided by, then the matrices in order.
final class ProductTree {
  private final Presentation p;

  ProductTree(Presentation p) {
    this.p = p;
  }

  /// The product, or with `turned` the product whose chain is written inside a transpose.
  Syntax product(Expr e, boolean turned) {
    Node.Prod product =
        (turned ? e.transpose() : e).node() instanceof Node.Prod known
            ? known
            : new Node.Prod(Rational.ONE, List.of(), List.of(e)); // an elementwise product alone
    var signs = new Signs(product.coefficient(), factorSums(product), p::writtenOtherwise);
    var above = new ArrayList<Syntax>();
    var below = new ArrayList<Syntax>();
    for (Expr s : product.scalars()) {
      if (Forms.isReciprocal(s)) {
        below.add(p.show(Algebra.pow(s, -1)));
      } else {
        above.add(signed(s, signs));
      }
    }
    List<Syntax> chain = chain(product.chain(), signs);
    Rational c = signs.coefficient().abs();
    if (!c.den().equals(java.math.BigInteger.ONE)
        && c.den().bitLength() < 20
        && (!below.isEmpty() || Forms.isNice(c))) {
      below.addFirst(Trees.number(new Rational(c.den(), java.math.BigInteger.ONE)));
      c = new Rational(c.num(), java.math.BigInteger.ONE);
    }
    if (!c.isOne()) {
      above.addFirst(Trees.number(c));
    }
    boolean reciprocal =
        product.chain().size() == 1
            && Forms.isReciprocal(product.chain().getFirst())
            && !p.isNamed(product.chain().getFirst());
    if (reciprocal && below.isEmpty() && !(above.isEmpty())) {
      Syntax under = p.show(Algebra.pow(product.chain().getFirst(), -1));
      Syntax entries = Trees.binary("./", Trees.product("*", above), under);
      return signs.coefficient().signum() < 0 ? Trees.minus(entries) : entries;
    }
    if (turned) {
      above.add(Trees.transpose(Trees.product("*", chain)));
    } else if ((product.scalars().isEmpty() && c.isOne()) || !Forms.isDot(product)) {
      above.addAll(chain);
    } else {
      above.add(Trees.product("*", chain)); // the scalar x'*y stays together
    }
    Syntax numerator = above.isEmpty() ? Trees.number(Rational.ONE) : Trees.product("*", above);
    Syntax whole =
        below.isEmpty() ? numerator : Trees.binary("/", numerator, Trees.product("*", below));
    return signs.coefficient().signum() < 0 ? Trees.minus(whole) : whole;
  }

  private Syntax signed(Expr e, Signs signs) {
    return p.isSum(e) && signs.next() ? p.opposite(e) : p.show(e);
  }

  /// {@return the sums among the factors of a product, in the order in which they are written}
  private List<Expr> factorSums(Node.Prod product) {
    var sums = new ArrayList<Expr>();
    product.scalars().stream()
        .filter(s -> !Forms.isReciprocal(s))
        .filter(p::isSum)
        .map(Forms::inmost)
        .forEach(sums::add);
    for (int i = 0; i < product.chain().size(); ) {
      Expr e = product.chain().get(i);
      int run = Forms.run(product.chain(), i);
      if (inPlace(e) && run % 2 == 1) {
        Forms.simplestFirst(((Node.Hadamard) e.node()).factors()).stream()
            .filter(f -> !Forms.isReciprocal(f))
            .filter(p::isSum)
            .map(Forms::inmost)
            .forEach(sums::add);
      } else if (p.isSum(e) && run % 2 == 1) {
        sums.add(Forms.inmost(e));
      }
      i += run;
    }
    return sums;
  }

  /// {@return whether a factor is an elementwise product that is written without parentheses}
  boolean inPlace(Expr e) {
    return e.node() instanceof Node.Hadamard h
        && !p.isNamed(e)
        && !Forms.turnsShorter(e, h.factors());
  }

  /// Equal neighbours become a power; an elementwise product is written in place.
  private List<Syntax> chain(List<Expr> links, Signs signs) {
    var parts = new ArrayList<Syntax>();
    for (int i = 0; i < links.size(); ) {
      Expr e = links.get(i);
      if (i + 1 < links.size()
          && e.shape().cols().isOne()
          && Algebra.isOnes(e)
          && Algebra.isOnes(links.get(i + 1))) {
        parts.add(
            Trees.call(
                "ones",
                List.of(
                    Presentation.size(e.shape().rows()),
                    Presentation.size(links.get(i + 1).shape().cols()))));
        i += 2;
        continue;
      }
      int run = Forms.run(links, i);
      Syntax piece =
          run % 2 == 0
              ? p.even(e)
              : inPlace(e)
                  ? quotient(((Node.Hadamard) e.node()).factors(), signs)
                  : signed(e, signs);
      parts.add(run == 1 ? piece : Trees.power("^", piece, run));
      i += run;
    }
    return parts;
  }

  /// An elementwise product: factors with positive exponents over factors with negative ones.
  private Syntax quotient(List<Expr> factors, Signs signs) {
    var above = new ArrayList<Syntax>();
    var below = new ArrayList<Syntax>();
    for (Expr f : Forms.simplestFirst(factors)) {
      if (Forms.isReciprocal(f)) {
        below.add(p.show(Algebra.pow(f, -1)));
      } else {
        above.add(signed(f, signs));
      }
    }
    Syntax numerator = above.isEmpty() ? Trees.number(Rational.ONE) : Trees.product(".*", above);
    return below.isEmpty() ? numerator : Trees.binary("./", numerator, Trees.product(".*", below));
  }
}

package org.frechet.expr;

import java.util.ArrayList;
import java.util.List;

/// What happens between neighbours in a matrix product: inverses cancel, unit vectors select,
/// all-ones matrices split, and inner dimensions of one separate scalars.
final class Chains {
  private Chains() {}

  /// {@return the chain after all cancellations between neighbours}
  static List<Expr> reduce(List<Expr> chain) {
    var links = new ArrayList<Expr>();
    for (Expr e : chain) {
      if (chain.size() > 1 && Algebra.isOnes(e) && e.shape().isMatrix()) {
        links.add(Algebra.ones(e.shape().rows()));
        links.add(Algebra.ones(e.shape().cols()).transpose());
      } else {
        links.add(e);
      }
    }
    while (links.size() > 1
        && (cancelOnce(links)
            || raiseOnce(links)
            || selectOnce(links)
            || multiplyBlocksOnce(links))) {
      // each round shortens the list
    }
    return links;
  }

  /// {@return X if e is the inverse of X, or X' if it is the transposed inverse; otherwise e
  /// itself}
  private static Expr inverted(Expr e) {
    return e.node() instanceof Node.Transpose t
        ? inverted(t.of()) == t.of() ? e : inverted(t.of()).transpose()
        : e.node() instanceof Node.Apply a && a.operator().inverts() ? a.arguments().getFirst() : e;
  }

  private static boolean cancelOnce(List<Expr> links) {
    for (int i = 0; i < links.size() && links.size() > 1; i++) {
      Expr x = inverted(links.get(i));
      if (x == links.get(i)) {
        continue;
      }
      List<Expr> target =
          x.node() instanceof Node.Prod p && p.coefficient().isOne() && p.scalars().isEmpty()
              ? p.chain()
              : List.of(x);
      int n = target.size();
      if (i + 1 + n <= links.size() && links.subList(i + 1, i + 1 + n).equals(target)) {
        links.subList(i, i + 1 + n).clear();
        return true;
      }
      if (i >= n && links.subList(i - n, i).equals(target)) {
        links.subList(i - n, i + 1).clear();
        return true;
      }
    }
    return false;
  }

  /// A matrix next to a power of it: X*X^k is X^(k + 1), X^a*X^b is X^(a + b).
  private static boolean raiseOnce(List<Expr> links) {
    for (int i = 0; i < links.size() && links.size() > 1; i++) {
      Power power = Power.of(links.get(i));
      if (!power.raised()) {
        continue;
      }
      if (i + 1 < links.size() && Power.of(links.get(i + 1)).base() == power.base()) {
        merge(links, i, i + 2, power, Power.of(links.get(i + 1)).exponent());
        return true;
      }
      List<Expr> base = Algebra.chain(power.base());
      int n = base.size();
      if (i + 1 + n <= links.size() && links.subList(i + 1, i + 1 + n).equals(base)) {
        merge(links, i, i + 1 + n, power, Algebra.ONE);
        return true;
      }
      if (i >= n && links.subList(i - n, i).equals(base)) {
        merge(links, i - n, i + 1, power, Algebra.ONE);
        return true;
      }
      if (i > 0 && Power.of(links.get(i - 1)).base() == power.base()) {
        merge(links, i - 1, i + 1, power, Power.of(links.get(i - 1)).exponent());
        return true;
      }
    }
    return false;
  }

  private static void merge(List<Expr> links, int from, int to, Power power, Expr more) {
    Expr merged = power.to(Algebra.add(power.exponent(), more));
    links.subList(from, to).clear();
    links.add(from, merged);
  }

  private static boolean selectOnce(List<Expr> links) {
    for (int i = 0; i + 1 < links.size(); i++) {
      Expr a = links.get(i);
      Expr b = links.get(i + 1);
      Expr selected = Selection.unitProduct(a, b);
      if (selected != a) {
        links.subList(i, i + 2).clear();
        links.add(i, selected);
        return true;
      }
    }
    return false;
  }

  /// Multiplies neighbouring block matrices block by block where one of them has a zero block.
  private static boolean multiplyBlocksOnce(List<Expr> links) {
    for (int i = 0; i + 1 < links.size(); i++) {
      if (links.get(i).node() instanceof Node.Block a
          && links.get(i + 1).node() instanceof Node.Block b
          && (hasZero(a) || hasZero(b))
          && conform(a, b)) {
        Expr product = multiply(a, b);
        links.subList(i, i + 2).clear();
        links.add(i, product);
        return true;
      }
    }
    return false;
  }

  private static boolean hasZero(Node.Block b) {
    return b.rows().stream().anyMatch(row -> row.stream().anyMatch(Expr::isZero));
  }

  /// {@return whether the column cuts of `a` are the row cuts of `b`, for every row of `a`}
  private static boolean conform(Node.Block a, Node.Block b) {
    int width = b.rows().getFirst().size();
    return b.rows().stream().allMatch(row -> row.size() == width)
        && a.rows().stream()
            .allMatch(row -> {
              boolean fits = row.size() == b.rows().size();
              for (int k = 0; fits && k < row.size(); k++) {
                fits = row.get(k).shape().cols().equals(b.rows().get(k).getFirst().shape().rows());
              }
              return fits;
            });
  }

  private static Expr multiply(Node.Block a, Node.Block b) {
    var rows = new ArrayList<List<Expr>>();
    for (List<Expr> row : a.rows()) {
      var products = new ArrayList<Expr>();
      for (int j = 0; j < b.rows().getFirst().size(); j++) {
        var terms = new ArrayList<Expr>();
        for (int k = 0; k < row.size(); k++) {
          terms.add(Algebra.mul(row.get(k), b.rows().get(k).get(j)));
        }
        products.add(Algebra.add(terms));
      }
      rows.add(products);
    }
    return Algebra.block(rows);
  }

  /// {@return the chain cut at every inner dimension of one}
  static List<List<Expr>> segments(List<Expr> links) {
    var segments = new ArrayList<List<Expr>>();
    var current = new ArrayList<Expr>();
    for (Expr e : links) {
      if (!current.isEmpty() && e.shape().rows().isOne()) {
        segments.add(List.copyOf(current));
        current.clear();
      }
      current.add(e);
    }
    if (!current.isEmpty()) {
      segments.add(List.copyOf(current));
    }
    return segments;
  }

  static boolean isScalar(List<Expr> segment) {
    return segment.getFirst().shape().rows().isOne() && segment.getLast().shape().cols().isOne();
  }

  /// {@return the value of a scalar chain, written in the preferred of its two directions}
  static Expr dot(List<Expr> chain) {
    Rational sign = Rational.ONE;
    var turned = new ArrayList<Expr>();
    for (Expr e : chain.reversed()) {
      Expr t = e.transpose();
      var primitive = Products.Primitive.of(t);
      if (primitive.part() == t && t.node() instanceof Node.Prod) {
        sign = sign.times(Products.coefficient(t)); // a skew matrix changes the sign
        t = Products.withoutCoefficient(t);
      } else {
        sign = sign.times(primitive.content());
        t = primitive.part();
      }
      if (t.node() instanceof Node.Prod) {
        return Expr.of(new Node.Prod(Rational.ONE, List.of(), chain));
      }
      turned.add(t);
    }
    if (turned.equals(chain) && sign.signum() < 0) {
      return Algebra.ZERO; // x'*K*x with K skew
    }
    return Order.prefers(chain, turned)
        ? Expr.of(new Node.Prod(Rational.ONE, List.of(), chain))
        : Products.scaled(
            sign, Expr.of(new Node.Prod(Rational.ONE, List.of(), List.copyOf(turned))));
  }

  /// {@return the chain with `ones(m)*ones(n)'` written as one matrix again}
  static List<Expr> joinOnes(List<Expr> chain) {
    if (chain.size() == 2
        && Algebra.isOnes(chain.get(0))
        && Algebra.isOnes(chain.get(1))
        && chain.get(0).shape().isVector()) {
      return List.of(
          Algebra.ones(
              new org.frechet.shape.Shape(
                  chain.get(0).shape().rows(), chain.get(1).shape().cols())));
    }
    return chain;
  }
}

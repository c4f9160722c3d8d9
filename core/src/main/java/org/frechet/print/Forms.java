package org.frechet.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;

/// What the written form of an expression depends on, apart from names and signs.
final class Forms {
  private Forms() {}

  /// A row or matrix whose parts are all transposes is written as the transpose of their sum.
  static boolean turnsShorter(Expr e, List<Expr> parts) {
    if (e.isScalar() || e.shape().isVector()) {
      return false;
    }
    return parts.stream().allMatch(Forms::isTurned);
  }

  static boolean isTurned(Expr part) {
    return switch (part.node()) {
      case Node.Transpose _ -> true;
      case Node.Fill f -> part.shape().isRow() && f.kind() == Node.Fill.Kind.ONES;
      case Node.Prod p -> p.chain().size() == 1 && isTurned(p.chain().getFirst());
      case Node.Hadamard h -> h.factors().stream().allMatch(Forms::isTurned);
      case Node.Pow p -> isTurned(p.base());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Add _,
          Node.Apply _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _ ->
          false;
    };
  }

  /// {@return how many terms have coefficient ±1 when divided by `gcd`}
  static long units(List<Expr> terms, Rational gcd) {
    return terms.stream().filter(t -> Algebra.coefficient(t).abs().equals(gcd)).count();
  }

  /// {@return the scalar s of a term `s*ones(...)`, which is added to every entry; else the term}
  static Expr broadcast(Expr t) {
    if (t.isScalar()) {
      return t;
    }
    Expr rest = Algebra.withoutScalars(t);
    return Algebra.isOnes(rest) ? Algebra.scalarFactor(t) : t;
  }

  /// A product of three or more transposes is the transpose of a product: −(X⁻¹AX⁻¹)'.
  static boolean turnsShorter(Node.Prod p) {
    boolean row = p.chain().size() == 2 && p.chain().getFirst().shape().isRow();
    return (p.chain().size() > 2 || row)
        && !isDot(p)
        && p.chain().stream().allMatch(f -> f.node() instanceof Node.Transpose);
  }

  static boolean isDot(Node.Prod p) {
    return !p.chain().isEmpty()
        && p.chain().getFirst().shape().rows().isOne()
        && p.chain().getLast().shape().cols().isOne();
  }

  static boolean isNice(Rational c) {
    return Trees.isFraction(c);
  }

  static boolean isReciprocal(Expr e) {
    Expr x = Algebra.exponent(e);
    return Algebra.coefficient(x).signum() < 0 && !(x.node() instanceof Node.Add);
  }

  /// {@return the sum at the bottom of what [#isSum] accepts}
  static Expr inmost(Expr e) {
    return switch (e.node()) {
      case Node.Transpose t -> inmost(t.of());
      case Node.Apply a -> inmost(a.arguments().getFirst());
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          e;
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Slice _, Node.Block _ -> e;
      case Node.IndexSum _, Node.Integral _, Node.Stop _ -> e;
    };
  }

  /// Names before functions before sums before products: `y.*exp(x)`, `y.*(X*w)`.
  static List<Expr> simplestFirst(List<Expr> factors) {
    var sorted = new ArrayList<>(factors);
    sorted.sort(Comparator.comparingInt(Forms::complexity));
    return sorted;
  }

  static int complexity(Expr e) {
    return switch (e.node()) {
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          0;
      case Node.Transpose t -> complexity(t.of());
      case Node.Slice s -> complexity(s.of());
      case Node.Pow p -> complexity(p.base());
      case Node.Apply _, Node.Stop _ -> 1;
      case Node.Add _, Node.Block _ -> 2;
      case Node.Prod _, Node.Hadamard _, Node.IndexSum _, Node.Integral _ -> 3;
    };
  }

  static int run(List<Expr> links, int i) {
    int run = 1;
    while (i + run < links.size() && links.get(i + run) == links.get(i)) {
      run++;
    }
    return run;
  }

  /// {@return whether f(-x) is f(x), as for norms}
  static boolean isEven(Node.Apply a) {
    var opposite = new ArrayList<>(a.arguments());
    opposite.set(0, Algebra.neg(opposite.getFirst()));
    return a.operator().canonical(opposite).node().equals(a);
  }
}

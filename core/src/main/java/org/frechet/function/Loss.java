package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.size;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Elementwise.log;
import static org.frechet.function.ScalarValued.inner;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// Losses between arrays of one shape. Entropies add up over all entries; errors are means.
public enum Loss implements Declared {
  CROSSENTROPY(
      loss("crossentropy")
          .means(x -> neg(inner(x.get(0), log(x.get(1)))))
          .about("crossentropy(y,p): -sum(y.*log(p))")
          .example("crossentropy(y, softmax(z))", "z", "sum(y)*softmax(z) - y")),
  BCE(
      loss("bce")
          .means(x -> bce(x.get(0), x.get(1)))
          .about("bce(y,p): binary cross-entropy -sum(y.*log(p) + (1 - y).*log(1 - p))")
          .example("bce(y, sigmoid(z))", "z", "sigmoid(z) - y")),
  KL(
      loss("kl")
          .means(x -> inner(x.get(0), sub(log(x.get(0)), log(x.get(1)))))
          .about("kl(p,q): Kullback-Leibler divergence sum(p.*log(p./q))")
          .example("kl(p, q)", "p", "log(p) - log(q) + 1")),
  ENTROPY(
      declare("entropy", "matrix(m,n) -> scalar")
          .means(x -> neg(inner(x.getFirst(), log(x.getFirst()))))
          .about("entropy(p): -sum(p.*log(p))")
          .example("entropy(x)", "x", "-log(x) - 1")),
  MSE(
      loss("mse")
          .means(x -> mul(squares(sub(x.get(0), x.get(1))), perEntry(x.getFirst())))
          .about("mse(a,b): mean of the squares of a - b")
          .example("mse(X*w, y)", "w", "2/m*X'*(X*w - y)")),
  MAE(
      loss("mae")
          .means(x -> mul(ScalarValued.norm1(sub(x.get(0), x.get(1))), perEntry(x.getFirst())))
          .about("mae(a,b): mean of the absolute values of a - b")
          .example("mae(x, y)", "x", "sign(x - y)/n"));

  private final Function function;

  Loss(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration loss(String name) {
    return declare(name, "matrix(m,n), matrix(m,n) -> scalar");
  }

  private static Expr bce(Expr y, Expr p) {
    Expr one = ones(y.shape());
    return neg(Algebra.add(inner(y, log(p)), inner(sub(one, y), log(sub(one, p)))));
  }

  private static Expr squares(Expr x) {
    return inner(x, x);
  }

  private static Expr perEntry(Expr x) {
    return pow(size(x.shape().count()), -1);
  }
}

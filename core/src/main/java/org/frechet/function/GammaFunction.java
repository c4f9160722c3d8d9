package org.frechet.function;

import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.function.Declaration.elementwise;

import org.frechet.expr.Expr;
import org.frechet.numeric.Special;

/// The gamma function of each entry, and the derivatives of its logarithm (Abramowitz & Stegun
/// 1964, ch. 6). Kernels give NaN at the poles.
public enum GammaFunction implements Declared {
  GAMMA(
      elementwise("gamma")
          .needs(Need.NO_POLE_OF_GAMMA)
          .slope((x, y) -> hadamard(y, digamma(x)))
          .kernel(Special::gamma)
          .numpy("scipy.special.gamma({0})")
          .about("gamma function")
          .example("gamma(a)", "a", "gamma(a)*digamma(a)")),
  LGAMMA(
      elementwise("lgamma")
          .alias("gammaln")
          .needs(Need.NO_POLE_OF_GAMMA)
          .slope((x, _) -> digamma(x))
          .kernel(Special::lgamma)
          .numpy("scipy.special.gammaln({0})")
          .about("logarithm of |gamma(x)|")
          .example("lgamma(a)", "a", "digamma(a)")),
  DIGAMMA(
      elementwise("digamma")
          .alias("psi")
          .needs(Need.NO_POLE_OF_GAMMA)
          .slope((x, _) -> trigamma(x))
          .kernel(Special::digamma)
          .numpy("scipy.special.digamma({0})")
          .about("derivative of lgamma")
          .example("digamma(a)", "a", "trigamma(a)")),
  TRIGAMMA(
      elementwise("trigamma")
          .needs(Need.NO_POLE_OF_GAMMA)
          .positive()
          .slope((x, _) -> tetragamma(x))
          .kernel(x -> Special.polygamma(1, x))
          .numpy("scipy.special.polygamma(1, {0})")
          .about("derivative of digamma")
          .example("trigamma(a)", "a", "tetragamma(a)")),
  TETRAGAMMA(
      elementwise("tetragamma")
          .needs(Need.NO_POLE_OF_GAMMA)
          .kernel(x -> Special.polygamma(2, x))
          .numpy("scipy.special.polygamma(2, {0})")
          .about("derivative of trigamma; the last one here"));

  private final Function function;

  GammaFunction(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  // javac refuses forward references to constants in their own initialisers, so rules call these.

  private static Expr digamma(Expr x) {
    return DIGAMMA.function.of(x);
  }

  private static Expr trigamma(Expr x) {
    return TRIGAMMA.function.of(x);
  }

  private static Expr tetragamma(Expr x) {
    return TETRAGAMMA.function.of(x);
  }
}

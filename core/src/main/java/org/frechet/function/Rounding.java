package org.frechet.function;

import static org.frechet.function.Declaration.elementwise;

import java.util.function.DoubleUnaryOperator;
import org.frechet.expr.Algebra;

/// Rounding to whole numbers: constant between jumps.
public enum Rounding implements Declared {
  FLOOR(
      rounding("floor", Math::floor)
          .needs(Need.NO_INTEGER)
          .about("the largest integer that is not larger")
          .example("sum(x.*floor(x))", "x", "floor(x)")),
  CEIL(
      rounding("ceil", Math::ceil)
          .needs(Need.NO_INTEGER)
          .about("the smallest integer that is not smaller")
          .example("sum(x.*ceil(x))", "x", "ceil(x)")),
  ROUND(
      rounding("round", Math::rint)
          .needs(Need.NO_HALF_INTEGER)
          .about("the nearest integer")
          .example("sum(x.*round(x))", "x", "round(x)"));

  private final Function function;

  Rounding(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration rounding(String name, DoubleUnaryOperator kernel) {
    return elementwise(name)
        .slope((x, _) -> Algebra.zeros(x.shape()))
        .kernel(kernel)
        .numpy("np." + name + "({0})");
  }
}

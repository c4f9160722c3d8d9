package org.frechet.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.frechet.numeric.RealMat;
import org.frechet.syntax.Script;

/// Values as people write them: `3`, the column `(1, 1)'`, the row `(1, 1)`, `[0 1; 0 0]`.
final class Numbers {
  /// Digits that are shown of numbers that are not whole.
  private static final MathContext SHOWN = new MathContext(6);

  /// Whole numbers beyond this are written with an exponent.
  private static final double WHOLE = 1e9;

  private Numbers() {}

  /// {@return the array}
  static String of(RealMat a) {
    if (a.rows() == 1 && a.cols() == 1) {
      return of(a.get(0, 0));
    }
    if (a.cols() == 1 || a.rows() == 1) {
      boolean column = a.cols() == 1;
      String entries =
          IntStream.range(0, column ? a.rows() : a.cols())
              .mapToObj(k -> of(column ? a.get(k, 0) : a.get(0, k)))
              .collect(Collectors.joining(", "));
      return "(" + entries + ")" + (column ? "'" : "");
    }
    return IntStream.range(0, a.rows())
        .mapToObj(i ->
            IntStream.range(0, a.cols())
                .mapToObj(j -> of(a.get(i, j)))
                .collect(Collectors.joining(" ")))
        .collect(Collectors.joining("; ", "[", "]"));
  }

  /// {@return the number with six digits at most; what has no value is `undefined`}
  static String of(double x) {
    if (Double.isNaN(x)) {
      return "undefined";
    }
    if (Double.isInfinite(x)) {
      return x > 0 ? "Inf" : "-Inf";
    }
    if (x == Math.rint(x) && Math.abs(x) < WHOLE) {
      return String.valueOf((long) x);
    }
    BigDecimal rounded = new BigDecimal(x).round(SHOWN).stripTrailingZeros();
    return rounded.scale() > 12 || rounded.precision() - rounded.scale() > 9
        ? rounded.toString().replace("E+", "e").replace('E', 'e')
        : rounded.toPlainString();
  }

  /// {@return a power of ten above the probability: `10⁻¹⁷`}
  static String above(double probability) {
    int exponent = (int) Math.ceil(Math.log10(Math.max(probability, Double.MIN_NORMAL)));
    return "10" + Script.SUPERSCRIPT.of(String.valueOf(exponent)).orElse("^" + exponent);
  }
}

package org.frechet.concrete;

import org.frechet.numeric.RealMat;

/// Numbers and arrays of numbers in the input language, with every digit of a double.
public final class Written {
  private Written() {}

  /// {@return the shortest text that reads back as this double: `0.1`, `3`, `1e-7`; zero has no
  /// sign}
  public static String number(double x) {
    String text = Double.toString(x == 0 ? 0.0 : x).replace('E', 'e');
    int exponent = text.indexOf('e');
    String digits = exponent < 0 ? text : text.substring(0, exponent);
    String rest = exponent < 0 ? "" : text.substring(exponent);
    return (digits.endsWith(".0") ? digits.substring(0, digits.length() - 2) : digits) + rest;
  }

  /// {@return a number, or `[1, 2; 3, 4]`} with a line for each row if `lines`
  public static String array(RealMat a, boolean lines) {
    if (a.rows() == 1 && a.cols() == 1) {
      return number(a.get(0, 0));
    }
    var text = new StringBuilder("[");
    for (int i = 0; i < a.rows(); i++) {
      text.append(i == 0 ? "" : lines ? ";\n " : "; ");
      for (int j = 0; j < a.cols(); j++) {
        text.append(j == 0 ? "" : ", ").append(number(a.get(i, j)));
      }
    }
    return text.append(']').toString();
  }
}

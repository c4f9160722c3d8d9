package org.frechet.page;

import java.util.Set;
import org.frechet.print.Marks;

/// About how wide a piece of LaTeX is in print, in widths of a digit: half an em. Fractions count
/// as their wider part, scripts as seven tenths; what is unknown counts a little too much.
final class LatexWidth {
  private static final double SCRIPT = 0.7;
  private static final double SIGN = 2.7;
  private static final double BRACKET = 0.85;
  private static final Set<String> SIGNS =
      Set.of("odot", "circ", "otimes", "oslash", "cdot", "times", "le", "ge", "ne", "mapsto", "to");
  private static final Set<String> WORDS =
      Set.of(
          "log", "det", "exp", "sin", "cos", "tan", "tanh", "sinh", "cosh", "max", "min", "arcsin",
          "arccos", "arctan");
  private static final Set<String> FONTS =
      Set.of("mathrm", "mathit", "mathbf", "text", "operatorname", "textcolor", "mathtt");

  private final String latex;
  private int at;

  private LatexWidth(String latex) {
    this.latex = latex;
  }

  static double of(String latex) {
    return new LatexWidth(Marks.none(latex)).rest();
  }

  private double rest() {
    double width = 0;
    while (at < latex.length()) {
      width += atom();
    }
    return width;
  }

  private double atom() {
    char c = latex.charAt(at++);
    if (c == '\\') {
      return command();
    }
    if (c == '^' || c == '_') {
      return at < latex.length() ? SCRIPT * atom() : 0;
    }
    if (c == '{') {
      double width = 0;
      while (at < latex.length() && latex.charAt(at) != '}') {
        width += atom();
      }
      at++;
      return width;
    }
    return character(c);
  }

  private static double character(char c) {
    if (c == ' ' || c == '}' || c == '&') {
      return 0;
    }
    if ("+-=<>".indexOf(c) >= 0) {
      return SIGN;
    }
    if ("()[]|,.'".indexOf(c) >= 0) {
      return BRACKET;
    }
    return Character.isUpperCase(c) ? 1.55 : c == 'm' || c == 'w' ? 1.6 : 1.1;
  }

  private double command() {
    int from = at;
    while (at < latex.length() && Character.isLetter(latex.charAt(at))) {
      at++;
    }
    String name = latex.substring(from, at);
    if (name.isEmpty()) {
      at++;
      return 0.4;
    }
    if (name.equals("frac")) {
      return Math.max(atom(), next()) + 0.5;
    }
    if (name.equals("sqrt")) {
      return 1.7 + next();
    }
    if (name.equals("begin") || name.equals("end")) {
      next();
      return 1.5;
    }
    if (FONTS.contains(name)) {
      double first = next();
      return name.equals("textcolor") ? next() : first + 0.3;
    }
    if (name.equals("left") || name.equals("right")) {
      return 0.6;
    }
    if (name.equals("sum") || name.equals("int")) {
      return 3;
    }
    return SIGNS.contains(name)
        ? SIGN
        : WORDS.contains(name) ? name.length() + 0.4 : name.equals("quad") ? 2 : 1.2;
  }

  private double next() {
    while (at < latex.length() && latex.charAt(at) == ' ') {
      at++;
    }
    return at < latex.length() ? atom() : 0;
  }
}

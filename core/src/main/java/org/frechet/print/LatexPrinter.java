package org.frechet.print;

import java.util.List;
import java.util.function.Predicate;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import org.frechet.syntax.Precedence;
import org.frechet.syntax.Syntax;

/// Writes a tree as LaTeX for amsmath or KaTeX: `2 X^\top (X B - Y)`.
///
/// Quotients are fractions, except in exponents; definitions by `let` follow their body as "where".
/// Parentheses grow only around what is tall. `norm2` is written `\lVert x \rVert_2`: of a matrix,
/// hand in `normF`.
public final class LatexPrinter implements Notation {
  private final Typography typography;

  private static final String DIFFERENTIAL = "\\mathrm{d}";

  private LatexPrinter(Typography typography) {
    this.typography = typography;
  }

  /// {@return the tree as LaTeX, for math mode}
  public static String print(Syntax syntax) {
    return print(syntax, _ -> false);
  }

  /// {@return the tree as LaTeX, for math mode}; a call of a variable is an entry of it, even where
  /// a function has the same name
  public static String print(Syntax syntax, Predicate<String> isVariable) {
    return print(syntax, Setting.of(isVariable, Typography.DEFAULT));
  }

  /// {@return the tree as LaTeX, for math mode, with the marks that the setting asks for}
  public static String print(Syntax syntax, Setting setting) {
    return new MathPrinter(new LatexPrinter(setting.typography()), setting).print(syntax);
  }

  /// {@return the name of a function: `\\log`, `\\operatorname{tr}`}
  public static String functionName(String name) {
    return FunctionNames.latex(name);
  }

  @Override
  public String infix(char operator) {
    return " " + operator + " ";
  }

  @Override
  public String prefix(char operator) {
    return String.valueOf(operator);
  }

  /// `1e-3` is a power of ten.
  @Override
  public Piece number(String literal) {
    int cut = literal.toLowerCase(java.util.Locale.ROOT).indexOf('e');
    if (cut < 0) {
      return Piece.primary(literal);
    }
    String power = "10" + superscript(literal.substring(cut + 1).replace("+", ""));
    String mantissa = literal.substring(0, cut);
    return mantissa.equals("1")
        ? Piece.of(power, Precedence.POSTFIX)
        : Piece.of(mantissa + " \\cdot " + power, Precedence.PRODUCT);
  }

  @Override
  public String name(String name) {
    return LatexNames.of(name);
  }

  @Override
  public String group(String content) {
    return isTall(content) ? "\\left(" + content + "\\right)" : "(" + content + ")";
  }

  private static boolean isTall(String content) {
    return content.contains("\\frac")
        || content.contains("\\begin")
        || content.contains("\\sum")
        || content.contains("\\int");
  }

  @Override
  public String product(String left, String right) {
    char first = Marks.none(right).charAt(0);
    boolean dot = Character.isDigit(first) || first == '.';
    return left + (dot ? " \\cdot " : setApart(left, right) ? " \\, " : " ") + right;
  }

  /// Beside other letters the sign of a differential would look like a factor.
  private static boolean setApart(String left, String right) {
    String last = left.substring(left.lastIndexOf(' ') + 1);
    return right.startsWith(DIFFERENTIAL) || last.startsWith(DIFFERENTIAL);
  }

  @Override
  public String operator(String operator) {
    return switch (operator) {
      case ".*" -> typography.hadamard() == Hadamard.ODOT ? " \\odot " : " \\circ ";
      case "./" -> " \\oslash ";
      case "kron" -> " \\otimes ";
      default -> " " + operator + " ";
    };
  }

  @Override
  public Piece quotient(Piece numerator, Piece denominator) {
    return Piece.of(
        "\\frac{" + numerator.text() + "}{" + denominator.text() + "}", Precedence.SIGN);
  }

  private static String superscript(String text) {
    return "^" + braced(text);
  }

  private static String braced(String text) {
    return text.length() == 1 ? text : "{" + text + "}";
  }

  @Override
  public String power(String base, Piece exponent, boolean elementwise) {
    return base
        + (elementwise ? "^{\\circ " + exponent.text() + "}" : superscript(exponent.text()));
  }

  @Override
  public String marked(String base, Mark mark) {
    return base
        + switch (mark) {
          case TRANSPOSE -> typography.transpose() == Transpose.TOP ? "^\\top" : "'";
          case INVERSE -> "^{-1}";
          case INVERSE_TRANSPOSE ->
              typography.transpose() == Transpose.TOP ? "^{-\\top}" : "^{-1\\prime}";
          case PSEUDOINVERSE -> "^+";
        };
  }

  @Override
  public Piece root(int degree, Piece radicand) {
    return Piece.primary((degree == 2 ? "\\sqrt{" : "\\sqrt[3]{") + radicand.text() + "}");
  }

  @Override
  public String norm(String content, String which) {
    boolean tall = isTall(content);
    String below =
        switch (which) {
          case "σ" -> "2";
          case "∞" -> "\\infty";
          default -> which;
        };
    boolean command = below.equals("\\infty");
    return (tall ? "\\left\\lVert " : "\\lVert ")
        + content
        + (tall ? " \\right\\rVert_" : " \\rVert_")
        + (command ? below : braced(below));
  }

  @Override
  public String normPower(String content, String which, Piece exponent) {
    return power(norm(content, which), exponent, false);
  }

  @Override
  public String inner(String left, String right) {
    boolean tall = isTall(left) || isTall(right);
    return (tall ? "\\left\\langle " : "\\langle ")
        + left
        + ", "
        + right
        + (tall ? " \\right\\rangle" : " \\rangle");
  }

  @Override
  public String differential(String sign, String of, boolean spaced) {
    return switch (sign) {
          case "∂" -> "\\partial ";
          case "Δ" -> "\\Delta ";
          case "δ" -> "\\delta ";
          default -> "\\mathrm{d}";
        }
        + of;
  }

  @Override
  public String bars(String content, boolean log) {
    boolean tall = isTall(content);
    return (log ? "\\log " : "")
        + (tall ? "\\left\\lvert " : "\\lvert ")
        + content
        + (tall ? " \\right\\rvert" : " \\rvert");
  }

  @Override
  public String function(String name, List<String> arguments) {
    return FunctionNames.latex(name) + group(String.join(", ", arguments));
  }

  /// A target that has a subscript of its own goes into parentheses: LaTeX knows no double
  /// subscript.
  @Override
  public String entry(String target, List<String> selectors) {
    String plain = Marks.none(target);
    boolean opened = plain.startsWith("(") || plain.startsWith("\\left(");
    boolean grouped = opened && plain.endsWith(")");
    String base = target.contains("_") && !grouped ? group(target) : target;
    return base + "_" + braced(String.join(",", selectors));
  }

  @Override
  public String constant(String name, List<Piece> sizes) {
    String symbol =
        switch (name) {
          case "eye" -> "I";
          case "ones" -> "\\mathbf{1}";
          default -> "\\mathbf{0}";
        };
    return symbol
        + "_"
        + braced(String.join(" \\times ", sizes.stream().map(Piece::text).toList()));
  }

  @Override
  public String block(List<List<String>> rows) {
    return "\\begin{bmatrix} "
        + String.join(" \\\\ ", rows.stream().map(r -> String.join(" & ", r)).toList())
        + " \\end{bmatrix}";
  }

  @Override
  public String sumOver(String index) {
    return "\\sum_{" + index + "}";
  }

  @Override
  public Piece derivative(Piece function, String variable, int order) {
    boolean group = function.looserThan(Precedence.POSTFIX);
    String times = order == 1 ? "" : superscript("" + order);
    String over = "\\frac{\\partial" + times;
    String under = "}{\\partial " + variable + times + "}";
    return Piece.of(
        group ? over + under + " " + group(function.text()) : over + " " + function.text() + under,
        Precedence.SIGN);
  }

  @Override
  public Piece integral(Piece integrand, String variable, String from, String to) {
    boolean group = integrand.looserThan(Precedence.HADAMARD) || integrand.open();
    String inside = group ? group(integrand.text()) : integrand.text();
    return Piece.of(
        "\\int_{%s}^{%s} %s \\, \\mathrm{d}%s".formatted(from, to, inside, variable),
        Precedence.HADAMARD);
  }

  @Override
  public String where(String body, List<String> definitions) {
    return body + " \\quad \\text{where } " + String.join(",\\; ", definitions);
  }
}

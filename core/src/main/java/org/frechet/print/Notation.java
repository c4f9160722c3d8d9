package org.frechet.print;

import java.util.List;

/// How one target writes each form; the structure, and where parentheses go, is the business of
/// [MathPrinter]. Operands arrive printed, and in parentheses where they need them.
interface Notation {
  /// {@return the sign between terms, `+` or `-`, with the space around it}
  String infix(char operator);

  /// {@return the sign before a term}
  String prefix(char operator);

  /// {@return `:`, `=` or `/`, which stand for themselves}
  default String symbol(String symbol) {
    return symbol;
  }

  Piece number(String literal);

  String name(String name);

  /// {@return the content in parentheses}
  String group(String content);

  /// {@return two factors side by side, with a dot where they would run together}
  String product(String left, String right);

  /// {@return the sign of `.*`, `./` or `kron`}
  String operator(String operator);

  Piece quotient(Piece numerator, Piece denominator);

  /// {@return a power; `elementwise` for `.^`}
  String power(String base, Piece exponent, boolean elementwise);

  /// {@return base with one of the marks below}
  String marked(String base, Mark mark);

  /// What may stand above a matrix.
  enum Mark {
    TRANSPOSE,
    INVERSE,
    INVERSE_TRANSPOSE,
    PSEUDOINVERSE
  }

  /// {@return a root of degree 2 or 3}
  Piece root(int degree, Piece radicand);

  /// {@return a norm; `which` is 2, 1, F, ∞, *, σ (the largest singular value), or printed}
  String norm(String content, String which);

  /// {@return a power of a norm}
  String normPower(String content, String which, Piece exponent);

  String inner(String left, String right);

  /// {@return the differential of something in parentheses, if it needs them}
  ///
  /// @param spaced whether it is a function by name, which would run together with the sign
  String differential(String sign, String of, boolean spaced);

  /// {@return the determinant as `|X|`, or its logarithm}
  String bars(String content, boolean log);

  String function(String name, List<String> arguments);

  /// {@return entries or blocks of something}
  String entry(String target, List<String> selectors);

  /// {@return `eye`, `ones` or `zeros` of the given sizes}
  String constant(String name, List<Piece> sizes);

  String block(List<List<String>> rows);

  /// {@return the sign and index of a sum, to be followed by its term}
  String sumOver(String index);

  /// {@return the derivative of an order by one variable: `∂²f/∂x²`}
  Piece derivative(Piece function, String variable, int order);

  Piece integral(Piece integrand, String variable, String from, String to);

  String where(String body, List<String> definitions);
}

package org.frechet.bench;

import java.util.List;
import org.frechet.Formula;
import org.frechet.Frechet;

/// Expressions that people differentiate: the symbolic rows of the benchmarks.
public enum Textbook {
  QUADRATIC_FORM("x'*A*x", "x", "A: matrix(n,n); x: vector(n)"),
  LEAST_SQUARES("norm2(X*w - y)^2", "w", "X: matrix(n,p); w: vector(p); y: vector(n)"),
  LOGISTIC("sum(log(1 + exp(-y.*(X*w))))", "w", "X: matrix(n,p); w: vector(p); y: vector(n)"),
  SOFTMAX_REGRESSION(
      "-sum(Y.*logsoftmax(X*W, rows))", "W", "X: matrix(n,p); W: matrix(p,c); Y: matrix(n,c)"),
  MATRIX_FACTORISATION("norm2(R - U*V')^2", "U", "R: matrix(m,n); U: matrix(m,k); V: matrix(n,k)"),
  GAUSSIAN_PROCESS(
      "(y'*inv(K + t*H)*y + logdet(K + t*H))/2",
      "t",
      "K: matrix(n,n) spd; H: matrix(n,n) spd; y: vector(n); t: scalar positive"),
  COVARIANCE("tr(inv(S)*C) + logdet(S)", "S", "S: matrix(n,n); C: matrix(n,n)"),
  PERCEPTRON(
      "norm2(V*tanh(W*x + b) - y)^2",
      "W",
      "V: matrix(q,h); W: matrix(h,p); x: vector(p); b: vector(h); y: vector(q)"),
  LOG_SUM_EXP("logsumexp(A*x + b)", "x", "A: matrix(m,n); x: vector(n); b: vector(m)"),
  CHAIN(
      "u'*A*B*C*D*u",
      "u",
      "A: matrix(n,n); B: matrix(n,n); C: matrix(n,n); D: matrix(n,n); u: vector(n)");

  private final String expr;
  private final String wrt;
  private final String declarations;

  Textbook(String expr, String wrt, String declarations) {
    this.expr = expr;
    this.wrt = wrt;
    this.declarations = declarations;
  }

  /// {@return the formula with `suffix` at the end of each variable's name} Expressions are
  /// interned, so a name that was not there before makes all the work new.
  Formula formula(long suffix) {
    return Frechet.parse(renamed(expr, suffix)).declare(renamed(declarations, suffix));
  }

  String variable(long suffix) {
    return wrt + suffix;
  }

  private String renamed(String text, long suffix) {
    String renamed = text;
    for (String declaration : List.of(declarations.split(";"))) {
      String name = declaration.split(":", 2)[0].strip();
      renamed = renamed.replaceAll("\\b" + name + "\\b", name + suffix);
    }
    return renamed;
  }
}

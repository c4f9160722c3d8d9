package org.frechet.page;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner.Pairing;
import org.frechet.explain.Method;

/// Derivations whose pages are looked at: long and short, with odd names, with conditions, tables
/// and structured variables.
final class Derivations {
  private Derivations() {}

  record Case(String expression, String wrt, String declared) {
    Case(String expression, String wrt) {
      this(expression, wrt, "");
    }

    Sheet sheet(Detail detail, Pairing pairing) {
      Formula formula = Frechet.parse(expression);
      if (!declared.isEmpty()) {
        formula = formula.declare(declared);
      }
      Derivative d = formula.derivatives(Query.by(wrt)).getFirst();
      return Explanation.of(d, Method.DIFFERENTIAL, detail).sheet(pairing);
    }

    Sheet sheet() {
      return sheet(Detail.SHORT, Pairing.SHORTER);
    }
  }

  static final List<Case> ALL =
      List.of(
          new Case("norm2(Y - X*B)^2", "B"),
          new Case("log(det(X))", "X"),
          new Case("norm2(W2*tanh(W1*x+b1)+b2-y)^2", "W1", "b1: vector(p); b2: vector(n)"),
          new Case("x'*A*x", "x"),
          new Case("tr(A*inv(X))", "X"),
          new Case("softmax(A*x)", "x"),
          new Case("sum(log(1 + exp(-y.*(X*w))))", "w", "y: vector(n)"),
          new Case("tr(A*S*A') + logdet(S)", "S", "S: matrix(n,n) spd"),
          new Case("theta*norm2(X*alphas - W_1*y)^2 + d", "alphas", "alphas: vector(k)"),
          new Case("norm2(A.*(T*größe))^2", "größe", "größe: vector(n)"),
          new Case(
              "exp(-norm2(x - mu)^2/(2*sigma^2))*(a'*x + norm2(B*x - c)^2 + x'*C*x + tr(D*x*x'))",
              "x",
              "mu: vector(n); a: vector(n); c: vector(m)"),
          new Case("sum(i, (y(i) - X(i,:)*b)^2)", "b", "b: vector(p)"),
          new Case("kron(a, x)'*C*kron(a, x)", "x", "a: vector(m)"));

  static Stream<Case> all() {
    return ALL.stream();
  }
}

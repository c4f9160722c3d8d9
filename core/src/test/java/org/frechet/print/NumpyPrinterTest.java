package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.Functions;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;

class NumpyPrinterTest {
  /// A function, its derivative (gradient, or matrix on vec), and the variable it is by.
  record Problem(Expr function, Expr derivative, Expr variable) {
    static Problem of(String expr, String wrt, String declarations) {
      Map<String, Declaration> declared = new HashMap<>();
      Declarations.parse(declarations).forEach(d -> declared.put(d.name(), d));
      Model model = Elaborator.elaborate(Parser.parse(expr), declared, List.of(Parser.parse(wrt)));
      return of(model.expr(), Objects.requireNonNull(model.variables().get(wrt)));
    }

    static Problem of(Expr f, Expr x) {
      Expr dx = Algebra.increment(x);
      Expr map = Differential.of(f, x);
      return new Problem(f, f.isScalar() ? Adjoint.gradient(map, dx) : MapMatrix.of(map, dx), x);
    }

    String module() {
      return NumpyPrinter.module(
          function, derivative, Traversal.variables(function).values(), variable);
    }
  }

  private static String module(String expr, String wrt, String declarations) {
    return Problem.of(expr, wrt, declarations).module();
  }

  @Test
  void leastSquares() {
    assertThat(module("norm2(Y - X*B)^2", "B", "Y: matrix(n,q); X: matrix(n,p); B: matrix(p,q)"))
        .isEqualTo(
            """
            import numpy as np


            def value(B, X, Y):
                B = np.asarray(B, dtype=float)
                X = np.asarray(X, dtype=float)
                Y = np.asarray(Y, dtype=float)
                return float(np.square(np.linalg.norm(X @ B - Y)))


            def derivative(B, X, Y):
                B = np.asarray(B, dtype=float)
                X = np.asarray(X, dtype=float)
                Y = np.asarray(Y, dtype=float)
                return 2*(X.T @ (X @ B - Y))
            """);
  }

  @Test
  void sharedPartsAreNamedAndHelpersComeAlong() {
    assertThat(module("sum(sigmoid(x))*a", "x", "x: vector(n)"))
        .isEqualTo(
            """
            import numpy as np


            def _sigmoid(x):
                e = np.exp(-np.abs(x))
                return np.where(x >= 0, 1.0, e)/(1.0 + e)


            def value(a, x):
                a = np.float64(a)
                x = np.ravel(np.asarray(x, dtype=float))
                return float(a*np.sum(_sigmoid(x)))


            def derivative(a, x):
                a = np.float64(a)
                x = np.ravel(np.asarray(x, dtype=float))
                t0 = _sigmoid(x)
                return a*t0*(1 - t0)
            """);
  }

  @Test
  void sizesComeFromShapesOrAreArguments() {
    assertThat(module("logdet(X'*X + t*eye(n))", "t", "X: matrix(m,n); t: scalar"))
        .contains(
            """
                n = X.shape[1]
                return float(np.trace(np.linalg.inv(X.T @ X + t*np.eye(n))))
            """);
    assertThat(module("b'*reshape(z, m, n)*x", "b", "z: vector(m*n); b: vector(m); x: vector(n)"))
        .contains("n = x.shape[0]")
        .contains("np.reshape(z, (m, n), order='F') @ x");
    assertThat(module("sum(z)/n", "z", "z: vector(2*n)")).contains("    n = z.shape[0]//2\n");
    assertThat(module("sum(vec(z)*ones(n)')", "z", "z: vector(n*n)"))
        .contains("    n = round((z.shape[0])**0.5)\n");
    assertThat(module("t*tr(eye(n))", "t", "t: scalar")).contains("def derivative(t, *, n):");
  }

  @Test
  void solvesInsteadOfInverses() {
    String declared = "A: matrix(n,n); B: matrix(n,p); C: matrix(m,n); S: matrix(n,n) spd";
    assertThat(module("inv(A)*B", "B", declared)).contains("return np.linalg.solve(A, B)");
    assertThat(module("C*inv(A)", "C", declared)).contains("return np.linalg.solve(A.T, C.T).T");
    assertThat(module("x'*inv(A)*y", "y", declared))
        .contains("x @ np.linalg.solve(A, y)")
        .contains("return np.linalg.solve(A.T, x)");
    assertThat(module("x'*inv(S)*y", "y", declared)).contains("return np.linalg.solve(S, x)");
  }

  @Test
  void whatIsDiagonalOrOnesIsNotMade() {
    String declared = "X: matrix(m,n); v: vector(m); w: vector(n); B: matrix(m,n)";
    assertThat(module("diag(v)*X*diag(w)", "X", declared)).contains("return v[:, None]*X*w");
    assertThat(module("X*ones(n)", "X", declared)).contains("return np.sum(X, axis=1)");
    assertThat(module("sum((X + v*ones(n)' + ones(m)*w').^2)", "X", declared))
        .contains("v[:, None]")
        .doesNotContain("np.ones");
    assertThat(module("tr(X'*B)", "B", declared)).contains("np.sum(").doesNotContain("trace");
  }

  @Test
  void namesThatPythonKeepsAreChanged() {
    assertThat(module("lambda*np*ε*sum(x)", "lambda", "x: vector(n); np: scalar; lambda: scalar"))
        .contains("def value(lambda_, np_, x, ε):");
    // Python reads both letters as one
    Expr a = Algebra.variable("ϵ", Shape.SCALAR);
    Expr b = Algebra.variable("ε", Shape.SCALAR);
    assertThat(Problem.of(Algebra.mul(a, b), a).module()).contains("def value(ε, ε_):");
  }

  @Test
  void aVariableThatTheFunctionLacksMayBeLeftOut() {
    assertThat(module("t^2", "X", "X: matrix(m,n); t: scalar"))
        .contains("def value(t, X=None):")
        .contains(
            """
                if X is None:
                    raise ValueError("X is needed here")
                X = np.asarray(X, dtype=float)
                m = X.shape[0]
                n = X.shape[1]
                return np.zeros((m, n))
            """);
  }

  @Test
  void namesThatVanishedStayArguments() {
    Expr x = Algebra.variable("x", Shape.vector(Dim.of("n")));
    assertThat(
            NumpyPrinter.module(ScalarValued.sum(x), Algebra.ones(Dim.of("n")), Set.of("x", "y")))
        .contains("def derivative(x, y):");
  }

  @Test
  void aDeepNetworkGivesShortLines() {
    Expr w = Algebra.variable("W", Shape.matrix(Dim.of("n"), Dim.of("n")));
    Expr b = Algebra.variable("b", Shape.vector(Dim.of("n")));
    Expr h = Algebra.variable("x", Shape.vector(Dim.of("n")));
    for (int layer = 0; layer < 1000; layer++) {
      h =
          Algebra.add(
              h, Functions.byName("tanh").orElseThrow().of(Algebra.add(Algebra.mul(w, h), b)));
    }
    String module = Problem.of(ScalarValued.sum(h), w).module();
    assertThat(module.lines().mapToInt(String::length).max().orElseThrow()).isLessThan(120);
    assertThat(module.lines().count()).isLessThan(20_000);
  }
}

package org.frechet.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.law.Rewriter;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.syntax.Elaborated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sums over an index as whole-matrix expressions.
class VectorizationTest {
  private static final String DECLARED =
      "X: matrix(m,n); Y: matrix(n,m); Z: matrix(m,n); A: matrix(n,n); B: matrix(m,m); c:"
          + " vector(m); y: vector(m); w: vector(n); a: scalar; b: scalar";

  @ParameterizedTest(name = "sum(i, {0})")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          c(i) ¦ ones(m)'*c
          a*c(i) + b*y(i) ¦ a*ones(m)'*c + b*ones(m)'*y
          c(i)*y(i) ¦ c'*y
          c(i)^2 ¦ ones(m)'*c.^2
          (y(i) - X(i,:)*w)^2 ¦ ones(m)'*(y - X*w).^2
          c(i)*(y(i) - X(i,:)*w)^2 ¦ c'*(y - X*w).^2
          log(1 + exp(-y(i)*X(i,:)*w)) ¦ ones(m)'*log(1 + exp(-y.*(X*w)))
          y(i)*log(sigmoid(X(i,:)*w)) ¦ y'*log(sigmoid(X*w))
          c(i)*exp(y(i))*sigmoid(y(i)) ¦ ones(m)'*(c.*exp(y).*sigmoid(y))
          c(i)/y(i) ¦ c'*y.^-1
          a^c(i) ¦ ones(m)'*((a*ones(m)).^c)
          w'*Y(:,i) ¦ w'*Y*ones(m)
          X(i,:)*Y(:,i) ¦ ones(m)'*(X.*Y')*ones(n)
          X(i,:)*A*X(i,:)' ¦ ones(m)'*((X*A).*X)*ones(n)
          X(i,:)*X(i,:)' ¦ ones(m)'*X.^2*ones(n)
          norm2(X(i,:))^2 ¦ ones(m)'*X.^2*ones(n)
          norm2(X(i,:)' - w)^2 ¦ ones(m)'*(X - ones(m)*w').^2*ones(n)
          sum(X(i,:)) ¦ ones(m)'*X*ones(n)
          X(i,:)'*X(i,:) ¦ X'*X
          c(i)*X(i,:)'*X(i,:) ¦ X'*(eye(m).*(c*ones(m)'))*X
          X(i,:)'*Z(i,:) ¦ X'*Z
          A*X(i,:)'*w' ¦ A*X'*ones(m)*w'
          c(i)*X(i,:)' ¦ X'*c
          c(i)*X(i,:) ¦ c'*X
          exp(Y(:,i)) ¦ exp(Y)*ones(m)
          Y(:,i).*w ¦ (Y.*(w*ones(m)'))*ones(m)
          B(i,i) ¦ ones(m)'*(B.*eye(m))*ones(m)
          X(i,2) ¦ ones(m)'*X(:,2)
          c(i)*A ¦ (ones(m)'*c)*A
          sum(j, X(i,j)*c(i)*w(j)) ¦ c'*X*w
          sum(j, (X(i,j) - c(i)*w(j))^2) ¦ ones(m)'*(X - c*w').^2*ones(n)
          sum(j, X(i,j)^2) ¦ ones(m)'*X.^2*ones(n)
          sum(i, c(i)) + c(i) ¦ m*ones(m)'*c + sum(c)
          """)
  void whole(String body, String expected) {
    assertThat(Rewriter.simplify(Elaborated.expr("sum(i, " + body + ")", DECLARED)))
        .isSameAs(Rewriter.simplify(Elaborated.expr(expected, DECLARED)));
  }

  @ParameterizedTest(name = "sum(i, {0})")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          det(A + c(i)*eye(n)) ¦ sum(i, det(A + c(i)*eye(n)))
          2*a*det(A + c(i)*eye(n)) + c(i) ¦ 2*a*sum(i, det(A + c(i)*eye(n))) + sum(c)
          inv(A + c(i)*eye(n)) ¦ sum(i, inv(A + c(i)*eye(n)))
          """)
  void keptWhereNothingFits(String body, String expected) {
    Expr sum = Elaborated.expr("sum(i, " + body + ")", DECLARED);
    assertThat(sum).isSameAs(Elaborated.expr(expected, DECLARED));
    assertThat(Traversal.topological(sum)).anyMatch(e -> e.node() instanceof Node.IndexSum);
    assertThat(Traversal.map(sum, e -> e)).isSameAs(sum);
  }

  /// The sum equals the sum written out.
  @ParameterizedTest(name = "sum(i, {0})")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          (y(i) - X(i,:)*w)^2
          c(i)*X(i,:)'*X(i,:)
          c(i)*y(i)*X(i,:)'*w'*A
          X(i,:)*A*Y(:,i)*X(i,:)
          norm2(X(i,:)' - c(i)*w)^2*y(i)
          c(i)^y(i)*exp(Y(:,i))
          sum(j, (X(i,j) - c(i)*w(j))^2*w(j))
          sum(j, c(i)*c(j)*norm2(X(i,:) - X(j,:))^2)
          sum(j, B(i,j)*X(i,:)*X(j,:)')
          sum(j, exp(B(j,i))*c(j))*y(i)
          [X(i,:)'; c(i)]'*[X(i,:)'; 1]
          [X(i,:)'; c(i)]*[1, y(i)]
          (a + X(i,:)).^2*w
          det(A + c(i)*X(i,:)'*Y(:,i)')
          A*diag(X(i,:))*w
          X(i,:)*diag(Y(:,i))*w*c(i)
          (X(i,:)*w)*(A*Y(:,i)).*w
          logsumexp(X(i,:)*a) - c(i)
          softplus(X(i,:)*w)/(1 + c(i)^2)
          sg(X(i,:)*w)*c(i)
          X(1:2,i)'*Y(i,1:2)'
          """)
  void equalsTheSumWrittenOut(String body) {
    String sizes = DECLARED.replace('m', '3').replace("3atrix", "matrix").replace('n', '3');
    String written =
        IntStream.rangeClosed(1, 3)
            .mapToObj(k -> "(" + unrolled(body, k) + ")")
            .collect(Collectors.joining(" + "));
    Expr sum = Elaborated.expr("sum(i, " + body + ")", sizes);
    Expr explicit = Elaborated.expr(written, sizes);
    Point point = point(sum, explicit);
    assertThat(entries(sum, point)).containsExactly(entries(explicit, point), Offset.offset(1e-9));
  }

  private static String unrolled(String body, int i) {
    String once = body.replaceAll("\\bi\\b", Integer.toString(i));
    if (!once.contains("sum(j, ")) {
      return once;
    }
    int from = once.indexOf("sum(j, ");
    int to = from + 3;
    for (int depth = 0; depth > 0 || to == from + 3; to++) {
      depth += once.charAt(to) == '(' ? 1 : once.charAt(to) == ')' ? -1 : 0;
    }
    String inner = once.substring(from + 7, to - 1);
    String sum =
        IntStream.rangeClosed(1, 3)
            .mapToObj(j -> inner.replaceAll("\\bj\\b", Integer.toString(j)))
            .collect(Collectors.joining(" + "));
    return once.substring(0, from) + "(" + sum + ")" + once.substring(to);
  }

  private static Point point(Expr... roots) {
    var random = new SplittableRandom(7);
    var leaves = new HashMap<Expr, Mat>();
    for (Expr root : roots) {
      for (Expr v : Traversal.variables(root).values()) {
        leaves.computeIfAbsent(
            v,
            _ ->
                RealMat.generate(
                    (int) v.shape().rows().constant(),
                    (int) v.shape().cols().constant(),
                    (_, _) -> random.nextDouble(0.2, 1.7)));
      }
    }
    return Point.real(leaves, java.util.Map.of());
  }

  private static double[] entries(Expr e, Point point) {
    return ((RealMat) Evaluator.evaluate(e, point)).toArray();
  }
}

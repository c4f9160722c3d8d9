package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A short derivation has about as many lines as one in a textbook.
class DerivationLengthsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "norm2(Y - B*X)^2                           | B  |                                         | 8",
        "norm2(Y - X*B)^2                           | B  |                                         | 8",
        "logdet(X)                                  | X  |                                         | 4",
        "log(det(X))                                | X  |                                         | 4",
        "tr(A*X*B)                                  | X  |                                         | 4",
        "norm2(W*x + b)^2                           | W  | b: vector(m); x: vector(n)              | 6",
        "norm2(W2*tanh(W1*x + b1) + b2 - y)^2       | W1 | x: vector(n); b1: vector(k); b2: vector(m) | 8",
        "norm2(y - W2*sigmoid(W1*x))^2              | W1 | x: vector(n)                            | 8",
        "tr(A*inv(X))                               | X  |                                         | 5",
        "x'*A*x                                     | x  |                                         | 5",
      })
  void asShortAsATextbook(String expr, String wrt, String declare, int most) {
    Formula f = Frechet.parse(expr.strip());
    Derivative d = (declare == null ? f : f.declare(declare)).derivative(wrt);
    List<Explanation.Step> steps = Explanation.of(d, Method.DIFFERENTIAL, Detail.SHORT).steps();
    assertThat(steps).hasSizeLessThanOrEqualTo(most);
    assertThat(steps.getLast().text()).isEqualTo(d.text());
  }
}

package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The residual network h ← h + tanh(W h), layer on layer: its gradient is a shared graph.
class DeepNetworkTest {
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final Dim N = Dim.of("n");

  /// Nodes of the gradient to nodes of the function: the function, its tangents, and the way back.
  private static final int MOST_TIMES = 4;

  private enum Weights {
    /// Every layer has its own, as in a deep network.
    OWN,
    /// One for all layers, as in a recurrent network: each layer adds a term to the gradient.
    SHARED
  }

  private record Network(Expr function, Expr input, Expr firstWeight) {}

  private static Network network(int layers, Weights weights) {
    Expr input = Algebra.variable("x", Shape.vector(N));
    Expr first = Algebra.variable("W1", Shape.matrix(N, N));
    Expr h = input;
    for (int i = 1; i <= layers; i++) {
      Expr w = weights == Weights.SHARED ? first : Algebra.variable("W" + i, Shape.matrix(N, N));
      h = Algebra.add(h, Elementwise.TANH.function().of(Algebra.mul(w, h)));
    }
    return new Network(ScalarValued.sum(h), input, first);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 64, 256, 1024})
  void gradientByTheInputIsShared(int layers) {
    Network net = network(layers, Weights.OWN);
    shared(net, net.input);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 64, 256, 1024})
  void gradientByTheFirstWeightIsShared(int layers) {
    Network net = network(layers, Weights.OWN);
    shared(net, net.firstWeight);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 64, 256, 1024})
  void gradientByACommonWeightIsShared(int layers) {
    Network net = network(layers, Weights.SHARED);
    shared(net, net.firstWeight);
  }

  private static void shared(Network net, Expr x) {
    Derivation d = Budget.run(TIME, () -> Derivation.of(net.function, x, 1, Layout.MIXED));
    Expr gradient = d.value().orElseThrow();
    assertThat(gradient.shape()).isEqualTo(x.shape());
    assertThat(Traversal.count(gradient))
        .isLessThanOrEqualTo(MOST_TIMES * Traversal.count(net.function));
  }

  /// From text to checked text, on an ordinary thread: the deep work runs in one with a deep stack.
  @ParameterizedTest
  @ValueSource(ints = {8, 64, 256})
  void fromTextToText(int layers) {
    var text = new StringBuilder("let h0 = x; ");
    for (int i = 1; i <= layers; i++) {
      text.append("let h%d = h%d + tanh(W%d*h%d); ".formatted(i, i - 1, i, i - 1));
    }
    text.append("sum(h" + layers + ")");
    Derivative d = Budget.run(TIME, () -> Frechet.parse(text.toString()).derivative("x"));
    assertThat(d.check().passed()).isTrue();
    String answer = Budget.run(TIME, d::text);
    assertThat(answer).startsWith("let ");
    assertThat(answer.length()).isLessThan(20 * text.length());
    Expr read = Budget.run(TIME, () -> Frechet.parse(answer).model().expr());
    assertThat(Traversal.count(read)).isLessThanOrEqualTo(2 * Traversal.count(d.value()));
  }
}

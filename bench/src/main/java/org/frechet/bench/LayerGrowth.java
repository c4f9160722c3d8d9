package org.frechet.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.frechet.Budget;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// The residual network h ← h + tanh(W h), each layer with its own weight: what its gradient by the
/// first weight costs as layers are added. Processor time, so that other load hardly counts.
public final class LayerGrowth {
  private static final int[] LAYERS = {4, 8, 16, 32, 64, 128, 256, 512, 1024};
  private static final int WARM_UP = 15;
  private static final int ROUNDS = 9;
  private static final Duration TIME = Duration.ofMinutes(5);
  private static final Dim N = Dim.of("n");

  private LayerGrowth() {}

  /// What one gradient took: nodes before and after, processor time, memory allocated.
  private record Cost(int layers, int function, int gradient, double millis, double megabytes) {}

  public static void main(String[] arguments) {
    Cost[][] costs = new Cost[WARM_UP + ROUNDS][];
    for (int round = 0; round < costs.length; round++) {
      int fresh = round;
      costs[round] =
          Arrays.stream(LAYERS).mapToObj(layers -> measured(layers, fresh)).toArray(Cost[]::new);
    }
    Cost[] cold = costs[0];
    Cost[] warm = new Cost[LAYERS.length];
    for (int i = 0; i < warm.length; i++) {
      int at = i;
      warm[i] =
          Arrays.stream(costs, WARM_UP, costs.length)
              .map(round -> round[at])
              .min((a, b) -> Double.compare(a.millis, b.millis))
              .orElseThrow();
    }
    System.out.println(
        "| layers | nodes of f | of the gradient | ratio | cold ms | warm ms | MB |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int i = 0; i < warm.length; i++) {
      Cost c = warm[i];
      System.out.printf(
          "| %d | %d | %d | %.2f | %.1f | %.2f | %.1f |%n",
          c.layers,
          c.function,
          c.gradient,
          (double) c.gradient / c.function,
          cold[i].millis,
          c.millis,
          c.megabytes);
    }
    for (int from : new int[] {4, 64}) {
      System.out.printf(
          "growth exponents from %d layers: nodes %.2f, time %.2f, memory %.2f%n",
          from,
          slope(warm, from, Cost::gradient),
          slope(warm, from, Cost::millis),
          slope(warm, from, Cost::megabytes));
    }
  }

  private static Cost measured(int layers, int round) {
    System.gc(); // the last round's expressions leave the intern table
    return Budget.run(
        TIME,
        () -> {
          var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
          long bytes = thread.getCurrentThreadAllocatedBytes();
          long start = thread.getCurrentThreadCpuTime();
          Expr first = weight(1, round);
          Expr f = network(layers, round);
          Expr gradient = Derivation.of(f, first, 1, Layout.MIXED).value().orElseThrow();
          long nanos = thread.getCurrentThreadCpuTime() - start;
          bytes = thread.getCurrentThreadAllocatedBytes() - bytes;
          return new Cost(
              layers, Traversal.count(f), Traversal.count(gradient), nanos / 1e6, bytes / 1e6);
        });
  }

  private static Expr network(int layers, int round) {
    Expr h = Algebra.variable("x" + round, Shape.vector(N));
    for (int i = 1; i <= layers; i++) {
      h = Algebra.add(h, Elementwise.TANH.function().of(Algebra.mul(weight(i, round), h)));
    }
    return ScalarValued.sum(h);
  }

  private static Expr weight(int layer, int round) {
    return Algebra.variable("W" + layer + "_" + round, Shape.matrix(N, N));
  }

  /// The slope of the least-squares line through the logarithms.
  private static double slope(Cost[] costs, int from, ToDoubleFunction<Cost> what) {
    double[] x = logs(costs, from, Cost::layers);
    double[] y = logs(costs, from, what);
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
    }
    return xy / xx;
  }

  private static double[] logs(Cost[] costs, int from, ToDoubleFunction<Cost> what) {
    return Arrays.stream(costs)
        .filter(c -> c.layers >= from)
        .mapToDouble(c -> Math.log(what.applyAsDouble(c)))
        .toArray();
  }
}

package org.frechet.numeric;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/// Adaptive integration by the rules of Gauss (7 points) and Kronrod (15), as in QUADPACK's QAG
/// (Piessens, de Doncker-Kapenga, Überhuber & Kahaner, 1983): the interval with the largest error
/// is halved until the sum of the errors is small. The ends are never evaluated, so that the
/// integrand may be singular there. All entries of an array are integrated at once.
public final class Quadrature {
  /// Of the integral of the largest absolute value.
  private static final double TOLERANCE = 1e-12;

  private static final int MOST_INTERVALS = 400;

  /// The first cut. It is not the middle: a pole there would stand on a node, and an integrand of
  /// period 1/2 would be seen at the same places twice.
  private static final double CUT = 0.4637;

  private static final double[] NODES = {
    0.991455371120812639206854697526329,
    0.949107912342758524526189684047851,
    0.864864423359769072789712788640926,
    0.741531185599394439863864773280788,
    0.586087235467691130294144838258730,
    0.405845151377397166906606412076961,
    0.207784955007898467600689403773245,
    0.0
  };

  private static final double[] KRONROD = {
    0.022935322010529224963732008058970,
    0.063092092629978553290700663189204,
    0.104790010322250183839876322541518,
    0.140653259715525918745189590510238,
    0.169004726639267902826583426598550,
    0.190350578064785409913256402421014,
    0.204432940075298892414161999234649,
    0.209482141084727828012999174891714
  };

  /// Of the nodes with odd numbers.
  private static final double[] GAUSS = {
    0.129484966168869693270611432679082,
    0.279705391489276667901467771423780,
    0.381830050505118944950369775488975,
    0.417959183673469387755102040816327
  };

  /// The integral over one interval, its error, and the integral of the absolute value.
  private record Part(double from, double to, double[] value, double error, double size) {}

  private final DoubleFunction<double[]> f;
  private final int entries;

  private Quadrature(DoubleFunction<double[]> f, int entries) {
    this.f = f;
    this.entries = entries;
  }

  /// {@return the integral of `f`, an array of so many entries}
  ///
  /// @throws Undefined if it does not exist, or is not found with reasonable work
  public static double[] integrate(
      DoubleFunction<double[]> f, double from, double to, int entries) {
    if (!Double.isFinite(from) || !Double.isFinite(to)) {
      throw new Undefined("the integral has a limit that is not a finite number");
    }
    return from == to ? new double[entries] : new Quadrature(f, entries).adapt(from, to);
  }

  /// {@return the integral of a function from a to b, NaN where it is not found}
  public static double integral(DoubleUnaryOperator f, double a, double b) {
    try {
      return integrate(x -> new double[] {f.applyAsDouble(x)}, a, b, 1)[0];
    } catch (Undefined _) {
      return Double.NaN;
    }
  }

  private double[] adapt(double from, double to) {
    var parts = new PriorityQueue<>(Comparator.comparingDouble(Part::error).reversed());
    var waiting = new ArrayDeque<double[]>();
    double cut = from + CUT * (to - from);
    waiting.add(new double[] {from, cut});
    waiting.add(new double[] {cut, to});
    while (true) {
      while (!waiting.isEmpty()) {
        double[] ends = waiting.remove();
        parts.add(rule(ends[0], ends[1]));
      }
      double error = 0;
      double size = 0;
      for (Part p : parts) {
        error += p.error;
        size += p.size;
      }
      if (error <= TOLERANCE * size) {
        break;
      }
      Part worst = parts.remove();
      double middle = (worst.from + worst.to) / 2;
      if (parts.size() > MOST_INTERVALS || middle == worst.from || middle == worst.to) {
        throw new Undefined("the integral was not found to twelve digits; it may not exist");
      }
      waiting.add(new double[] {worst.from, middle});
      waiting.add(new double[] {middle, worst.to});
    }
    double[] total = new double[entries];
    for (Part p : parts) {
      for (int k = 0; k < entries; k++) {
        total[k] += p.value[k];
      }
    }
    return total;
  }

  private Part rule(double from, double to) {
    double center = (from + to) / 2;
    double half = (to - from) / 2;
    double[][] values = new double[2 * NODES.length - 1][];
    for (int i = 0; i < values.length; i++) {
      int node = Math.min(i, values.length - 1 - i);
      double x = center + (2 * i < values.length ? -half : half) * NODES[node];
      values[i] = finite(f.apply(x));
    }
    double[] kronrod = new double[entries];
    double error = 0;
    double size = 0;
    for (int k = 0; k < entries; k++) {
      double gauss = 0;
      double absolute = 0;
      for (int i = 0; i < values.length; i++) {
        int node = Math.min(i, values.length - 1 - i);
        kronrod[k] += KRONROD[node] * values[i][k];
        absolute += KRONROD[node] * Math.abs(values[i][k]);
        gauss += node % 2 == 1 ? GAUSS[node / 2] * values[i][k] : 0;
      }
      double spread = 0;
      for (int i = 0; i < values.length; i++) {
        int node = Math.min(i, values.length - 1 - i);
        spread += KRONROD[node] * Math.abs(values[i][k] - kronrod[k] / 2);
      }
      error = Math.max(error, estimate(Math.abs(kronrod[k] - gauss), spread) * Math.abs(half));
      size = Math.max(size, absolute * Math.abs(half));
      kronrod[k] *= half;
    }
    return new Part(from, to, kronrod, error, size);
  }

  /// QUADPACK's estimate: the difference of the two rules is far larger than the error of the
  /// better one.
  private static double estimate(double difference, double spread) {
    return difference == 0 || spread == 0
        ? difference
        : spread * Math.min(1, Math.pow(200 * difference / spread, 1.5));
  }

  private static double[] finite(double[] value) {
    for (double x : value) {
      if (!Double.isFinite(x)) {
        throw new Undefined("the integrand has no value at some place");
      }
    }
    return value;
  }
}

package org.frechet;

import static org.frechet.ReferenceArrays.zip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Special;

/// The everyday vocabulary written out once more, with loops and conditions where the product has
/// matrices and positive parts; and how far an argument is from a kink.
final class ReferenceVocabulary {
  private interface Definition {
    RealMat of(List<RealMat> x);
  }

  private static final Map<String, Definition> DEFINITIONS =
      Map.ofEntries(
          each("sec", t -> 1 / Math.cos(t)),
          each("csc", t -> 1 / Math.sin(t)),
          each("square", t -> t * t),
          each("reciprocal", t -> 1 / t),
          each("exp2", t -> Math.pow(2, t)),
          each("mish", t -> t * Math.tanh(Special.softplus(t))),
          each("selu", t -> 1.050701 * (t > 0 ? t : 1.6732632 * Math.expm1(t))),
          each("relu6", t -> Math.clamp(t, 0, 6)),
          each("hardtanh", t -> Math.clamp(t, -1, 1)),
          each("hardsigmoid", t -> Math.clamp(t + 3, 0, 6) / 6),
          each("hardswish", t -> t * Math.clamp(t + 3, 0, 6) / 6),
          each("hinge", t -> Math.max(1 - t, 0)),
          each("logsigmoid", t -> -Special.softplus(-t)),
          Map.entry("leakyrelu", x -> zip(x.get(0), x.get(1), (t, a) -> t > 0 ? t : a * t)),
          Map.entry("hypot", x -> zip(x.get(0), x.get(1), Math::hypot)),
          Map.entry("logaddexp", x -> zip(x.get(0), x.get(1), (s, t) -> Special.logSumExp(s, t))),
          Map.entry("huber", ReferenceVocabulary::huber),
          Map.entry(
              "clip",
              x -> {
                double low = x.get(1).get(0, 0);
                double high = x.get(2).get(0, 0);
                return x.getFirst().map(t -> Math.min(Math.max(t, low), high));
              }),
          Map.entry("crossentropy", x -> zip(x.get(0), x.get(1), (y, p) -> -y * Math.log(p)).sum()),
          Map.entry(
              "bce",
              x ->
                  zip(x.get(0), x.get(1), (y, p) -> -y * Math.log(p) - (1 - y) * Math.log(1 - p))
                      .sum()),
          Map.entry("kl", x -> zip(x.get(0), x.get(1), (p, q) -> p * Math.log(p / q)).sum()),
          Map.entry("entropy", x -> x.getFirst().map(t -> -t * Math.log(t)).sum()),
          Map.entry("mse", x -> mean(zip(x.get(0), x.get(1), (a, b) -> (a - b) * (a - b)))),
          Map.entry("mae", x -> mean(zip(x.get(0), x.get(1), (a, b) -> Math.abs(a - b)))),
          Map.entry("dot", x -> zip(x.get(0), x.get(1), (a, b) -> a * b).sum()),
          Map.entry(
              "outer",
              x ->
                  RealMat.generate(
                      x.get(0).rows(),
                      x.get(1).rows(),
                      (i, j) -> x.get(0).get(i, 0) * x.get(1).get(j, 0))),
          Map.entry("vech", x -> half(x.getFirst())),
          Map.entry("cumsum", x -> cumulated(x.getFirst())),
          Map.entry("layernorm", ReferenceVocabulary::layernorm));

  private ReferenceVocabulary() {}

  private static Map.Entry<String, Definition> each(String name, DoubleUnaryOperator f) {
    return Map.entry(name, x -> x.getFirst().map(f));
  }

  /// {@return the value of a function by its own name, if it is defined here}
  static Optional<RealMat> of(String name, List<RealMat> arguments) {
    return Optional.ofNullable(DEFINITIONS.get(name)).map(d -> d.of(arguments));
  }

  /// {@return the function of each row, put together again}
  static RealMat ofRows(RealMat x, java.util.function.UnaryOperator<RealMat> ofColumn) {
    var rows = new ArrayList<RealMat>();
    for (int i = 0; i < x.rows(); i++) {
      rows.add(ofColumn.apply(row(x, i)));
    }
    return RealMat.generate(
        x.rows(), rows.getFirst().toArray().length, (i, j) -> rows.get(i).toArray()[j]);
  }

  /// {@return row i as a column}
  static RealMat row(RealMat x, int i) {
    return RealMat.generate(x.cols(), 1, (j, _) -> x.get(i, j));
  }

  /// {@return numbers that are zero where the function has a kink or jump; none if it has none
  /// here}
  static double[] distances(String name, List<RealMat> x) {
    RealMat first = x.getFirst();
    return switch (name) {
      case "leakyrelu", "prelu", "selu" -> first.toArray();
      case "hinge" -> first.map(t -> t - 1).toArray();
      case "relu6" -> both(first, 0, 6);
      case "hardtanh" -> both(first, -1, 1);
      case "hardsigmoid", "hardswish" -> both(first, -3, 3);
      case "clip", "clamp" -> {
        double low = x.get(1).get(0, 0);
        double high = x.get(2).get(0, 0);
        double[] ends = both(first, low, high);
        double[] all = Arrays.copyOf(ends, ends.length + 1);
        all[ends.length] = high - low;
        yield all;
      }
      case "huber" -> {
        double d = x.size() == 1 ? 1 : x.get(1).get(0, 0);
        yield both(first, -d, d); // its derivative has a kink there
      }
      case "mae" -> zip(first, x.get(1), (a, b) -> a - b).toArray();
      case "floor", "ceil" -> first.map(t -> t - Math.rint(t)).toArray();
      case "round" -> first.map(t -> t - Math.floor(t) - 0.5).toArray();
      case "atan2", "arctan2" -> zip(first, x.get(1), (t, u) -> u > 0 ? 1 : t).toArray();
      case "layernorm" ->
          new double[] {mean(first.map(t -> t * t)).get(0, 0) - Math.pow(mean(first).get(0, 0), 2)};
      default -> new double[0];
    };
  }

  private static double[] both(RealMat x, double low, double high) {
    return RealMat.generate(
            2 * x.rows(),
            x.cols(),
            (i, j) -> i < x.rows() ? x.get(i, j) - low : x.get(i - x.rows(), j) - high)
        .toArray();
  }

  private static RealMat huber(List<RealMat> x) {
    double d = x.size() == 1 ? 1 : x.get(1).get(0, 0);
    // as its formula has it for a negative d, which nobody means
    return x.getFirst().map(t -> (t * t - square(t - d) - square(-t - d)) / 2);
  }

  private static double square(double t) {
    return t > 0 ? t * t : 0;
  }

  private static RealMat mean(RealMat x) {
    return x.sum().scale(1.0 / (x.rows() * x.cols()));
  }

  private static RealMat cumulated(RealMat x) {
    double[] sums = x.toArray();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    return RealMat.of(x.rows(), x.cols(), sums);
  }

  /// {@return the matrix that takes what is on and below the diagonal to the whole}
  static RealMat duplication(int n) {
    int[][] place = places(n);
    return RealMat.generate(
        n * n,
        n * (n + 1) / 2,
        (row, k) -> place[Math.max(row % n, row / n)][Math.min(row % n, row / n)] == k ? 1 : 0);
  }

  /// {@return the matrix that takes the whole to what is on and below the diagonal}
  static RealMat elimination(int n) {
    int[][] place = places(n);
    return RealMat.generate(
        n * (n + 1) / 2,
        n * n,
        (k, row) -> row % n >= row / n && place[row % n][row / n] == k ? 1 : 0);
  }

  private static int[][] places(int n) {
    int[][] place = new int[n][n];
    int next = 0;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        place[i][j] = next++;
      }
    }
    return place;
  }

  private static RealMat half(RealMat x) {
    var entries = new ArrayList<Double>();
    for (int j = 0; j < x.cols(); j++) {
      for (int i = j; i < x.rows(); i++) {
        entries.add(x.get(i, j));
      }
    }
    return RealMat.generate(entries.size(), 1, (i, _) -> entries.get(i));
  }

  private static RealMat layernorm(List<RealMat> x) {
    RealMat first = x.getFirst();
    if (first.rows() * first.cols() == 1) {
      return first.scale(0);
    }
    double mean = mean(first).get(0, 0);
    double eps = x.size() == 1 ? 0 : x.get(1).get(0, 0);
    double variance = mean(first.map(t -> (t - mean) * (t - mean))).get(0, 0);
    return first.map(t -> (t - mean) / Math.sqrt(variance + eps));
  }
}

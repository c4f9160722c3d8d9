package org.frechet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// What abstract functions are in checks: each entry of the value a sum of ridge functions `c + Σ
/// c_k sin(⟨a_k, x⟩ + b_k)`, with numbers that only the name of the function and the place of the
/// entry decide. All derivatives are known in closed form. There are more terms than entries in the
/// arguments, so that Hessians have full rank, and no two entries, arguments or functions have
/// anything in common that could hide an error.
record RidgeSum(DerivativeSymbol symbol) {
  private static final int MORE_TERMS = 2;

  static RidgeSum of(DerivativeSymbol symbol) {
    return new RidgeSum(symbol);
  }

  /// One term: the direction has a part for each argument.
  private record Ridge(double[][] direction, double phase, double height) {
    static Ridge of(Rng rng, List<double[]> x) {
      int entries = x.stream().mapToInt(v -> v.length).sum();
      double width = 2.5 / Math.sqrt(entries);
      double height = rng.uniform(0.4, 1.2);
      double phase = rng.uniform(-3, 3);
      double[][] direction = new double[x.size()][];
      for (int i = 0; i < x.size(); i++) {
        direction[i] = new double[x.get(i).length];
        for (int e = 0; e < direction[i].length; e++) {
          direction[i][e] = rng.uniform(-width, width);
          phase += direction[i][e] * x.get(i)[e];
        }
      }
      return new Ridge(direction, phase, height);
    }

    /// The derivative of this order, before the factors of the directions.
    double slope(int order) {
      return height * Math.sin(phase + order * Math.PI / 2);
    }
  }

  /// {@return the value of an elementwise function}
  double at(double t) {
    double sum = 0;
    for (Ridge r : ridges(0, List.of(new double[] {t}))) {
      sum += r.slope(symbol.order()) * Math.pow(r.direction[0][0], symbol.order());
    }
    return symbol.order() == 0 ? sum + offset(0) : sum;
  }

  private Rng rng(int output) {
    return new Rng(symbol.of().name().hashCode() * 1_000_003L + output);
  }

  private double offset(int output) {
    return rng(output).uniform(0.2, 1.2);
  }

  private List<Ridge> ridges(int output, List<double[]> x) {
    var rng = rng(output);
    rng.uniform(0, 1); // the offset
    int entries = x.stream().mapToInt(v -> v.length).sum();
    var ridges = new ArrayList<Ridge>();
    for (int k = 0; k < entries + MORE_TERMS; k++) {
      ridges.add(Ridge.of(rng, x));
    }
    return ridges;
  }

  /// {@return the value where the named sizes have these values}
  RealMat at(List<Mat> arguments, ToIntFunction<Dim> size) {
    List<double[]> x = arguments.stream().map(a -> ((RealMat) a).toArray()).toList();
    Shape value = symbol.of().value();
    int rows = size.applyAsInt(value.rows());
    int outputs = rows * size.applyAsInt(value.cols());
    Shape shape = symbol.shape();
    int height = size.applyAsInt(shape.rows());
    double[] entries = new double[height * size.applyAsInt(shape.cols())];
    for (int o = 0; o < outputs; o++) {
      fill(entries, height, new Place(o % rows, o / rows, rows, outputs / rows), o, x, size);
    }
    return RealMat.of(height, entries.length / height, entries);
  }

  /// Where an entry stands in an array of so many rows and columns.
  private record Place(int row, int col, int rows, int cols) {}

  private void fill(
      double[] entries,
      int height,
      Place start,
      int output,
      List<double[]> x,
      ToIntFunction<Dim> size) {
    List<Ridge> ridges = ridges(output, x);
    double[] slopes = ridges.stream().mapToDouble(r -> r.slope(symbol.order())).toArray();
    if (symbol.order() == 0) {
      slopes[0] += offset(output);
    }
    fill(new Filling(entries, height, ridges, size), 0, start, slopes);
  }

  private record Filling(
      double[] entries, int height, List<Ridge> ridges, ToIntFunction<Dim> size) {}

  /// Runs over all entries of the arguments that the derivative is by, one argument after another,
  /// and follows where the layout of [DerivativeSymbol] puts them.
  private void fill(Filling to, int depth, Place at, double[] factors) {
    if (depth == symbol.order()) {
      double sum = 0;
      for (double factor : factors) {
        sum += factor;
      }
      to.entries[at.row + at.col * to.height] = sum;
      return;
    }
    int i = symbol.by().get(depth);
    int count = to.ridges.getFirst().direction[i].length;
    for (int e = 0; e < count; e++) {
      double[] next = factors.clone();
      for (int k = 0; k < next.length; k++) {
        next[k] *= to.ridges.get(k).direction[i][e];
      }
      fill(to, depth + 1, moved(at, depth, i, e, count, to.size), next);
    }
  }

  private Place moved(
      Place at, int depth, int argument, int entry, int count, ToIntFunction<Dim> size) {
    var before = new DerivativeSymbol(symbol.of(), symbol.by().subList(0, depth));
    if (symbol.of().isScalar(argument)) {
      return at;
    }
    if (before.shape().isScalar()) {
      int rows = size.applyAsInt(symbol.of().arguments().get(argument).rows());
      return new Place(entry / rows, entry % rows, count / rows, rows);
    }
    boolean turned = symbol.of().value().isScalar() && before.arrays().size() == 1;
    int place = turned ? at.col + at.row * at.cols : at.row + at.col * at.rows;
    return new Place(place, entry, at.rows * at.cols, count);
  }
}

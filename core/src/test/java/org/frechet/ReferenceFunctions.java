package org.frechet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Special;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Functions as their definitions say: by kernel where there is one, abbreviations written out here
/// once more. An abbreviation that is not here is taken at its word, at plain variables.
final class ReferenceFunctions {
  private interface Definition {
    RealMat of(RealMat x, RealMat y);
  }

  private static final Map<String, Definition> DEFINITIONS =
      Map.ofEntries(
          Map.entry("sqrt", (x, _) -> x.map(Math::sqrt)),
          Map.entry("log2", (x, _) -> x.map(t -> Math.log(t) / Math.log(2))),
          Map.entry("log10", (x, _) -> x.map(Math::log10)),
          Map.entry("silu", (x, _) -> x.map(t -> t * Special.sigmoid(t))),
          Map.entry("gelu", (x, _) -> x.map(t -> t * Special.normcdf(t))),
          Map.entry("mean", (x, _) -> x.sum().scale(1.0 / x.rows() / x.cols())),
          Map.entry("norm", (x, _) -> RealMat.scalar(x.normF())),
          Map.entry("norm,", ReferenceFunctions::norm),
          Map.entry("norminf", (x, _) -> RealMat.scalar(x.maxAbs())),
          Map.entry("inner,", (x, y) -> x.hadamard(y).sum()),
          Map.entry("max,", (x, y) -> ReferenceArrays.zip(x, y, Math::max)),
          Map.entry("min,", (x, y) -> ReferenceArrays.zip(x, y, Math::min)),
          Map.entry("min", (x, _) -> RealMat.scalar(x.map(t -> t).toArray()[least(x)])),
          Map.entry("transpose", (x, _) -> (RealMat) x.transpose()),
          Map.entry("sym", (x, _) -> x.plus(x.transpose()).scale(0.5)),
          Map.entry("skew", (x, _) -> x.minus(x.transpose()).scale(0.5)),
          Map.entry("Diag", (x, _) -> x.cols() == 1 ? diagonal(x) : diagonal(entries(x))),
          Map.entry("diag", (x, _) -> x.cols() == 1 || x.rows() == 1 ? diagonal(x) : entries(x)));

  private ReferenceFunctions() {}

  /// {@return the value} @throws ArithmeticException where there is none
  static RealMat of(String name, List<RealMat> arguments) {
    Function f = Functions.byName(name).orElseThrow(() -> new IllegalArgumentException(name));
    Optional<RealMat> defined = ReferenceVocabulary.of(f.name(), arguments);
    if (defined.isPresent()) {
      return defined.get();
    }
    Definition definition = DEFINITIONS.get(f.name() + (arguments.size() == 2 ? "," : ""));
    if (definition != null) {
      return definition.of(arguments.getFirst(), arguments.getLast());
    }
    return f.isAbbreviation()
        ? atVariables(f, arguments)
        : (RealMat) f.evaluate(List.copyOf(arguments));
  }

  /// {@return whether an argument is nearly but not quite at a kink, a jump or a pole of the
  /// function}
  static boolean isOnEdge(String name, List<RealMat> arguments, double near, boolean stops) {
    Function f = Functions.byName(name).orElseThrow();
    RealMat first = arguments.getFirst();
    if (arguments.size() == 2 && (name.equals("max") || name.equals("min"))) {
      RealMat distance = ReferenceArrays.zip(first, arguments.get(1), (x, y) -> Math.abs(x - y));
      return isNearZero(distance, near, stops);
    }
    if (name.equals("norminf")) {
      return isTie(first.map(Math::abs), near, true);
    }
    if (Arrays.stream(ReferenceVocabulary.distances(name, arguments))
        .anyMatch(t -> Math.abs(t) < near)) {
      return true;
    }
    return f.conditions().stream()
        .filter(c -> c.argument() < arguments.size())
        .anyMatch(c -> {
          RealMat x = arguments.get(c.argument());
          return switch (c.need()) {
            case ONE_MAXIMUM -> isTie(x, near, false);
            case ONE_MINIMUM -> isTie(x.scale(-1), near, false);
            case KINK, NONZERO, POSITIVE, NONNEGATIVE -> isNearZero(x, near, jumpsAtZero(f));
            default -> false;
          };
        });
  }

  private static boolean isNearZero(RealMat x, double near, boolean orThere) {
    return Arrays.stream(x.toArray()).anyMatch(t -> Math.abs(t) < near && (orThere || t != 0));
  }

  /// {@return whether the largest entry has a rival, one that is not quite as large or (if `equal`)
  /// one that is}
  private static boolean isTie(RealMat x, double near, boolean equal) {
    double largest = Arrays.stream(x.toArray()).max().orElse(0);
    return Arrays.stream(x.toArray())
            .filter(t -> largest - t < near && (equal || t != largest))
            .count()
        > (equal ? 1 : 0);
  }

  /// Where a function jumps, even a zero may be made of rounding errors.
  private static boolean jumpsAtZero(Function f) {
    if (!f.elementwise()) {
      return false;
    }
    var left = (RealMat) f.evaluate(List.of(RealMat.scalar(-1e-9)));
    var right = (RealMat) f.evaluate(List.of(RealMat.scalar(1e-9)));
    return right.minus(left).maxAbs() > 0.5;
  }

  private static RealMat atVariables(Function f, List<RealMat> arguments) {
    var variables = new ArrayList<Expr>();
    Map<Expr, Mat> leaves = new HashMap<>();
    for (RealMat a : arguments) {
      Expr x =
          Algebra.variable("x" + variables.size(), new Shape(Dim.of(a.rows()), Dim.of(a.cols())));
      variables.add(x);
      leaves.put(x, a);
    }
    return (RealMat) Evaluator.evaluate(f.canonical(variables), Point.real(leaves, Map.of()));
  }

  private static RealMat norm(RealMat x, RealMat p) {
    double k = p.get(0, 0) == 0 ? Double.NaN : p.get(0, 0); // there is no norm for -0 either
    double largest = x.maxAbs(); // taken out, for its power may be zero or infinite
    RealMat powers = x.map(t -> Math.pow(Math.abs(t) / largest, k));
    return RealMat.scalar(largest * Math.pow(powers.sum().get(0, 0), 1 / k));
  }

  private static int least(RealMat x) {
    double[] entries = x.toArray();
    int least = 0;
    for (int i = 1; i < entries.length; i++) {
      least = entries[i] < entries[least] ? i : least;
    }
    return least;
  }

  private static RealMat diagonal(RealMat x) {
    double[] entries = x.toArray();
    return RealMat.generate(entries.length, entries.length, (i, j) -> i == j ? entries[i] : 0);
  }

  private static RealMat entries(RealMat x) {
    return RealMat.generate(x.rows(), 1, (i, _) -> x.get(i, i));
  }
}

package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.function.AbstractFunction;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;

/// Abstract functions and their derivatives once more: each derivative is put together column by
/// column from derivatives along unit directions of the fixed function.
final class ReferenceAbstract {
  /// A direction: an entry, by columns, of an argument.
  private record Unit(int argument, int entry) {}

  private static final Pattern CALL = Pattern.compile("(?:D([0-9]*))?([A-Za-z_0-9]+)");

  private final Map<String, Declaration> declared;
  private final Map<String, Integer> sizes;

  ReferenceAbstract(Map<String, Declaration> declared, Map<String, Integer> sizes) {
    this.declared = declared;
    this.sizes = sizes;
  }

  private Optional<AbstractFunction> function(String name) {
    return Optional.ofNullable(declared.get(name)).flatMap(Declaration::function);
  }

  /// {@return the value of a call such as `f` or `D12f`, if that is one}
  Optional<RealMat> call(String called, List<RealMat> x) {
    Optional<AbstractFunction> plain = function(called);
    if (plain.isPresent()) {
      return Optional.of(value(plain.get(), List.of(), x));
    }
    Matcher parts = CALL.matcher(called);
    if (!parts.matches() || parts.group(1) == null) {
      return Optional.empty();
    }
    String digits = parts.group(1);
    return function(parts.group(2))
        .map(f -> {
          var by = new ArrayList<Integer>();
          if (x.size() > 1) {
            digits.chars().forEach(c -> by.add(c - '1'));
          } else {
            int order = digits.isEmpty() ? 1 : Integer.parseInt(digits);
            for (int i = 0; i < order; i++) {
              by.add(0);
            }
          }
          return value(f, by, x);
        });
  }

  /// {@return whether this is `f''(…)` with an abstract function}
  boolean isPrimed(Syntax.Index piece) {
    return primed(piece).isPresent();
  }

  private Optional<AbstractFunction> primed(Syntax.Index piece) {
    Syntax target = piece.target();
    while (target instanceof Syntax.Transpose t) {
      target = t.operand();
    }
    return target instanceof Syntax.Name n && piece.target() instanceof Syntax.Transpose
        ? function(n.text())
        : Optional.empty();
  }

  RealMat primed(Syntax.Index piece, RealMat x) {
    var by = new ArrayList<Integer>();
    for (Syntax t = piece.target(); t instanceof Syntax.Transpose s; t = s.operand()) {
      by.add(0);
    }
    return value(primed(piece).orElseThrow(), by, List.of(x));
  }

  private RealMat value(AbstractFunction f, List<Integer> by, List<RealMat> x) {
    if (!f.elementwise()) {
      return derivative(f, by, x, List.of());
    }
    if (f.slope().isPresent()) { // the only one: 1/(1 + t^2)
      return x.getFirst().map(t -> by.isEmpty() ? Math.atan(t) : 1 / (1 + t * t));
    }
    return x.getFirst().map(t -> along(f.name(), 0, List.of(RealMat.scalar(t)), units(by.size())));
  }

  private static List<Unit> units(int count) {
    return java.util.Collections.nCopies(count, new Unit(0, 0));
  }

  /// The derivative `by` of the derivative along `units`.
  private RealMat derivative(
      AbstractFunction f, List<Integer> by, List<RealMat> x, List<Unit> units) {
    if (by.isEmpty()) {
      int rows = (int) f.value().rows().at(sizes);
      int cols = (int) f.value().cols().at(sizes);
      return RealMat.generate(rows, cols, (i, j) -> along(f.name(), i + j * rows, x, units));
    }
    int last = by.getLast();
    List<Integer> before = by.subList(0, by.size() - 1);
    RealMat variable = x.get(last);
    List<RealMat> parts = new ArrayList<>();
    for (int e = 0; e < variable.rows() * variable.cols(); e++) {
      var more = new ArrayList<>(units);
      more.add(new Unit(last, e));
      parts.add(derivative(f, before, x, more));
    }
    if (isScalar(f.arguments().get(last))) {
      return parts.getFirst();
    }
    long arrays = before.stream().filter(i -> !isScalar(f.arguments().get(i))).count();
    if (isScalar(f.value()) && arrays == 0) {
      return RealMat.generate(
          variable.cols(), variable.rows(), (j, i) -> parts.get(i + j * variable.rows()).get(0, 0));
    }
    return ReferenceArrays.ofColumns(
        isScalar(f.value()) && arrays == 1
            ? parts.stream().map(p -> (RealMat) p.transpose()).toList()
            : parts);
  }

  private static boolean isScalar(Shape s) {
    return s.rows().equals(Dim.ONE) && s.cols().equals(Dim.ONE);
  }

  /// The derivative of one entry along some directions.
  private static double along(String name, int output, List<RealMat> x, List<Unit> units) {
    var rng = new Rng(name.hashCode() * 1_000_003L + output);
    double sum = rng.uniform(0.2, 1.2);
    sum = units.isEmpty() ? sum : 0;
    int entries = x.stream().mapToInt(a -> a.rows() * a.cols()).sum();
    double width = 2.5 / Math.sqrt(entries);
    for (int k = 0; k < entries + 2; k++) {
      double factor = rng.uniform(0.4, 1.2);
      double angle = rng.uniform(-3, 3);
      for (int i = 0; i < x.size(); i++) {
        double[] at = x.get(i).toArray();
        for (int e = 0; e < at.length; e++) {
          double slope = rng.uniform(-width, width);
          angle += slope * at[e];
          for (Unit u : units) {
            factor *= u.argument == i && u.entry == e ? slope : 1;
          }
        }
      }
      double sine =
          switch (units.size() % 4) {
            case 0 -> Math.sin(angle);
            case 1 -> Math.cos(angle);
            case 2 -> -Math.sin(angle);
            default -> -Math.cos(angle);
          };
      sum += factor * sine;
    }
    return sum;
  }
}

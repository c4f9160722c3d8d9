package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.check.Agreement;
import org.frechet.check.Resizing;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;

/// A first derivative written out at small sizes: every variable becomes a block of scalars, every
/// entry of the function is differentiated by every entry of the variable on its own, and each is
/// compared with the entry of the matrix form.
///
/// @param sizes the sizes chosen
/// @param function the entries of the function, in column order
/// @param partials for each entry of the function, the derivative by each entry of the variable
public record EntryByEntry(
    SortedMap<String, Integer> sizes, List<Line> function, List<Line> partials) {
  /// `name = value`, as in `x_1 = 2*x_1`.
  public record Line(String name, Expr value) {}

  private static final int MOST_ENTRIES = 64;
  private static final int LARGEST = 9;

  /// {@return the derivative at these sizes, written out}
  ///
  /// @param wanted `n=2,m=3`, or `auto` for small sizes that all differ
  static EntryByEntry of(Derivative d, String wanted) {
    Expr f = d.function();
    Expr x = d.variable();
    requirePlain(d);
    var sizes = sizes(d, wanted);
    Resizing resizing = new Resizing(size -> concrete(size, sizes));
    List<Expr> resized = resizing.of(List.of(f, x, d.value()));
    long count =
        resized.get(0).shape().count().constant() * resized.get(1).shape().count().constant();
    if (count > MOST_ENTRIES) {
      throw Problem.of(
              Code.TOO_LARGE,
              "there would be %d partial derivatives; at most %d are written out"
                  .formatted(count, MOST_ENTRIES))
          .hint("give smaller sizes, as in n=2")
          .refusal();
    }
    var blocks = new HashMap<Expr, Expr>();
    for (Expr v : resizing.of(List.copyOf(d.model().variables().values()))) {
      blocks.put(v, block(v));
    }
    var scalarized = new Scalarized(blocks);
    Expr function = scalarized.of(resized.get(0));
    Expr derivative = scalarized.of(resized.get(2));
    return written(d, sizes, function, resized.get(1), derivative);
  }

  private static EntryByEntry written(
      Derivative d, SortedMap<String, Integer> sizes, Expr function, Expr x, Expr derivative) {
    List<Line> outputs = entries("f", function);
    List<Line> inputs = entries(((Node.Var) x.node()).name(), block(x));
    boolean array = function.isScalar() || x.isScalar();
    List<Line> matrix = entries("", derivative);
    boolean turned = d.layout().equals("numerator") != array;
    var partials = new ArrayList<Line>();
    for (int j = 0; j < inputs.size(); j++) {
      for (int i = 0; i < outputs.size(); i++) {
        Expr entry = inputs.get(j).value();
        Expr partial =
            Derivation.of(outputs.get(i).value(), entry, 1, Layout.MIXED).value().orElseThrow();
        int at =
            array
                ? transposed(d, x, Math.max(i, j))
                : turned ? i + j * outputs.size() : j + i * inputs.size();
        requireEqual(partial, matrix.get(at).value(), d);
        Expr plain = Tidy.of(new Scalarized(Map.of()).of(partial));
        partials.add(new Line("∂" + outputs.get(i).name() + "/∂" + inputs.get(j).name(), plain));
      }
    }
    return new EntryByEntry(sizes, outputs, partials);
  }

  /// {@return the place of an entry of the gradient} In numerator layout it is transposed.
  private static int transposed(Derivative d, Expr x, int at) {
    if (!d.layout().equals("numerator") || x.isScalar()) {
      return at;
    }
    int rows = (int) x.shape().rows().constant();
    int cols = (int) x.shape().cols().constant();
    return at / rows + at % rows * cols;
  }

  private static void requireEqual(Expr partial, Expr entry, Derivative d) {
    Agreement.require(partial, Tidy.of(entry), "an entry of " + d.source());
  }

  private static void requirePlain(Derivative d) {
    boolean plain = d.order() == 1 && d.view().isEmpty() && d.by() == d.variable() && d.isClosed();
    if (!plain) {
      throw Problem.of(
              Code.UNSUPPORTED, "only first derivatives by whole variables are written out")
          .refusal();
    }
    for (Expr v : d.model().variables().values()) {
      if (TangentSpace.of(v).isPresent()) {
        throw Problem.of(
                Code.UNSUPPORTED,
                "the entries of %s depend on each other, so they are not written out"
                    .formatted(((Node.Var) v.node()).name()))
            .hint("drop the attribute to see the entries of the general form")
            .refusal();
      }
    }
    if (Traversal.topological(List.of(d.function(), d.value())).stream()
        .anyMatch(e -> e.node() instanceof Node.IndexSum)) {
      throw Problem.of(Code.UNSUPPORTED, "sums over an index are not written out").refusal();
    }
  }

  // sizes

  private static SortedMap<String, Integer> sizes(Derivative d, String wanted) {
    Set<String> names = new TreeSet<>();
    for (Expr e : Traversal.topological(List.of(d.function(), d.value(), d.variable()))) {
      names.addAll(e.shape().count().names());
    }
    var sizes = new TreeMap<String, Integer>();
    if (!wanted.equals("auto")) {
      for (String part : wanted.split(",")) {
        String[] sides = part.split("=", -1);
        boolean good = sides.length == 2 && sides[1].strip().matches("[1-9]");
        if (!good || !names.contains(sides[0].strip())) {
          throw Problem.of(Code.BAD_REQUEST, "\"" + part.strip() + "\" gives no size")
              .hint(
                  names.isEmpty()
                      ? "all sizes are numbers already"
                      : "sizes are %s, from 1 to %d, as in %s=2"
                          .formatted(String.join(", ", names), LARGEST, names.iterator().next()))
              .refusal();
        }
        sizes.put(sides[0].strip(), Integer.parseInt(sides[1].strip()));
      }
    }
    int next = 2;
    for (String name : names) {
      if (!sizes.containsKey(name)) {
        sizes.put(name, next);
        next = next == 2 ? 3 : next == 3 ? 1 : 2;
      }
    }
    return sizes;
  }

  private static Dim concrete(Dim size, Map<String, Integer> sizes) {
    return Dim.of(size.at(sizes));
  }

  // entries

  /// {@return the variable as a block of scalars: `x_1`, `X_12`}
  private static Expr block(Expr v) {
    if (v.isScalar()) {
      return v;
    }
    var rows = new ArrayList<List<Expr>>();
    for (int i = 1; i <= v.shape().rows().constant(); i++) {
      var row = new ArrayList<Expr>();
      for (int j = 1; j <= v.shape().cols().constant(); j++) {
        String name = name(((Node.Var) v.node()).name(), v.shape(), i, j);
        row.add(Algebra.variable(name, Shape.SCALAR, positive(v)));
      }
      rows.add(row);
    }
    return Algebra.block(rows);
  }

  private static Set<org.frechet.shape.Trait> positive(Expr v) {
    var traits = java.util.EnumSet.noneOf(org.frechet.shape.Trait.class);
    traits.addAll(((Node.Var) v.node()).traits());
    traits.retainAll(Set.of(org.frechet.shape.Trait.POSITIVE, org.frechet.shape.Trait.NONNEGATIVE));
    return traits;
  }

  private static String name(String base, Shape shape, int i, int j) {
    if (shape.isScalar()) {
      return base;
    }
    return base + "_" + (shape.cols().isOne() ? "" + i : shape.isRow() ? "" + j : "" + i + j);
  }

  private static List<Line> entries(String name, Expr e) {
    var lines = new ArrayList<Line>();
    for (int j = 1; j <= e.shape().cols().constant(); j++) {
      for (int i = 1; i <= e.shape().rows().constant(); i++) {
        lines.add(new Line(name(name, e.shape(), i, j), Tidy.of(Scalarized.at(e, i, j))));
      }
    }
    return lines;
  }
}

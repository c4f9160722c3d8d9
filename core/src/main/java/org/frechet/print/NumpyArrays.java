package org.frechet.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.print.PythonForm.Level;
import org.frechet.print.PythonGraph.Value;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;

/// Constant arrays, slices, blocks and declared functions. A vector or row is an array of one axis.
final class NumpyArrays {
  private static final Pattern REST = Pattern.compile("\\{(\\d)\\*m}");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)([ms]?)}");

  private final PythonGraph graph;
  private final Function<Expr, Value> value;
  private final Function<Dim, Value> size;
  private final Function<Node.Index, Value> index;

  NumpyArrays(
      PythonGraph graph,
      Function<Expr, Value> value,
      Function<Dim, Value> size,
      Function<Node.Index, Value> index) {
    this.graph = graph;
    this.value = value;
    this.size = size;
    this.index = index;
  }

  Value fill(Node.Fill f) {
    Value rows = size.apply(f.rows());
    Value cols = size.apply(f.cols());
    return switch (f.kind()) {
      case ZEROS -> filled("np.zeros", f, rows, cols);
      case ONES -> filled("np.ones", f, rows, cols);
      case EYE -> graph.of(PythonForm.of("np.eye({0})"), rows);
      case DUPLICATION -> graph.of(PythonForm.of("_dupmat({0})"), rows);
      case ELIMINATION -> graph.of(PythonForm.of("_elimat({0})"), rows);
      case COMMUTATION -> graph.of(PythonForm.of("_commat({0}, {1})"), rows, cols);
    };
  }

  private Value filled(String function, Node.Fill f, Value rows, Value cols) {
    if (f.rows().isOne() || f.cols().isOne()) {
      return graph.of(PythonForm.of(function + "({0})"), f.rows().isOne() ? cols : rows);
    }
    return graph.of(PythonForm.of(function + "(({0}, {1}))"), rows, cols);
  }

  Value slice(Node.Slice s) {
    Expr of = s.of();
    if (of.isScalar()) {
      return value.apply(of);
    }
    var operands = new ArrayList<Value>();
    operands.add(value.apply(of));
    var selectors = new ArrayList<String>();
    if (!of.shape().isRow()) {
      selectors.add(selector(s.rows(), operands));
    }
    if (!of.shape().isVector()) {
      selectors.add(selector(s.cols(), operands));
    }
    return graph.of(PythonForm.view("{0}[" + String.join(", ", selectors) + "]"), operands);
  }

  /// From one-based with both ends to zero-based without the last; a single place drops its axis.
  private String selector(Pick pick, List<Value> operands) {
    return switch (pick) {
      case Pick.All() -> ":";
      case Pick.Range(int first, int last) ->
          first == last ? "" + (first - 1) : (first - 1) + ":" + last;
      case Pick.At(Node.Index at) -> {
        operands.add(index.apply(at));
        yield "{" + (operands.size() - 1) + "}";
      }
    };
  }

  Value block(Expr e, Node.Block b) {
    boolean matrix = e.shape().isMatrix();
    boolean numbers = b.rows().stream().allMatch(r -> r.stream().allMatch(Expr::isScalar));
    var operands = new ArrayList<Value>();
    var rows = new ArrayList<String>();
    for (List<Expr> row : b.rows()) {
      var cells = new ArrayList<String>();
      for (Expr cell : row) {
        cells.add("{" + operands.size() + "}");
        Value v = value.apply(cell);
        operands.add(matrix && cell.shape().isVector() ? graph.of(PythonForm.COLUMN, v) : v);
      }
      String text = String.join(", ", cells);
      rows.add(matrix ? "[" + text + "]" : text);
    }
    String text = "[" + String.join(", ", rows) + "]";
    String template =
        numbers
            ? "np.array(" + text + ", dtype=float)"
            : (matrix ? "np.block(" : "np.hstack(") + text + ")";
    return graph.of(PythonForm.of(template), operands);
  }

  /// The template of the declaration, with `{0}` for an argument, `{0m}` for it with two axes, and
  /// `{0s}` for a size. What has two axes by the template alone is flattened to the one of its
  /// shape.
  Value function(Expr e, org.frechet.function.Function f, List<Expr> arguments) {
    if (f.numpy().isEmpty()) {
      throw Problem.of(Problem.Code.UNSUPPORTED, "there is no NumPy code for " + f.name())
          .refusal();
    }
    var operands = new ArrayList<Value>();
    boolean[] promoted = new boolean[1];
    String template =
        ARGUMENT
            .matcher(written(f.numpy(), arguments.size()))
            .replaceAll(match -> {
              int place = Integer.parseInt(match.group(1));
              if (place >= arguments.size()) {
                return ""; // an argument that may be left out
              }
              Expr argument = arguments.get(place);
              boolean matrix = match.group(2).equals("m");
              promoted[0] |= !match.group(2).isEmpty();
              Value v = matrix ? matrix(argument) : value.apply(argument);
              if (!operands.contains(v)) {
                operands.add(v);
              }
              return Matcher.quoteReplacement("{" + operands.indexOf(v) + "}");
            });
    Value result = graph.of(PythonForm.of(template.replace(", )", ")")), operands);
    boolean flat = promoted[0] && !e.shape().isMatrix();
    boolean number = e.isScalar() && arguments.stream().allMatch(Expr::isScalar);
    return !flat || (e.isScalar() && !number)
        ? result
        : graph.of(PythonForm.of(number ? "np.sum({0})" : "np.ravel({0})"), result);
  }

  /// `{1*m}` stands for the arguments from number one on.
  private static String written(String template, int arguments) {
    return REST.matcher(template)
        .replaceAll(match ->
            IntStream.range(Integer.parseInt(match.group(1)), arguments)
                .mapToObj(i -> "{" + i + "m}")
                .collect(Collectors.joining(", ")))
        .replace(", )", ")");
  }

  private Value matrix(Expr e) {
    Value v = value.apply(e);
    if (e.isScalar()) {
      return graph.of(PythonForm.of("np.reshape({0}, (1, 1))"), v);
    }
    return e.shape().isMatrix()
        ? v
        : graph.of(e.shape().isVector() ? PythonForm.COLUMN : PythonForm.ROW, v);
  }

  /// {@return a size as a value that is written as often as it is needed}
  static PythonForm size(Dim dim, String text) {
    boolean single = dim.isName() || dim.isConstant();
    boolean product = !text.contains(" ");
    return PythonForm.leaf(text, single ? Level.ATOM : product ? Level.PRODUCT : Level.SUM);
  }
}

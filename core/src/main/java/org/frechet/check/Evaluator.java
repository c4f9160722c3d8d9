package org.frechet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.Quadrature;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;

/// Reference evaluation of expressions: straightforward, each shared node once, without recursion,
/// over the reals, with the digits of doubles or twice as many, or over the dual numbers modulo the
/// prime.
///
/// A value that does not exist shows: as NaN or infinity, or as [org.frechet.numeric.Undefined].
public final class Evaluator {
  private final Schedule schedule;

  private Evaluator(List<Expr> roots, boolean exact) {
    schedule = new Schedule(List.copyOf(roots), exact);
  }

  /// {@return an evaluator at real points; at precise ones if the roots have [Precision]}
  public static Evaluator real(List<Expr> roots) {
    return new Evaluator(roots, false);
  }

  /// {@return an evaluator at points modulo the prime, of roots that [#isRational]}
  public static Evaluator exact(List<Expr> roots) {
    return new Evaluator(roots, true);
  }

  /// {@return whether exact evaluation applies: rational functions, integer powers, no `pi`, and
  /// the like of `norm2` only under an even power}
  public static boolean isRational(Expr root) {
    return Rationality.of(root);
  }

  /// {@return the value of one expression}
  public static Mat evaluate(Expr root, Point point) {
    return new Evaluator(List.of(root), point.one() instanceof DualModMat).at(point).getFirst();
  }

  /// {@return the value of each root}
  ///
  /// @throws ArithmeticException where a value does not exist
  /// @throws IllegalArgumentException when a variable has no value, or one of another shape
  public List<Mat> at(Point point) {
    return run(point, new Trace()).roots();
  }

  /// One evaluation: the values of the roots, and the largest absolute value on the way.
  record Run(List<Mat> roots, double magnitude) {}

  /// Evaluates, and records in `trace` what it comes across.
  Run run(Point point, Trace trace) {
    if (Thread.currentThread().isInterrupted()) {
      throw Problem.of(Problem.Code.TIMEOUT, "the time budget of this request is used up")
          .refusal();
    }
    var pass = new Pass(point, trace, new Mat[schedule.slots().size()]);
    pass.all(schedule.steps());

    List<Mat> roots = schedule.roots().stream().map(slot -> pass.values[slot]).toList();
    return new Run(roots, pass.magnitude);
  }

  /// {@return the expressions evaluated on the way}
  List<Expr> nodes() {
    return schedule.slots();
  }

  /// One pass over the schedule at one point.
  private static final class Pass {
    private final Point point;
    private final Trace trace;
    private final Mat[] values;
    private final Map<Node.Index, Integer> indices = new HashMap<>();
    private final Map<Node.Bound, Double> bound = new HashMap<>();
    private boolean within; // an integral
    private double magnitude;

    Pass(Point point, Trace trace, Mat[] values) {
      this.point = point;
      this.trace = trace;
      this.values = values;
    }

    void all(List<Schedule.Step> steps) {
      for (Schedule.Step step : steps) {
        Mat value = value(step);
        values[step.slot()] = value;
        magnitude = Math.max(magnitude, magnitude(value));
      }
    }

    private static double magnitude(Mat value) {
      return switch (value) {
        case RealMat real -> real.magnitude();
        case PreciseMat precise -> precise.magnitude();
        case DualModMat _ -> 0;
      };
    }

    private Mat value(Schedule.Step step) {
      Expr e = step.expr();
      return switch (e.node()) {
        case Node.Num n -> NodeValue.number(n.value(), point.one());
        case Node.Constant c -> NodeValue.constant(c, point.one());
        case Node.Size s -> NodeValue.number(Rational.of(point.size(s.dim())), point.one());
        case Node.Var _, Node.Increment _ -> NodeValue.leaf(e, point);
        case Node.Fill f -> NodeValue.fill(f, point);
        case Node.Add _ -> NodeValue.sum(operands(step));
        case Node.Prod p -> NodeValue.product(p, operands(step), point.one());
        case Node.Hadamard _ -> NodeValue.hadamard(operands(step));
        case Node.Pow p -> NodeValue.power(p, operands(step));
        case Node.Transpose _ -> operand(step).transpose();
        case Node.Apply a -> {
          List<Mat> arguments = operands(step);
          if (!within) { // an integral over a kink is smooth
            step.kinks().forEach(c -> trace.see(c.need(), arguments.get(c.argument())));
          }
          yield NodeValue.apply(a, arguments, point);
        }
        case Node.Slice s -> NodeValue.slice(s, operand(step), index(s.rows()), index(s.cols()));
        case Node.Block b -> NodeValue.block(b, operands(step));
        case Node.IndexSum s -> loop(step, s);
        case Node.Bound b -> RealMat.scalar(bound.getOrDefault(b, Double.NaN));
        case Node.Integral i -> integral(step, (Node.Bound) i.runs());
        case Node.Stop _ -> trace.stop(NodeValue.stop(operand(step)));
      };
    }

    private Mat operand(Schedule.Step step) {
      return values[step.inputs().getFirst()];
    }

    private List<Mat> operands(Schedule.Step step) {
      var operands = new ArrayList<Mat>(step.inputs().size());
      for (int slot : step.inputs()) {
        operands.add(values[slot]);
      }
      return operands;
    }

    private int index(Pick pick) {
      return pick instanceof Pick.At(Node.Index index) ? indices.getOrDefault(index, 0) : 0;
    }

    private Mat loop(Schedule.Step step, Node.IndexSum s) {
      int outer = indices.getOrDefault(s.index(), 0); // an enclosing sum may use the same index
      int rows = point.size(step.expr().shape().rows());
      int cols = point.size(step.expr().shape().cols());
      Mat sum = point.one().zeros(rows, cols);
      for (int i = 1; i <= point.size(s.index().size()); i++) {
        indices.put(s.index(), i);
        all(step.loop());
        sum = sum.plus(operand(step));
      }
      indices.put(s.index(), outer);
      return sum;
    }

    private Mat integral(Schedule.Step step, Node.Bound t) {
      boolean outer = within;
      Double before = bound.get(t);
      double from = ((RealMat) values[step.inputs().get(1)]).get(0, 0);
      double to = ((RealMat) values[step.inputs().get(2)]).get(0, 0);
      int rows = point.size(step.expr().shape().rows());
      int cols = point.size(step.expr().shape().cols());
      within = true;
      double[] integral =
          Quadrature.integrate(
              x -> {
                bound.put(t, x);
                all(step.loop());
                return ((RealMat) operand(step)).toArray();
              },
              from,
              to,
              rows * cols);
      within = outer;
      if (before == null) {
        bound.remove(t);
      } else {
        bound.put(t, before); // an enclosing integral may use the same variable
      }
      return RealMat.of(rows, cols, integral);
    }
  }
}

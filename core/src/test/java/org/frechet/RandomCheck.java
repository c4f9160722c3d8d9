package org.frechet;

import static org.frechet.check.Equality.Verdict.DIFFERENT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.Equality;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.check.Sampler;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.law.Rewriter;
import org.frechet.numeric.RealMat;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Everything that is asked of one random request, apart from the check that every answer has
/// passed already: values and derivatives agree with [Reference], and what is written reads back.
final class RandomCheck {
  /// How a request ended.
  enum Verdict {
    PASSED,
    /// Right as far as seen, but no point was found at which the function could be measured.
    UNMEASURED,
    /// Refused for a good reason.
    REFUSED,
    FAILED
  }

  record Outcome(Verdict verdict, String detail) {}

  /// What is rightly said of `inv(X - X)` and `1/(a - a)`.
  private static final Set<String> DEGENERATE =
      Set.of(
          "clip(x,a,b) needs a ≤ b",
          "norm(x,p) needs p ≥ 1: below, it is no norm",
          "a zero matrix has no inverse",
          "division by zero");

  /// Longer expressions have sums that stay nested, but are read flat.
  private static final long LONG = 150;

  private static final int POINTS = 3;
  private static final int ATTEMPTS = 36;

  private final RandomCase request;
  private final Derivative derivative;
  private final Syntax tree;
  private final Model model;

  private RandomCheck(RandomCase request) {
    this.request = request;
    derivative = request.derivative();
    tree = Parser.parse(request.text());
    model = derivative.model();
  }

  static Outcome of(RandomCase request) {
    try {
      return new RandomCheck(request).outcome();
    } catch (Refusal e) {
      Problem.Code code = e.problem().code();
      boolean good =
          switch (code) {
            case UNSUPPORTED, NOT_DIFFERENTIABLE -> true;
            case BAD_REQUEST -> DEGENERATE.contains(e.getMessage());
            case SYNTAX, UNKNOWN_NAME, UNKNOWN_FUNCTION, ARITY, SHAPE_MISMATCH, NOT_SQUARE -> false;
            case TOO_LARGE, TIMEOUT, INTERNAL -> false;
          };
      return new Outcome(
          good ? Verdict.REFUSED : Verdict.FAILED, code.word() + ": " + e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return new Outcome(Verdict.FAILED, e + (trace.length > 0 ? " at " + trace[0] : ""));
    }
  }

  private Outcome outcome() {
    Optional<String> failure = written();
    return failure.isPresent() ? new Outcome(Verdict.FAILED, failure.get()) : measured();
  }

  // what is written reads back

  private Optional<String> written() {
    return reads("function", TextPrinter.print(Presentation.of(model.expr())), model.expr())
        .or(() -> reads("derivative", derivative.text(), derivative.value()))
        .or(() -> reads("map", derivative.frechet(), derivative.map()));
  }

  private Optional<String> reads(String what, String text, Expr expr) {
    Map<String, Declaration> declared = declared();
    RandomScope.SIZES.forEach( // else a size that stands only in the answer would be a variable
        n -> declared.put("size_" + n, Declarations.parse("size_" + n, "vector(" + n + ")")));
    try {
      Expr read =
          Elaborator.elaborate(Parser.parse(text), Context.of(declared).withIncrements()).expr();
      // A sum over an index is read without the index if possible, a long sum is read flat: there
      // only values agree.
      return read == expr
              || (isIndexedOrLong(expr) && Equality.of(read, expr, 1).verdict() != DIFFERENT)
          ? Optional.empty()
          : Optional.of("the " + what + " " + text + " reads back as " + read + ", not " + expr);
    } catch (Refusal e) {
      return Optional.of("the " + what + " " + text + " does not read back: " + e.getMessage());
    }
  }

  private Map<String, Declaration> declared() {
    Map<String, Declaration> declared = new HashMap<>();
    Declarations.parse(request.declarations()).forEach(d -> declared.put(d.name(), d));
    return declared;
  }

  private static boolean isIndexedOrLong(Expr expr) {
    return expr.weight() > LONG
        || Traversal.topological(expr).stream().anyMatch(e -> e.node() instanceof Node.IndexSum);
  }

  // what is written has the values of the request

  private Outcome measured() {
    var nodes = new ArrayList<>(Traversal.topological(model.expr()));
    nodes.addAll(model.variables().values());
    RandomScope.SIZES.forEach(n -> nodes.add(Algebra.ones(n)));
    var sampler = new Sampler(nodes, request.seed());
    int measured = 0;
    var wrong = new ArrayList<String>();
    for (int i = 0; i < ATTEMPTS && measured < POINTS && wrong.size() < 2; i++) {
      try {
        Optional<Optional<String>> at = at(sampler);
        if (at.isEmpty()) {
          sampler.rejected();
        } else {
          measured++;
          at.get().ifPresent(wrong::add);
          sampler.accepted();
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    if (wrong.size() > 1) {
      return new Outcome(Verdict.FAILED, wrong.getFirst());
    }
    return measured == 0
        ? new Outcome(Verdict.UNMEASURED, "no point in the domain")
        : new Outcome(Verdict.PASSED, derivative.text());
  }

  /// {@return what is wrong at a point, if anything; nothing at all where there is no value}
  private Optional<Optional<String>> at(Sampler sampler) {
    Point point = sampler.real();
    Map<String, RealMat> values = new HashMap<>();
    model.variables().forEach((name, x) -> values.put(name, (RealMat) point.leaves().get(x)));
    var reference = new Reference(values, point.sizes(), declared());
    RealMat value = reference.of(tree);
    if (!(reference.magnitude() <= 1e6) || reference.isOnEdge()) { // NaN fails too
      return Optional.empty();
    }
    if (differ(reference.nudged().of(tree), value, 1e-6, 1e-9 * reference.magnitude())) {
      return Optional.empty(); // made of rounding errors: det(x*y')/1e-9
    }
    boolean nested = request.text().contains("diff(");
    double rounding = (nested ? 1e-7 : 1e-10) * Math.max(reference.magnitude(), nested ? 1 : 0);
    Map<String, Expr> same =
        Map.of(
            "expression", model.expr(),
            "expression after the laws", Rewriter.simplify(model.expr()),
            "tidy expression", Tidy.of(model.expr()));
    for (Map.Entry<String, Expr> form : same.entrySet()) {
      RealMat formed = value(form.getValue(), point);
      if (!formed.isFinite() && nested) {
        return Optional.empty(); // a nested derivative exists in fewer places than its function
      }
      if (differ(formed, value, 1e-7, rounding)) {
        return Optional.of(
            Optional.of(
                "the %s %s is %s where %s is expected"
                    .formatted(
                        form.getKey(), form.getValue(), value(form.getValue(), point), value)));
      }
    }
    return slope(sampler, point, reference, rounding);
  }

  private static RealMat value(Expr e, Point point) {
    try {
      return (RealMat) Evaluator.evaluate(e, point);
    } catch (ArithmeticException _) {
      return RealMat.scalar(Double.NaN);
    }
  }

  /// Written so that a value that does not exist differs.
  private static boolean differ(RealMat a, RealMat b, double relative, double absolute) {
    return a.rows() != b.rows()
        || a.cols() != b.cols()
        || !(a.minus(b).maxAbs() <= relative * Math.max(a.maxAbs(), b.maxAbs()) + absolute);
  }

  private Optional<Optional<String>> slope(
      Sampler sampler, Point point, Reference reference, double rounding) {
    Expr x = derivative.variable();
    String name = ((Node.Var) x.node()).name();
    var here = (RealMat) java.util.Objects.requireNonNull(point.leaves().get(x));
    RealMat direction = (RealMat) sampler.direction(x, point);
    boolean first = derivative.order() == 1;
    var curve = new RandomCurve(x, here, direction);
    var slope = new ReferenceSlope(t -> reference.follower(name, curve.at(t)).of(tree));
    RealMat expected = first ? slope.derivative() : slope.second();
    double blur = rounding * (first ? 1e2 : 1e5) + 20 * slope.error();
    if (!expected.isFinite()
        || slope.error() > 1e-4 * expected.maxAbs() + rounding * (first ? 1e2 : 1e5)) {
      return Optional.empty();
    }
    var views = new RandomViews(derivative, point, direction, expected);
    Map<String, RealMat> near = views.nudged().all();
    boolean steady =
        views.all().entrySet().stream()
            .allMatch(
                v -> !differ(v.getValue(), near.getOrDefault(v.getKey(), expected), 1e-6, blur));
    if (!steady) {
      return Optional.empty(); // inv(X) in det(X)*inv(X)', where X is singular or nearly so
    }
    for (Map.Entry<String, RealMat> view : views.all().entrySet()) {
      if (differ(view.getValue(), expected, 1e-5, blur)) {
        return Optional.of(
            Optional.of(
                "the %s of %s changes it by %s where %s is expected"
                    .formatted(view.getKey(), derivative.text(), view.getValue(), expected)));
      }
    }
    return Optional.of(Optional.empty());
  }
}

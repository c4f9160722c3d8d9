package org.frechet.concrete;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.check.Abstraction;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// The value of an expression at real data. A value that does not exist is refused with the first
/// part that has none; NaN and infinity are never values, not of a part either.
public final class Calculation {
  private static final int LONGEST = 60;

  private final List<Expr> parts;
  private final Point point;

  private Calculation(List<Expr> roots, Point point) {
    this.parts = parts(roots);
    this.point = point;
  }

  /// {@return the value of `root`} `written` are parts that must have a value too, although they
  /// may have cancelled.
  ///
  /// @throws org.frechet.shape.Refusal if one has none, or if it would take too much memory or time
  public static RealMat of(Expr root, Collection<Expr> written, Point point) {
    var roots = new ArrayList<Expr>();
    written.stream().filter(e -> !isWithin(e)).forEach(roots::add);
    roots.remove(root);
    roots.add(root);
    requireDefined(roots);
    var calculation = new Calculation(roots, point);
    return calculation.value(calculation.parts.indexOf(root));
  }

  /// @throws org.frechet.shape.Refusal if a function is called that is declared and not defined
  public static void requireDefined(Collection<Expr> roots) {
    Optional<Expr> call = Abstraction.in(roots);
    if (call.isPresent()) {
      throw undefined(call.get());
    }
  }

  private static RuntimeException undefined(Expr call) {
    return Problem.of(
            Code.BAD_REQUEST,
            "%s has no value: the function is declared and not defined".formatted(shortened(call)))
        .hint("write its formula instead")
        .refusal();
  }

  /// {@return whether something occurs in it that a sum or an integral around it binds}
  private static boolean isWithin(Expr root) {
    return !Traversal.free(List.of(root)).getOrDefault(root, Set.of()).isEmpty();
  }

  /// {@return what is evaluated once, operands first: everything outside of sums over an index and
  /// of integrals}
  private static List<Expr> parts(List<Expr> roots) {
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var stack = new ArrayDeque<Expr>(roots);
    while (!stack.isEmpty()) {
      Expr e = stack.pop();
      if (seen.add(e)) {
        var outside = new ArrayList<>(Traversal.children(e.node()));
        if (e.node() instanceof Node.Binder b) {
          outside.remove(b.body());
        }
        stack.addAll(outside);
      }
    }
    return Traversal.topological(roots).stream().filter(seen::contains).toList();
  }

  private RealMat value(int root) {
    Work.require(parts);
    List<Mat> values;
    try {
      values = Evaluator.real(parts).at(point);
    } catch (ArithmeticException e) {
      throw undefined(failing(), String.valueOf(e.getMessage()));
    }
    for (int i = 0; i < values.size(); i++) {
      if (!((RealMat) values.get(i)).isFinite()) {
        throw undefined(i, "");
      }
    }
    return (RealMat) values.get(root);
  }

  /// {@return the first part without a value}, found by halving
  private int failing() {
    int good = 0;
    int bad = parts.size();
    while (bad - good > 1) {
      int middle = (good + bad) / 2;
      if (values(middle).isPresent()) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return bad - 1;
  }

  private Optional<List<Mat>> values(int count) {
    try {
      return Optional.of(Evaluator.real(parts.subList(0, count)).at(point));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private RuntimeException undefined(int index, String why) {
    Expr part = parts.get(index);
    String reason =
        switch (part.node()) {
          case Node.Apply a -> needs(a).orElse(why);
          case Node.Pow p ->
              "%s%s"
                  .formatted(
                      value(p.base()),
                      p.exponent().node() instanceof Node.Num ? "" : ", " + value(p.exponent()));
          case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> why;
          case Node.Fill _, Node.Add _, Node.Prod _, Node.Hadamard _, Node.Transpose _ ->
              "it is too large for double precision";
          case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> why;
          case Node.Bound _, Node.Integral _ -> why;
        };
    return Problem.of(
            Code.BAD_REQUEST,
            "%s has no value here%s"
                .formatted(shortened(part), reason.isEmpty() ? "" : ": " + reason))
        .hint("a value outside the domain is refused, never guessed")
        .refusal();
  }

  private Optional<String> needs(Node.Apply a) {
    List<String> needs =
        ((Function) a.operator())
            .conditions().stream()
                .filter(c -> !c.need().isKink())
                .map(c -> need(c, a.arguments()))
                .toList();
    if (!needs.isEmpty()) {
      return Optional.of(String.join(", ", needs));
    }
    return Optional.of(
        a.arguments().stream().map(this::value).collect(Collectors.joining(", "))
            + ", and the result is too large for double precision or undefined");
  }

  private String need(Function.Condition c, List<Expr> arguments) {
    Expr argument = arguments.get(c.argument());
    String other = c.other().map(form -> shortened(form.of(arguments))).orElse("");
    return "it needs %s; %s"
        .formatted(c.need().of(shortened(argument), other, ""), value(argument));
  }

  /// {@return `x = -1`, or of an array its extreme entries, or for a matrix its determinant}
  private String value(Expr e) {
    RealMat v;
    try {
      v = (RealMat) Evaluator.evaluate(e, point);
    } catch (ArithmeticException _) {
      return shortened(e) + " has no value";
    }
    String name = shortened(e);
    if (e.isScalar()) {
      String number = Written.number(v.get(0, 0));
      return name.equals(number) ? "of " + number : name + " = " + number;
    }
    if (v.rows() * v.cols() <= 9) {
      return name + " = " + Written.array(v, false);
    }
    double[] entries = v.toArray();
    var ordered = new ArrayList<Double>();
    for (double x : entries) {
      ordered.add(x);
    }
    return "%s has entries from %s to %s"
        .formatted(
            name,
            Written.number(Collections.min(ordered)),
            Written.number(Collections.max(ordered)));
  }

  private static String shortened(Expr e) {
    if (e.weight() > 200) {
      return "a part";
    }
    String text = TextPrinter.print(Presentation.of(e));
    return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
  }
}

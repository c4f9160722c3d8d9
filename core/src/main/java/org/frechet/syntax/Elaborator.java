package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// From what was written to what it means: shapes are inferred where they are not declared, checked
/// where they are, and typed expressions built.
///
/// Three steps: [Names] finds what the names are, [Kinds] with [Shapes] what shapes they have,
/// [Expressions] builds.
public final class Elaborator {
  private final Names names;
  private final Map<String, Shape> shapes;
  private final Set<String> sizes = new TreeSet<>();
  private final Map<String, Expr> globals = new HashMap<>();

  private Elaborator(Names names, Map<String, Shape> shapes, Map<String, Kind> kinds) {
    this.names = names;
    this.shapes = shapes;
    globals.put("pi", Algebra.pi());
    names
        .declared()
        .forEach((name, d) -> {
          if (names.isVariable(name)) {
            globals.put(name, Algebra.variable(name, d.shape(), d.traits()));
          }
        });
    for (String name : names.variables()) {
      boolean size = kinds.get(name) == Kind.SIZE;
      if (size) {
        sizes.add(name);
      } else if (kinds.get(name) == Kind.SCALAR && names.isSize(name)) {
        throw Wording.refusal(
            Code.UNSUPPORTED,
            name + " is a size, and nothing can be differentiated by a size",
            Syntax.Span.NONE,
            "use another name for the variable");
      }
      globals.put(
          name,
          size
              ? Algebra.size(Dim.of(name))
              : Algebra.variable(name, shapes.getOrDefault(name, Shape.SCALAR)));
    }
    names
        .increments()
        .forEach((dx, x) -> {
          if (sizes.contains(x)) {
            throw Wording.refusal(
                Code.UNSUPPORTED,
                x + " is a size and has no differential " + dx,
                Syntax.Span.NONE,
                "use another name for the variable");
          }
          globals.put(dx, Algebra.increment(variable(x)));
        });
  }

  private Expr variable(String name) {
    return java.util.Objects.requireNonNull(globals.get(name));
  }

  /// {@return the names of variables: declared, or written where a value stands}
  public static Set<String> variables(Syntax expr, Map<String, Declaration> declared) {
    Names names = Names.of(List.of(expr), Context.of(declared));
    var variables = new TreeSet<String>(names.variables());
    variables.removeAll(names.integrated());
    declared.keySet().stream().filter(names::isVariable).forEach(variables::add);
    return variables;
  }

  /// {@return the names that stand for sizes, in declarations or in calls such as `eye(n)`}
  public static Set<String> sizes(Syntax expr, Map<String, Declaration> declared) {
    return Names.of(List.of(expr), Context.of(declared)).sizes();
  }

  /// {@return what the expression means}
  ///
  /// @param declared declarations by name
  /// @param extra pieces whose names are variables too although the expression may not use them
  /// @throws Refusal with the place of what does not fit
  public static Model elaborate(
      Syntax expr, Map<String, Declaration> declared, List<Syntax> extra) {
    return elaborate(List.of(expr), Context.of(declared).extra(extra)).getFirst();
  }

  /// {@return what an expression means}
  ///
  /// @throws Refusal with the place of what does not fit
  public static Model elaborate(Syntax expr, Context context) {
    return elaborate(List.of(expr), context).getFirst();
  }

  /// {@return what expressions over common variables mean}
  ///
  /// @throws Refusal with the place, in its own text, of what does not fit
  public static List<Model> elaborate(List<Syntax> exprs, Context context) {
    Names names = Names.of(exprs, context);
    Inference found = Kinds.infer(names, exprs, context);
    var elaborator = new Elaborator(names, found.solution(), found.kinds());
    var expressions = new Expressions(elaborator.globals, context.differentiator());
    var reading = new Reading<>(names, expressions);
    var models = new ArrayList<Model>();
    for (Syntax expr : exprs) {
      models.add(elaborator.model(reading.read(expr), expressions.sums(), expressions.parts()));
    }
    return models;
  }

  private Model model(Expr expr, Set<Expr> sums, Set<Expr> parts) {
    var variables = new TreeMap<String, Expr>();
    names.declared().keySet().stream()
        .filter(names::isVariable)
        .forEach(name -> variables.put(name, variable(name)));
    var inferred = new ArrayList<>(names.variables());
    inferred.removeAll(sizes);
    Set<String> bound = bound(expr);
    variables.keySet().removeAll(bound);
    inferred.removeAll(bound);
    inferred.forEach(name -> variables.put(name, variable(name)));
    var own = new LinkedHashSet<Expr>();
    for (Expr part : parts) { // what an integral contains is a part of it, which is a part too
      if (bound.stream().noneMatch(name -> Traversal.contains(part, variable(name)))) {
        own.add(part);
      }
    }
    return new Model(expr, variables, assumptions(inferred), Set.copyOf(inferred), sums, own);
  }

  /// {@return the names over which the expression integrates and which it has nowhere else}
  private Set<String> bound(Expr expr) {
    var bound = new TreeSet<String>();
    for (String name : names.integrated()) {
      if (names.isVariable(name) && !Traversal.contains(expr, variable(name))) {
        bound.add(name);
      }
    }
    return bound;
  }

  private List<String> assumptions(List<String> inferred) {
    var arrays = new ArrayList<String>();
    var assumptions = new ArrayList<String>();
    for (String name : inferred) {
      Shape shape = shapes.getOrDefault(name, Shape.SCALAR);
      if (shape.isScalar()) {
        assumptions.add(name + " is taken as a scalar");
      } else {
        arrays.add(name + ": " + Wording.of(shape));
      }
    }
    if (!arrays.isEmpty()) {
      assumptions.addFirst("shapes inferred: " + String.join(", ", arrays));
    }
    return assumptions;
  }
}

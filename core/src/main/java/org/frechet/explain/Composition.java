package org.frechet.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// A function as a composition of named steps, each in terms of the names before it; the last is
/// the function. A part that is used in several places is named once, so a deep network has as many
/// names as layers.
final class Composition {
  /// What is known of a value and kept by its name: nothing that bends the space it moves in.
  private static final Set<Trait> KEPT =
      EnumSet.of(
          Trait.NONNEGATIVE,
          Trait.POSITIVE,
          Trait.INVERTIBLE,
          Trait.SYMMETRIC,
          Trait.SKEW,
          Trait.PSD,
          Trait.SPD,
          Trait.LOWER,
          Trait.UPPER,
          Trait.DIAGONAL,
          Trait.TOEPLITZ);

  private final Expr variable;
  private final Operands operands;
  private final Map<Expr, Expr> images = new IdentityHashMap<>();
  private final Map<Expr, Expr> definitions = new LinkedHashMap<>();
  private final Map<Expr, Expr> values = new LinkedHashMap<>();
  private final Map<Expr, Stage.Role> roles = new IdentityHashMap<>();

  private Composition(Task task) {
    this.variable = task.variable();
    this.operands = new Operands(task.f(), task.variable());
  }

  /// {@return the steps in order, those that the function does not use left out}
  static List<Stage> of(Task task) {
    var c = new Composition(task);
    List<Expr> order = c.operands.order();
    var layers = new Layers(c.operands, task.isShort());
    Map<Expr, Stage.Role> named = new LinkedHashMap<>();
    for (Expr e : order) {
      if (e != task.f() && layers.isNamed(e)) {
        named.put(e, layers.role(e));
      }
    }
    Map<Expr, String> words = StageNames.of(named, task);
    for (Expr e : order) {
      Expr image = c.image(e);
      if (words.containsKey(e)) {
        image = c.define(e, words.get(e), image, named.getOrDefault(e, Stage.Role.OTHER));
      }
      c.images.put(e, image);
    }
    Expr last = Traversal.imageOf(task.f(), c.images);
    c.define(task.f(), task.functionName(), last, Stage.Role.OTHER);
    return c.stages();
  }

  private Expr define(Expr value, String word, Expr definition, Stage.Role role) {
    Expr name = name(value, word);
    definitions.put(name, definition);
    values.put(name, value);
    roles.put(name, role);
    return name;
  }

  private static Expr name(Expr value, String word) {
    Shape shape = value.shape();
    var traits = EnumSet.noneOf(Trait.class);
    KEPT.stream()
        .filter(t -> shape.isSquare() || !Trait.closure(List.of(t)).contains(Trait.SQUARE))
        .filter(t -> !shape.isScalar() || !Trait.closure(List.of(t)).contains(Trait.SQUARE))
        .filter(t -> Attributes.has(value, t))
        .forEach(traits::add);
    return Algebra.variable(word, shape, traits);
  }

  /// {@return a part in names} Where names alone lack what a function needs, it gets to see what
  /// they stand for.
  private Expr image(Expr e) {
    if (e == variable || !operands.moves(e)) {
      return e;
    }
    Operands.Split split = operands.of(e);
    List<UnaryOperator<Expr>> forms =
        List.of(
            p -> Traversal.imageOf(p, images),
            p -> Traversal.substitute(Traversal.imageOf(p, images), definitions),
            p -> p);
    for (UnaryOperator<Expr> form : forms) {
      try {
        return split.whole().apply(split.parts().stream().map(form).toList());
      } catch (Refusal refusal) {
        if (refusal.problem().code() == Problem.Code.TIMEOUT) {
          throw refusal;
        }
      }
    }
    return e;
  }

  private List<Stage> stages() {
    var used = new LinkedHashSet<Expr>();
    var open = new ArrayDeque<Expr>(List.of(new ArrayList<>(definitions.keySet()).getLast()));
    while (!open.isEmpty()) {
      Expr name = open.pop();
      if (used.add(name)) {
        inputs(name).stream().filter(definitions::containsKey).forEach(open::push);
      }
    }
    return definitions.keySet().stream()
        .filter(used::contains)
        .map(n ->
            new Stage(
                n,
                Traversal.imageOf(n, values),
                Traversal.imageOf(n, definitions),
                inputs(n),
                java.util.Objects.requireNonNull(roles.get(n))))
        .toList();
  }

  private List<Expr> inputs(Expr name) {
    return Traversal.topological(
            Traversal.imageOf(name, definitions), p -> p.node() instanceof Node.Stop)
        .stream()
        .filter(p -> p == variable || definitions.containsKey(p))
        .toList();
  }
}

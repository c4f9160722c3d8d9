package org.frechet.syntax;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.frechet.function.Functions;
import org.frechet.shape.Shape;

/// What the names of a text stand for: which are variables without a declaration, which are sizes,
/// and how they are used, which tells their likely kind.
final class Names {
  private final Map<String, Declaration> declared;

  /// Undeclared variables in the order in which they are met.
  private final SequencedSet<String> variables = new LinkedHashSet<>();

  private final Set<String> differentiated = new HashSet<>();

  /// What the request names besides the text, such as the variable of differentiation.
  private final Set<String> asked = new HashSet<>();

  private final Set<String> integrated = new HashSet<>();

  /// Used where no integral around binds it; definitions are used who knows where.
  private final Set<String> outside = new HashSet<>();

  private final ArrayDeque<Syntax> within = new ArrayDeque<>();
  private int definitions;
  private final Set<String> sizes = new HashSet<>();
  private final Set<String> spelled = new HashSet<>();
  private final Set<String> vectors = new HashSet<>();
  private final Map<String, Integer> subscripts = new HashMap<>();
  private final Map<String, String> increments = new HashMap<>();

  /// Called like functions that there are not: variables if they are used plainly elsewhere.
  private final Map<String, Integer> called = new HashMap<>();

  private final boolean largerFirst;
  private final IdentityHashMap<Syntax, Integer> weights = new IdentityHashMap<>();

  private Names(Map<String, Declaration> declared, boolean largerFirst) {
    this.declared = declared;
    this.largerFirst = largerFirst;
    for (Declaration d : declared.values()) {
      spelled.add(d.name());
      for (Shape shape : d.shapes()) {
        sizes.addAll(shape.rows().names());
        sizes.addAll(shape.cols().names());
      }
    }
  }

  /// {@return the names in the order of the text}
  static Names of(List<Syntax> pieces, Context context) {
    return read(pieces, context, false);
  }

  /// {@return the undeclared variables in the order in which their sizes are named: in a sum, the
  /// larger operand first}
  static List<String> forSizes(List<Syntax> pieces, Context context) {
    return List.copyOf(read(pieces, context, true).variables);
  }

  private static Names read(List<Syntax> pieces, Context context, boolean largerFirst) {
    var names = new Names(context.declared(), largerFirst);
    pieces.forEach(p -> names.visit(p, Scope.empty()));
    for (Syntax extra : context.extra()) {
      names.visit(extra, Scope.empty());
      Sizes.names(extra, names.differentiated);
      Sizes.names(extra, names.asked);
    }
    names.called.forEach((name, count) -> {
      if (names.variables.contains(name)) {
        names.subscripts.merge(name, count, Math::max);
      }
    });
    if (context.increments()) {
      names.findIncrements();
    }
    Abstractions.refuseClashes(names);
    return names;
  }

  /// An undeclared dX is an increment if X is a variable.
  private void findIncrements() {
    for (String name : List.copyOf(variables)) {
      String base = name.substring(1);
      if (name.startsWith("d") && (variables.contains(base) || isVariable(base))) {
        variables.remove(name);
        increments.put(name, base);
      }
    }
  }

  private void visit(Syntax piece, Scope<Boolean> scope) {
    switch (piece) {
      case Syntax.Name n -> use(n.text(), scope);
      case Syntax.Call c -> call(c, scope);
      case Syntax.Index i -> index(i, scope);
      case Syntax.Let let -> lets(let, scope);
      case Syntax.Binary b -> binary(b, scope);
      case Syntax.Transpose t -> {
        if (t.operand() instanceof Syntax.Name n && scope.find(n.text()).isEmpty()) {
          vectors.add(n.text());
        }
        visit(t.operand(), scope);
      }
      case Syntax.Unary u -> visit(u.operand(), scope);
      case Syntax.Number _, Syntax.Colon _, Syntax.Range _, Syntax.Block _, Syntax.Equation _ -> {
        for (Syntax child : piece.children()) {
          visit(child, scope);
        }
      }
    }
  }

  private void index(Syntax.Index i, Scope<Boolean> scope) {
    if (Abstractions.primed(i, declared, scope).isPresent()) {
      i.selectors().forEach(a -> visit(a, scope));
      return;
    }
    if (i.target() instanceof Syntax.Name n && scope.find(n.text()).isEmpty()) {
      subscripts.merge(n.text(), i.selectors().size(), Math::max);
    }
    visit(i.target(), scope);
  }

  private void lets(Syntax.Let first, Scope<Boolean> scope) {
    Scope<Boolean> inner = scope;
    Syntax piece = first;
    while (piece instanceof Syntax.Let let) {
      definitions++;
      visit(let.value(), inner);
      definitions--;
      spelled.add(let.name());
      inner = inner.define(let.name(), true);
      piece = let.body();
    }
    visit(piece, inner);
  }

  private void binary(Syntax.Binary b, Scope<Boolean> scope) {
    Form.of(b).ifPresent(vectors::add);
    boolean sum = b.operator().equals("+") || b.operator().equals("-");
    if (largerFirst && sum && weight(b.right()) > weight(b.left())) {
      visit(b.right(), scope);
      visit(b.left(), scope);
    } else {
      visit(b.left(), scope);
      visit(b.right(), scope);
    }
  }

  private int weight(Syntax piece) {
    Integer known = weights.get(piece);
    if (known == null) {
      known = 1;
      for (Syntax child : piece.children()) {
        known += weight(child);
      }
      weights.put(piece, known);
    }
    return known;
  }

  private void use(String name, Scope<Boolean> scope) {
    spelled.add(name);
    if (definitions == 0
        && within.stream().noneMatch(t -> t instanceof Syntax.Name n && n.text().equals(name))) {
      outside.add(name);
    }
    if (scope.find(name).isEmpty() && !declared.containsKey(name) && !name.equals("pi")) {
      variables.add(name);
    }
  }

  private void call(Syntax.Call c, Scope<Boolean> scope) {
    var special = Special.of(c);
    var option = Option.of(c, word -> scope.find(word).isPresent() || declared.containsKey(word));
    if (Abstractions.called(c, declared, scope).isPresent()) {
      c.arguments().forEach(a -> visit(a, scope));
    } else if (scope.find(c.name()).isPresent() || declared.containsKey(c.name())) {
      c.arguments().stream().filter(a -> !Selectors.isOne(a, scope)).forEach(a -> visit(a, scope));
    } else if (option.isPresent()) {
      option.get().arguments().forEach(a -> visit(a, scope));
    } else if (special.isPresent()) {
      special.get().checkArity(c);
      special.get().sizes(c).forEach(s -> Sizes.names(s, sizes));
      if (special.get() == Special.DIFF && c.arguments().get(1) instanceof Syntax.Name n) {
        differentiated.add(n.text());
      }
      if (special.get() == Special.INTEGRATE && c.arguments().get(1) instanceof Syntax.Name n) {
        integrated.add(n.text());
      }
      boolean runs =
          special.get() == Special.SUM && c.arguments().getFirst() instanceof Syntax.Name;
      Scope<Boolean> inner = runs ? running((Syntax.Name) c.arguments().getFirst(), scope) : scope;
      if (special.get() == Special.INTEGRATE) {
        integral(c, scope);
      } else {
        special.get().values(c).forEach(v -> visit(v, inner));
      }
    } else if (Functions.byName(c.name()).isPresent()) {
      c.arguments().forEach(a -> visit(a, scope));
    } else if (!c.arguments().isEmpty()
        && c.arguments().stream().allMatch(a -> Selectors.looksLikeOne(a, scope))) {
      use(c.name(), scope);
      subscripts.merge(c.name(), c.arguments().size(), Math::max);
    } else {
      called.merge(c.name(), c.arguments().size(), Math::max);
      c.arguments().forEach(a -> visit(a, scope));
    }
  }

  private void integral(Syntax.Call c, Scope<Boolean> scope) {
    within.addLast(c.arguments().get(1));
    c.arguments().subList(0, 2).forEach(v -> visit(v, scope));
    within.removeLast();
    c.arguments().subList(2, 4).forEach(v -> visit(v, scope));
  }

  private Scope<Boolean> running(Syntax.Name index, Scope<Boolean> scope) {
    spelled.add(index.text());
    return scope.run(index.text(), new Scope.Running(index.text(), Optional.empty()));
  }

  Map<String, Declaration> declared() {
    return declared;
  }

  SequencedSet<String> variables() {
    return variables;
  }

  /// {@return increments, each with its variable}
  Map<String, String> increments() {
    return increments;
  }

  /// {@return names that stand for sizes and for nothing else}
  Set<String> sizeValues() {
    var values = new HashSet<>(sizes);
    values.retainAll(variables);
    values.removeAll(differentiated);
    return values;
  }

  Set<String> sizes() {
    return Set.copyOf(sizes);
  }

  boolean isSize(String name) {
    return sizes.contains(name);
  }

  /// {@return every name with a meaning, which no new size may take}
  Set<String> taken() {
    var taken = new HashSet<>(spelled);
    taken.addAll(variables);
    taken.addAll(sizes);
    return taken;
  }

  boolean isDeclared(String name) {
    return declared.containsKey(name);
  }

  boolean isVariable(String name) {
    Declaration d = declared.get(name);
    return d == null ? variables.contains(name) : isVariable(d);
  }

  private static boolean isVariable(Declaration d) {
    return d.kind() != Declaration.Kind.INDEX && d.kind() != Declaration.Kind.FUNCTION;
  }

  boolean isIndex(String name) {
    Declaration d = declared.get(name);
    return d != null && d.kind() == Declaration.Kind.INDEX;
  }

  /// {@return whether the name is used as only a vector is}
  boolean isLikeVector(String name) {
    return vectors.contains(name);
  }

  /// {@return what is integrated over, and neither used elsewhere nor asked for besides}
  Set<String> integrated() {
    var names = new HashSet<>(integrated);
    names.removeAll(asked);
    names.removeAll(outside);
    return names;
  }

  /// {@return whether something is integrated over the name, so that it is a scalar}
  boolean isIntegrated(String name) {
    return integrated.contains(name);
  }

  /// {@return how many subscripts the name has somewhere; 0 if none}
  int subscripts(String name) {
    return subscripts.getOrDefault(name, 0);
  }

  /// {@return declared shapes by name, indices left out}
  Map<String, Shape> declaredShapes() {
    var shapes = new HashMap<String, Shape>();
    for (Declaration d : declared.values()) {
      if (isVariable(d)) {
        shapes.put(d.name(), d.shape());
      }
    }
    return shapes;
  }
}

package org.frechet.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.Definition;
import org.frechet.function.Function;
import org.frechet.shape.Trait;

/// A part of a function whose value an equation defines, under a name of its own.
///
/// @param definition the equation
/// @param arguments the arguments, in the variable and in earlier unknowns
/// @param written the part, in the variable and in earlier unknowns
/// @param symbols the name of the value, then those of its companions
/// @param values what they stand for, in the variable alone
record ImplicitUnknown(
    Definition definition,
    List<Expr> arguments,
    Expr written,
    List<Expr> symbols,
    List<Expr> values) {
  /// The letters that textbooks take next.
  private static final Map<String, List<String>> NEXT =
      Map.of("λ", List.of("μ", "ν"), "v", List.of("u", "w"));

  private static final int LARGEST_EXPONENT = 9;
  private static final Set<Trait> KEPT =
      EnumSet.complementOf(EnumSet.of(Trait.UNIT, Trait.STOCHASTIC));

  /// The unknowns of a function.
  ///
  /// @param unknowns in the order in which each needs only earlier ones
  /// @param function the function in terms of them
  record System(List<ImplicitUnknown> unknowns, Expr function) {
    /// {@return all names of values}
    List<Expr> symbols() {
      return unknowns.stream().flatMap(u -> u.symbols().stream()).toList();
    }

    /// {@return what each name stands for}
    Map<Expr, Expr> values() {
      Map<Expr, Expr> all = new HashMap<>();
      for (ImplicitUnknown u : unknowns) {
        for (int i = 0; i < u.symbols().size(); i++) {
          all.put(u.symbols().get(i), u.values().get(i));
        }
      }
      return all;
    }
  }

  Expr symbol() {
    return symbols.getFirst();
  }

  /// {@return what each name stands for, in the variable and in earlier unknowns}
  Map<Expr, Expr> named() {
    Map<Expr, Expr> all = new LinkedHashMap<>();
    for (int i = 0; i < symbols.size(); i++) {
      all.put(symbols.get(i), i == 0 ? written : values.get(i));
    }
    return all;
  }

  /// {@return the two sides in the names}
  Definition.Sides sides() {
    return definition.equation().of(arguments, symbols);
  }

  /// {@return the parts of a function that equations define}
  static System of(Task task) {
    Set<Expr> moving = Traversal.dependents(task.f(), List.of(task.variable()));
    Collection<Expr> parts = parts(task.f(), moving);
    var names = new HashSet<String>();
    names.add(task.functionName());
    var unknowns = new ArrayList<ImplicitUnknown>();
    Map<Expr, Expr> images = new LinkedHashMap<>();
    for (Expr e : Traversal.topological(task.f())) {
      Expr image = Traversal.rebuildWith(e, images);
      if (parts.contains(e)) {
        Definition definition = definition(e).orElseThrow();
        List<Expr> arguments = operands(e);
        var symbols = new ArrayList<Expr>();
        var values = new ArrayList<Expr>();
        values.add(e);
        definition.companions().forEach(c -> values.add(c.value().of(arguments)));
        var letters = new ArrayList<String>();
        letters.add(definition.letter());
        definition.companions().forEach(c -> letters.add(c.letter()));
        for (int i = 0; i < values.size(); i++) {
          symbols.add(symbol(letters.get(i), values.get(i), names, task));
        }
        List<Expr> inside = arguments.stream().map(a -> Traversal.imageOf(a, images)).toList();
        unknowns.add(new ImplicitUnknown(definition, inside, image, symbols, values));
        images.put(e, symbols.getFirst());
      } else {
        images.put(e, image);
      }
    }
    return new System(unknowns, Traversal.imageOf(task.f(), images));
  }

  private static List<Expr> operands(Expr e) {
    return e.node() instanceof Node.Pow p ? List.of(p.base()) : ((Node.Apply) e.node()).arguments();
  }

  private static Expr symbol(String letter, Expr value, Set<String> names, Task task) {
    var candidates = new ArrayList<String>();
    candidates.add(value.shape().isMatrix() ? letter : letter.toLowerCase(java.util.Locale.ROOT));
    candidates.addAll(NEXT.getOrDefault(letter, List.of()));
    candidates.addAll(
        value.shape().isMatrix()
            ? List.of("Y", "Z", "U", "V", "W", "P", "Q", "R", "S", "T")
            : List.of("y", "z", "u", "v", "w", "p", "q", "r", "s", "t"));
    candidates.removeIf(n -> names.contains(n) || task.taken().contains("d" + n));
    String name = task.fresh(candidates.isEmpty() ? List.of(letter) : candidates);
    names.add(name);
    return named(name, value);
  }

  /// {@return a variable that stands for a value and has its attributes}
  static Expr named(String name, Expr value) {
    var traits = EnumSet.noneOf(Trait.class);
    KEPT.stream().filter(t -> Attributes.has(value, t)).forEach(traits::add);
    return Algebra.variable(name, value.shape(), traits);
  }

  /// The square of a norm needs no root, and where there is another equation, plain functions are
  /// left as they are.
  private static Collection<Expr> parts(Expr f, Set<Expr> moving) {
    var used = new HashSet<Expr>();
    used.add(f);
    for (Expr e : Traversal.topological(f)) {
      if (!(e.node() instanceof Node.Pow p && Expansion.isSquareOfNorm(p))) {
        used.addAll(Traversal.children(e.node()));
      }
    }
    Map<Expr, Set<Node.Runs>> free = Traversal.free(List.of(f));
    List<Expr> all =
        Traversal.topological(f).stream()
            .filter(e -> moving.contains(e) && used.contains(e) && definition(e).isPresent())
            .filter(e -> free.getOrDefault(e, Set.of()).isEmpty())
            .toList();
    List<Expr> proper = all.stream().filter(e -> !definition(e).orElseThrow().plain()).toList();
    return proper.isEmpty() ? all : proper;
  }

  /// {@return the equation that defines a value, if one does}
  private static Optional<Definition> definition(Expr e) {
    return switch (e.node()) {
      case Node.Apply a -> ((Function) a.operator()).definition();
      case Node.Pow p -> power(p);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
          Optional.empty();
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Transpose _, Node.Slice _ ->
          Optional.empty();
      case Node.Block _, Node.IndexSum _, Node.Bound _, Node.Integral _, Node.Stop _ ->
          Optional.empty();
    };
  }

  private static Optional<Definition> power(Node.Pow p) {
    if (!(p.exponent().node() instanceof Node.Num(Rational k))) {
      return Optional.empty();
    }
    long num = k.num().longValue();
    long den = k.den().longValue();
    boolean small = Math.abs(num) <= LARGEST_EXPONENT && den <= LARGEST_EXPONENT;
    return small && (den > 1 || num < 0)
        ? Optional.of(Definition.power(num, den))
        : Optional.empty();
  }
}

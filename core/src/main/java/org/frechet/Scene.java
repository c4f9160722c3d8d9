package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.claim.Hypothesis;
import org.frechet.claim.Repair;
import org.frechet.derive.Layout;
import org.frechet.derive.TangentSpace;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Vocabulary;

/// What the names of a claim mean: declarations, those that were inferred among them.
///
/// @param assumptions what was inferred, in sentences
/// @param singular matrices without an inverse, by name
/// @param sizes names that stand for sizes in the function, as in `ones(m,p)`
record Scene(
    Map<String, Declaration> declared,
    Rates rates,
    List<String> assumptions,
    Set<Expr> sums,
    Set<String> singular,
    Set<String> sizes) {
  Scene {
    declared = Map.copyOf(declared);
    assumptions = List.copyOf(assumptions);
    sums = Set.copyOf(sums);
  }

  /// {@return the meaning of names in pieces over common variables}
  ///
  /// @param extra pieces whose names are variables too
  /// @param alike whether all have one shape where inference leaves the choice
  /// @throws Refusal if shapes do not fit
  static Scene of(
      List<Syntax> pieces,
      Map<String, Declaration> declared,
      List<Syntax> extra,
      Rates rates,
      boolean alike,
      Set<String> singular) {
    Context context = Context.of(declared).extra(extra).differentiator(rates).withIncrements();
    List<Model> models = Elaborator.elaborate(pieces, alike ? context.ofOneShape() : context);
    Map<String, Declaration> all = new HashMap<>(declared);
    Set<Expr> sums = new HashSet<>();
    Set<String> sizes = new HashSet<>();
    pieces.forEach(p -> sizes.addAll(Elaborator.sizes(p, declared)));
    for (Model m : models) {
      sums.addAll(m.sums());
      infer(all, m);
    }
    return new Scene(all, rates, models.getFirst().assumptions(), sums, singular, sizes);
  }

  /// {@return the names as they were understood elsewhere}
  static Scene of(
      Model model, Map<String, Declaration> declared, List<String> assumptions, Rates rates) {
    Map<String, Declaration> all = new HashMap<>(declared);
    model
        .variables()
        .forEach((name, v) ->
            all.putIfAbsent(
                name, Equation.declaration(name, v.shape(), ((Node.Var) v.node()).traits())));
    return new Scene(all, rates, assumptions, model.sums(), Set.of(), Set.of());
  }

  private static void infer(Map<String, Declaration> all, Model m) {
    for (String name : m.inferred()) {
      Expr v = m.variables().get(name);
      if (v != null) {
        all.putIfAbsent(
            name, Equation.declaration(name, v.shape(), ((Node.Var) v.node()).traits()));
      }
    }
  }

  /// {@return this, and one assumption more}
  Scene assuming(String words) {
    var more = new ArrayList<>(assumptions);
    more.add(words);
    return new Scene(declared, rates, more, sums, singular, sizes);
  }

  /// {@return what a piece means here}
  Model model(Syntax piece) {
    return Elaborator.elaborate(sized(List.of(piece)), context()).getFirst();
  }

  private Context context() {
    return Context.of(declared).differentiator(rates).withIncrements();
  }

  /// {@return what pieces mean here that have the names of others, and what is declared}
  Repair.Reader reader(List<Syntax> others) {
    List<Syntax> pieces = sized(others);
    names().forEach(name -> pieces.add(new Syntax.Name(name, Syntax.Span.NONE)));
    Optional<Vocabulary> common;
    try {
      common = Vocabulary.of(pieces, context());
    } catch (Refusal _) {
      common = Optional.empty(); // one by one they may have a meaning
    }
    return common
        .<Repair.Reader>map(v -> (piece, shape) -> v.read(piece, shape).map(this::given))
        .orElse((piece, shape) ->
            Optional.of(expr(piece)).filter(e -> e.shape().equals(shape)).map(this::given));
  }

  private List<Syntax> sized(List<Syntax> few) {
    var pieces = new ArrayList<>(few);
    for (String size : sizes) { // said once more, so that it is one there too
      pieces.add(
          new Syntax.Call(
              "eye",
              List.of(new Syntax.Name(size, Syntax.Span.NONE)),
              Syntax.Span.NONE,
              Syntax.Span.NONE));
    }
    return pieces;
  }

  Expr expr(Syntax piece) {
    return model(piece).expr();
  }

  Layout layout() {
    return rates.layout();
  }

  /// {@return the variables}
  List<Expr> variables() {
    var variables = new ArrayList<Expr>();
    declared.values().stream()
        .filter(d -> d.kind() != Declaration.Kind.INDEX && d.kind() != Declaration.Kind.FUNCTION)
        .forEach(d -> variables.add(Algebra.variable(d.name(), d.shape(), d.traits())));
    return variables;
  }

  Set<String> names() {
    var names = new java.util.TreeSet<String>();
    variables().forEach(v -> names.add(((Node.Var) v.node()).name()));
    return names;
  }

  /// {@return an expression of which what is given besides the declarations is true}: a singular
  /// matrix is the product of one with fewer columns and one with fewer rows
  ///
  /// Increments of structured variables stay within the structure.
  Expr given(Expr e) {
    Map<Expr, Expr> tangents = new HashMap<>();
    for (Expr x : variables()) {
      if (!((Node.Var) x.node()).traits().isEmpty()
          && Traversal.contains(e, Algebra.increment(x))) {
        tangent(x).ifPresent(dx -> tangents.put(Algebra.increment(x), dx));
      }
    }
    Expr given = tangents.isEmpty() ? e : Traversal.substitute(e, tangents);
    for (String name : singular) {
      Expr x = Traversal.variables(given).get(name);
      if (x != null && x.shape().isSquare() && x.shape().rows().isName()) {
        given = Hypothesis.singular((Node.Var) x.node()).assumed(given);
      }
    }
    return given;
  }

  private static Optional<Expr> tangent(Expr x) {
    try {
      return TangentSpace.of(x).map(TangentSpace::generic);
    } catch (Refusal _) {
      return Optional.empty(); // no projection is known: any increment must do
    }
  }

  Writing writing() {
    return new Writing(names(), sums);
  }

  Formula formula(Syntax function) {
    return new Formula(
        org.frechet.print.TextPrinter.print(function), function, List.copyOf(declared.values()));
  }
}

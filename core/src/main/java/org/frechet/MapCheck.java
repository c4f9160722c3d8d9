package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.frechet.check.DefinitionCheck;
import org.frechet.check.GenericSizes;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Context;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// A candidate for the derivative of a function, as somebody wrote it, against the definition.
public final class MapCheck {
  private static final long SEED = 1;

  private final Model function;
  private final Model map;
  private final String wrt;
  private final Expr variable;
  private final DefinitionCheck check;

  private MapCheck(Model function, Model map, String wrt, Expr variable, DefinitionCheck check) {
    this.function = function;
    this.map = map;
    this.wrt = wrt;
    this.variable = variable;
    this.check = check;
  }

  /// {@return what is found of a candidate}; all texts in the input language or in LaTeX
  ///
  /// @param f a function
  /// @param wrt a variable in it
  /// @param map in the increment `dX` of the variable, or of a name of its own as in `Δ ↦ A*Δ*B`;
  ///   it need not be linear
  /// @throws Refusal if it cannot be read, or has another shape than the function
  public static MapCheck of(String f, String wrt, String map, Conventions conventions) {
    Relation relation = relation(map, conventions);
    if (!relation.signs().isEmpty()) {
      throw Problem.of(Code.BAD_REQUEST, "this is a statement, not a map")
          .hint("write the map alone, as in 2*x'*dx or Δ ↦ A*Δ*B")
          .refusal();
    }
    return of(
        expression(f, conventions),
        wrt,
        relation.sides().getFirst(),
        relation.increment(),
        conventions,
        relation.definitions());
  }

  private static Relation relation(String text, Conventions conventions) {
    return Latex.isLatex(text)
        ? Latex.relation(text, known(conventions))
        : Parser.parseRelation(text);
  }

  private static Syntax expression(String text, Conventions conventions) {
    return Latex.isLatex(text) ? Latex.expression(text, known(conventions)) : Parser.parse(text);
  }

  private static Latex.Known known(Conventions conventions) {
    return new Latex.Known(conventions.declared(), conventions.definitions());
  }

  /// {@return what is found of a candidate that was read}
  ///
  /// @param increment the name of the increment in `map`, unless it is `dX`
  public static MapCheck of(
      Syntax f,
      String wrt,
      Syntax map,
      Optional<Syntax.Name> increment,
      Conventions conventions,
      List<Definition> definitions) {
    String name = Parser.parseName(wrt);
    var all = new ArrayList<>(conventions.definitions());
    all.addAll(definitions);
    Syntax step = new Syntax.Name("d" + name, Syntax.Span.NONE);
    Syntax inner =
        increment
            .filter(i -> !i.equals(step))
            .map(i -> (Syntax) new Syntax.Let(i.text(), step, map, map.span()))
            .orElse(map);
    Context context =
        Context.of(conventions.declared())
            .extra(List.of(new Syntax.Name(name, Syntax.Span.NONE)))
            .differentiator(Formula::nested)
            .withIncrements()
            .ofOneShape();
    List<Model> models = Elaborator.elaborate(List.of(after(all, f), after(all, inner)), context);
    Model function = models.getFirst();
    Model candidate = models.getLast();
    Expr variable = Objects.requireNonNull(function.variables().get(name));
    Expr value =
        candidate.expr().isZero() ? Algebra.zeros(function.expr().shape()) : candidate.expr();
    requireShape(function, variable, value);
    return new MapCheck(
        function, candidate, name, variable, check(function.expr(), variable, value));
  }

  /// {@return an expression after the definitions that it uses}
  private static Syntax after(List<Definition> definitions, Syntax expression) {
    Syntax all = expression;
    for (Definition d : definitions.reversed()) {
      if (d.parameters().isEmpty() && mentions(all, d.name())) {
        all = new Syntax.Let(d.name(), d.value(), all, all.span());
      }
    }
    return all;
  }

  private static boolean mentions(Syntax tree, String name) {
    return tree instanceof Syntax.Name(String text, _) && text.equals(name)
        || tree instanceof Syntax.Call c && c.name().equals(name)
        || tree.children().stream().anyMatch(t -> mentions(t, name));
  }

  private static void requireShape(Model function, Expr variable, Expr map) {
    if (!map.shape().equals(function.expr().shape())) {
      throw Problem.of(
              Code.SHAPE_MISMATCH,
              "the map gives %s, but the function is %s"
                  .formatted(map.shape(), function.expr().shape()))
          .hint(
              Traversal.contains(map, Algebra.increment(variable))
                  ? ""
                  : "the map does not contain %1$s; of a gradient G it is inner(G, %1$s)"
                      .formatted("d" + ((Node.Var) variable.node()).name()))
          .refusal();
    }
  }

  /// Large sizes are tried as small ones: what holds for all sizes holds for these.
  private static DefinitionCheck check(Expr f, Expr variable, Expr map) {
    return GenericSizes.of(List.of(f, variable, map))
        .map(small -> DefinitionCheck.of(small.get(0), small.get(1), small.get(2), SEED))
        .filter(c -> c.verdict() != DefinitionCheck.Verdict.UNMEASURED)
        .orElseGet(() -> DefinitionCheck.of(f, variable, map, SEED));
  }

  public DefinitionCheck check() {
    return check;
  }

  /// {@return the function in the input language}
  public String function() {
    return Writing.of(function).text(function.expr());
  }

  /// {@return the function as a line of mathematics}
  public String unicodeFunction() {
    return Writing.of(function).unicode(function.expr());
  }

  /// {@return the candidate in the input language, in the increment `dX`}
  public String map() {
    return Writing.of(map).text(map.expr());
  }

  public String unicodeMap() {
    return Writing.of(map).unicode(map.expr());
  }

  public String wrt() {
    return wrt;
  }

  /// {@return the map that would be right, in the input language}; nothing where the candidate is,
  /// or none is known
  public Optional<String> correct() {
    if (check.verdict() == DefinitionCheck.Verdict.DERIVATIVE) {
      return Optional.empty();
    }
    try {
      Expr right = Derivation.of(function.expr(), variable, 1, Layout.MIXED).map();
      return check(function.expr(), variable, right).verdict() == DefinitionCheck.Verdict.DERIVATIVE
          ? Optional.of(Writing.of(function).text(right))
          : Optional.empty();
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  public List<String> assumptions() {
    return function.assumptions();
  }
}

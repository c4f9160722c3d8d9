package org.frechet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.derive.Derivation;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner;
import org.frechet.explain.Rule;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.page.Rows;
import org.frechet.page.Sheet;
import org.frechet.page.Sheet.Given;
import org.frechet.page.Sheet.Row;
import org.frechet.print.Presentation;
import org.frechet.shape.Trait;
import org.frechet.syntax.Syntax;

/// What stands on the page of a derivation.
final class Sheets {
  /// An assumption that the shapes tell already.
  private static final String SHAPES = "shapes inferred";

  private Sheets() {}

  static Sheet of(Explanation explanation, Manner.Pairing pairing) {
    Derivative d = explanation.derivative();
    Manner plain = explanation.manner(Presentation.Style.TYPESET, pairing);
    Map<Expr, String> names =
        Abbreviations.of(explanation.proof(), plain, Explanation.task(d, Detail.SHORT).taken());
    Manner manner = plain.naming(names);
    Expr source = d.derivation().source();
    String name = name(d);
    Syntax function = plain.show(source);
    Syntax variable = manner.show(d.by());
    Syntax called = Presentation.called(name, List.of(manner.show(d.variable())));
    List<Syntax> question =
        List.of(
            new Syntax.Equation(called, function, Syntax.Span.NONE),
            sought(Manner.name(name), variable, d.order()));
    return new Sheet(
            explanation.proof().method().title(),
            question,
            given(d),
            remarks(d),
            Sheet.sections(explanation.proof(), manner, Optional.of(manner.show(source))),
            closing(explanation),
            n -> d.model().variables().containsKey(n))
        .preceded(definitions(names, plain));
  }

  private static List<Row> definitions(Map<Expr, String> names, Manner plain) {
    var rows = new ArrayList<Row>();
    names.forEach((part, name) ->
        rows.add(
            new Row(
                Manner.name(name),
                /* repeats= */ false,
                "=",
                plain.show(part),
                Set.of(),
                new Rule("name", "what repeats has a name"),
                rows.isEmpty() ? "what repeats has a name" : "",
                "",
                List.of(),
                Rows.shape(part.shape()))));
    return rows;
  }

  /// The name that the lines of the first derivative use.
  private static String name(Derivative d) {
    Derivation first = d.derivation();
    while (first.last().isPresent()) {
      first = first.last().get();
    }
    return Explanation.task(d, Detail.SHORT).of(first.source(), first).functionName();
  }

  private static Syntax sought(Syntax f, Syntax variable, int order) {
    Syntax derivative = f;
    for (int i = 0; i < order; i++) {
      derivative = Manner.call("diff", derivative, variable);
    }
    return derivative;
  }

  /// The variables in the order in which they stand in the source.
  private static List<Given> given(Derivative d) {
    var variables = new ArrayList<Given>();
    Traversal.variables(d.function())
        .forEach((_, v) -> variables.add(given((Node.Var) v.node(), v)));
    variables.sort(Comparator.comparingInt(g -> position(d.source(), g.name())));
    return List.copyOf(variables);
  }

  private static Given given(Node.Var v, Expr variable) {
    return new Given(v.name(), Rows.shape(variable.shape()), words(v.traits()));
  }

  private static int position(String source, String name) {
    var found =
        java.util.regex.Pattern.compile(
                "(?<![\\p{L}\\p{N}_])"
                    + java.util.regex.Pattern.quote(name)
                    + "(?![\\p{L}\\p{N}_])")
            .matcher(source);
    return found.find() ? found.start() : Integer.MAX_VALUE;
  }

  /// The traits that no other of them implies.
  private static String words(Set<Trait> traits) {
    var essential = EnumSet.noneOf(Trait.class);
    essential.addAll(traits);
    for (Trait t : traits) {
      Set<Trait> implied = EnumSet.copyOf(Trait.closure(List.of(t)));
      implied.remove(t);
      essential.removeAll(implied);
    }
    essential.remove(Trait.SQUARE);
    return essential.stream().map(Trait::word).collect(Collectors.joining(" "));
  }

  private static List<String> remarks(Derivative d) {
    var remarks = new ArrayList<String>();
    if (!d.shape().isScalar()) {
      remarks.add(d.kind() + ", " + Rows.shape(d.shape()) + ", " + d.layout() + " layout");
    }
    inferred(d).ifPresent(remarks::add);
    d.model().assumptions().stream()
        .filter(a -> !a.startsWith(SHAPES))
        .forEach(a -> remarks.add("assumed: " + a));
    d.assumptions().stream()
        .filter(a -> !d.model().assumptions().contains(a))
        .forEach(remarks::add);
    return remarks;
  }

  private static Optional<String> inferred(Derivative d) {
    List<String> names = given(d).stream().map(Given::name).toList();
    List<String> guessed = names.stream().filter(d.model().inferred()::contains).toList();
    return guessed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            guessed.size() == names.size()
                ? "shapes inferred"
                : "inferred: the shape of " + String.join(", ", guessed));
  }

  private static String checked(Explanation explanation) {
    int unmeasured = explanation.proof().unmeasured();
    return unmeasured == 0
        ? "Every line was checked with numbers at random points."
        : "Lines were checked with numbers at random points; %d of %d had no value at any of them."
            .formatted(unmeasured, explanation.proof().lines().size());
  }

  private static List<String> closing(Explanation explanation) {
    var closing = new ArrayList<String>();
    List<String> conditions = explanation.derivative().conditions();
    var needed = conditions.stream().filter(c -> !c.startsWith("not differentiable")).toList();
    if (!needed.isEmpty()) {
      closing.add("Holds where: " + String.join(", ", needed) + ".");
    }
    conditions.stream().filter(c -> !needed.contains(c)).forEach(closing::add);
    closing.add(checked(explanation));
    return closing;
  }
}

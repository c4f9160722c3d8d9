package org.frechet.book;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.frechet.Comparison;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.ImplicitDerivative;
import org.frechet.ImplicitDerivatives;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.Query;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.book.Content.Derivation;
import org.frechet.book.Content.Display;
import org.frechet.book.Content.Inline;
import org.frechet.book.Content.Row;
import org.frechet.book.Content.Sentence;
import org.frechet.book.Content.Verbatim;
import org.frechet.book.Content.Words;
import org.frechet.derive.Form;
import org.frechet.derive.Layout;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner;
import org.frechet.explain.Method;
import org.frechet.explain.RuleBook;
import org.frechet.expr.Expr;
import org.frechet.page.Rows;
import org.frechet.page.Sheet;
import org.frechet.print.Presentation.Style;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Answers the questions of the book with the engine. What the text claims and the engine refutes
/// is an error, and so is what the engine refuses, unless a refusal was asked for.
final class Answers {
  private static final Duration TIME = Duration.ofSeconds(30);

  /// What the preface says once for all derivations.
  private static final String CHECKED = "Every line was checked";

  private static final Pattern LONG = Pattern.compile("\\d+\\.\\d{5,}(?![\\de])");

  private Answers() {}

  /// {@return what is to be printed} @throws BookError with the place of the question
  static List<Content> to(Directive d) {
    try {
      return answer(d);
    } catch (Refusal r) {
      Problem p = r.problem();
      throw d.place().error("%s: %s (%s)".formatted(d.question(), p.message(), p.hint()));
    }
  }

  private static List<Content> answer(Directive d) {
    return switch (d.name()) {
      case "formula" -> List.of(new Inline(Formula.parse(d.question(), d.place())));
      case "math" -> math(d);
      case "true" -> List.of(claimed(d, true));
      case "false" -> List.of(claimed(d, false));
      case "diff" -> List.of(inline(derivative(d, Optional.empty())));
      case "map" -> List.of(map(derivative(d, Optional.of(Form.MAP))));
      case "matrix" -> List.of(inline(derivative(d, Optional.of(Form.MATRIX))));
      case "differential" -> List.of(differential(d));
      case "kind" -> List.of(new Words(derivative(d, Optional.empty()).kind()));
      case "shape" -> List.of(new Words(shape(derivative(d, Optional.empty()).shape())));
      case "conditions" -> List.of(conditions(derivative(d, Optional.empty())));
      case "derive" -> derivation(d);
      case "rule" -> rule(d);
      case "stationary" -> List.of(stationary(d));
      case "answer" -> whole(d);
      case "compare" -> comparison(d);
      case "refused" -> refused(d);
      case "numpy" -> List.of(new Verbatim(derivative(d, Optional.empty()).numpy()));
      case "implicit" -> implicit(d);
      default -> throw d.place().error("there is no question \"%s\"".formatted(d.name()));
    };
  }

  private static List<Content> math(Directive d) {
    var lines = new ArrayList<Formula>();
    d.question().lines().forEach(l -> lines.add(Formula.parse(l, d.place().plus(lines.size()))));
    return List.of(new Display(lines));
  }

  // derivatives

  private static Derivative derivative(Directive d, Optional<Form> form) {
    Query query =
        Query.by(d.variable())
            .order(Integer.parseInt(d.option("order").orElse("1")))
            .layout(word(Layout.values(), d.option("layout").orElse("mixed"), d));
    Query asked = form.map(query::form).orElse(query);
    return Frechet.parse(d.expression()).declare(d.where()).derivative(asked);
  }

  private static <T extends Enum<T>> T word(T[] all, String word, Directive d) {
    for (T t : all) {
      if (t.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
        return t;
      }
    }
    throw d.place().error("there is no \"%s\"".formatted(word));
  }

  private static Predicate<String> variables(Derivative d) {
    return n -> d.model().variables().containsKey(n);
  }

  private static Syntax shown(Derivative d, Expr e) {
    var names = d.model().variables().keySet();
    return new Manner(Style.TYPESET, Manner.Pairing.SHORTER, d.model().sums(), Map.of(), names)
        .show(e);
  }

  private static Inline inline(Derivative d) {
    return new Inline(new Formula(List.of(shown(d, d.value())), List.of(), variables(d)));
  }

  /// `dX ↦ A dX B`.
  private static Inline map(Derivative d) {
    Syntax increment = Manner.call("d", shown(d, d.by()));
    return new Inline(
        new Formula(List.of(increment, shown(d, d.value())), List.of("↦"), variables(d)));
  }

  private static Inline differential(Directive directive) {
    Derivative d = derivative(directive, Optional.empty());
    Syntax tree = Parser.parse(d.differential());
    return new Inline(new Formula(List.of(tree), List.of(), variables(d)));
  }

  private static String shape(Shape s) {
    return Rows.shape(s);
  }

  private static Sentence conditions(Derivative d) {
    return new Sentence(String.join(", ", d.conditions()), variables(d));
  }

  /// The answer with what surrounds it.
  private static List<Content> whole(Directive directive) {
    Derivative d = derivative(directive, Optional.empty());
    Syntax by = shown(d, d.by());
    Syntax left =
        d.order() == 1
            ? Manner.call("diff", Manner.name("f"), by)
            : Manner.call("diff", Manner.call("diff", Manner.name("f"), by), by);
    var lines = new ArrayList<Formula>();
    lines.add(new Formula(List.of(left, shown(d, d.value())), List.of("="), variables(d)));
    var content = new ArrayList<Content>(List.of(new Display(lines)));
    var notes = new ArrayList<String>();
    notes.add("%s, %s, %s layout".formatted(d.kind(), shape(d.shape()), d.layout()));
    d.unconstrained().ifPresent(u -> notes.add("unconstrained: " + u));
    d.independentEntries().ifPresent(u -> notes.add("by independent entries: " + u));
    d.conditions().forEach(c -> notes.add("holds where " + c));
    content.add(new Sentence(String.join("; ", notes), variables(d)));
    return content;
  }

  // derivations

  private static Detail detail(Directive d) {
    return word(Detail.values(), d.option("detail").orElse("short"), d);
  }

  private static List<Content> derivation(Directive d) {
    Method method = word(Method.values(), d.option("method").orElse("differential"), d);
    return List.of(page(Explanation.of(derivative(d, Optional.empty()), method, detail(d)), d));
  }

  private static Content stationary(Directive d) {
    return page(Explanation.stationary(derivative(d, Optional.empty()), detail(d)), d);
  }

  private static List<Content> rule(Directive d) {
    RuleBook rule = RuleBook.of(d.question());
    return List.of(
        new Sentence(rule.statement() + ": " + rule.shows() + ".", _ -> false),
        page(Explanation.of(rule, detail(d)), d));
  }

  private static Derivation page(Explanation explanation, Directive d) {
    Manner.Pairing pairing =
        word(Manner.Pairing.values(), d.option("pairing").orElse("shorter"), d);
    Sheet s = explanation.sheet(pairing);
    List<String> closing = s.closing().stream().filter(c -> !c.startsWith(CHECKED)).toList();
    List<String> remarks = s.remarks().stream().filter(r -> !r.contains("inferred")).toList();
    boolean tables = d.option("table").orElse("yes").equals("yes");
    List<Sheet.Section> sections =
        s.sections().stream().filter(x -> tables || x.table().isEmpty()).toList();
    return new Derivation(
        new Sheet(s.title(), s.question(), s.given(), remarks, sections, closing, s.isVariable()));
  }

  // claims

  private static Comparison compared(Directive d) {
    return (Comparison) found(d, Request.diff(d.question(), ""), "equal", Operands.NONE);
  }

  private static Outcome found(Directive d, Request r, String op, Operands operands) {
    var declared = new HashMap<String, String>();
    for (Declaration each : Declarations.parse(d.where())) {
      declared.put(each.name(), specification(d.where(), each.name()));
    }
    Request request =
        new Request("", op, r.expr(), r.wrt(), declared, 1, "", List.of()).with(operands);
    return switch (new Service(TIME).answer(request)) {
      case Response.Found f -> f.outcome();
      case Response.Refused refused -> throw refused.problem().refusal();
      case Response.Answer _ -> throw d.place().error("an answer of another kind");
    };
  }

  private static String specification(String declarations, String name) {
    for (String each : declarations.split(";")) {
      int colon = each.indexOf(':');
      if (each.substring(0, colon).strip().equals(name)) {
        return each.substring(colon + 1).strip();
      }
    }
    throw new IllegalStateException(name);
  }

  private static Inline claimed(Directive d, boolean holds) {
    if (compared(d).equal() != holds) {
      throw d.place().error("\"%s\" is %s".formatted(d.question(), holds ? "false" : "true"));
    }
    String text = holds ? d.question() : d.question().replace(" = ", " ≠ ");
    return new Inline(Formula.parse(text, d.place()));
  }

  private static List<Content> comparison(Directive d) {
    Comparison c = compared(d);
    boolean expected = d.option("expect").orElse("different").equals("equal");
    if (c.equal() != expected) {
      throw d.place()
          .error(
              "\"%s\": the sides are %s"
                  .formatted(d.question(), c.equal() ? "equal" : "different"));
    }
    var content = new ArrayList<Content>();
    String sign = c.equal() ? " = " : " ≟ ";
    Formula claim = Formula.parse(d.question().replaceFirst(" ==? ", sign), d.place());
    content.add(new Display(List.of(claim)));
    if (c.equal()) {
      content.add(
          new Words(
              c.certainty().equals("proof")
                  ? "Equal: both sides have the same form."
                  : "Equal at %d random points.".formatted(c.points())));
      return content;
    }
    if (!c.sameShape()) {
      content.add(
          new Words(
              "Different: the left side is %s, the right side %s."
                  .formatted(shape(c.shapes().getFirst()), shape(c.shapes().getLast()))));
      return content;
    }
    content.add(new Words("Different, for example at"));
    var point = new ArrayList<Formula>();
    c.counterexample()
        .forEach((name, value) -> point.add(value(Manner.name(name), Comparison.written(value))));
    content.add(new Row(point));
    content.add(new Words("where the sides are"));
    content.add(
        new Row(
            List.of(
                value(claim.sides().getFirst(), Comparison.written(c.counterexampleSides().get(0))),
                value(
                    claim.sides().getLast(), Comparison.written(c.counterexampleSides().get(1))))));
    return content;
  }

  /// Four places show a difference.
  private static Formula value(Syntax name, String value) {
    String rounded =
        LONG.matcher(value)
            .replaceAll(m -> String.format(Locale.ROOT, "%.4f", Double.parseDouble(m.group())));
    String sign = rounded.equals(value) ? "=" : "≈";
    return new Formula(List.of(name, Parser.parse(rounded)), List.of(sign), _ -> false);
  }

  // others

  /// Runs a question that is to be refused.
  private static List<Content> refused(Directive d) {
    try {
      List<Content> answer =
          d.options().containsKey("method")
              ? derivation(d)
              : List.of(inline(derivative(d, Optional.empty())));
      throw d.place()
          .error("\"%s\" is not refused: %d answers".formatted(d.question(), answer.size()));
    } catch (Refusal r) {
      Problem p = r.problem();
      String hint = p.hint().isEmpty() ? "" : "\nhint: " + p.hint();
      return List.of(new Verbatim("error: " + p.message() + hint));
    }
  }

  private static List<Content> implicit(Directive d) {
    String of = d.option("of").orElseThrow(() -> d.place().error("of which variable?"));
    Request request = Request.diff(d.expression(), d.variable());
    var all = (ImplicitDerivatives) found(d, request, "diff", Operands.of(of));
    var content = new ArrayList<Content>();
    for (ImplicitDerivative i : all.all()) {
      Predicate<String> isVariable = n -> i.model().variables().containsKey(n);
      Syntax left = Manner.call("diff", Manner.name(i.of()), Manner.name(i.wrt()));
      boolean closed = !i.kind().startsWith("Fréchet");
      Syntax differential = Manner.call("d", Manner.name(i.of()));
      content.add(
          new Display(
              List.of(
                  Formula.parse(d.expression(), d.place()),
                  closed
                      ? value(left, i.text(), isVariable)
                      : value(differential, i.frechet(), isVariable))));
      content.add(
          new Sentence(
              "%s, %s%s"
                  .formatted(
                      i.kind(),
                      shape(i.shape()),
                      i.conditions().isEmpty()
                          ? ""
                          : "; holds where " + String.join(", ", i.conditions())),
              isVariable));
    }
    return content;
  }

  private static Formula value(Syntax name, String value, Predicate<String> isVariable) {
    return new Formula(List.of(name, Parser.parse(value)), List.of("="), isVariable);
  }
}

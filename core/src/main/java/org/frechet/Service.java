package org.frechet;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.frechet.derive.Form;
import org.frechet.derive.Layout;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;

/// Answers requests; a refusal is a response like any other, so bad input never ends anything.
public final class Service {
  private static final Set<String> OUTPUTS =
      Set.of(
          "text", "unicode", "latex", "steps", "check", "numpy", "differential", "frechet", "json");

  private final Duration time;

  public Service(Duration time) {
    this.time = time;
  }

  public Service() {
    this(Budget.DEFAULT);
  }

  /// {@return the answer or the reason why there is none; never throws for bad input}
  public Response answer(Request request) {
    try {
      return Budget.run(time, () -> response(request));
    } catch (Refusal r) {
      return new Response.Refused(request.id(), r.problem());
    }
  }

  private static Response response(Request request) {
    Operation operation = Operation.of(request.op());
    requireOutputs(request);
    return switch (operation) {
      case DIFF ->
          request.operands().of().isBlank()
              ? differentiated(request)
              : found(request, implicit(request));
      case SIMPLIFY -> found(request, Simplification.of(request.expr(), declared(request)));
      case EQUAL -> found(request, comparison(request));
      case EVAL ->
          found(request, Evaluation.of(request.expr(), declared(request), request.operands().at()));
      case SOLVE ->
          found(request, Solver.solve(request.expr(), declared(request), unknown(request)));
      case DERIVE -> found(request, explained(request));
      case CHECK -> found(request, Checking.of(request));
    };
  }

  private static String unknown(Request request) {
    String unknown = request.operands().unknown();
    return unknown.isBlank() ? request.wrt() : unknown;
  }

  private static Response differentiated(Request request) {
    List<Derivative> derivatives = derivatives(request);
    String sizes = request.operands().entries();
    List<EntryByEntry> entries =
        sizes.isEmpty()
            ? List.of()
            : derivatives.stream().map(d -> EntryByEntry.of(d, sizes)).toList();
    return new Response.Answer(request.id(), request, derivatives, entries);
  }

  private static Explanations explained(Request request) {
    if (!request.form().isEmpty() || !request.along().isEmpty()) {
      throw Problem.of(Code.BAD_REQUEST, "a derivation has no form and no direction")
          .hint("leave out form and along; the derivation shows the map on its way")
          .refusal();
    }
    Method method = word(Method.class, Method::word, "method", request.operands().method());
    Detail detail = word(Detail.class, Detail::word, "detail", request.operands().detail());
    return new Explanations(
        derivatives(request).stream().map(d -> Explanation.of(d, method, detail)).toList());
  }

  /// {@return the constant that a word stands for, the first one for an empty word}
  private static <T extends Enum<T>> T word(
      Class<T> type, Function<T, String> spelled, String what, String word) {
    T[] all = type.getEnumConstants();
    if (word.isBlank()) {
      return all[0];
    }
    return Arrays.stream(all)
        .filter(t -> spelled.apply(t).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(Code.BAD_REQUEST, "there is no %s \"%s\"".formatted(what, word))
                .hint(
                    what
                        + "s are "
                        + Arrays.stream(all).map(spelled).collect(Collectors.joining(", ")))
                .refusal());
  }

  private static Response found(Request request, Outcome outcome) {
    return new Response.Found(request.id(), request, outcome);
  }

  private static ImplicitDerivatives implicit(Request request) {
    if (request.order() != 1) {
      throw Problem.of(
              Code.UNSUPPORTED,
              "implicit differentiation of order " + request.order() + " is not available")
          .hint("order 1 is")
          .refusal();
    }
    if (!request.form().isEmpty() || !request.along().isEmpty()) {
      throw Problem.of(Code.UNSUPPORTED, "implicit differentiation has no forms and directions yet")
          .refusal();
    }
    Layout layout = layout(request.layout());
    return new ImplicitDerivatives(
        variables(request).stream()
            .map(wrt ->
                ImplicitDerivative.of(
                    request.expr(), declared(request), wrt, request.operands().of(), layout))
            .toList());
  }

  /// {@return what to differentiate by}
  private static List<String> variables(Request request) {
    requireVariable(request);
    return Wrt.list(request.wrt());
  }

  private static void requireVariable(Request request) {
    if (request.wrt().isBlank()) {
      throw Problem.of(Code.BAD_REQUEST, "no variable to differentiate by")
          .hint("name one as wrt, for example X")
          .refusal();
    }
  }

  private static Map<String, Declaration> declared(Request request) {
    return Statement.declarations(request.declare());
  }

  /// Two expressions are read as one equation, so that places count in the first.
  private static Comparison comparison(Request request) {
    String other = request.operands().other();
    if (other.isEmpty()) {
      return Comparison.of(request.expr(), declared(request));
    }
    Frechet.parse(request.expr());
    try {
      Frechet.parse(other);
    } catch (Refusal r) {
      throw elsewhere(r.problem());
    }
    try {
      return Comparison.of(request.expr() + " = " + other, declared(request));
    } catch (Refusal r) {
      throw r.problem().start() > request.expr().length() ? elsewhere(r.problem()) : r;
    }
  }

  /// A place in the other expression is none in the first.
  private static Refusal elsewhere(Problem p) {
    return Problem.of(p.code(), "in other: " + p.message()).hint(p.hint()).refusal();
  }

  private static void requireOutputs(Request request) {
    for (String output : request.outputs()) {
      if (!OUTPUTS.contains(output)) {
        throw Problem.of(Code.BAD_REQUEST, "there is no output \"" + output + "\"")
            .hint("outputs are " + String.join(", ", OUTPUTS.stream().sorted().toList()))
            .refusal();
      }
    }
  }

  private static List<Derivative> derivatives(Request request) {
    requireVariable(request);
    Formula formula = Frechet.parse(request.expr());
    for (Map.Entry<String, String> d : new java.util.TreeMap<>(request.declare()).entrySet()) {
      formula = formula.declare(d.getKey(), d.getValue());
    }
    Query query = Query.by(request.wrt()).order(request.order()).layout(layout(request.layout()));
    if (!request.form().isEmpty()) {
      query = query.form(form(request.form()));
    }
    return formula.derivatives(request.along().isBlank() ? query : query.along(request.along()));
  }

  /// {@return the form of this name}
  public static Form form(String name) {
    return word(Form.class, Form::word, "form", name);
  }

  /// {@return the layout of this name; the default for an empty one}
  public static Layout layout(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "", "mixed", "default" -> Layout.MIXED;
      case "numerator" -> Layout.NUMERATOR;
      case "denominator" -> Layout.DENOMINATOR;
      default ->
          throw Problem.of(Code.BAD_REQUEST, "there is no layout \"" + name + "\"")
              .hint("layouts are numerator and denominator")
              .refusal();
    };
  }
}

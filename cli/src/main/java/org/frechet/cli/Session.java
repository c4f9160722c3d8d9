package org.frechet.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.Budget;
import org.frechet.Claimed;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Judgments;
import org.frechet.Operands;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.function.Functions;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Model;
import picocli.CommandLine.TypeConversionException;

/// The state of the interactive mode: declarations and definitions that stay, layout and order.
final class Session {
  static final List<String> COMMANDS =
      List.of(":help", ":vars", ":clear", ":layout", ":order", ":quit");

  private static final String HELP =
      """
      X: matrix(n,p)        declares X; the declaration stays
      let r = Y - X*B       defines r; the definition stays
      norm2(r)^2            shows the function as understood, with its shapes
      norm2(r)^2 wrt B      differentiates; also: d/dB norm2(r)^2, or diff norm2(r)^2 by B
      wrt B                 differentiates the last expression
      d(x'*x)/dx = 2*x      checks a claim, in LaTeX too; also: check CLAIM
      :vars                 lists declarations and definitions
      :clear [NAME]         forgets one, or all
      :layout [LAYOUT]      numerator, denominator or mixed, the default
      :order [1-8]          the order of derivatives
      :quit                 ends; so does Ctrl-D\
      """;

  private final Stdio io;
  private final Map<String, String> declared = new LinkedHashMap<>();
  private final Definitions defined = new Definitions();
  private final Set<String> seen = new TreeSet<>();
  private LayoutName layout = LayoutName.MIXED;
  private int order = 1;
  private String last = "";

  Session(Stdio io) {
    this.io = io;
  }

  /// Does what the line says. {@return whether to go on}
  boolean handle(String line) {
    Sentence sentence = Sentence.of(line);
    try {
      switch (sentence) {
        case Sentence.Blank _ -> {}
        case Sentence.Command(String word, String argument) -> {
          if (word.equals("quit") || word.equals("q")) {
            return false;
          }
          command(word, argument);
        }
        case Sentence.Declare(String text) -> declare(text);
        case Sentence.Let(String name, String value) -> define(name, value);
        case Sentence.Differentiate(String expr, String wrt) -> differentiate(expr, wrt);
        case Sentence.Check(String claim) -> check(claim);
        case Sentence.Show(String expr) -> show(expr);
      }
    } catch (Refusal r) {
      String source = sentence instanceof Sentence.Declare(String text) ? text : "";
      io.complain(Complaint.of(r.problem(), source, io.inkOfErrors()));
    }
    io.out().flush();
    return true;
  }

  /// {@return the words to complete with: functions, variables, shapes and attributes}
  Set<String> words() {
    var words = new TreeSet<>(Functions.names());
    words.addAll(seen);
    words.addAll(declared.keySet());
    words.addAll(defined.all().keySet());
    words.addAll(List.of("scalar", "vector", "row", "matrix", "wrt", "let", "check"));
    words.addAll(List.of("eye", "ones", "zeros", "reshape", "sg", "diff"));
    Stream.of(Trait.values()).map(t -> t.word()).forEach(words::add);
    return words;
  }

  // sentences

  private void command(String word, String argument) {
    switch (word) {
      case "help", "h" -> io.out().println(HELP);
      case "vars" -> {
        declared.forEach((name, as) -> io.out().println(name + ": " + as));
        defined.all().forEach((name, as) -> io.out().println("let " + name + " = " + as));
      }
      case "clear" -> clear(argument);
      case "layout" -> {
        layout = argument.isEmpty() ? layout : layout(argument);
        io.out().println("layout " + layout);
      }
      case "order" -> {
        if (!argument.isEmpty() && !argument.matches("[1-8]")) {
          throw bad("the order is 1 to 8, not " + argument);
        }
        order = argument.isEmpty() ? order : Integer.parseInt(argument);
        io.out().println("order " + order);
      }
      default -> throw bad("there is no command :" + word);
    }
  }

  private void clear(String name) {
    if (name.isEmpty()) {
      declared.clear();
      defined.clear();
      seen.clear();
    } else {
      boolean wasDeclared = declared.remove(name) != null;
      boolean wasDefined = defined.remove(name);
      if (!wasDeclared && !wasDefined) {
        throw bad(name + " is neither declared nor defined");
      }
    }
  }

  private static LayoutName layout(String name) {
    try {
      return new LayoutName.Converter().convert(name);
    } catch (TypeConversionException e) {
      throw bad("there is no layout " + name);
    }
  }

  private void declare(String text) {
    Declarations.parse(text);
    declared.putAll(Inputs.declarations(List.of(text)));
  }

  private void define(String name, String value) {
    String rest = value.isEmpty() ? "" : value + "; " + name;
    Frechet.parse("let " + name + " = " + rest);
    defined.put(name, value);
  }

  private void differentiate(String expr, String wrt) {
    if (expr.isEmpty() && last.isEmpty()) {
      throw bad("there is no last expression to differentiate");
    }
    last = expr.isEmpty() ? last : expr;
    String text = defined.before(last);
    var request =
        new Request("", "diff", text, wrt, declared, order, layout.inRequest(), List.of());
    answering(
        text,
        () ->
            switch (new Service().answer(request)) {
              case Response.Refused refused -> throw refused.problem().refusal();
              case Response.Found _ ->
                  throw new IllegalStateException("only derivatives were asked for");
              case Response.Answer answer -> {
                answer.derivatives().forEach(d -> seen.addAll(d.model().variables().keySet()));
                yield answer.derivatives().stream()
                    .map(d -> new Report(d, io.ink()).text(false))
                    .collect(Collectors.joining("\n\n"));
              }
            });
  }

  private void check(String claim) {
    boolean latex = Latex.isLatex(claim);
    String text = latex ? claim : defined.before(claim);
    var request =
        new Request("", "check", "", "", declared, 1, layout.inRequest(), List.of())
            .with(Operands.claimed(Claimed.text(text)));
    answering(
        text,
        () ->
            switch (new Service().answer(request)) {
              case Response.Refused refused -> throw refused.problem().refusal();
              case Response.Found(_, _, Judgments found) ->
                  String.join("\n", new JudgmentLines(io.ink(), latex, text).of(found));
              case Response.Found _, Response.Answer _ ->
                  throw new IllegalStateException("only a check was asked for");
            });
  }

  private void show(String expr) {
    String text = defined.before(expr);
    answering(
        text,
        () -> {
          Formula formula = Frechet.parse(text);
          for (Map.Entry<String, String> d : declared.entrySet()) {
            formula = formula.declare(d.getKey(), d.getValue());
          }
          Model model = formula.model();
          seen.addAll(model.variables().keySet());
          var heading = new Heading(text, model);
          String note = Heading.shape(model.expr().shape()) + "   " + heading.shapes();
          return String.join(
              "\n", new Columns().add(heading.function(), note.strip()).lines(io.ink()));
        });
    last = expr;
  }

  private void answering(String text, java.util.concurrent.Callable<String> answer) {
    try {
      io.out().println(Budget.run(Budget.DEFAULT, answer));
    } catch (Refusal r) {
      io.complain(Complaint.of(r.problem(), text, io.inkOfErrors()));
    }
  }

  private static Refusal bad(String message) {
    return Problem.of(Code.BAD_REQUEST, message).hint(":help tells what can be typed").refusal();
  }
}

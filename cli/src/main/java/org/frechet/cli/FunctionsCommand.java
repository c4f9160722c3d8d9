package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.frechet.Frechet;
import org.frechet.cli.json.JsonVocabulary;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.function.Signature;
import org.frechet.shape.Problem;
import org.frechet.syntax.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "functions",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    description = "Lists the functions of the language, or tells everything of one.")
final class FunctionsCommand implements Callable<Integer> {
  /// What is written like a function but takes names or sizes.
  private static final List<String> FORMS =
      List.of(
          "eye(n), ones(n), ones(m,n), zeros(n), zeros(m,n)",
          "sum(i, E), the sum of E over an index i",
          "sg(E), E with its gradient stopped",
          "diff(E, X), the derivative of E by X",
          "let r = E; F, which names a part");

  private final Stdio io;

  FunctionsCommand(Stdio io) {
    this.io = io;
  }

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "A function.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--json", description = "Print JSON, one function on each line.")
  private boolean json;

  @Override
  public Integer call() {
    List<Function> chosen = name.isPresent() ? functions(name.get()) : Functions.all();
    if (json) {
      chosen.forEach(f -> io.out().println(JsonVocabulary.write(f)));
    } else if (name.isPresent()) {
      chosen.forEach(this::describe);
    } else {
      list();
    }
    return 0;
  }

  /// {@return what has this name} There are two of some, for vectors and for matrices.
  private static List<Function> functions(String name) {
    List<Function> found =
        Functions.all().stream()
            .filter(f -> f.name().equals(name) || f.aliases().contains(name))
            .toList();
    if (found.isEmpty()) {
      throw Problem.of(Problem.Code.UNKNOWN_FUNCTION, "there is no function " + name)
          .hint(
              Nearest.to(name, Functions.names())
                  .map(near -> "did you mean " + near + "?")
                  .orElse("frechet functions lists them"))
          .refusal();
    }
    return found;
  }

  private void list() {
    for (Group group : Group.values()) {
      List<Function> members = Functions.all().stream().filter(f -> Group.of(f) == group).toList();
      io.out().println(io.ink().bold(group.title));
      var columns = new Columns();
      members.forEach(f -> columns.add("  " + names(f), f.summary()));
      columns.lines(io.ink()).forEach(io.out()::println);
    }
    io.out().println(io.ink().bold("forms"));
    FORMS.forEach(form -> io.out().println("  " + form));
    io.out().println("frechet functions NAME tells more of one.");
  }

  /// How functions are grouped in the list.
  private enum Group {
    ELEMENTWISE("of each entry"),
    SCALAR("scalar-valued"),
    OTHER("vector- and matrix-valued");

    private final String title;

    Group(String title) {
      this.title = title;
    }

    static Group of(Function f) {
      if (f.elementwise()) {
        return ELEMENTWISE;
      }
      boolean scalar =
          !f.signatures().isEmpty() && f.signatures().stream().allMatch(s -> s.value().isScalar());
      return scalar ? SCALAR : OTHER;
    }
  }

  /// {@return the names of a function}
  private static String names(Function f) {
    String aliases = f.aliases().isEmpty() ? "" : ", " + String.join(", ", f.aliases());
    return f.name() + aliases;
  }

  private void describe(Function f) {
    var lines = new ArrayList<String>();
    lines.add(io.ink().bold(f.name()) + "   " + f.summary());
    if (!f.aliases().isEmpty()) {
      lines.add("also: " + String.join(", ", f.aliases()));
    }
    if (!f.signatures().isEmpty()) {
      lines.add(
          f.signatures().stream()
              .map(Signature::text)
              .collect(Collectors.joining("; ", "takes: ", "")));
    }
    f.conditions().forEach(c -> lines.add("needs: " + JsonVocabulary.condition(f, c)));
    for (Function.Example example : f.examples()) {
      lines.add(
          "example: the derivative of %s by %s is %s%s"
              .formatted(
                  example.expr(),
                  example.wrt(),
                  example.expected(),
                  example.declare().isEmpty() ? "" : ", with " + example.declare()));
    }
    lines.forEach(io.out()::println);
  }
}

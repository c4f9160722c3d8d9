package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.frechet.cli.Stdio.Terminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Misuse gives one message on standard error and exit code 2; help is everywhere.
class UsageTest {
  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(List.of(), "no command: name diff, derive, simplify"),
        arguments(List.of("dif"), "unknown command dif; did you mean diff?"),
        arguments(List.of("diff", "x"), "Missing required option: '--wrt"),
        arguments(List.of("diff", "x", "y", "--wrt", "x"), "unexpected argument y"),
        arguments(
            List.of("diff", "x", "--wrt", "x", "--latx"),
            "unknown option --latx; did you mean --latex?"),
        arguments(List.of("diff", "x", "--wrt", "x", "--order", "two"), "'two' is not an int"),
        arguments(
            List.of("diff", "x", "--wrt", "x", "--layout", "odd"), "'odd' is not one of numerator"),
        arguments(List.of("diff", "x", "--wrt", "x", "--time", "fast"), "'fast' is not a time"),
        arguments(List.of("diff", "x", "--wrt", "x", "--time", "-1s"), "'-1s' is not a time"),
        arguments(
            List.of("diff", "x", "--wrt", "x", "--from", "html"),
            "'html' is not one of auto, text, latex"),
        arguments(
            List.of("diff", "x", "--wrt", "x", "--text", "--latex"),
            "--text and --latex go together only"),
        arguments(
            List.of("diff", "x", "--wrt", "x", "--text", "--steps"),
            "--text and --steps go together only"),
        arguments(
            List.of("diff", "--file", "/no/such/file", "--wrt", "x"),
            "cannot read /no/such/file: no such file"),
        arguments(List.of("diff", "--file", "/", "--wrt", "x"), "cannot read /: it is a directory"),
        arguments(
            List.of("diff", "x", "--file", "/", "--wrt", "x"), "give EXPR or --file, not both"),
        arguments(List.of("simplify", "x", "--text", "--latex"), "--text and --latex go together"),
        arguments(List.of("equal", "x"), "give two expressions, or an equation"),
        arguments(List.of("batch", "--threads", "0"), "--threads must be between 1 and 256"),
        arguments(List.of("batch", "requests.jsonl"), "unexpected argument requests.jsonl"),
        arguments(List.of("completion", "fish"), "'fish' is not one of bash, zsh"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongUsage(List<String> arguments, String message) {
    Run run = Run.of(arguments.toArray(String[]::new));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("frechet: ").contains(message).doesNotContain("Exception");
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
  }

  @Test
  void withoutAnExpressionATerminalIsNotRead() {
    Run run =
        Run.with(
            "x", new Terminals(true, true, true), Map.of("NO_COLOR", "1"), "diff", "--wrt", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no expression");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "diff",
        "derive",
        "simplify",
        "equal",
        "check",
        "eval",
        "batch",
        "repl",
        "functions",
        "completion"
      })
  void help(String command) {
    Run run = command.isEmpty() ? Run.of("--help") : Run.of(command, "--help");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith(("Usage: frechet " + command).strip());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void filesAndWordsAreCompleted() {
    String script = Run.of("completion", "bash").out();
    assertThat(script)
        .contains("_picocli_frechet_check()", "(\"text\" \"markdown\" \"html\" \"json\" \"sarif\")")
        .contains("complete -F _complete_frechet -o default")
        .doesNotContain("compopt +o default");
  }

  @Test
  void version() {
    assertThat(Run.of("--version").out()).startsWith("frechet ");
    assertThat(Run.of("diff", "--version").out()).startsWith("frechet ");
  }

  @Test
  void fileThatIsNotText(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("f"), new byte[] {'x', (byte) 0xff});
    Run run = Run.of("diff", "--file", file.toString(), "--wrt", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("it is not UTF-8 text");
  }
}

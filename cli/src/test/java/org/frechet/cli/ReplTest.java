package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.frechet.cli.Stdio.Terminals;
import org.jline.reader.Candidate;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplTest {
  static Stream<Arguments> sentences() {
    return Stream.of(
        arguments("  ", new Sentence.Blank()),
        arguments("# a remark", new Sentence.Blank()),
        arguments(":order 2", new Sentence.Command("order", "2")),
        arguments("exit", new Sentence.Command("quit", "")),
        arguments(
            "X : matrix(n,p); y: vector(n)", new Sentence.Declare("X : matrix(n,p); y: vector(n)")),
        arguments("let r = y - X*w", new Sentence.Let("r", "y - X*w")),
        arguments("let r = y; r'*r", new Sentence.Show("let r = y; r'*r")),
        arguments("x'*x wrt x", new Sentence.Differentiate("x'*x", "x")),
        arguments("wrt x", new Sentence.Differentiate("", "x")),
        arguments("diff x'*x by x", new Sentence.Differentiate("x'*x", "x")),
        arguments("diff x'*x wrt x'", new Sentence.Differentiate("x'*x", "x'")),
        arguments("d/dx x'*x", new Sentence.Differentiate("x'*x", "x")),
        arguments("d/dx + 3", new Sentence.Show("d/dx + 3")),
        arguments("diff(x'*x, x)", new Sentence.Show("diff(x'*x, x)")),
        arguments("d(x'*x)/dx = 2*x", new Sentence.Check("d(x'*x)/dx = 2*x")),
        arguments("check tr(A) = tr(A')", new Sentence.Check("tr(A) = tr(A')")),
        arguments("let r = y; r'*r >= 0", new Sentence.Check("let r = y; r'*r >= 0")),
        arguments("let r = y; r", new Sentence.Show("let r = y; r")),
        arguments("solve(A*x == b, x)", new Sentence.Show("solve(A*x == b, x)")),
        arguments("X(1:2,:)", new Sentence.Show("X(1:2,:)")));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentence(String line, Sentence meaning) {
    assertThat(Sentence.of(line)).isEqualTo(meaning);
  }

  @Test
  void declarationsAndDefinitionsStay() {
    Run run =
        Run.reading(
            """
            X: matrix(n,p); w: vector(p)
            y: vector(n)
            let r = X*w - y
            norm2(r)^2
            wrt w
            :vars
            """,
            "repl");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("scalar   X: n×p   w: p×1   y: n×1\n")
        .contains("∂f/∂w = 2 Xᵀ (X w − y)")
        .contains("X: matrix(n,p)\n", "y: vector(n)\n", "let r = X*w - y\n")
        .doesNotContain("inferred", "\u001b", "frechet>");
  }

  @Test
  void claimsAreChecked() {
    Run run =
        Run.reading(
            """
            d(x'*A*x)/dx = 2*A*x
            let f = x'*A*x
            A: matrix(n,n) symmetric
            d(f)/dx = 2*A*x
            x'*( = 1
            """,
            "repl");
    assertThat(run.out())
        .contains("WRONG unless A is symmetric.  Correct: (A + A')*x.\n")
        .contains("RIGHT in denominator layout.\n");
    assertThat(run.err()).contains("error:", "  x'*( = 1\n");
  }

  @Test
  void aMistakeEndsNothing() {
    Run run =
        Run.reading(
            "wrt x\nx'*\nX: matri(n)\nlet 2 = x\n:foo\n:order 9\n:clear q\nx'*A*x wrt x\n:quit\nx",
            "repl");
    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("  x'*\n", "  X: matri(n)\n", "no command :foo", "no last expression");
    assertThat(run.out()).contains("∂f/∂x = (A + Aᵀ) x").endsWith("\n");
  }

  @Test
  void orderAndLayoutStay() {
    Run run = Run.reading(":order 2\n:layout numerator\nx'*A*x wrt x\n:clear\n:help\n", "repl");
    assertThat(run.out()).contains("order 2", "layout numerator", "∂²f/∂x² = A + Aᵀ", ":quit ");
  }

  @Test
  void aDumbTerminalHasAPromptAndNoEscapeSequences() {
    var terminals = new Terminals(true, true, true);
    Run run = Run.with("x'*x wrt x\n", terminals, Map.of("TERM", "dumb"), "repl");
    assertThat(run.out()).contains("frechet> ", "∂f/∂x = 2 x").doesNotContain("\u001b");
  }

  @Test
  void theEditorReadsAndRemembers(@TempDir Path folder) throws IOException {
    Path history = folder.resolve("history");
    var out = new ByteArrayOutputStream();
    var io = Run.stdio("", out, new ByteArrayOutputStream(), Terminals.NONE, Map.of());
    var keys =
        new ByteArrayInputStream("logdet(X) wrt X\nx'*x wrt x\n".getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal = new DumbTerminal(keys, new ByteArrayOutputStream())) {
      var session = new Session(io);
      ReplCommand.edit(new Editor(terminal, session, Optional.of(history)), session);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("∂f/∂X = X⁻ᵀ", "∂f/∂x = 2 x");
    assertThat(Files.readString(history)).contains("x'*x wrt x");
  }

  @Test
  void namesAreCompleted() {
    var io =
        Run.stdio(
            "", new ByteArrayOutputStream(), new ByteArrayOutputStream(), Terminals.NONE, Map.of());
    var session = new Session(io);
    session.handle("theta: vector(n)");
    session.handle("let res = y - X*theta");
    session.handle("norm2(res) + sum(omega.*theta)");
    assertThat(Editor.candidates(session, "lo").stream().map(Candidate::value))
        .contains("logdet", "theta", "res", "omega", "matrix", "spd");
    assertThat(Editor.candidates(session, ":l").stream().map(Candidate::value)).contains(":layout");
  }

  @Test
  void theNameAtTheCursorIsCompleted() {
    assertThat(WordAtCursor.of("tr(X*lo + 1", 7).word()).isEqualTo("lo");
    assertThat(WordAtCursor.of(":or", 3).word()).isEqualTo(":or");
    assertThat(WordAtCursor.of("x'*", 3).word()).isEmpty();
  }
}

package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.frechet.cli.Stdio.Terminals;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.junit.jupiter.api.Test;

class ComplaintTest {
  private static String complaint(String source, int start, int end) {
    return Complaint.of(Problem.of(Code.SYNTAX, "bad").at(start, end), source, Ink.NONE);
  }

  @Test
  void theExampleOfTheContract() {
    Run run =
        Run.of("diff", "norm2(X*Y)", "--wrt", "X", "--declare", "X: matrix(n,p); Y: matrix(n,q)");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            """
            error: cannot multiply X (n×p) by Y (n×q): inner dimensions p and n differ
              norm2(X*Y)
                    ~~~
              hint: did you mean X'*Y?
            """);
  }

  @Test
  void withoutAPlace() {
    Problem problem = Problem.of(Code.BAD_REQUEST, "bad").hint("do better");
    assertThat(Complaint.of(problem, "x", Ink.NONE)).isEqualTo("error: bad\n  hint: do better");
  }

  @Test
  void atTheEnd() {
    assertThat(complaint("x +", 3, 3)).isEqualTo("error: bad\n  x +\n     ^");
    assertThat(complaint("x", 5, 9)).isEqualTo("error: bad");
    assertThat(complaint("", 0, 0)).isEqualTo("error: bad");
  }

  @Test
  void wideAndCombiningLetters() {
    assertThat(complaint("日本*e\u0301*y", 6, 7))
        .isEqualTo("error: bad\n  日本*e\u0301*y\n" + " ".repeat(2 + 4 + 1 + 1 + 1) + "~");
    assertThat(complaint("𝑥+y", 3, 4)).isEqualTo("error: bad\n  𝑥+y\n    ~");
  }

  @Test
  void onlyTheLineOfThePlace() {
    assertThat(complaint("let r = x;\nr + $\n+ 1", 15, 20))
        .isEqualTo("error: bad\n  r + $\n      ~");
  }

  @Test
  void aWindowOfALongExpression() {
    String text = complaint("a+".repeat(500) + "$" + "+b".repeat(500), 1000, 1001);
    String[] lines = text.split("\n");
    assertThat(lines[1].length()).isBetween(60, 76);
    assertThat(lines[1]).startsWith("  …").endsWith("…");
    assertThat(lines[1].charAt(lines[2].indexOf('~'))).isEqualTo('$');
  }

  @Test
  void aLongPlaceIsCut() {
    assertThat(complaint("x".repeat(1000), 0, 1000).split("\n")[2])
        .isEqualTo("  " + "~".repeat(70));
  }

  @Test
  void theInputCannotSteerTheTerminal() {
    Run run = Run.of("diff", "x + \u001b[31m\u202e y", "--wrt", "x");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).doesNotContain("\u001b").doesNotContain("\u202e");
  }

  @Test
  void coloursOnlyOnACapableTerminalThatWantsThem() {
    var all = new Terminals(true, true, true);
    String[] bad = {"diff", "x+", "--wrt", "x"};
    assertThat(Run.with("", all, Map.of(), bad).err()).contains("\u001b[1;31merror:\u001b[m");
    assertThat(Run.with("", all, Map.of("NO_COLOR", "1"), bad).err()).doesNotContain("\u001b");
    assertThat(Run.with("", all, Map.of("TERM", "dumb"), bad).err()).doesNotContain("\u001b");
    assertThat(Run.with("", Terminals.NONE, Map.of(), bad).err()).doesNotContain("\u001b");
    String[] good = {"diff", "x'*x", "--wrt", "x"};
    assertThat(Run.with("", all, Map.of(), good).out()).contains("\u001b[");
    assertThat(Run.with("", all, Map.of("NO_COLOR", "1"), good).out()).doesNotContain("\u001b");
    assertThat(Run.of(good).out()).doesNotContain("\u001b");
  }
}

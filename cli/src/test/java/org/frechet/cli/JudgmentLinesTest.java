package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.frechet.Judgment;
import org.frechet.Judgments;
import org.frechet.cli.Stdio.Terminals;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.Inspection;
import org.frechet.cli.report.Samples;
import org.frechet.document.Report;
import org.junit.jupiter.api.Test;

/// What a terminal shows of judgments and of documents.
class JudgmentLinesTest {
  private static List<String> text(Judgment j) {
    return new JudgmentLines(Ink.NONE, /* latex= */ false, "").of(j);
  }

  @Test
  void aMissingHypothesis() {
    assertThat(text(Samples.quadratic()).subList(0, 7))
        .containsExactly(
            "WRONG unless A is symmetric.  Correct: (A + A')*x.",
            "  counterexample  A = [0 1; 0 0], x = (1, 1)':  claimed (2, 0)', true (1, 1)'",
            "  claimed         2 A x",
            "                  ~",
            "  correct         (A + Aᵀ) x",
            "                   ~~~~~~",
            "  probably        A is used as if it were symmetric");
  }

  @Test
  void anotherLayoutInTheNotationOfTheClaim() {
    Judgment j = Samples.determinant();
    String claim = "\\frac{\\partial}{\\partial X} \\ln|X| = X^{-1}";
    assertThat(new JudgmentLines(Ink.NONE, /* latex= */ true, claim).of(j).getFirst())
        .isEqualTo(
            "RIGHT in numerator layout (X invertible, det X > 0); in denominator layout it is X^{-T}.");
    assertThat(new JudgmentLines(Ink.NONE, true, claim + "X^\\top").of(j).getFirst())
        .endsWith("it is X^{-\\top}.");
    assertThat(text(j).getFirst()).endsWith("in denominator layout it is inv(X)'.");
  }

  @Test
  void everyVerdict() {
    assertThat(text(Samples.right()))
        .startsWith("RIGHT in denominator layout.")
        .anyMatch(l -> l.contains("how sure        proof: both sides have the same normal form"));
    assertThat(text(Samples.wrong()))
        .startsWith("WRONG.  Correct: 2*X'*(X*b - y).")
        .contains("  counterexample  X = 1.5, b = 0:  claimed -0.333333, true -0.666667");
    assertThat(text(Samples.illShaped()).getFirst())
        .startsWith("ILL-SHAPED: cannot multiply x (n×1) by A (n×n)")
        .endsWith("differ.  Correct: (A + A')*x.");
    assertThat(text(Samples.unknown("no points were found")).getFirst())
        .isEqualTo("CANNOT TELL: no points were found.");
  }

  @Test
  void aChainNamesItsFirstWrongStep() {
    var chain = new Judgments(List.of(Samples.right(), Samples.wrong(), Samples.right()));
    List<String> lines = new JudgmentLines(Ink.NONE, false, "").of(chain);
    assertThat(lines.getFirst()).isEqualTo("WRONG in step 2 of 3, the first that is not right.");
    assertThat(lines).contains("  1  d(tr(A*X))/dX = A'", "     RIGHT in denominator layout.");
    var right = new Judgments(List.of(Samples.right(), Samples.right()));
    assertThat(new JudgmentLines(Ink.NONE, false, "").of(right).getFirst())
        .isEqualTo("RIGHT in all 2 steps.");
  }

  @Test
  void coloursMarkWhatDiffers() {
    List<String> lines =
        new JudgmentLines(new Ink(true), /* latex= */ false, "").of(Samples.quadratic());
    assertThat(lines.getFirst()).startsWith("\u001b[1;31mWRONG\u001b[m unless");
    assertThat(lines.get(2)).contains("\u001b[1;35m2\u001b[m A x");
    assertThat(lines).noneMatch(l -> l.contains("~"));
  }

  private static List<String> document(Report report, boolean all) {
    var inspection = new Inspection(List.of(new Checked("lecture.md", report)), List.of());
    return new DocumentLines(Ink.NONE, all).of(inspection);
  }

  @Test
  void longSentencesAreWrapped() {
    assertThat(text(Samples.quadratic()))
        .allMatch(l -> l.length() <= 96)
        .anyMatch(l -> l.startsWith(" ".repeat(18)) && l.strip().startsWith("points (by accident"));
  }

  @Test
  void theProgressOfLongDocuments() throws InterruptedException {
    var err = new ByteArrayOutputStream();
    var terminals = new Terminals(true, true, true);
    var io = Run.stdio("", new ByteArrayOutputStream(), err, terminals, Map.of());
    var bar = new ProgressBar(io, 2);
    bar.begin("a/long/path/to/some/lecture notes\u001b.md", 1);
    bar.at(1, 300);
    assertThat(err.size()).isZero(); // short ones need none
    Thread.sleep(700);
    bar.at(150, 300);
    bar.end();
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("notes\ufffd.md (1 of 2)  [############------------]  150 of 300 statements")
        .endsWith("\r\u001b[K");
  }

  @Test
  void aDocumentIsListedByLines() {
    List<String> lines = document(Samples.lecture(), /* all= */ false);
    assertThat(lines)
        .contains(
            "lecture.md:4:3: RIGHT only if A is symmetric, which is not said here.  In general: (A + A^T) x.",
            "  \\nabla_x (x^T A x) = 2 A x   (1.1)",
            "lecture.md:11:1: step 2 of 2: WRONG.  Correct: 2 X^T (X b - y).",
            "lecture.md:14:29: COULD NOT READ: there is no command \\mystery.")
        .noneMatch(l -> l.contains("DEFINITION"));
    assertThat(lines.getLast())
        .startsWith("lecture.md: 7 statements: 1 right, 1 right under a hypothesis");
    assertThat(document(Samples.lecture(), /* all= */ true))
        .contains("lecture.md:5:31: DEFINITION: f is log(det(X)).")
        .contains("lecture.md:13:6: RIGHT in denominator layout.");
  }

  @Test
  void aDocumentCannotSteerTheTerminal() {
    assertThat(String.join("\n", document(Samples.hostile(), /* all= */ true)))
        .contains("CANNOT TELL", "CONFLICT")
        .doesNotContain("\u001b", "\u202e");
  }
}

package org.frechet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.frechet.Conventions;
import org.frechet.derive.Layout;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Whole documents: what is found in each line.
class DocumentTest {
  private static final Document.Options PATIENT =
      new Document.Options(Conventions.NONE, Duration.ofSeconds(20), Duration.ofSeconds(120));

  /// What is found, as `line status`; definitions and what claims nothing are left out.
  private record Case(String name, String... found) {}

  private static final List<Case> CASES =
      List.of(
          new Case("matrix-regression.md", "19 right", "26 right", "39 wrong", "45 right"),
          new Case("logistic-regression.tex", "24 right", "25 right", "34 wrong", "40 silenced"),
          new Case("pca.md", "10 right", "27 right", "30 right"),
          new Case("kalman.tex", "15 right", "22 ill-shaped"),
          new Case(
              "backprop.md",
              "8 right",
              "9 right",
              "10 right",
              "16 right-other-layout",
              "18 unknown"),
          new Case("gaussian.tex", "9 right", "13 right", "14 right", "18 wrong", "21 silenced"),
          new Case(
              "cookbook.md",
              "7 right",
              "8 right",
              "9 right",
              "10 right",
              "11 wrong",
              "15 right",
              "16 right-other-layout",
              "17 right",
              "18 right",
              "19 right",
              "20 right",
              "21 wrong"),
          new Case("derivation.md", "5 right-if", "9 right-if", "13 right", "14 right"));

  private static String text(String name) {
    try (InputStream in = DocumentTest.class.getResourceAsStream("/documents/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Report judged(String text, Document.Format format) {
    return Document.read(text, format).judge(PATIENT, Document.Progress.SILENT);
  }

  private static Report judged(String name) {
    return judged(text(name), Document.Format.ofName(name).orElseThrow());
  }

  private static List<String> shown(Report report) {
    return report.findings().stream()
        .filter(f -> f.status() != Status.DEFINITION && f.status() != Status.NOT_A_CLAIM)
        .map(f -> f.place().line() + " " + f.status().word())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> findsWhatIsRightAndWrong() {
    return CASES.stream()
        .map(c ->
            DynamicTest.dynamicTest(
                c.name, () -> assertThat(shown(judged(c.name))).containsExactly(c.found)));
  }

  private static Report markdown(String text) {
    return judged(text, Document.Format.MARKDOWN);
  }

  /// Formulas that only somebody who knows no mathematics would call wrong.
  @TestFactory
  Stream<DynamicTest> neverRaisesFalseAlarms() {
    return Stream.of(
            "We solve $Ax = b$ and $A^T A x = A^T b$.",
            "Suppose $A = A^T$ and $AB = BA$. Let $Q^T Q = I$.",
            "The update is $w_{k+1} = w_k - \\eta \\nabla f(w_k)$, that is $w = w - \\eta g$.",
            "Subject to $\\|x\\|^2 = 1$, $x \\ge 0$ and $Cx \\le d$.",
            "Set $\\frac{d}{dx} x^T A x = 0$.",
            "It is wrong that $\\frac{d}{dx} x^T A x = A x$.",
            "If $\\frac{dy}{dx} = 3$ then $y$ grows.",
            "The eigenvectors satisfy $S u = \\lambda u$, so $\\det(S - \\lambda I) = 0$.",
            "The Riccati equation is\n$$A^T P + P A - P B R^{-1} B^T P + Q = 0.$$",
            "In the limit $\\lim_{x \\to 0} \\frac{\\sin x}{x} = 1$.",
            "With $\\mathbb{E}[x] = \\mu$ we have $\\mathbb{E}[x x^T] = \\Sigma + \\mu \\mu^T$.",
            "The ODE $\\frac{dx}{dt} = A x$ and the PDE $\\frac{\\partial u}{\\partial t} = \\frac{\\partial^2 u}{\\partial x^2}$.",
            "For a scalar $\\frac{d}{dx} \\sin x = \\cos x$.",
            "With the error signal, $\\frac{\\partial L}{\\partial W} = \\delta x^T$.",
            "Let $X = U \\Sigma V^T$ and $X = QR$. Then $X = LL^T$.",
            "$$ P_{k|k} = (I - K_k H_k) P_{k|k-1} $$")
        .map(text ->
            DynamicTest.dynamicTest(
                text.lines().findFirst().orElse(""),
                () -> assertThat(markdown(text).findings()).noneMatch(f -> f.status().isFault())));
  }

  @Test
  void namesTheFirstWrongStep() {
    Report report =
        markdown(
"""
Let $A \\in \\mathbb{R}^{n \\times n}$ and $x \\in \\mathbb{R}^n$.

$$\\begin{aligned}
\\frac{d}{dx} x^T A x &= (A + A^T) x \\\\
&= A x + A^T x \\\\
&= A x - A^T x
\\end{aligned}$$
""");
    Finding finding = report.findings().getFirst();
    assertThat(finding.status()).isEqualTo(Status.WRONG);
    assertThat(finding.message())
        .startsWith("step 3 is the first that is wrong")
        .contains("correct: ");
    assertThat(finding.at().line()).isIn(5, 6);
    assertThat(finding.judgments()).hasSize(3);
    assertThat(finding.step()).isEqualTo(2);
  }

  @Test
  void detectsLayoutsAndTheirConflicts() {
    Report report =
        markdown(
"""
# One

$\\frac{d}{dx} a^T x = a$ and $\\frac{d}{dx} x^T x = 2x$.

# Two

$\\frac{d}{dx} a^T x = a^T$ and $\\frac{d}{dx} x^T x = 2x^T$.
""");
    assertThat(report.sections().get(1).layout()).contains(Layout.DENOMINATOR);
    assertThat(report.sections().get(2).layout()).contains(Layout.NUMERATOR);
    assertThat(report.sections().get(2).source()).isEqualTo(Section.Source.EVIDENCE);
    assertThat(report.counts()).containsEntry(Status.RIGHT, 4);
    assertThat(report.conflicts()).hasSize(1);
  }

  @Test
  void takesTheLayoutThatTheTextStates() {
    Report report =
        markdown(
"""
We use numerator layout throughout.

$\\frac{d}{dx} a^T x = a^T$, $\\frac{d}{dx} x^T x = 2x$
""");
    assertThat(report.sections().getFirst().source()).isEqualTo(Section.Source.STATED);
    assertThat(report.findings().stream().map(Finding::status))
        .containsExactly(Status.RIGHT, Status.RIGHT_OTHER_LAYOUT);
    assertThat(report.conflicts()).isNotEmpty();
  }

  @Test
  void readsCommentsForThisProgram() {
    Report report =
        markdown(
"""
<!-- frechet: S: matrix(n,n) symmetric; let q = x'*S*x -->
$\\frac{dq}{dx} = 2 S x$

<!-- frechet: ignore -->
$\\frac{dq}{dx} = S x$

<!-- frechet: S: nonsense -->
""");
    assertThat(report.findings().stream().map(Finding::status))
        .containsExactly(Status.RIGHT, Status.SILENCED, Status.UNREADABLE);
  }

  @Test
  void knowsWhatDerivativesAreCalled() {
    Report report =
        markdown(
            """
            Let $f : \\mathbb{R}^n \\to \\mathbb{R}^m$ and $g : \\mathbb{R}^n \\to \\mathbb{R}^m$ with derivatives $P$ and $Q$ at $x$.
            Define $k(x) = f(x) g(x)^T$. The derivative of $k$ is $\\Delta \\mapsto P \\Delta g(x)^T + Q \\Delta f(x)^T$.
            """);
    assertThat(report.findings().getLast().status()).isEqualTo(Status.WRONG);
  }

  @Test
  void tellsHowFarItIs() {
    var seen = new ArrayList<String>();
    Document.read("$\\frac{d}{dx} x^2 = 2x$ and $a = b$", Document.Format.MARKDOWN)
        .judge(PATIENT, (done, all) -> seen.add(done + "/" + all));
    assertThat(seen).startsWith("0/2").endsWith("2/2");
  }

  /// Documents with characters changed, dropped, doubled and moved are read without a crash.
  @Test
  void survivesMutations() {
    var random = new Random(1);
    var hasty =
        new Document.Options(Conventions.NONE, Duration.ofMillis(50), Duration.ofMillis(200));
    for (int i = 0; i < 40; i++) {
      Case c = CASES.get(random.nextInt(CASES.size()));
      var text = new StringBuilder(text(c.name));
      for (int k = 0; k < 20; k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(4)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, "$\\{}[]()&^_%=\n`#<>-".charAt(random.nextInt(19)));
          case 2 ->
              text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(30))));
          default ->
              text.insert(
                  at,
                  List.of(
                          "$$",
                          "\\begin{align}",
                          "\\end{align}",
                          "\\def\\a#1{#1#1}",
                          "\\\\",
                          "<!--",
                          "```",
                          "\\mapsto",
                          "\\frac{")
                      .get(random.nextInt(9)));
        }
      }
      Document.Format format =
          random.nextBoolean() ? Document.Format.LATEX : Document.Format.MARKDOWN;
      Report report = Document.read(text.toString(), format).judge(hasty, Document.Progress.SILENT);
      assertThat(report.findings())
          .allSatisfy(f -> {
            assertThat(f.place().start()).isBetween(0, text.length());
            assertThat(f.place().end()).isBetween(f.place().start(), text.length());
          });
    }
  }
}

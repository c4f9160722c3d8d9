package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner.Pairing;
import org.frechet.page.Derivations.Case;
import org.frechet.print.Typography;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages go through a real LaTeX.
class LatexPageTest {
  private static final Pattern OVERFULL = Pattern.compile("Overfull \\\\hbox \\((\\d+)");
  private static final double BEARABLE = 20;

  private static boolean hasLatex() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv().getOrDefault("PATH", ""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdflatex")));
  }

  /// {@return what it said}
  private static String compiled(Path folder, String document)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve("page.tex"), document);
    Process latex =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "page.tex")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    assertThat(latex.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(folder.resolve("said"), StandardCharsets.ISO_8859_1);
    assertThat(latex.exitValue()).as(said).isZero();
    return said;
  }

  @Test
  void compilesAndStaysOnThePage(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(hasLatex(), "no pdflatex on this machine");
    Typography signs =
        new Typography(Differential.PARTIAL, Transpose.PRIME, Hadamard.CIRC, Determinant.BARS);
    var fragments = new ArrayList<String>();
    for (Case c : Derivations.ALL) {
      fragments.add(LatexPage.fragment(c.sheet(), Look.DEFAULT));
      fragments.add(LatexPage.fragment(c.sheet(Detail.FULL, Pairing.TRACE), new Look(signs, true)));
    }
    String said = compiled(folder, LatexPage.document(fragments));
    Matcher overfull = OVERFULL.matcher(said);
    while (overfull.find()) {
      assertThat(Double.parseDouble(overfull.group(1))).as(said).isLessThan(BEARABLE);
    }
  }

  @Test
  void oneDerivationIsADocument() {
    assertThat(LatexPage.of(new Case("norm2(Y - X*B)^2", "B").sheet(), Look.DEFAULT))
        .startsWith("\\documentclass")
        .contains(
            "f(B) &= \\lVert Y - X B \\rVert_F^2",
            "$Y \\in \\mathbb{R}^{n \\times q}$",
            "\\textcolor{changed}{X \\, \\mathrm{d}B}",
            "\\tag*{\\small\\color{rule} squared norm}")
        .endsWith("\\end{document}\n");
  }

  @Test
  void anyCharacterComesOut() {
    assertThat(List.of("größe", "变", "100% of $x_1$ & #2"))
        .map(LatexText::words)
        .containsExactly("größe", "\\texttt{U+53D8}", "100\\% of \\$x\\_1\\$ \\& \\#2");
  }
}

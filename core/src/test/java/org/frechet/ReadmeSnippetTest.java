package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The Java code of the README compiles, gives what its comments say, and is the code below.
class ReadmeSnippetTest {
  @Test
  void libraryExampleHolds() {
    // README
    Derivative d =
        Frechet.parse("norm2(Y - X*B)^2")
            .declare("Y: matrix(n,q); X: matrix(n,p); B: matrix(p,q)")
            .derivative("B");
    String gradient = d.gradient(); // 2*X'*(X*B - Y)
    String latex = d.latex(); // 2 X^\top (X B - Y)
    String shape = d.shape().declaration(); // matrix(p,q)
    boolean checked = d.check().passed(); // true

    Judgment j = Claims.check("d(x'*A*x)/dx = 2*A*x", Conventions.NONE).decisive();
    Verdict verdict = j.verdict(); // RIGHT_IF
    List<String> hypotheses = j.hypotheses(); // [A symmetric]
    // README
    assertThat(gradient).isEqualTo("2*X'*(X*B - Y)");
    assertThat(latex).isEqualTo("2 X^\\top (X B - Y)");
    assertThat(shape).isEqualTo("matrix(p,q)");
    assertThat(checked).isTrue();
    assertThat(verdict).isEqualTo(Verdict.RIGHT_IF);
    assertThat(hypotheses).containsExactly("A symmetric");
  }

  @Test
  void readmeShowsThisCode() throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/frechet/ReadmeSnippetTest.java"));
    String snippet = source.split("    // README\n", -1)[1].stripTrailing().stripIndent();
    assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + snippet + "\n```");
  }
}

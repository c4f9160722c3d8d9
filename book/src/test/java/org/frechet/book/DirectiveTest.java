package org.frechet.book;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is wrong in a manuscript keeps it from being made, with file and line.
class DirectiveTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "`true: tr(A*B*C) = tr(B*A*C) where A: matrix(n,n); B: matrix(n,n)` | is false",
        "`false: tr(A*B) = tr(B*A)` | is true",
        "`diff: A*B by A where A: matrix(m,n); B: matrix(m,n)` | cannot multiply",
        "`diff: x'*A*x` | does not say by which variable",
        "`$x + ` | not a formula",
        "`diff colour red: x'*x by x` | there is no option \"colour\"",
        "[there](01-x.md#nowhere) | there is no heading",
      })
  void wrongSpans(String text, String why, @TempDir Path folder) throws IOException {
    refused("# Title\n\nWords, and\n" + text + "\n", "00-x.md:4: ", why, folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "derive|x'*x by x;method: magic|there is no \"magic\"",
        "derive|x'*A*x by x;method: implicit|defined by an equation",
        "compare|tr(A*B) = tr(B*A)|the sides are equal",
        "refused|x'*A*x by x|is not refused",
        "drive|x'*x by x|there is no block",
        "rule|inverses|there is no rule",
      })
  void wrongBlocks(String name, String body, String why, @TempDir Path folder) throws IOException {
    String block = "```" + name + "\n" + body.replace(';', '\n') + "\n```\n";
    refused("# Title\n\n" + block, "00-x.md:", why, folder);
  }

  private static void refused(String text, String place, String why, Path folder)
      throws IOException {
    Files.writeString(folder.resolve("00-x.md"), text);
    assertThatThrownBy(() -> Manuscript.read(folder))
        .isInstanceOf(BookError.class)
        .hasMessageContaining(place)
        .hasMessageContaining(why);
  }
}

package org.frechet.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.frechet.explain.Method;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Makes the book as it is published and leaves it in `target/book`. That no question of it is
/// wrong or refused is tested by making it.
class BookTest {
  private static final Path OUT = Path.of("target", "book");
  private static Manuscript manuscript = make();

  private static Manuscript make() {
    try {
      return Main.make(Path.of("..", "docs", "book"), OUT);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeAll
  static void formats() {
    assertThat(OUT.resolve("matrix-calculus.html")).isNotEmptyFile();
    assertThat(OUT.resolve("matrix-calculus.tex")).isNotEmptyFile();
    if (Pdf.isAvailable()) {
      assertThat(OUT.resolve("matrix-calculus.pdf")).isNotEmptyFile();
    }
  }

  /// A question in a sentence that was not recognised would show as code.
  @Test
  void everyQuestionWasAnswered() throws IOException {
    String html = Files.readString(OUT.resolve("matrix-calculus.html"));
    assertThat(html)
        .doesNotContainPattern(
            "<code>(\\$|(true|false|diff|map|differential|matrix|kind|shape): )");
    assertThat(manuscript.directives()).hasSizeGreaterThan(100);
  }

  @Test
  void thirtyExamplesAreWorked() {
    Set<String> examples =
        manuscript.outline().stream()
            .filter(s -> s.file().equals("06-examples.md") && s.level() == 2)
            .map(Manuscript.Section::title)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(examples).hasSizeGreaterThanOrEqualTo(30);
    assertThat(manuscript.sectionsWith(Set.of("derive", "answer", "implicit", "stationary")))
        .containsAll(examples);
  }

  @Test
  void everyMethodIsShown() {
    List<String> methods =
        manuscript.directives().stream()
            .filter(d -> d.name().equals("derive"))
            .map(d -> d.option("method").orElse("differential"))
            .distinct()
            .toList();
    for (Method m : Method.values()) {
      assertThat(methods).contains(m.word());
    }
  }

  /// One file: it asks for nothing from elsewhere, and runs nothing.
  @Test
  void theHtmlIsSelfContained() throws IOException {
    String html = Files.readString(OUT.resolve("matrix-calculus.html"));
    assertThat(html).doesNotContain("<script", "<link", "src=", "@import", "url(");
    for (Manuscript.Section s : manuscript.outline()) {
      assertThat(html).contains("id=\"" + s.anchor() + "\"");
    }
  }
}

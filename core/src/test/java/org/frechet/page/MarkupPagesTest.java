package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.frechet.page.Derivations.Case;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/// Markdown and HTML.
class MarkupPagesTest {
  private static final Case REGRESSION = new Case("norm2(Y - X*B)^2", "B");

  @Test
  void markdownHasABlockAndAList() {
    assertThat(MarkdownPage.of(REGRESSION.sheet(), Look.DEFAULT))
        .startsWith("## $\\frac{\\partial f}{\\partial B}$ by differentials")
        .contains("$$\n\\begin{aligned}\n", "\n1. **squared norm**: $", "&& \\text{(1)}")
        .doesNotContain("textcolor", "operatorname");
  }

  @ParameterizedTest
  @MethodSource("org.frechet.page.Derivations#all")
  void markdownClosesWhatItOpens(Case c) {
    String page = MarkdownPage.of(c.sheet(), Look.DEFAULT);
    assertThat(page.chars().filter(x -> x == '$').count() % 2).isZero();
    assertThat(page.split("\\\\left[(\\[|]|\\\\left\\\\", -1))
        .hasSameSizeAs(page.split("\\\\right[)\\]|]|\\\\right\\\\", -1));
  }

  @Test
  void htmlNeedsNothingElse() {
    assertThat(HtmlPage.of(REGRESSION.sheet(), Look.DEFAULT))
        .startsWith("<!DOCTYPE html>")
        .contains("<math>", "class=\"changed\"", "prefers-color-scheme", "@media print")
        .doesNotContain("<script", "http", "src=");
  }

  /// What a fragment opens it closes, in order: it is XML but for the void elements.
  @ParameterizedTest
  @MethodSource("org.frechet.page.Derivations#all")
  void htmlIsWellFormed(Case c) throws Exception {
    String fragment = HtmlPage.fragment(c.sheet(), Look.DEFAULT).replace("<wbr>", "<wbr/>");
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(fragment)));
    assertThat(document.getDocumentElement().getTagName()).isEqualTo("article");
  }
}

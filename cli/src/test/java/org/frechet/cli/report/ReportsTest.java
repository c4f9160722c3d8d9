package org.frechet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.frechet.cli.json.JsonReport;
import org.frechet.cli.json.SarifReport;
import org.frechet.document.Finding;
import org.frechet.document.Report;
import org.frechet.document.Status;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports about documents as Markdown, HTML, JSON and SARIF.
class ReportsTest {
  private static Inspection of(Report... reports) {
    return new Inspection(
        List.of(reports).stream().map(r -> new Checked("notes/my lecture.md", r)).toList(),
        List.of());
  }

  private static JsonNode parsed(String json) {
    return new JsonMapper().readTree(json);
  }

  @Test
  void markdown() {
    assertThat(MarkdownReport.of(of(Samples.lecture())))
        .contains("#### Line 4 (1.1): right under a hypothesis")
        .contains("In general: $(A + A^\\top) x$.")
        .contains("```latex\n\\nabla_x (x^T A x) = 2 A x\n```")
        .contains("- counterexample: `A = [0 1; 0 0], x = (1, 1)':  claimed (2, 0)', true (1, 1)'`")
        .contains("| 5 | definition | `f(X) = \\ln \\|X\\|` |");
  }

  @Test
  void markdownOfADocumentThatIsMarkup() {
    String text = MarkdownReport.of(of(Samples.hostile()));
    assertThat(text).doesNotContain("\u001b", "\u202e");
    String outsideOfCode =
        text.replaceAll("(?s)```latex\n.*?\n```\n", "").replaceAll("``.*?``", "");
    assertThat(outsideOfCode.replace("\\<", "")).doesNotContain("<");
    assertThat(MarkdownReport.code("a ``` b")).isEqualTo("````a ``` b````");
    assertThat(MarkdownReport.code("`")).isEqualTo("`` ` ``");
  }

  /// What a browser would make of the page, without the line that is no XML.
  private static Element root(String html) throws Exception {
    String xml =
        html.replaceFirst("<!DOCTYPE html>", "")
            .replaceAll("<meta ([^>]*)>", "<meta $1/>")
            .replace("<wbr>", "");
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)))
        .getDocumentElement();
  }

  private static void isHarmless(Element element) {
    assertThat(element.getTagName())
        .isNotIn("script", "img", "iframe", "object", "embed", "link", "form", "base");
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      String name = element.getAttributes().item(i).getNodeName();
      String value = element.getAttributes().item(i).getNodeValue();
      assertThat(name).doesNotStartWith("on").isNotEqualTo("src");
      if (name.equals("href")) {
        assertThat(value).startsWith("#d");
      }
    }
    NodeList children = element.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element child) {
        isHarmless(child);
      }
    }
  }

  @Test
  void html() throws Exception {
    String html = HtmlReport.of(of(Samples.lecture()));
    Element root = root(html);
    isHarmless(root);
    assertThat(root.getTextContent())
        .contains("right under a hypothesis", "RIGHT only if A is symmetric", "line 11")
        .contains("A = [0 1; 0 0], x = (1, 1)'");
    assertThat(html)
        .contains("<a href=\"#d1-4\">line 4</a>", "<li id=\"d1-4\">")
        .contains("<mark class=\"error\" title=\"wrong\">", "class=\"changed\"", "<math>")
        .doesNotContain("<script", "http://", "https://");
  }

  @Test
  void htmlOfADocumentThatIsMarkup() throws Exception {
    isHarmless(root(HtmlReport.of(of(Samples.hostile()))));
    var named =
        new Inspection(
            List.of(new Checked(Samples.HOSTILE, Samples.hostile())),
            List.of(new Inspection.Unread(Samples.HOSTILE, Samples.HOSTILE)));
    isHarmless(root(HtmlReport.of(named)));
  }

  @Test
  void severalDocuments() throws Exception {
    String html = HtmlReport.of(of(Samples.lecture(), Samples.hostile()));
    isHarmless(root(html));
    assertThat(html).contains("<a href=\"#d2\">", "<section class=\"document\" id=\"d2\">");
    assertThat(of(Samples.lecture(), Samples.lecture()).tally().all()).isEqualTo(14);
  }

  @Test
  void json() {
    JsonNode r = parsed(JsonReport.of(of(Samples.lecture()), /* pretty= */ true));
    assertThat(r.get("faults").booleanValue()).isTrue();
    assertThat(r.get("counts").get("right-if").intValue()).isEqualTo(1);
    JsonNode findings = r.get("documents").get(0).get("findings");
    assertThat(findings.size()).isEqualTo(7);
    JsonNode first = findings.get(0);
    assertThat(first.get("status").stringValue()).isEqualTo("right-if");
    assertThat(first.get("place").get("line").intValue()).isEqualTo(4);
    assertThat(first.get("label").stringValue()).isEqualTo("(1.1)");
    assertThat(first.get("links").get(0).get("correct").stringValue()).isEqualTo("(A + A')*x");
    assertThat(findings.get(3).get("step").intValue()).isEqualTo(2);
    assertThat(r.get("documents").get(0).get("conflicts").get(0).get("places").size()).isEqualTo(2);
    assertThat(parsed(JsonReport.of(of(Samples.hostile()), false)).get("faults").booleanValue())
        .isFalse();
  }

  @Test
  void sarif() {
    JsonNode log = parsed(SarifReport.of(of(Samples.lecture())));
    assertThat(log.get("version").stringValue()).isEqualTo("2.1.0");
    assertThat(log.get("$schema").stringValue()).contains("sarif-2.1.0");
    JsonNode run = log.get("runs").get(0);
    JsonNode driver = run.get("tool").get("driver");
    assertThat(driver.get("name").stringValue()).isEqualTo("frechet");
    JsonNode results = run.get("results");
    assertThat(results.size()).isEqualTo(6); // five findings and the conflict
    for (JsonNode result : results) {
      String rule = result.get("ruleId").stringValue();
      JsonNode described = driver.get("rules").get(result.get("ruleIndex").intValue());
      assertThat(described.get("id").stringValue()).isEqualTo(rule);
      assertThat(described.get("defaultConfiguration").get("level")).isEqualTo(result.get("level"));
      assertThat(result.get("message").get("text").stringValue()).isNotBlank();
      JsonNode where = result.get("locations").get(0).get("physicalLocation");
      assertThat(where.get("artifactLocation").get("uri").stringValue())
          .isEqualTo("notes/my%20lecture.md");
      JsonNode region = where.get("region");
      assertThat(region.get("startLine").intValue()).isPositive();
      assertThat(region.get("startColumn").intValue()).isPositive();
      assertThat(region.get("endLine").intValue())
          .isGreaterThanOrEqualTo(region.get("startLine").intValue());
      assertThat(region.get("endColumn").intValue()).isPositive();
      assertThat(result.get("fingerprints").get("frechet/v1").stringValue()).hasSize(32);
    }
    JsonNode wrong = results.get(2);
    assertThat(wrong.get("ruleId").stringValue()).isEqualTo("wrong");
    assertThat(wrong.get("level").stringValue()).isEqualTo("error");
    assertThat(wrong.get("message").get("text").stringValue())
        .isEqualTo(
            "Step 2 of 2: WRONG. Correct: 2 X^T (X b - y). Counterexample: X = 1.5, b = 0: claimed -0.333333, true -0.666667. Probably the factor 2 is missing.");
  }

  @Test
  void whatADocumentKnowsBesidesAJudgment() {
    Report lecture = Samples.lecture();
    Finding first =
        Samples.finding(
            lecture.text(),
            "f(X) = \\ln |X|",
            Status.RIGHT_IF,
            "",
            "right to first order: terms of higher order are left out",
            Samples.right());
    assertThat(Prose.of(first))
        .isEqualTo("RIGHT to first order: terms of higher order are left out.");
    assertThat(Findings.details(first)).isEmpty();
    Finding assumed =
        Samples.finding(
            lecture.text(),
            "f(X) = \\ln |X|",
            Status.WRONG,
            "",
            "a factor 2 is missing; correct: d(y)/db = 2*X'*(X*b - y); y is taken for f",
            Samples.wrong());
    assertThat(Findings.details(assumed).getLast())
        .isEqualTo(Remark.clause(Remark.Role.NOTE, "y is taken for f"));
  }

  @Test
  void fingerprintsDoNotDependOnLines() {
    Report report = Samples.lecture();
    var moved =
        new Report(
            report.findings().reversed(), report.sections(), report.conflicts(), report.text());
    assertThat(fingerprints(moved)).containsExactlyInAnyOrderElementsOf(fingerprints(report));
    var twice = new java.util.ArrayList<>(report.findings());
    twice.addAll(report.findings());
    var doubled = new Report(twice, report.sections(), List.of(), report.text());
    assertThat(fingerprints(doubled)).doesNotHaveDuplicates();
  }

  private static List<String> fingerprints(Report report) {
    var all = new java.util.ArrayList<String>();
    parsed(SarifReport.of(of(report)))
        .get("runs")
        .get(0)
        .get("results")
        .forEach(r -> all.add(r.get("fingerprints").get("frechet/v1").stringValue()));
    return all;
  }
}

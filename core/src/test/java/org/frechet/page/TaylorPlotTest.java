package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.frechet.Conventions;
import org.frechet.MapCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class TaylorPlotTest {
  private static Plot plot(String f, String wrt, String map, String title) {
    return TaylorPlot.of(MapCheck.of(f, wrt, map, Conventions.NONE).check(), title);
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x'*A*x | x | 2*x'*A*dx",
        "inv(X) | X | -inv(X)*dX*inv(X)",
        "norm1(x) | x | sign(x)'*dx",
        "x'*x | x | 2*x'*dx + 1",
        "log(-exp(a)) | a | da",
        "10000000000*x'*x | x | x'*dx",
      })
  void everythingStandsWithinThePicture(String f, String wrt, String map) throws Exception {
    Plot plot = plot(f, wrt, map, "title");
    for (Plot.Mark mark : plot.marks()) {
      switch (mark) {
        case Plot.Line line -> line.through().forEach(p -> requireInside(plot, p));
        case Plot.Dot dot -> requireInside(plot, dot.at());
        case Plot.Words words -> requireInside(plot, words.at());
      }
    }
    assertThat(parsed(SvgPlot.of(plot)).getElementsByTagName("text").getLength()).isGreaterThan(10);
  }

  private static void requireInside(Plot plot, Plot.Place p) {
    assertThat(p.x()).isBetween(0.0, (double) plot.width());
    assertThat(p.y()).isBetween(0.0, (double) plot.height());
  }

  @Test
  void theVerdictAndTheLegendAreWritten() {
    assertThat(SvgPlot.of(plot("x'*A*x", "x", "2*x'*A*dx", "a title")))
        .contains("a title", "linear, but not the derivative, observed order 1.00")
        .contains("worst direction, order 1.00", "slope 1", "slope 2", "10⁻⁸", "step t");
    assertThat(SvgPlot.of(plot("inv(X)", "X", "-inv(X)*dX*inv(X)", "a title")))
        .contains("the derivative, observed order 2.00", "random direction 1, order 2.00");
  }

  @Test
  void textBecomesNoMarkup() throws Exception {
    String title = "</title><script>alert(1)</script>&\u0000 \"";
    String svg = SvgPlot.of(plot("x'*x", "x", "2*x'*dx", title));
    assertThat(svg).doesNotContain("<script");
    assertThat(parsed(svg).getElementsByTagName("script").getLength()).isZero();
  }

  @Test
  void thePictureIsTheSameEachTime() {
    assertThat(SvgPlot.of(plot("det(X)", "X", "tr(dX)", "")))
        .isEqualTo(SvgPlot.of(plot("det(X)", "X", "tr(dX)", "")));
  }

  @Test
  void theTableHasARowForEachTenth() {
    var check = MapCheck.of("x'*x", "x", "x'*dx", Conventions.NONE).check();
    assertThat(RemainderTable.rows(check)).hasSize(9);
    assertThat(RemainderTable.rows(check).get(5)).startsWith("1e-05").endsWith("1.00");
    assertThat(RemainderTable.verdict(check)).contains("not the derivative", "tends to");
    assertThat(RemainderTable.notes(check)).anyMatch(n -> n.contains("worst direction"));
  }
}

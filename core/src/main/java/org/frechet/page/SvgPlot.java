package org.frechet.page;

import java.util.Locale;
import java.util.stream.Collectors;
import org.frechet.page.Plot.Mark;
import org.frechet.page.Plot.Place;
import org.frechet.page.Plot.Tone;

/// Writes a drawing as SVG, which follows the light or dark ground of whoever looks at it.
public final class SvgPlot {
  private static final String FONT = "system-ui, 'DejaVu Sans', 'Segoe UI', sans-serif";

  private SvgPlot() {}

  /// {@return a complete document; the same for the same drawing}
  public static String of(Plot plot) {
    var svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img">
        <title>%3$s</title>
        <style>
        text { font-family: %4$s }
        %5$s@media (prefers-color-scheme: dark) {
        %6$s}
        </style>
        <rect width="%1$d" height="%2$d" class="fGROUND"/>
        """
            .formatted(
                plot.width(),
                plot.height(),
                escaped(plot.description()),
                FONT,
                rules(/* dark= */ false),
                rules(/* dark= */ true)));
    plot.marks().forEach(mark -> svg.append(drawn(mark)).append('\n'));
    return svg.append("</svg>\n").toString();
  }

  private static String rules(boolean dark) {
    var rules = new StringBuilder();
    for (Tone tone : Tone.values()) {
      String colour = dark ? tone.dark() : tone.light();
      rules.append(".f%1$s { fill: #%2$s } .s%1$s { stroke: #%2$s }\n".formatted(tone, colour));
    }
    return rules.toString();
  }

  private static String drawn(Mark mark) {
    return switch (mark) {
      case Plot.Line line -> line(line);
      case Plot.Dot dot ->
          "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" class=\"%s s%s\" stroke-width=\"1.5\"/>"
              .formatted(
                  number(dot.at().x()),
                  number(dot.at().y()),
                  number(dot.radius()),
                  "f" + (dot.filled() ? dot.tone() : Tone.GROUND),
                  dot.tone());
      case Plot.Words words -> words(words);
    };
  }

  private static String line(Plot.Line line) {
    String places = line.through().stream().map(SvgPlot::place).collect(Collectors.joining(" "));
    String dashes =
        switch (line.stroke()) {
          case PLAIN -> "";
          case DASHED -> " stroke-dasharray=\"7 5\"";
          case DOTTED -> " stroke-dasharray=\"1.5 4\"";
        };
    return "<polyline points=\"%s\" class=\"s%s\" fill=\"none\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>"
        .formatted(places, line.tone(), number(line.width()), dashes);
  }

  private static String words(Plot.Words words) {
    String anchor = words.anchor().name().toLowerCase(Locale.ROOT);
    String turn =
        words.turned()
            ? " transform=\"rotate(-90 %s %s)\""
                .formatted(number(words.at().x()), number(words.at().y()))
            : "";
    return "<text x=\"%s\" y=\"%s\" font-size=\"%s\"%s text-anchor=\"%s\" class=\"f%s\"%s>%s</text>"
        .formatted(
            number(words.at().x()),
            number(words.at().y()),
            number(words.size()),
            words.bold() ? " font-weight=\"600\"" : "",
            anchor,
            words.tone(),
            turn,
            escaped(words.text()));
  }

  private static String place(Place p) {
    return number(p.x()) + "," + number(p.y());
  }

  private static String number(double x) {
    String text = String.format(Locale.ROOT, "%.1f", x);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /// Text that may come from a document: nothing in it becomes markup, and what XML 1.0 does not
  /// allow is left out.
  private static String escaped(String text) {
    var escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> {
              boolean allowed =
                  c >= 0x20 && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
              escaped.appendCodePoint(allowed ? c : ' ');
            }
          }
        });
    return escaped.toString();
  }
}

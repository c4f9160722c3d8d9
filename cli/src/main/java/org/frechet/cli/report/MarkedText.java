package org.frechet.cli.report;

import java.util.List;
import org.frechet.document.Finding;
import org.frechet.document.Report;

/// The text of a document with numbered lines, its statements marked by their standing.
final class MarkedText {
  private final Report report;
  private final String id;
  private final StringBuilder out = new StringBuilder();

  /// @param id what the anchors of lines begin with
  MarkedText(Report report, String id) {
    this.report = report;
    this.id = id;
  }

  /// {@return an ordered list, an item for each line}
  String html() {
    out.append("<ol class=\"text\">\n");
    String text = report.text();
    List<Finding> findings = report.findings();
    int next = 0;
    int number = 1;
    for (int start = 0; start < text.length(); number++) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      out.append("<li id=\"").append(id).append('-').append(number).append("\">");
      while (next < findings.size() && findings.get(next).place().end() <= start) {
        next++;
      }
      line(text, start, end, next);
      out.append("</li>\n");
      start = end + 1;
    }
    return out.append("</ol>\n").toString();
  }

  /// A statement of several lines is marked in each. Statements do not overlap; if they did, what
  /// begins inside another would not be marked.
  private void line(String text, int start, int end, int first) {
    int at = start;
    for (int i = first; i < report.findings().size(); i++) {
      Finding f = report.findings().get(i);
      int from = Math.max(f.place().start(), at);
      int to = Math.min(f.place().end(), end);
      if (f.place().start() >= end) {
        break;
      }
      if (from < to) {
        out.append(HtmlReport.escape(text.substring(at, from)));
        out.append("<mark class=\"")
            .append(Standing.of(f.status()).word())
            .append("\" title=\"")
            .append(HtmlReport.escape(Standing.title(f.status())))
            .append("\">")
            .append(HtmlReport.escape(text.substring(from, to)))
            .append("</mark>");
        at = to;
      }
    }
    out.append(HtmlReport.escape(text.substring(at, end)));
  }
}

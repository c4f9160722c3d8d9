package org.frechet.book;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.frechet.book.Manuscript.Section;
import org.frechet.page.HtmlPage;
import org.frechet.page.Look;
import org.frechet.print.MathmlPrinter;

/// The book as one HTML file without scripts.
final class HtmlBook {
  private static final String STYLE =
      """
      body { max-width: 46rem; padding: 1rem 1.25rem 4rem; line-height: 1.6; }
      h1, h2, h3 { line-height: 1.25; margin: 2.2em 0 .6em; }
      h1 { font-size: 1.7rem; }
      h2 { font-size: 1.25rem; }
      h3 { font-size: 1.05rem; }
      h1 + h2 { margin-top: 1em; }
      h1.chapter { border-top: 1px solid var(--line); padding-top: 2rem; }
      h1 a, h2 a, h3 a { color: inherit; text-decoration: none; }
      a { color: var(--link); }
      .number { color: var(--dim); margin-right: .5em; }
      math { font-size: 1.08em; }
      code, pre { font: .88em/1.45 ui-monospace, monospace; background: var(--wash); border-radius: 4px; }
      code { padding: .1em .3em; }
      pre { overflow-x: auto; padding: .7rem .9rem; }
      .verbatim { white-space: pre-wrap; overflow-wrap: break-word; }
      .display { margin: 1em 0; overflow-x: auto; text-align: center; }
      .display div + div { margin-top: .35em; }
      .display math { math-style: normal; }
      .row { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: center; align-items: center; }
      .scroll { overflow-x: auto; margin: 1em 0; }
      .scroll table { border-collapse: collapse; }
      .scroll th, .scroll td { border-bottom: 1px solid var(--line); padding: .35rem .9rem .35rem 0; text-align: left; vertical-align: top; }
      .scroll td math { math-style: normal; }
      .derivation caption { text-align: left; }
      .derivation { border-left: 3px solid var(--line); margin: 1.2em 0; padding: .1rem 0 .1rem 1rem; }
      .derivation .title { font-weight: 600; margin: .3rem 0; }
      .derivation .part { font-weight: 600; margin: 1rem 0 .2rem; }
      .derivation .closing { margin-top: .5rem; font-size: .92rem; }
      nav { border: 1px solid var(--line); border-radius: 8px; margin: 2rem 0; padding: .6rem 1rem; }
      nav summary { cursor: pointer; font-weight: 600; }
      nav ul { list-style: none; margin: .2rem 0; padding-left: 1.1rem; }
      nav > details > ul { padding-left: 0; }
      nav > details > ul > li { margin-top: .5rem; }
      :root { --link: #14508c; --wash: #f4f4f6; }
      @media (prefers-color-scheme: dark) { :root { --link: #8cc0ff; --wash: #222429; } }
      @media (max-width: 34rem) { body { padding: .5rem .9rem 3rem; } .derivation { padding-left: .6rem; } h1 { font-size: 1.45rem; } }
      @media print { nav { break-after: page; } h1, h2, h3 { break-after: avoid; } pre, code { background: none; } a { color: inherit; } :root { --link: #000; } }
      """;

  private final Manuscript manuscript;

  private HtmlBook(Manuscript manuscript) {
    this.manuscript = manuscript;
  }

  /// {@return the file}
  static String of(Manuscript manuscript) {
    return new HtmlBook(manuscript).page();
  }

  private String page() {
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(Manuscript.EXTENSIONS)
            .nodeRendererFactory(Nodes::new)
            .build();
    List<String> chapters = manuscript.chapters().stream().map(renderer::render).toList();
    String body =
        chapters.getFirst() + contents() + String.join("\n", chapters.subList(1, chapters.size()));
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>
    %s%s</style>
    </head>
    <body>
    %s</body>
    </html>
    """
        .formatted(
            MathmlPrinter.escape(manuscript.title()),
            HtmlPage.STYLE,
            STYLE,
            body.replace("<table>\n<thead>", "<div class=\"scroll\"><table>\n<thead>")
                .replace("</tbody>\n</table>", "</tbody>\n</table></div>"));
  }

  /// Chapters, and their sections below them.
  private String contents() {
    var nav = new StringBuilder("<nav><details open><summary>Contents</summary>\n<ul>");
    int depth = 1;
    boolean first = true;
    for (Section s : manuscript.outline()) {
      if (s.number().isEmpty() || s.level() > 2) {
        continue;
      }
      nav.append(s.level() > depth ? "\n<ul>" : "</li>\n</ul>\n".repeat(depth - s.level()));
      nav.append(first || s.level() > depth ? "" : "</li>\n");
      nav.append("<li><span class=\"number\">%s</span>".formatted(s.number()));
      nav.append("<a href=\"#%s\">%s</a>".formatted(s.anchor(), MathmlPrinter.escape(s.title())));
      depth = s.level();
      first = false;
    }
    return nav + "</li>\n</ul>\n".repeat(depth) + "</details></nav>\n";
  }

  private static String html(Content content) {
    return switch (content) {
      case Content.Derivation d ->
          HtmlPage.fragment(d.sheet(), Look.DEFAULT)
              .replace("<h1>", "<p class=\"title\">")
              .replace("</h1>", "</p>")
              .replace("<h2>", "<p class=\"part\">")
              .replace("</h2>", "</p>")
              .replace("<div class=\"closing\">\n</div>", "");
      case Content.Display d ->
          d.lines().stream()
              .map(l -> "<div>" + formula(l) + "</div>")
              .collect(Collectors.joining("", "<div class=\"display\">", "</div>\n"));
      case Content.Row r ->
          r.formulas().stream()
              .map(f -> "<span>" + formula(f) + "</span>")
              .collect(Collectors.joining("\n", "<div class=\"display row\">", "</div>\n"));
      case Content.Inline i -> formula(i.formula());
      case Content.Sentence s -> HtmlPage.sentence(s.text(), s.isVariable(), Look.DEFAULT);
      case Content.Words w -> MathmlPrinter.escape(w.text());
      case Content.Verbatim v ->
          "<pre class=\"verbatim\">" + MathmlPrinter.escape(v.text()) + "</pre>\n";
    };
  }

  private static String formula(Formula f) {
    var html = new StringBuilder();
    for (int i = 0; i < f.sides().size(); i++) {
      if (i > 0) {
        String sign = MathmlPrinter.escape(f.relations().get(i - 1));
        html.append(" <math><mo>%s</mo></math> ".formatted(sign));
      }
      html.append(HtmlPage.formula(f.sides().get(i), f.isVariable(), Look.DEFAULT));
    }
    return html.toString();
  }

  /// What is not plain Markdown.
  private final class Nodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter out;

    Nodes(HtmlNodeRendererContext context) {
      this.context = context;
      this.out = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Code.class, FencedCodeBlock.class, Heading.class, Link.class);
    }

    @Override
    public void render(Node node) {
      switch (node) {
        case Code c ->
            out.raw(
                manuscript
                    .answer(c)
                    .map(this::all)
                    .orElse("<code>" + MathmlPrinter.escape(c.getLiteral()) + "</code>"));
        case FencedCodeBlock b ->
            out.raw(
                manuscript
                    .answer(b)
                    .map(this::blocks)
                    .orElse("<pre>" + MathmlPrinter.escape(b.getLiteral()) + "</pre>\n"));
        case Heading h -> heading(h);
        case Link l -> link(l);
        default -> throw new IllegalStateException(node.toString());
      }
    }

    private String all(List<Content> answer) {
      return answer.stream().map(HtmlBook::html).collect(Collectors.joining());
    }

    private String blocks(List<Content> answer) {
      return answer.stream()
          .map(c ->
              c instanceof Content.Words || c instanceof Content.Sentence
                  ? "<p>" + html(c) + "</p>\n"
                  : html(c))
          .collect(Collectors.joining());
    }

    private void children(Node node) {
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }

    private void heading(Heading h) {
      Section s = manuscript.section(h);
      String chapter = s.level() == 1 && !s.number().isEmpty() ? " class=\"chapter\"" : "";
      out.raw("<h%d id=\"%s\"%s>".formatted(s.level(), s.anchor(), chapter));
      if (!s.number().isEmpty()) {
        out.raw("<span class=\"number\">" + s.number() + "</span>");
      }
      children(h);
      out.raw("</h" + s.level() + ">\n");
    }

    private void link(Link l) {
      String to = l.getDestination();
      String href = Manuscript.isInternal(to) ? "#" + manuscript.target(to) : to;
      out.raw("<a href=\"" + MathmlPrinter.escape(href) + "\">");
      children(l);
      out.raw("</a>");
    }
  }
}

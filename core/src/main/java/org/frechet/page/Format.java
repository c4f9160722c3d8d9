package org.frechet.page;

import java.util.Locale;

/// The formats in which a page can be written.
public enum Format {
  /// For a terminal of 80 columns, without colours; see [TerminalPage] for others.
  TERMINAL,
  MARKDOWN,
  /// A complete document; see [LatexPage] for parts.
  LATEX,
  HTML;

  /// {@return the page, with a line end at its end}
  public String write(Sheet sheet, Look look) {
    return switch (this) {
      case TERMINAL ->
          TerminalPage.of(sheet, look, /* coloured= */ false, TerminalPage.WIDTH) + "\n";
      case MARKDOWN -> MarkdownPage.of(sheet, look);
      case LATEX -> LatexPage.of(sheet, look);
      case HTML -> HtmlPage.of(sheet, look);
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

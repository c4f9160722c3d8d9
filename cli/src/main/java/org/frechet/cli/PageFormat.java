package org.frechet.cli;

import java.util.Optional;
import org.frechet.page.Format;

/// What a derivation is written as.
enum PageFormat {
  TERMINAL(Format.TERMINAL),
  MARKDOWN(Format.MARKDOWN),
  LATEX(Format.LATEX),
  HTML(Format.HTML),
  JSON;

  private final Optional<Format> page;

  PageFormat(Format format) {
    page = Optional.of(format);
  }

  PageFormat() {
    page = Optional.empty();
  }

  /// {@return the page, unless it is JSON}
  Optional<Format> page() {
    return page;
  }
}

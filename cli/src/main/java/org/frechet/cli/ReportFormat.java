package org.frechet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a report about documents is written as.
enum ReportFormat {
  TEXT("txt"),
  MARKDOWN("md", "markdown"),
  HTML("html", "htm"),
  JSON("json"),
  SARIF("sarif");

  private final List<String> endings;

  ReportFormat(String... endings) {
    this.endings = List.of(endings);
  }

  /// Reads the option; an ending is as good as a name.
  static final class Converter extends EnumWord<ReportFormat> {
    Converter() {
      super(ReportFormat.values());
    }

    @Override
    public ReportFormat convert(String text) {
      return ofEnding(text).orElseGet(() -> super.convert(text));
    }
  }

  private static Optional<ReportFormat> ofEnding(String ending) {
    for (ReportFormat format : values()) {
      if (format.endings.contains(ending.toLowerCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /// {@return the format that the name of a file says} `x.sarif.json` is SARIF.
  static ReportFormat ofFile(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".sarif.json")) {
      return SARIF;
    }
    return ofEnding(name.substring(name.lastIndexOf('.') + 1))
        .orElseThrow(() ->
            new UsageError(
                "the ending of %s names no format: it may be .html, .md, .json, .sarif or .txt; or give --format"
                    .formatted(file)));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

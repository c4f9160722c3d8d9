package org.frechet.cli.report;

import java.util.List;

/// Several documents with what was found of them.
///
/// @param unread files that could not be read
public record Inspection(List<Checked> documents, List<Unread> unread) {
  /// A file that could not be read.
  ///
  /// @param reason such as `it is not UTF-8 text`
  public record Unread(String name, String reason) {}

  public Inspection {
    documents = List.copyOf(documents);
    unread = List.copyOf(unread);
  }

  /// {@return whether something has to be corrected}
  public boolean hasFaults() {
    return documents.stream().anyMatch(d -> d.report().hasFaults());
  }

  /// {@return whether something could not be read or judged}
  public boolean hasGaps() {
    return !unread.isEmpty() || documents.stream().anyMatch(d -> d.report().hasGaps());
  }

  /// {@return whether something is right only under hypotheses or in another layout}
  public boolean hasWarnings() {
    return documents.stream()
        .flatMap(d -> d.report().findings().stream())
        .anyMatch(f -> Standing.of(f.status()) == Standing.WARNING);
  }

  /// {@return how many statements came out how, in all documents}
  public Tally tally() {
    return Tally.of(documents.stream().map(Checked::report).toList());
  }
}

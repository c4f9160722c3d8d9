package org.frechet.explain;

import java.util.List;
import java.util.Optional;

/// Lines that belong together, with what is said around them.
///
/// @param title a heading; may be empty
/// @param notes sentences that follow the lines
/// @param table numbers or shapes that belong to the lines, such as a Taylor remainder table
public record Part(String title, List<Line> lines, List<String> notes, Optional<Table> table) {
  public Part {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  public Part(String title, List<Line> lines) {
    this(title, lines, List.of(), Optional.empty());
  }

  /// {@return this part under a heading}
  Part titled(String heading) {
    return new Part(heading, lines, notes, table);
  }

  /// A table of texts.
  public record Table(String title, List<String> header, List<List<String>> rows) {
    public Table {
      header = List.copyOf(header);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}

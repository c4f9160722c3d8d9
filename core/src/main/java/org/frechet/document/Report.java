package org.frechet.document;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found of a document.
///
/// @param findings in the order of the document
/// @param sections in the order of the document; the first is what stands before any heading
/// @param conflicts conventions that contradict each other
/// @param text the document, for quotations
public record Report(
    List<Finding> findings, List<Section> sections, List<Conflict> conflicts, String text) {
  public Report {
    findings = List.copyOf(findings);
    sections = List.copyOf(sections);
    conflicts = List.copyOf(conflicts);
  }

  /// {@return how many findings have each status; every status is a key}
  public Map<Status, Integer> counts() {
    var counts = new EnumMap<Status, Integer>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, 0);
    }
    findings.forEach(f -> counts.merge(f.status(), 1, Integer::sum));
    return Collections.unmodifiableMap(counts);
  }

  /// {@return whether something in the document has to be corrected}
  public boolean hasFaults() {
    return findings.stream().anyMatch(f -> f.status().isFault());
  }

  /// {@return whether something could not be read or judged}
  public boolean hasGaps() {
    return findings.stream()
        .anyMatch(f -> f.status() == Status.UNREADABLE || f.status() == Status.UNKNOWN);
  }

  /// {@return the line of the document that has this number, without its end}
  public String line(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return "";
      }
      start = end + 1;
    }
    int end = text.indexOf('\n', start);
    String line = end < 0 ? text.substring(start) : text.substring(start, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }
}

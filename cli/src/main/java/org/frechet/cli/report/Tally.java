package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.frechet.document.Report;
import org.frechet.document.Status;

/// How many statements came out how.
///
/// @param counts for every status
public record Tally(Map<Status, Integer> counts) {
  public Tally {
    var copy = new EnumMap<Status, Integer>(Status.class);
    for (Status status : Status.values()) {
      copy.put(status, counts.getOrDefault(status, 0));
    }
    counts = Collections.unmodifiableMap(copy);
  }

  static Tally of(List<Report> reports) {
    var counts = new EnumMap<Status, Integer>(Status.class);
    reports.forEach(r -> r.counts().forEach((status, n) -> counts.merge(status, n, Integer::sum)));
    return new Tally(counts);
  }

  /// {@return the tally of one document}
  public static Tally of(Report report) {
    return of(List.of(report));
  }

  /// {@return how many have this status}
  public int of(Status status) {
    return counts.getOrDefault(status, 0);
  }

  /// {@return how many statements there are}
  public int all() {
    return counts.values().stream().mapToInt(n -> n).sum();
  }

  /// {@return `5 statements: 3 right, 1 wrong, 1 not a claim`}
  public String sentence() {
    if (all() == 0) {
      return "no statements of mathematics found";
    }
    var parts = new ArrayList<String>();
    counts.forEach((status, n) -> {
      if (n > 0) {
        parts.add(n + " " + Standing.title(status));
      }
    });
    return (all() == 1 ? "1 statement: " : all() + " statements: ") + String.join(", ", parts);
  }
}

package org.frechet;

import java.util.List;
import org.frechet.shape.Problem;

/// One response of the JSON contract.
public sealed interface Response {
  String id();

  /// One derivative for each variable asked for, in the order asked, and if that was asked too,
  /// each written out entry by entry.
  record Answer(
      String id, Request request, List<Derivative> derivatives, List<EntryByEntry> entries)
      implements Response {}

  /// What any other operation found.
  record Found(String id, Request request, Outcome outcome) implements Response {}

  record Refused(String id, Problem problem) implements Response {}
}

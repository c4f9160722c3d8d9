package org.frechet.document;

import java.util.ArrayList;
import java.util.List;

/// Which statements a document wants not to be looked at.
final class Silence {
  private record Block(int from, int to) {}

  private final Lines lines;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Integer> single = new ArrayList<>();
  private int open = -1;

  Silence(Lines lines) {
    this.lines = lines;
  }

  /// `ignore`: the statement on this line, otherwise the next one.
  void next(Piece.Directive directive, List<Candidate> candidates) {
    int line = lines.line(directive.start());
    boolean found = false;
    for (Candidate c : candidates) {
      boolean here =
          lines.line(c.start()) <= line && lines.line(Math.max(c.start(), c.end() - 1)) >= line;
      if (here) {
        single.add(c.start());
        found = true;
      }
    }
    if (!found) {
      candidates.stream()
          .map(Candidate::start)
          .filter(s -> s > directive.end())
          .min(Integer::compare)
          .ifPresent(single::add);
    }
  }

  void begin(int from) {
    open = open < 0 ? from : open;
  }

  void end(int to) {
    if (open >= 0) {
      blocks.add(new Block(open, to));
      open = -1;
    }
  }

  /// Ends the reading: what is still open reaches to the end.
  void close() {
    end(Integer.MAX_VALUE);
  }

  boolean covers(Candidate c) {
    return single.contains(c.start())
        || blocks.stream().anyMatch(b -> b.from <= c.start() && c.start() < b.to);
  }
}

package org.frechet.syntax;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;

/// Finds a kind for every undeclared name: the defaults if they fit, otherwise the fewest
/// departures from them that do, names in the order of the text, each as scalar, vector, matrix.
final class Kinds {
  private static final int MAX_ATTEMPTS = 2_000;

  /// Pieces read in all attempts together: bounds the time that a long text can take.
  private static final int MAX_PIECES = 400_000;

  /// What no other kinds would mend.
  private static final Set<Code> FINAL =
      EnumSet.complementOf(EnumSet.of(Code.SHAPE_MISMATCH, Code.NOT_SQUARE));

  private final Names names;
  private final List<Syntax> pieces;
  private final boolean alike;
  private final List<String> order;
  private final List<String> free;
  private int attempts;

  private Kinds(Names names, List<Syntax> pieces, Context context) {
    this.names = names;
    this.pieces = pieces;
    this.alike = context.alike();
    this.free = List.copyOf(names.variables());
    this.order =
        Names.forSizes(pieces, context).stream().filter(names.variables()::contains).toList();
    int weight = 1;
    for (Syntax piece : pieces) {
      weight += weight(piece);
    }
    this.attempts = Math.clamp(MAX_PIECES / weight, 20, MAX_ATTEMPTS);
  }

  private static int weight(Syntax piece) {
    int weight = 1;
    for (Syntax child : piece.children()) {
      weight += weight(child);
    }
    return weight;
  }

  /// {@return the shapes under the kinds that fit} @throws Refusal what is wrong under the defaults
  static Inference infer(Names names, List<Syntax> pieces, Context context) {
    return new Kinds(names, pieces, context).search();
  }

  private Inference search() {
    var defaults = new HashMap<String, Kind>();
    free.forEach(name -> defaults.put(name, Kind.of(name, names)));
    Refusal refusal;
    try {
      return attempt(defaults, false);
    } catch (Refusal first) {
      refusal = first;
    }
    if (!FINAL.contains(refusal.problem().code())) {
      for (int departures = 1; departures <= free.size() && attempts > 0; departures++) {
        for (boolean all : new boolean[] {false, true}) {
          Optional<Inference> found = depart(0, departures, defaults, all);
          if (found.isPresent()) {
            return found.get();
          }
        }
      }
    }
    throw refusal;
  }

  /// Changes the kinds of so many names from the given one on; of upper-case names only if `all`,
  /// as a last resort: in `X*b - y` it is b that is no scalar.
  private Optional<Inference> depart(
      int from, int departures, Map<String, Kind> kinds, boolean all) {
    if (departures == 0) {
      try {
        attempts--;
        return Optional.of(attempt(kinds, true));
      } catch (Refusal doesNotFit) {
        return Optional.empty();
      }
    }
    for (int i = from; i + departures <= free.size(); i++) {
      if (names.isIntegrated(free.get(i))) {
        continue; // a scalar, whatever else does not fit
      }
      Kind usual = Kind.of(free.get(i), names);
      for (Kind other : usual == Kind.MATRIX && !all ? List.<Kind>of() : usual.others()) {
        if (attempts <= 0) {
          return Optional.empty();
        }
        var changed = new HashMap<>(kinds);
        changed.put(free.get(i), other);
        Optional<Inference> found = depart(i + 1, departures - 1, changed, all);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Inference attempt(Map<String, Kind> kinds, boolean terse) {
    for (String name : free) {
      if (names.subscripts(name) == 2 && kinds.get(name) != Kind.MATRIX) {
        throw Wording.refusal(Code.SHAPE_MISMATCH, name + " has two indices", Syntax.Span.NONE, "");
      }
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Wording.refusal(
          Code.TIMEOUT, "the time budget of this request is used up", Syntax.Span.NONE, "");
    }
    var inference = new Inference(names, kinds, order);
    inference.infer(pieces, alike, terse);
    return inference;
  }
}

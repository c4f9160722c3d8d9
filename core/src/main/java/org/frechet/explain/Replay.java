package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.check.CheckResult;
import org.frechet.check.DerivativeCheck;
import org.frechet.check.RateCheck;
import org.frechet.shape.Problem;

/// Goes through a proof again: every rewriting is done once more on the line before, and every line
/// is compared with numbers, where differentials that are not worked out are measured.
///
/// @param failures what did not come out again, or not equal, each with its line
/// @param unmeasured how many lines could not be measured at any point
public record Replay(List<String> failures, int unmeasured) {
  private static final long SEED = 1;

  public static Replay of(Proof proof, Task task) {
    var check = new RateCheck(task.variable(), proof.held(), SEED);
    var failures = new ArrayList<String>();
    int unmeasured = 0;
    for (Part part : proof.parts()) {
      for (int i = 0; i < part.lines().size(); i++) {
        Line line = part.lines().get(i);
        String where = "line %d (%s) of %s".formatted(i + 1, line.rule().name(), part.title());
        if (i > 0 && line.rewriting().isPresent()) {
          Phrase again = line.rewriting().get().apply(part.lines().get(i - 1).right());
          if (!again.equals(line.right())) {
            failures.add(where + " does not follow again from the line before");
          }
        }
        Optional<Boolean> holds = holds(line.meaning(), check);
        if (holds.isEmpty()) {
          unmeasured++;
        } else if (!holds.get()) {
          failures.add(where + " is wrong: " + line.right());
        }
      }
    }
    return new Replay(failures, unmeasured);
  }

  /// {@return whether it holds, if that could be found out}
  private static Optional<Boolean> holds(Meaning meaning, RateCheck check) {
    return switch (meaning) {
      case Meaning.Equal(var left, var right) -> check.equal(left, right);
      case Meaning.AtMost(var left, var right) -> check.atMost(left, right);
      case Meaning.Derivative(var f, var variable, var claims) -> {
        CheckResult result = DerivativeCheck.of(f, variable, claims, SEED);
        yield switch (result.verdict()) {
          case PASSED -> Optional.of(true);
          case FAILED -> Optional.of(false);
          case UNDEFINED, UNCHECKED -> Optional.empty();
        };
      }
      case Meaning.Several(var all) -> {
        List<Optional<Boolean>> each = all.stream().map(m -> holds(m, check)).toList();
        yield each.stream().anyMatch(h -> h.isPresent() && !h.get())
            ? Optional.of(false)
            : each.stream().allMatch(Optional::isPresent) ? Optional.of(true) : Optional.empty();
      }
    };
  }

  /// @throws org.frechet.shape.Refusal if a line failed, an internal error
  void require() {
    if (!failures.isEmpty()) {
      throw Problem.of(Problem.Code.INTERNAL, "internal error: " + failures.getFirst())
          .hint("please report this expression; the derivation is withheld")
          .refusal();
    }
  }
}

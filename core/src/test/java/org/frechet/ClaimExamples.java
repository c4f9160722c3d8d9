package org.frechet;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.frechet.ClaimCase.Form;
import org.frechet.numeric.RealMat;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Counterexamples, evaluated once more with [Reference]: what is claimed has the value that is
/// said, what is correct another one.
final class ClaimExamples {
  private static final double LARGE = 100;

  private ClaimExamples() {}

  /// {@return what is wrong with the counterexample of a judgment}
  static Optional<String> refuted(ClaimCase claim, Judgment j) {
    if (j.counterexample().isEmpty() || claim.form() == Form.SOLVE) {
      return Optional.empty();
    }
    Judgment.Example e = j.counterexample().get();
    if (isNear(e.claimed(), e.truth())) {
      return Optional.of("the counterexample has the same value on both sides");
    }
    Map<String, RealMat> values = new HashMap<>(e.values());
    e.sizes().forEach((n, size) -> values.putIfAbsent(n, RealMat.scalar(size)));
    Map<String, Declaration> declared =
        Declarations.parse(claim.declare()).stream()
            .collect(Collectors.toMap(Declaration::name, d -> d));
    try {
      RealMat claimed = new Reference(values, e.sizes(), declared).of(claim.claimed());
      if (!isNear(claimed, e.claimed())) {
        return Optional.of("the claimed value of the counterexample is measured as " + claimed);
      }
      Syntax right =
          claim.form() == Form.IDENTITY
              ? claim.expr()
              : Parser.parse(j.correct().orElseThrow().text());
      RealMat truth = new Reference(values, e.sizes(), declared).of(right);
      return isNear(truth, e.truth())
          ? Optional.empty()
          : Optional.of("the true value of the counterexample is measured as " + truth);
    } catch (RuntimeException _) {
      return Optional.empty(); // not within the reach of the reference evaluator
    }
  }

  /// {@return whether values are small whole numbers}
  static boolean isReadable(Judgment.Example e) {
    return e.values().values().stream()
        .flatMapToDouble(v -> java.util.Arrays.stream(v.toArray()))
        .allMatch(x -> x == Math.rint(x) && Math.abs(x) < LARGE);
  }

  private static boolean isNear(RealMat a, RealMat b) {
    return a.rows() == b.rows()
        && a.cols() == b.cols()
        && a.minus(b).maxAbs() <= 1e-7 * Math.max(1e-3, Math.max(a.maxAbs(), b.maxAbs()));
  }
}

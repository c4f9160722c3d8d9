package org.frechet.check;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a check found, at how many points. `maxRelativeError` is the largest difference between the
/// claimed and the measured derivative; `sizes` are those of the first point; `reason` says why a
/// check failed or could not be made, and is empty otherwise.
public record CheckResult(
    Verdict verdict,
    double maxRelativeError,
    int points,
    int exactPoints,
    long seed,
    SortedMap<String, Integer> sizes,
    String reason) {
  /// Whether the claims agree with the function.
  public enum Verdict {
    PASSED,
    FAILED,
    /// The function has a derivative at points where the claim has no value.
    UNDEFINED,
    /// Too few points were found at which the derivative could be measured.
    UNCHECKED
  }

  public CheckResult {
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  public boolean passed() {
    return verdict == Verdict.PASSED;
  }

  /// {@return the check of nothing, which changes no other when they are joined}
  public static CheckResult none(long seed) {
    return new CheckResult(
        Verdict.PASSED, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, seed, new TreeMap<>(), "");
  }

  static CheckResult unchecked(long seed, String reason) {
    return new CheckResult(Verdict.UNCHECKED, 0, 0, 0, seed, new TreeMap<>(), reason);
  }

  static CheckResult undefined(long seed) {
    return new CheckResult(
        Verdict.UNDEFINED,
        0,
        0,
        0,
        seed,
        new TreeMap<>(),
        "the claim has no value where the function has a derivative");
  }

  /// {@return both checks as one: the first that did not pass, or the worse error}
  public CheckResult and(CheckResult other) {
    if (!passed() || !other.passed()) {
      return passed() ? other : this;
    }
    return new CheckResult(
        Verdict.PASSED,
        Math.max(maxRelativeError, other.maxRelativeError),
        Math.min(points, other.points),
        Math.min(exactPoints, other.exactPoints),
        seed,
        other.sizes,
        "");
  }

  static CheckResult failed(double error, long seed, Map<String, Integer> sizes, String reason) {
    return new CheckResult(Verdict.FAILED, error, 0, 0, seed, new TreeMap<>(sizes), reason);
  }
}

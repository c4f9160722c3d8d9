package org.frechet;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.frechet.claim.Mistake;
import org.frechet.numeric.RealMat;
import org.frechet.syntax.Syntax;

/// What was found of one claim, a link `a = b`.
///
/// @param kind what is claimed: `gradient`, `Jacobian`, `differential`, `Fréchet derivative`,
///   `identity`, `solution`, `shape`, `inequality`, …
/// @param layout the layout in which a derivative is as claimed or, of a wrong one, in which the
///   correct one stands; empty where there is no choice
/// @param hypotheses the smallest set that makes the claim right: `A symmetric`
/// @param claimed what was claimed, as understood
/// @param correct what would be right, unless the claim is, or nothing is known
/// @param certainty `proof`, `exact`, `numeric`, or empty where nothing is known
/// @param points the number of random points tried
/// @param errorBound the largest probability that an `exact` verdict is wrong
/// @param diagnosis what the author probably did; empty of what is right
/// @param reason why the claim has no meaning, is not differentiable or could not be judged
/// @param place where in its text the claim, or what is wrong with it, stands
public record Judgment(
    Verdict verdict,
    String kind,
    String layout,
    List<String> hypotheses,
    Written claimed,
    Optional<Written> correct,
    String certainty,
    int points,
    double errorBound,
    Optional<Example> counterexample,
    Diagnosis diagnosis,
    String reason,
    List<String> assumptions,
    List<String> conditions,
    Syntax.Span place) {
  /// A side of a claim in the notations of answers, and its tree for pages.
  ///
  /// @param left what it is the value of, as in `d(x'*A*x)/dx`; in the same notations
  public record Written(String text, String unicode, String latex, Syntax syntax, String left) {}

  /// Values at which a claim fails, with the claimed and the true value there.
  ///
  /// @param exact whether the difference was found with exact arithmetic
  public record Example(
      SortedMap<String, RealMat> values,
      SortedMap<String, Integer> sizes,
      RealMat claimed,
      RealMat truth,
      boolean exact) {}

  /// What the author probably did.
  public record Diagnosis(Mistake mistake, String text) {
    public static final Diagnosis NONE = new Diagnosis(Mistake.NONE, "");
  }

  public Judgment {
    hypotheses = List.copyOf(hypotheses);
    assumptions = List.copyOf(assumptions);
    conditions = List.copyOf(conditions);
  }
}

package org.frechet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.frechet.ClaimCase.Form;
import org.frechet.ClaimCase.Kind;
import org.frechet.ClaimTruth.Finding;
import org.frechet.claim.Mistake;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// What the judge says besides the verdict: mistakes are named, correct formulas are correct,
/// hypotheses suffice.
final class ClaimAnswers {
  /// Mistakes that name what was done.
  private static final Map<Kind, Set<Mistake>> NAMED = new EnumMap<>(Kind.class);

  static {
    NAMED.put(Kind.NONE, Set.of());
    NAMED.put(Kind.FACTOR, Set.of(Mistake.FACTOR));
    NAMED.put(Kind.TRANSPOSE, Set.of(Mistake.TRANSPOSE, Mistake.LAYOUT, Mistake.SYMMETRY));
    NAMED.put(Kind.ORDER, Set.of(Mistake.ORDER));
    NAMED.put(Kind.SIGN, Set.of(Mistake.SIGN));
    NAMED.put(Kind.TERM, Set.of(Mistake.TERM));
    NAMED.put(Kind.EXPONENT, Set.of(Mistake.EXPONENT));
    NAMED.put(Kind.VARIABLE, Set.of(Mistake.VARIABLE));
    NAMED.put(Kind.HYPOTHESIS, Set.of(Mistake.HYPOTHESIS, Mistake.SYMMETRY));
    NAMED.put(Kind.PRODUCT, Set.of());
  }

  private static final List<Form> LAYOUTS = List.of(Form.MIXED, Form.NUMERATOR, Form.DENOMINATOR);

  private ClaimAnswers() {}

  // diagnoses

  /// {@return whether the diagnosis names what was done, or another single repair}
  static boolean isNamed(ClaimCase claim, Judgment j) {
    Mistake mistake = j.diagnosis().mistake();
    if (NAMED.getOrDefault(claim.mistake(), Set.of()).contains(mistake)) {
      return true;
    }
    return switch (claim.mistake()) {
      case NONE -> true;
      case HYPOTHESIS -> j.verdict() == Verdict.RIGHT_IF || isRepair(claim, j);
      case PRODUCT ->
          j.diagnosis().text().matches("(?i).*(matrix product|elementwise|entry by entry|\\.\\*).*")
              || isRepair(claim, j);
      case FACTOR, TRANSPOSE, ORDER, SIGN, TERM, EXPONENT, VARIABLE -> isRepair(claim, j);
    };
  }

  /// {@return whether one change of the kind that is named makes the claim true}
  private static boolean isRepair(ClaimCase claim, Judgment j) {
    Mistake mistake = j.diagnosis().mistake();
    if (mistake == Mistake.NONE || mistake == Mistake.OTHER || claim.form() == Form.SOLVE) {
      return false;
    }
    if (mistake == Mistake.VARIABLE && isByAnother(claim)) {
      return true;
    }
    if (mistake == Mistake.LAYOUT) {
      return LAYOUTS.stream().anyMatch(f -> isTrue(claim.in(f)));
    }
    List<String> increments =
        claim.form().isMap() ? claim.wrt().stream().map(v -> "d" + v).toList() : List.of();
    var names = new java.util.HashSet<>(claim.declare().keySet());
    names.addAll(increments);
    ClaimCase asked = laidOut(claim, j);
    return NamedRepairs.of(claim.claimed(), names, j.diagnosis().text()).stream()
            .anyMatch(r -> isTrue(asked.with(claim.expr(), r)))
        || new Mutations(claim.declare(), increments)
            .of(claim.claimed()).stream()
                .filter(m -> NAMED.getOrDefault(m.kind(), Set.of()).contains(mistake))
                .anyMatch(m -> isTrue(asked.with(claim.expr(), m.formula())));
  }

  private static boolean isTrue(ClaimCase claim) {
    return ClaimTruth.of(claim, 7) == Finding.TRUE;
  }

  /// {@return whether this is the derivative by another variable}
  private static boolean isByAnother(ClaimCase claim) {
    boolean derivative = !claim.form().isMap() && claim.wrt().size() == 1;
    return derivative
        && claim.form() != Form.SOLVE
        && claim.declare().keySet().stream()
            .filter(v -> !v.equals(claim.wrt().getFirst()))
            .flatMap(v -> LAYOUTS.stream().map(form -> claim.by(v).in(form)))
            .anyMatch(c -> ClaimTruth.of(c, 7) == Finding.TRUE);
  }

  // what is answered besides the verdict, measured as well

  /// {@return what is wrong with an answer apart from its verdict}
  static List<String> faults(ClaimCase claim, Judgment j) {
    var bad = new ArrayList<String>();
    if (j.correct().isPresent() && claim.form() != Form.SOLVE) {
      Syntax correct;
      try {
        correct = Parser.parse(j.correct().get().text());
      } catch (Refusal r) {
        return List.of("the correct formula does not read back: " + r.getMessage());
      }
      Finding found = ClaimTruth.of(laidOut(claim, j).with(claim.expr(), correct), 11);
      if ((found == Finding.FALSE || found == Finding.ILL_SHAPED)
          && !isTrue(laidOut(hypothetical(claim, j), j).with(claim.expr(), correct))) {
        bad.add("the correct formula is measured as " + found);
      }
    }
    if (j.verdict() == Verdict.RIGHT_OTHER_LAYOUT
        && LAYOUTS.stream()
            .map(f -> ClaimTruth.of(claim.in(f), 13))
            .noneMatch(f -> f == Finding.TRUE || f == Finding.UNMEASURED)) {
      bad.add("it is measured to be wrong in every layout");
    }
    if (j.verdict() == Verdict.RIGHT_IF) {
      conditional(claim, j).ifPresent(bad::add);
    }
    ClaimExamples.refuted(claim, j).ifPresent(bad::add);
    return bad;
  }

  /// {@return the claim in the layout that the answer is in}
  private static ClaimCase laidOut(ClaimCase claim, Judgment j) {
    return !LAYOUTS.contains(claim.form()) || j.verdict() == Verdict.RIGHT_OTHER_LAYOUT
        ? claim
        : switch (j.layout()) {
          case "numerator" -> claim.in(Form.NUMERATOR);
          case "denominator" -> claim.in(Form.DENOMINATOR);
          default -> claim;
        };
  }

  private static Optional<String> conditional(ClaimCase claim, Judgment j) {
    Finding found = ClaimTruth.of(laidOut(hypothetical(claim, j), j), 17);
    boolean tried = !hypothetical(claim, j).equals(claim);
    return tried && (found == Finding.FALSE || found == Finding.ILL_SHAPED)
        ? Optional.of("under the hypotheses it is measured as " + found)
        : Optional.empty();
  }

  /// {@return the claim with the hypotheses declared, if all are attributes}, which those of the
  /// variable it is by are not: they would leave fewer directions to measure along
  private static ClaimCase hypothetical(ClaimCase claim, Judgment j) {
    var more = new TreeMap<>(claim.declare());
    for (String h : j.hypotheses()) {
      String[] words = h.split(" ");
      if (words.length != 2 || words[1].equals("square") || claim.wrt().contains(words[0])) {
        return claim;
      }
      more.computeIfPresent(words[0], (_, as) -> as + " " + words[1]);
    }
    try {
      Declarations.parse(more);
      return claim.declaring(more);
    } catch (Refusal _) {
      return claim;
    }
  }
}

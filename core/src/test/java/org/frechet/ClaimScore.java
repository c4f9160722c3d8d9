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

/// What the judge found of many claims of which the truth is known.
final class ClaimScore {
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

  private static final int TARGET_MILLIS = 50;

  /// Counts for one kind of mistake.
  private static final class Tally {
    int all;
    int caught;
    int named;
    int unknown;
    int corrected;
    int exemplified;
  }

  private record Timed(double millis, String asked) {}

  private final Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private final List<Timed> times = new ArrayList<>();
  private final List<String> wrongVerdicts = new ArrayList<>();
  private final List<String> unjudged = new ArrayList<>();
  private final List<String> unnamed = new ArrayList<>();
  private final List<String> badAnswers = new ArrayList<>();
  private final List<String> uncorrected = new ArrayList<>();

  /// Judges one claim.
  void judge(ClaimCase claim, boolean preferParts, int manner) {
    boolean inParts = preferParts || !isFixed(claim);
    long start = System.nanoTime();
    Optional<Judgment> judgment = Optional.empty();
    String failure = "";
    try {
      judgment = Optional.of(inParts ? claim.judgedInParts() : claim.judgedAsText(manner));
    } catch (Refusal r) {
      failure = "refused: " + r.problem().code().word() + ": " + r.getMessage();
    } catch (RuntimeException | StackOverflowError e) {
      failure =
          "thrown: " + e + (e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "");
    }
    double time = (System.nanoTime() - start) / 1e6;
    String asked = (inParts ? "parts " : "text ") + claim;
    Optional<Judgment> found = judgment;
    String problem = failure;
    List<String> bad = found.map(j -> answers(claim, j)).orElse(List.of());
    boolean named = found.filter(j -> isNamed(claim, j)).isPresent();
    synchronized (this) {
      times.add(new Timed(time, asked));
      record(claim, asked, found, problem, named, bad);
    }
  }

  private void record(
      ClaimCase claim,
      String asked,
      Optional<Judgment> found,
      String failure,
      boolean named,
      List<String> bad) {
    Tally tally = tallies.computeIfAbsent(claim.mistake(), _ -> new Tally());
    boolean isTrue = claim.mistake() == Kind.NONE;
    tally.all++;
    String word = found.map(j -> j.verdict().word()).orElse("failed");
    verdicts.merge((isTrue ? "true " : "false ") + word, 1, Integer::sum);
    String said = found.map(ClaimScore::said).orElse(failure);
    bad.forEach(b -> badAnswers.add(b + "\n    " + asked + "\n      " + said));
    if (found.isEmpty() || found.get().verdict() == Verdict.UNKNOWN) {
      tally.unknown++;
      unjudged.add(asked + "\n      " + said);
      return;
    }
    Judgment j = found.get();
    if (j.verdict().isRight() != isTrue) {
      wrongVerdicts.add(asked + "\n      " + said);
      return;
    }
    tally.caught++;
    if (isTrue) {
      return;
    }
    if (j.correct().isPresent()) {
      tally.corrected++;
    } else {
      uncorrected.add(asked + "\n      " + said);
    }
    tally.exemplified += j.counterexample().isPresent() ? 1 : 0;
    if (named) {
      tally.named++;
    } else {
      unnamed.add(asked + "\n      " + said);
    }
  }

  private static String said(Judgment j) {
    return "%s %s %s%s, correct: %s, %s: %s%s"
        .formatted(
            j.verdict().word(),
            j.kind(),
            j.layout(),
            j.hypotheses().isEmpty() ? "" : " if " + String.join(" and ", j.hypotheses()),
            j.correct().map(Judgment.Written::text).orElse("-"),
            j.diagnosis().mistake(),
            j.diagnosis().text(),
            j.reason().isEmpty() ? "" : " (" + j.reason() + ")");
  }

  // diagnoses

  private static boolean isNamed(ClaimCase claim, Judgment j) {
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

  private static List<String> answers(ClaimCase claim, Judgment j) {
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
        && LAYOUTS.stream().noneMatch(f -> ClaimTruth.of(claim.in(f), 13) == Finding.TRUE)) {
      bad.add("it is not measured to be right in another layout");
    }
    if (j.verdict() == Verdict.RIGHT_IF) {
      conditional(claim, j).ifPresent(bad::add);
    }
    return bad;
  }

  /// {@return whether the truth is the same however the claim is read}: a differential without
  /// increments moves all variables
  private static boolean isFixed(ClaimCase claim) {
    return !claim.form().isMap()
        || claim.wrt().stream().allMatch(v -> SyntaxPlaces.mentions(claim.claimed(), "d" + v));
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

  // results

  int wrong() {
    return wrongVerdicts.size();
  }

  int bad() {
    return badAnswers.size();
  }

  int unknown() {
    return unjudged.size();
  }

  List<String> failures() {
    var all = new ArrayList<>(wrongVerdicts);
    all.addAll(badAnswers);
    return all;
  }

  /// {@return false claims without a correct formula}
  List<String> uncorrected() {
    return List.copyOf(uncorrected);
  }

  /// {@return of a hundred mistakes that were caught, how many were named}
  double namedPercent() {
    int caught = 0;
    int named = 0;
    for (Map.Entry<Kind, Tally> t : tallies.entrySet()) {
      if (t.getKey() != Kind.NONE) {
        caught += t.getValue().all;
        named += t.getValue().named;
      }
    }
    return caught == 0 ? 0 : 100.0 * named / caught;
  }

  String report(int shown) {
    var out = new StringBuilder();
    out.append("verdicts ").append(verdicts).append('\n');
    tallies.forEach((kind, t) ->
        out.append(
            "  %-10s %6d, judged rightly %6.2f %%, named %5.1f %%, corrected %5.1f %%, with a counterexample %5.1f %%, unknown %d%n"
                .formatted(
                    kind,
                    t.all,
                    percent(t.caught, t.all),
                    percent(t.named, t.all),
                    percent(t.corrected, t.all),
                    percent(t.exemplified, t.all),
                    t.unknown)));
    out.append("named in all: %.1f %%%n".formatted(namedPercent()));
    List<Timed> sorted =
        times.stream().sorted(java.util.Comparator.comparingDouble(Timed::millis)).toList();
    if (!sorted.isEmpty()) {
      long late = sorted.stream().filter(t -> t.millis() > TARGET_MILLIS).count();
      out.append(
          "time: median %.1f ms, 90th percentile %.1f ms, 99th %.1f ms, longest %.0f ms, %.1f %% over %d ms%n"
              .formatted(
                  sorted.get(sorted.size() / 2).millis(),
                  sorted.get(sorted.size() * 90 / 100).millis(),
                  sorted.get(sorted.size() * 99 / 100).millis(),
                  sorted.getLast().millis(),
                  percent((int) late, sorted.size()),
                  TARGET_MILLIS));
      list(
          out,
          "longest",
          sorted.reversed().stream()
              .limit(shown)
              .map(t -> "%.0f ms %s".formatted(t.millis(), t.asked()))
              .toList(),
          shown);
    }
    list(out, "wrong verdicts", wrongVerdicts, 10 * shown);
    list(out, "bad answers", badAnswers, 4 * shown);
    list(out, "not judged", unjudged, shown);
    list(out, "not corrected", uncorrected, shown);
    list(out, "not named", unnamed, shown);
    return out.toString();
  }

  private static double percent(int part, int all) {
    return all == 0 ? 0 : 100.0 * part / all;
  }

  private static void list(StringBuilder out, String title, List<String> lines, int shown) {
    out.append("%s: %d%n".formatted(title, lines.size()));
    lines.stream().limit(shown).forEach(l -> out.append("    ").append(l).append('\n'));
  }
}

package org.frechet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.ClaimCase.Kind;
import org.frechet.shape.Refusal;

/// What the judge found of many claims of which the truth is known.
final class ClaimScore {
  private static final int TARGET_MILLIS = 50;

  /// Counts for one kind of mistake.
  private static final class Tally {
    int all;
    int caught;
    int named;
    int unknown;
    int corrected;
    int exemplified;
    int readable;
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
  private final List<String> unexemplified = new ArrayList<>();

  /// Judges one claim.
  void judge(ClaimCase claim, boolean preferParts, int manner) {
    boolean inParts = preferParts || !claim.isWholeText();
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
    List<String> bad = found.map(j -> ClaimAnswers.faults(claim, j)).orElse(List.of());
    boolean named = found.filter(j -> ClaimAnswers.isNamed(claim, j)).isPresent();
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
    boolean shaped = j.verdict() == Verdict.WRONG || j.verdict() == Verdict.RIGHT_IF;
    if (j.counterexample().isPresent()) {
      tally.exemplified++;
      tally.readable += ClaimExamples.isReadable(j.counterexample().get()) ? 1 : 0;
    } else if (shaped && j.reason().isEmpty()) {
      unexemplified.add(asked + "\n      " + said);
    }
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
            "  %-10s %6d, judged rightly %6.2f %%, named %5.1f %%, corrected %5.1f %%, with a counterexample %5.1f %% (in small whole numbers %5.1f %%), unknown %d%n"
                .formatted(
                    kind,
                    t.all,
                    percent(t.caught, t.all),
                    percent(t.named, t.all),
                    percent(t.corrected, t.all),
                    percent(t.exemplified, t.all),
                    percent(t.readable, t.all),
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
    list(out, "without a counterexample", unexemplified, shown);
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

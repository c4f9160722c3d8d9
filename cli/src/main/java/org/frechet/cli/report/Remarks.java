package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.Judgment;
import org.frechet.Verdict;
import org.frechet.cli.report.Piece.Clause;
import org.frechet.cli.report.Piece.Formula;
import org.frechet.cli.report.Piece.Values;
import org.frechet.cli.report.Piece.Words;
import org.frechet.cli.report.Remark.Role;
import org.frechet.page.Changes;

/// The sentences about one claim: the verdict, and what stands behind it.
public final class Remarks {
  /// How an assumption about shapes begins.
  private static final String INFERRED = "shapes inferred";

  private final Judgment judgment;
  private final List<Piece> pieces = new ArrayList<>();

  private Remarks(Judgment judgment) {
    this.judgment = judgment;
  }

  /// {@return the verdict in capitals, the condition under which it holds, and what would be right}
  public static Remark verdict(Judgment judgment) {
    return new Remarks(judgment).headline();
  }

  /// {@return the same for a statement of a document}, whose hypotheses and layout may stand
  /// elsewhere in it
  public static Remark inDocument(Judgment judgment) {
    return new Remarks(judgment).gently();
  }

  /// {@return the word or words in capitals with which the verdict begins}
  public static String word(Judgment j) {
    return switch (j.verdict()) {
      case RIGHT, RIGHT_OTHER_LAYOUT -> "RIGHT";
      case RIGHT_IF, WRONG -> "WRONG";
      case ILL_SHAPED -> "ILL-SHAPED";
      case NOT_DIFFERENTIABLE -> "NOT DIFFERENTIABLE";
      case UNKNOWN -> "CANNOT TELL";
    };
  }

  /// {@return what stands behind the verdict, in the order in which a reader asks for it}
  public static List<Remark> details(Judgment j) {
    var details = new ArrayList<Remark>();
    j.counterexample()
        .ifPresent(e ->
            details.add(
                new Remark(Role.COUNTEREXAMPLE, List.of(new Values(counterexample(j, e))))));
    details.addAll(comparison(j));
    if (!j.diagnosis().text().isEmpty()) {
      details.add(Remark.clause(Role.DIAGNOSIS, j.diagnosis().text()));
    }
    if (!j.reason().isEmpty() && !isTold(j) && !j.reason().equals(j.diagnosis().text())) {
      details.add(Remark.clause(Role.REASON, j.reason()));
    }
    certainty(j).ifPresent(c -> details.add(Remark.words(Role.CERTAINTY, c)));
    details.addAll(conditions(j));
    j.assumptions().forEach(a -> assumption(a).ifPresent(details::add));
    return details;
  }

  /// `shapes inferred: X: n×n` tells shapes, all else is an assumption.
  private static Optional<Remark> assumption(String text) {
    if (!text.startsWith(INFERRED)) {
      return Optional.of(Remark.clause(Role.ASSUMPTIONS, text));
    }
    String shapes = text.substring(INFERRED.length()).replaceFirst("^:\\s*", "").strip();
    return shapes.isEmpty()
        ? Optional.empty()
        : Optional.of(Remark.clause(Role.SHAPES, shapes + " (inferred)"));
  }

  // the verdict

  private Remarks words(String text) {
    pieces.add(new Words(text));
    return this;
  }

  private Remarks clause(String text) {
    pieces.add(new Clause(text));
    return this;
  }

  private Remark headline() {
    words(word(judgment));
    switch (judgment.verdict()) {
      case RIGHT -> layout().conditions().words(".");
      case RIGHT_OTHER_LAYOUT -> otherLayout();
      case RIGHT_IF ->
          words(" unless ").clause(Hypotheses.clause(judgment.hypotheses())).words(".").correct();
      case WRONG -> words(".").correct();
      case ILL_SHAPED -> reason().correct();
      case NOT_DIFFERENTIABLE -> reason().correct();
      case UNKNOWN -> reason().correct();
    }
    return new Remark(Role.VERDICT, pieces);
  }

  private Remark gently() {
    switch (judgment.verdict()) {
      case RIGHT_IF ->
          words("RIGHT only if ")
              .clause(Hypotheses.clause(judgment.hypotheses()))
              .words(", which is not said here.")
              .formula("  In general: ");
      case RIGHT_OTHER_LAYOUT -> {
        words("RIGHT");
        otherLayout();
      }
      case RIGHT, WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE, UNKNOWN -> {
        return headline();
      }
    }
    return new Remark(Role.VERDICT, pieces);
  }

  private Remarks layout() {
    return isLayout(judgment.layout()) ? words(" in " + judgment.layout() + " layout") : this;
  }

  private static boolean isLayout(String word) {
    return word.equals("numerator") || word.equals("denominator");
  }

  private Remarks conditions() {
    List<String> brief = judgment.conditions().stream().filter(Hypotheses::isBrief).toList();
    return brief.isEmpty() ? this : words(" (").clause(Hypotheses.brief(brief)).words(")");
  }

  private void otherLayout() {
    layout().conditions();
    String other = judgment.layout().equals("numerator") ? "denominator" : "numerator";
    judgment
        .correct()
        .ifPresent(c -> {
          words("; in " + other + " layout it is ");
          pieces.add(new Formula(c));
        });
    words(".");
  }

  private Remarks correct() {
    return formula("  Correct: ");
  }

  /// A claim that only lacks a hypothesis may be the correct formula itself.
  private Remarks formula(String before) {
    judgment
        .correct()
        .filter(c -> !c.text().equals(judgment.claimed().text()))
        .ifPresent(c -> {
          words(before);
          pieces.add(new Formula(c));
          words(".");
        });
    return this;
  }

  private Remarks reason() {
    return judgment.reason().isEmpty()
        ? words(".")
        : words(": ").clause(sentence(judgment.reason()));
  }

  private static String sentence(String text) {
    String stripped = text.strip();
    return stripped.endsWith(".") || stripped.endsWith("?") ? stripped : stripped + ".";
  }

  /// Whether the verdict has the reason in it, or what is said of sureness.
  private static boolean isTold(Judgment j) {
    if (isInequality(j) && isSure(j)) {
      return true;
    }
    return switch (j.verdict()) {
      case ILL_SHAPED, NOT_DIFFERENTIABLE, UNKNOWN -> true;
      case RIGHT, RIGHT_OTHER_LAYOUT, RIGHT_IF, WRONG -> false;
    };
  }

  /// Conditions that the verdict does not tell: where the claim holds, and kinks.
  private static List<Remark> conditions(Judgment j) {
    boolean told = j.verdict() == Verdict.RIGHT || j.verdict() == Verdict.RIGHT_OTHER_LAYOUT;
    var where = new ArrayList<String>();
    var remarks = new ArrayList<Remark>();
    for (String c : j.conditions()) {
      if (c.startsWith("not ") || c.startsWith("almost ")) {
        remarks.add(Remark.clause(Role.EXCEPTIONS, c));
      } else if (!told || !Hypotheses.isBrief(c)) {
        where.add(c);
      }
    }
    if (!where.isEmpty()) {
      remarks.addFirst(Remark.clause(Role.CONDITIONS, String.join(", ", where)));
    }
    return remarks;
  }

  // what stands behind it

  /// {@return `A = [0 1; 0 0], x = (1, 1)': claimed (2, 0)', true (1, 1)'`}
  static String counterexample(Judgment j, Judgment.Example e) {
    Map<String, String> given = new TreeMap<>();
    e.values().forEach((name, value) -> given.put(name, Numbers.of(value)));
    Set<String> written = new TreeSet<>(Formulas.names(j.claimed().syntax()));
    j.correct().ifPresent(c -> written.addAll(Formulas.names(c.syntax())));
    e.sizes()
        .forEach((size, n) -> {
          if (written.contains(size)) {
            given.putIfAbsent(size, String.valueOf(n));
          }
        });
    var values = new ArrayList<String>();
    given.forEach((name, value) -> values.add(name + " = " + value));
    String sides = isInequality(j) ? "left side %2$s, right side %1$s" : "claimed %s, true %s";
    return (values.isEmpty() ? "" : String.join(", ", values) + ":  ")
        + sides.formatted(Numbers.of(e.claimed()), Numbers.of(e.truth()));
  }

  /// The claimed and the correct formula with what differs marked, where both are known.
  private static List<Remark> comparison(Judgment j) {
    boolean differ =
        switch (j.verdict()) {
          case RIGHT_IF, WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> true;
          case RIGHT, RIGHT_OTHER_LAYOUT, UNKNOWN -> false;
        };
    Judgment.Written claimed = j.claimed();
    if (!differ || j.correct().filter(c -> !c.text().equals(claimed.text())).isEmpty()) {
      return List.of();
    }
    Judgment.Written correct = j.correct().get();
    return List.of(
        new Remark(
            Role.CLAIMED,
            List.of(new Formula(claimed, Changes.between(correct.syntax(), claimed.syntax())))),
        new Remark(
            Role.CORRECT,
            List.of(new Formula(correct, Changes.between(claimed.syntax(), correct.syntax())))));
  }

  /// {@return how sure the verdict is, and by what}
  static Optional<String> certainty(Judgment j) {
    return switch (j.verdict()) {
      case ILL_SHAPED -> Optional.of("proof: the shapes decide");
      case UNKNOWN -> Optional.empty();
      case RIGHT, RIGHT_OTHER_LAYOUT, RIGHT_IF ->
          Optional.of(j).filter(Remarks::isSure).map(Remarks::equality);
      case WRONG, NOT_DIFFERENTIABLE ->
          Optional.of(j).filter(Remarks::isSure).map(Remarks::difference);
    };
  }

  private static boolean isInequality(Judgment j) {
    return j.kind().toLowerCase(Locale.ROOT).contains("inequality");
  }

  private static boolean isSure(Judgment j) {
    return !j.certainty().isEmpty();
  }

  private static String equality(Judgment j) {
    if (isInequality(j)) {
      return "sampled: it holds%s, which is no proof".formatted(at(j.points()));
    }
    boolean conditional = j.verdict() == Verdict.RIGHT_IF;
    String with = conditional ? "with the hypothesis " : "";
    String without =
        conditional && j.counterexample().isPresent()
            ? "; without it they differ at the counterexample"
            : "";
    return switch (j.certainty()) {
      case "proof" -> "proof: " + with + "both sides have the same normal form" + without;
      case "exact" ->
          j.errorBound() == 0
              ? "exact: " + with + "both sides have the same normal form" + without
              : "exact: %sboth sides are equal modulo 2^61−1%s%s%s"
                  .formatted(with, at(j.points()), accident(j), without);
      default ->
          "numeric: %sboth sides are equal in double precision%s%s"
              .formatted(with, at(j.points()), without);
    };
  }

  /// An equality modulo a prime is one but for accidents.
  private static String accident(Judgment j) {
    return j.errorBound() > 0
        ? " (by accident with probability below %s)".formatted(Numbers.above(j.errorBound()))
        : "";
  }

  private static String difference(Judgment j) {
    boolean shown = j.counterexample().isPresent();
    String where = shown ? " at the counterexample" : "";
    String tried = shown ? tried(j.points()) : at(j.points());
    if (isInequality(j)) {
      return "numeric: it fails at the counterexample" + tried;
    }
    return switch (j.certainty()) {
      case "proof" -> "proof: the sides differ by their form";
      case "exact" ->
          "exact: the sides differ%s, %s%s"
              .formatted(where, shown ? "in exact arithmetic" : "modulo 2^61−1", tried);
      default -> "numeric: the sides differ%s in double precision%s".formatted(where, tried);
    };
  }

  private static String at(int points) {
    return points <= 0
        ? ""
        : points == 1 ? " at one random point" : " at %d random points".formatted(points);
  }

  private static String tried(int points) {
    return points <= 0
        ? ""
        : points == 1 ? "; one point tried" : "; %d points tried".formatted(points);
  }
}

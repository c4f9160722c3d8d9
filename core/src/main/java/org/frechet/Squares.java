package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.frechet.claim.Mistake;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;

/// Claims that have a meaning only where two declared sizes are one: where a matrix is square.
final class Squares {
  private static final int MOST = 15;

  private Squares() {}

  /// {@return the judgment under the hypothesis that repairs a claim whose shapes do not fit}
  static Optional<Judgment> repaired(
      Map<String, Declaration> declared,
      Problem problem,
      Function<Map<String, Declaration>, Judgment> judge) {
    String why = problem.message();
    for (List<String> pair : pairs(declared)) {
      try {
        Judgment j = judge.apply(equal(declared, pair.getFirst(), pair.getLast()));
        if (j.verdict() == Verdict.RIGHT || j.verdict() == Verdict.RIGHT_IF) {
          return Optional.of(under(j, words(declared, pair), why));
        }
      } catch (Refusal r) {
        if (r.problem().code() == Problem.Code.TIMEOUT) {
          throw r;
        }
      }
    }
    return Optional.empty();
  }

  private static List<List<String>> pairs(Map<String, Declaration> declared) {
    var names = new TreeSet<String>();
    for (Declaration d : declared.values()) {
      for (Dim size : List.of(d.shape().rows(), d.shape().cols())) {
        if (size.isName()) {
          names.add(size.name());
        }
      }
    }
    var pairs = new ArrayList<List<String>>();
    for (String a : names) {
      for (String b : names.tailSet(a, false)) {
        pairs.add(List.of(a, b));
      }
    }
    return pairs.subList(0, Math.min(MOST, pairs.size()));
  }

  private static Map<String, Declaration> equal(
      Map<String, Declaration> declared, String a, String b) {
    Map<String, Declaration> equal = new HashMap<>();
    declared.forEach((name, d) -> {
      if (d.function().isPresent()) {
        equal.put(name, d);
        return;
      }
      var shape = new Shape(renamed(d.shape().rows(), a, b), renamed(d.shape().cols(), a, b));
      equal.put(name, new Declaration(name, d.kind(), shape, d.traits()));
    });
    return equal;
  }

  private static Dim renamed(Dim size, String a, String b) {
    return size.substitute(name -> Dim.of(name.equals(b) ? a : name));
  }

  private static String words(Map<String, Declaration> declared, List<String> pair) {
    var shape = new Shape(Dim.of(pair.getFirst()), Dim.of(pair.getLast()));
    return declared.values().stream()
        .filter(d -> d.shape().equals(shape) || d.shape().equals(shape.transposed()))
        .map(d -> d.name() + " square")
        .sorted()
        .findFirst()
        .orElse(pair.getFirst() + " = " + pair.getLast());
  }

  /// {@return the judgment with one hypothesis more}
  static Judgment under(Judgment j, String hypothesis, String why) {
    var hypotheses = new ArrayList<>(List.of(hypothesis));
    hypotheses.addAll(j.hypotheses());
    return new Judgment(
        Verdict.RIGHT_IF,
        j.kind(),
        j.layout(),
        hypotheses,
        j.claimed(),
        j.correct().or(() -> Optional.of(j.claimed())),
        j.certainty(),
        j.points(),
        j.errorBound(),
        j.counterexample(),
        j.diagnosis().text().isEmpty()
            ? new Judgment.Diagnosis(Mistake.HYPOTHESIS, why)
            : new Judgment.Diagnosis(
                j.diagnosis().mistake(), "%s; besides, %s".formatted(why, j.diagnosis().text())),
        why,
        j.assumptions(),
        j.conditions(),
        j.place());
  }
}

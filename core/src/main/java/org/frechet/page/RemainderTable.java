package org.frechet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.frechet.check.DefinitionCheck;
import org.frechet.check.Ray;

/// What a check against the definition found, in words and as a table: step, remainder, remainder
/// over step, order.
public final class RemainderTable {
  private RemainderTable() {}

  /// {@return the verdict in one sentence}
  public static String verdict(DefinitionCheck check) {
    return switch (check.verdict()) {
      case DERIVATIVE ->
          "this is the derivative: the remainder over the norm of the step tends to zero";
      case NOT_LINEAR -> "this is not a linear map: " + check.reason();
      case WRONG_MAP -> "linear, but not the derivative: " + check.reason();
      case UNMEASURED -> "this could not be found out: " + check.reason();
    };
  }

  /// {@return how linearity is known, or how it fails, and where the table was measured}
  public static List<String> notes(DefinitionCheck check) {
    var notes = new ArrayList<String>();
    check
        .linearity()
        .ifPresent(l ->
            notes.add(
                switch (l.known()) {
                  case PROOF -> "linear in the increment, by its form";
                  case EXACT -> "linear in the increment, exactly modulo 2^61−1";
                  case NUMERIC -> "linear in the increment, at random points";
                  case NOT_LINEAR ->
                      "L(0) has norm %s; L(U + V) − L(U) − L(V) is %s of the terms, L(cU) − c L(U) is %s"
                          .formatted(
                              format("%.3g", l.offset()),
                              format("%.3g", l.additivity()),
                              format("%.3g", l.homogeneity()));
                }));
    check.decisive().ifPresent(r -> notes.add(order(check, r)));
    if (!check.rays().isEmpty()) {
      String where = check.decisive().filter(Ray::worst).isPresent() ? "the worst" : "a random";
      notes.add(
          "at a random point%s, along %s direction of norm one"
              .formatted(check.place().isEmpty() ? "" : " with " + check.place(), where));
    }
    return notes;
  }

  private static String order(DefinitionCheck check, Ray ray) {
    if (ray.isExact()) {
      return "no step leaves a remainder above rounding errors";
    }
    return ray.order()
        .map(o -> "observed order " + format("%.2f", o) + meaning(check, o))
        .orElse("too few remainders are above rounding errors to observe an order");
  }

  private static String meaning(DefinitionCheck check, double order) {
    boolean linear = check.verdict() != DefinitionCheck.Verdict.NOT_LINEAR;
    return order > 1.5
        ? ", above one: the remainder vanishes faster than the step"
            + (linear ? "" : ", so the part of first order is right")
        : ": a derivative leaves order two or more";
  }

  /// {@return the titles of the columns, then a row for each tenth of a step}
  public static List<List<String>> rows(DefinitionCheck check) {
    var rows = new ArrayList<List<String>>();
    rows.add(List.of("t", "‖R(tD)‖", "‖R(tD)‖/t", "order"));
    Optional<Ray.Step> before = Optional.empty();
    for (Ray.Step s : check.decisive().map(Ray::steps).orElse(List.of())) {
      if (!isTenth(s.t())) {
        continue;
      }
      String order =
          before
              .filter(_ -> s.isMeasured())
              .map(b -> format("%.2f", Math.log10(b.remainder() / s.remainder())))
              .orElse(s.isMeasured() ? "" : "rounding");
      rows.add(List.of(format("%.0e", s.t()), number(s.remainder()), number(s.ratio()), order));
      before = Optional.of(s).filter(Ray.Step::isMeasured);
    }
    return rows;
  }

  /// Steps are two a decade; a table needs one.
  private static boolean isTenth(double t) {
    double power = Math.log10(t);
    return Math.abs(power - Math.rint(power)) < 1e-9;
  }

  private static String number(double x) {
    return x == 0 ? "0" : format("%.2e", x);
  }

  private static String format(String format, double x) {
    String text = String.format(Locale.ROOT, format, x);
    return text.equals("-0.00") ? "0.00" : text;
  }
}

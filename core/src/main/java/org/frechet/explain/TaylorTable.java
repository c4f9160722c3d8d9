package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.frechet.check.TaylorRemainder;
import org.frechet.check.TaylorRemainder.Step;
import org.frechet.explain.Part.Table;

/// The remainder in numbers: how it falls with the step.
final class TaylorTable {
  private static final long SEED = 1;

  private TaylorTable() {}

  /// {@return a part with the table, or with the reason why there is none}
  static Part of(Task task, String function, String linear) {
    Optional<TaylorRemainder> measured =
        TaylorRemainder.of(task.f(), task.variable(), task.answer().map(), SEED);
    String title = "the remainder in numbers";
    return measured
        .map(m ->
            new Part(
                title, List.of(), List.of(order(m), place(m)), table(m, task, function, linear)))
        .orElseGet(() ->
            new Part(
                title,
                List.of(),
                List.of(
                    "The remainder could not be measured: no point was found where the function is"
                        + " defined and no kink is near."),
                Optional.empty()));
  }

  private static Optional<Table> table(
      TaylorRemainder m, Task task, String function, String linear) {
    String x = task.answer().name();
    String d = task.fresh(List.of("D", "H", "U", "V"));
    String t = task.fresh(List.of("t", "h", "ε", "s"));
    String bars = task.f().isScalar() ? "|" : "‖";
    String what =
        "%s%s(%s + %s %s) − %s(%s) − %s %s(%s)%s"
            .formatted(bars, function, x, t, d, function, x, t, linear, d, bars);
    var rows = new ArrayList<List<String>>();
    Optional<Step> before = Optional.empty();
    for (Step s : m.steps()) {
      if (s.remainder() > 0) {
        rows.add(
            List.of(
                number("%.0e", s.t()),
                number("%.2e", s.remainder()),
                number("%.2e", s.remainder() / s.t()),
                before.map(b -> number("%.2f", TaylorRemainder.order(b, s))).orElse("")));
        before = Optional.of(s);
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(what, List.of(t, "remainder", "remainder / " + t, "order"), rows));
  }

  private static String order(TaylorRemainder m) {
    if (m.steps().stream().allMatch(s -> s.remainder() == 0)) {
      return "Below rounding errors: near this point the function is affine along this direction.";
    }
    return m.order()
        .map(o ->
            "Observed order: %s; a step of a tenth leaves about 1/%.0f of the remainder."
                .formatted(number("%.2f", o), Math.pow(10, Math.rint(o))))
        .orElse("Only one step is above rounding errors, so that no order can be observed.");
  }

  private static String place(TaylorRemainder m) {
    String sizes =
        new TreeMap<>(m.sizes())
            .entrySet().stream()
                .map((Map.Entry<String, Integer> e) -> e.getKey() + " = " + e.getValue())
                .collect(Collectors.joining(", "));
    return "At a random point and along a random direction of norm one"
        + (sizes.isEmpty() ? "." : ", with " + sizes + ".");
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}

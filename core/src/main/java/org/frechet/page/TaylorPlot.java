package org.frechet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.frechet.check.DefinitionCheck;
import org.frechet.check.Ray;
import org.frechet.page.Plot.Anchor;
import org.frechet.page.Plot.Mark;
import org.frechet.page.Plot.Place;
import org.frechet.page.Plot.Stroke;
import org.frechet.page.Plot.Tone;

/// The remainder of a candidate against the step, both on logarithmic scales: a line of slope two,
/// or steeper, for a derivative, of slope one for another linear map.
public final class TaylorPlot {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 560;
  private static final double LEFT = 86;
  private static final double RIGHT = 736;
  private static final double TOP = 76;
  private static final double BOTTOM = 420;

  /// More powers of ten than this on an axis are labelled at every second.
  private static final int MOST_LABELS = 12;

  /// Smaller remainders are noise of no interest.
  private static final int LOWEST = -24;

  /// Lines of reference keep this factor away from the curve that they are compared with.
  private static final double ASIDE = 3;

  private static final int LONGEST_TITLE = 84;
  private static final List<Tone> TONES = List.of(Tone.BLUE, Tone.GREEN, Tone.PURPLE);

  private final DefinitionCheck check;
  private final List<Mark> marks = new ArrayList<>();
  private final Axis steps;
  private final Axis remainders;

  private TaylorPlot(DefinitionCheck check) {
    this.check = check;
    this.steps = Axis.over(all(s -> s.t()), -8, 0, LEFT, RIGHT);
    double[] heights =
        DoubleStream.concat(
                DoubleStream.of(all(s -> ASIDE * s.remainder())),
                DoubleStream.concat(
                    DoubleStream.of(all(s -> s.rounding() / 100)), DoubleStream.of(1)))
            .toArray();
    this.remainders = Axis.over(heights, -16, 0, BOTTOM, TOP);
  }

  /// {@return the drawing}
  ///
  /// @param title what is tried, as in `x'*A*x by x: candidate 2*x'*A*dx`
  public static Plot of(DefinitionCheck check, String title) {
    return new TaylorPlot(check).drawn(title);
  }

  private interface Quantity {
    double of(Ray.Step step);
  }

  private double[] all(Quantity quantity) {
    return check.rays().stream()
        .flatMap(r -> r.steps().stream())
        .mapToDouble(quantity::of)
        .filter(x -> x > 0)
        .toArray();
  }

  /// Powers of ten between two ends of the drawing.
  private record Axis(int least, int most, double from, double to) {
    static Axis over(double[] values, int least, int most, double from, double to) {
      if (values.length == 0) {
        return new Axis(least, most, from, to);
      }
      double lowest = Math.log10(DoubleStream.of(values).min().orElseThrow());
      double highest = Math.log10(DoubleStream.of(values).max().orElseThrow());
      int bottom = Math.max(LOWEST, (int) Math.floor(lowest + 1e-9));
      return new Axis(bottom, Math.max(bottom + 1, (int) Math.ceil(highest - 1e-9)), from, to);
    }

    double at(double value) {
      return from + (to - from) * (Math.log10(value) - least) / (most - least);
    }

    boolean has(double value) {
      double power = Math.log10(value);
      return power >= least - 1e-9 && power <= most + 1e-9;
    }
  }

  private Plot drawn(String title) {
    titles(title);
    grid();
    references();
    rounding();
    for (int i = 0; i < check.rays().size(); i++) {
      curve(check.rays().get(i), tone(i));
    }
    legend();
    return new Plot(WIDTH, HEIGHT, title + " (" + verdict() + ")", marks);
  }

  private void titles(String title) {
    String shown =
        title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
    marks.add(words(LEFT, 30, shown, 15, true, Anchor.START, Tone.INK));
    marks.add(words(LEFT, 54, verdict(), 13, false, Anchor.START, Tone.SOFT));
  }

  private String verdict() {
    String order =
        check
            .decisive()
            .flatMap(Ray::order)
            .map(o -> ", observed order " + number("%.2f", o))
            .orElse("");
    return switch (check.verdict()) {
      case DERIVATIVE ->
          (check.rays().stream().allMatch(Ray::isExact)
                  ? "the derivative: the function is affine near this point"
                  : "the derivative")
              + order;
      case NOT_LINEAR -> "not linear: " + check.reason() + order;
      case WRONG_MAP -> "linear, but not the derivative" + order;
      case UNMEASURED -> "not known: " + check.reason();
    };
  }

  private void grid() {
    for (int k = steps.least; k <= steps.most; k++) {
      double x = steps.at(Math.pow(10, k));
      marks.add(line(1, Stroke.PLAIN, Tone.GRID, new Place(x, TOP), new Place(x, BOTTOM)));
      marks.add(words(x, BOTTOM + 19, power(k), 12, false, Anchor.MIDDLE, Tone.SOFT));
    }
    int every = (remainders.most - remainders.least) / MOST_LABELS + 1;
    for (int k = remainders.least; k <= remainders.most; k++) {
      if (Math.floorMod(k, every) == 0) {
        double y = remainders.at(Math.pow(10, k));
        marks.add(line(1, Stroke.PLAIN, Tone.GRID, new Place(LEFT, y), new Place(RIGHT, y)));
        marks.add(words(LEFT - 9, y + 4, power(k), 12, false, Anchor.END, Tone.SOFT));
      }
    }
    Place corner = new Place(LEFT, BOTTOM);
    marks.add(line(1, Stroke.PLAIN, Tone.SOFT, new Place(LEFT, TOP), corner));
    marks.add(line(1, Stroke.PLAIN, Tone.SOFT, corner, new Place(RIGHT, BOTTOM)));
    marks.add(words((LEFT + RIGHT) / 2, BOTTOM + 43, "step t", 13, false, Anchor.MIDDLE, Tone.INK));
    marks.add(
        new Plot.Words(
            new Place(26, (TOP + BOTTOM) / 2),
            "remainder ‖f(X + tD) − f(X) − L(tD)‖",
            13,
            /* bold= */ false,
            Anchor.MIDDLE,
            /* turned= */ true,
            Tone.INK));
  }

  /// Lines of slope one and two from the longest step of the curve that tells most.
  private void references() {
    Optional<Ray.Step> from =
        check.decisive().flatMap(r -> r.steps().stream().filter(Ray.Step::isMeasured).findFirst());
    from.ifPresent(s -> {
      reference(s.t(), ASIDE * s.remainder(), 1);
      reference(s.t(), ASIDE * s.remainder(), 2);
    });
  }

  private void reference(double from, double remainder, int slope) {
    double lowest = Math.pow(10, remainders.least);
    double shortest = Math.pow(10, steps.least);
    double t = Math.max(shortest, from * Math.pow(lowest / remainder, 1.0 / slope));
    double end = remainder * Math.pow(t / from, slope);
    marks.add(
        line(
            1.5,
            Stroke.DASHED,
            Tone.SOFT,
            new Place(steps.at(from), remainders.at(remainder)),
            new Place(steps.at(t), remainders.at(end))));
    // The words stand at the upper side, near the lower end.
    double label = Math.exp(0.8 * Math.log(t) + 0.2 * Math.log(from));
    double height = remainder * Math.pow(label / from, slope);
    marks.add(
        words(
            steps.at(label) - 8,
            remainders.at(height) - 6,
            "slope " + slope,
            12,
            false,
            Anchor.END,
            Tone.SOFT));
  }

  /// Below this line there is nothing but rounding errors.
  private void rounding() {
    check
        .decisive()
        .ifPresent(r -> {
          var places = new ArrayList<Place>();
          for (Ray.Step s : r.steps()) {
            if (remainders.has(s.rounding())) {
              places.add(new Place(steps.at(s.t()), remainders.at(s.rounding())));
            }
          }
          if (places.size() > 1) {
            marks.add(new Plot.Line(places, 1.5, Stroke.DOTTED, Tone.SOFT));
          }
        });
  }

  private void curve(Ray ray, Tone tone) {
    var measured = new ArrayList<Place>();
    for (Ray.Step s : ray.steps()) {
      if (s.isMeasured()) {
        measured.add(new Place(steps.at(s.t()), remainders.at(s.remainder())));
      }
    }
    if (measured.size() > 1) {
      marks.add(new Plot.Line(measured, ray.worst() ? 2.5 : 1.5, Stroke.PLAIN, tone));
    }
    for (Ray.Step s : ray.steps()) {
      if (remainders.has(s.remainder())) {
        Place at = new Place(steps.at(s.t()), remainders.at(s.remainder()));
        marks.add(new Plot.Dot(at, ray.worst() ? 4 : 3, s.isMeasured(), tone));
      }
    }
  }

  private Tone tone(int ray) {
    return check.rays().get(ray).worst() ? Tone.ORANGE : TONES.get(ray % TONES.size());
  }

  private void legend() {
    double y = BOTTOM + 72;
    for (int i = 0; i < check.rays().size(); i++) {
      Ray ray = check.rays().get(i);
      double x = i % 2 == 0 ? LEFT : (LEFT + RIGHT) / 2;
      double row = y + i / 2 * 22;
      marks.add(
          line(
              ray.worst() ? 2.5 : 1.5,
              Stroke.PLAIN,
              tone(i),
              new Place(x, row),
              new Place(x + 26, row)));
      marks.add(new Plot.Dot(new Place(x + 13, row), ray.worst() ? 4 : 3, true, tone(i)));
      marks.add(words(x + 34, row + 4, name(i, ray), 12, false, Anchor.START, Tone.INK));
    }
    double row = y + (check.rays().size() + 1) / 2 * 22;
    marks.add(new Plot.Dot(new Place(LEFT + 13, row), 3, false, Tone.SOFT));
    marks.add(
        words(
            LEFT + 34,
            row + 4,
            "rings, below the dotted line: rounding errors",
            12,
            false,
            Anchor.START,
            Tone.SOFT));
    double x = (LEFT + RIGHT) / 2;
    marks.add(line(1.5, Stroke.DASHED, Tone.SOFT, new Place(x, row), new Place(x + 26, row)));
    marks.add(
        words(
            x + 34,
            row + 4,
            "slope 2 or more: a derivative; slope 1: not",
            12,
            false,
            Anchor.START,
            Tone.SOFT));
  }

  private static String name(int i, Ray ray) {
    String what = ray.worst() ? "worst direction" : "random direction " + (i + 1);
    return what
        + ray.order()
            .map(o -> ", order " + number("%.2f", o))
            .orElse(ray.isExact() ? ", no remainder" : "");
  }

  private static Plot.Line line(double width, Stroke stroke, Tone tone, Place from, Place to) {
    return new Plot.Line(List.of(from, to), width, stroke, tone);
  }

  private static Plot.Words words(
      double x, double y, String text, double size, boolean bold, Anchor anchor, Tone tone) {
    return new Plot.Words(new Place(x, y), text, size, bold, anchor, /* turned= */ false, tone);
  }

  /// {@return a power of ten, `10⁻³`}
  private static String power(int k) {
    var digits = new StringBuilder("10");
    for (char c : Integer.toString(k).toCharArray()) {
      digits.append(c == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(c - '0'));
    }
    return digits.toString();
  }

  private static String number(String format, double value) {
    String text = String.format(Locale.ROOT, format, value);
    return text.equals("-0.00") ? "0.00" : text;
  }
}

package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.syntax.Syntax.Span;

/// The choices that one reading of a text makes where LaTeX leaves several.
///
/// A reading is repeated with other choices until one fits. Readings that differ in an open choice
/// and fit both make a text ambiguous; of a ranked choice the first that fits is meant.
final class Choices {
  /// @param readings how each possibility would be written plainly
  record Point(boolean open, Span place, List<String> readings, int taken) {}

  private final List<Integer> wanted;
  private final List<Point> points = new ArrayList<>();

  Choices(List<Integer> wanted) {
    this.wanted = wanted;
  }

  int choose(boolean open, Span place, String... readings) {
    int i = points.size();
    int taken = i < wanted.size() ? Math.min(wanted.get(i), readings.length - 1) : 0;
    points.add(new Point(open, place, List.of(readings), taken));
    return taken;
  }

  List<Point> points() {
    return points;
  }

  /// {@return the readings that follow this one: each changes one choice that was not yet wanted}
  List<List<Integer>> next() {
    var all = new ArrayList<List<Integer>>();
    for (int i = wanted.size(); i < points.size(); i++) {
      for (int other = 1; other < points.get(i).readings.size(); other++) {
        var choice = new ArrayList<Integer>();
        for (int j = 0; j < i; j++) {
          choice.add(points.get(j).taken);
        }
        choice.add(other);
        all.add(List.copyOf(choice));
      }
    }
    return all;
  }
}

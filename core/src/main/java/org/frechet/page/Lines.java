package org.frechet.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.frechet.print.Marks;

/// Breaks formulas into lines so that they are few and end where it hurts least: before a sign of
/// an outer sum rather than between factors or in parentheses, even if that takes a line more. The
/// breaks are chosen together, as by Knuth and Plass, Breaking paragraphs into lines (1981).
final class Lines {
  private static final double LINE = 50;
  private static final double DEPTH = 260;
  private static final double RAGGED = 30;
  private static final double OVERFULL = 1e6;

  private Lines() {}

  /// A piece of a formula.
  ///
  /// @param price of ending a line before it
  /// @param closing what ends the line before, if it ends here: parentheses that grow, colours
  /// @param opening what then begins the next one
  record Chunk(String text, double price, String closing, String opening) {}

  /// {@return the price of ending a line at a mark inside so many brackets}
  static double price(char mark, int depth) {
    return depth * DEPTH + (mark == Marks.COMMA ? 0 : mark == Marks.SUM ? 10 : 150);
  }

  /// {@return the lines} @param indent by which all but the first are shorter
  static List<String> fill(
      List<Chunk> chunks, double room, double indent, ToDoubleFunction<String> width) {
    int n = chunks.size();
    double[] widths = chunks.stream().mapToDouble(c -> width.applyAsDouble(c.text())).toArray();
    double[] cost = new double[n + 1];
    int[] next = new int[n + 1];
    Arrays.fill(cost, Double.MAX_VALUE);
    cost[n] = 0;
    for (int i = n - 1; i >= 0; i--) {
      double here = i == 0 ? room : room - indent;
      double filled = 0;
      for (int j = i; j < n; j++) {
        filled += widths[j];
        double over = filled - here;
        double line = LINE + (over > 0 ? OVERFULL * over : j + 1 == n ? 0 : ragged(-over / here));
        double whole = line + cost[j + 1] + (j + 1 < n ? chunks.get(j + 1).price() : 0);
        if (whole < cost[i]) {
          cost[i] = whole;
          next[i] = j + 1;
        }
        if (over > 0) {
          break;
        }
      }
    }
    return joined(chunks, next);
  }

  private static double ragged(double unused) {
    return RAGGED * unused * unused;
  }

  private static List<String> joined(List<Chunk> chunks, int[] next) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < chunks.size(); i = next[i]) {
      var line = new StringBuilder(i == 0 ? "" : chunks.get(i).opening());
      chunks.subList(i, next[i]).forEach(c -> line.append(c.text()));
      lines.add(line + (next[i] < chunks.size() ? chunks.get(next[i]).closing() : ""));
    }
    return lines;
  }
}

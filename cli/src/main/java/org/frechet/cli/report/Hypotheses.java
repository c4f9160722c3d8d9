package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Hypotheses as clauses of a sentence: of `A symmetric`, `B symmetric` and `c > 0` it makes `A and
/// B are symmetric and c > 0`.
final class Hypotheses {
  /// `A symmetric`, but not `A and B commute` or `X has full rank`.
  private static final Pattern PROPERTY =
      Pattern.compile(
          "(\\p{L}[\\p{L}\\p{N}_]*'*) (?!is\\b|are\\b|has\\b|have\\b|and\\b|commutes?\\b|differs?\\b)(\\p{L}.*)");

  /// `det(X)`.
  private static final Pattern DETERMINANT =
      Pattern.compile("\\bdet\\((\\p{L}[\\p{L}\\p{N}_]*)\\)");

  private static final int BRIEF = 40;

  private Hypotheses() {}

  /// {@return the hypotheses as one clause}
  static String clause(List<String> hypotheses) {
    Map<String, List<String>> having = new LinkedHashMap<>();
    var clauses = new ArrayList<String>();
    for (String h : hypotheses) {
      Matcher property = PROPERTY.matcher(h.strip());
      if (property.matches()) {
        having.computeIfAbsent(property.group(2), _ -> new ArrayList<>()).add(property.group(1));
      } else {
        clauses.add(h.strip());
      }
    }
    var all = new ArrayList<String>();
    having.forEach((property, names) ->
        all.add(listed(names) + (names.size() == 1 ? " is " : " are ") + property));
    all.addAll(clauses);
    return listed(all);
  }

  /// {@return whether a condition is short enough for parentheses}: `X invertible`, not `not
  /// differentiable where x = 0`
  static boolean isBrief(String condition) {
    return condition.length() <= BRIEF
        && !condition.startsWith("not ")
        && !condition.startsWith("almost ");
  }

  /// {@return conditions as in parentheses, properties before inequalities: `X invertible, det X >
  /// 0`}
  static String brief(List<String> conditions) {
    List<String> sorted =
        conditions.stream()
            .sorted(Comparator.comparing(c -> !PROPERTY.matcher(c).matches()))
            .map(c -> DETERMINANT.matcher(c).replaceAll("det $1"))
            .toList();
    return String.join(", ", sorted);
  }

  /// {@return `a`, `a and b` or `a, b and c`}
  static String listed(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}

package org.frechet.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The word that was probably meant.
public final class Nearest {
  private static final int LONGEST_WORD = 64;

  private Nearest() {}

  /// {@return the candidate closest to the word, if one is close: at most one edit for three
  /// letters}
  ///
  /// Case counts for nothing; ties go to the candidate that comes first in the alphabet.
  public static Optional<String> to(String word, Collection<String> candidates) {
    if (word.length() > LONGEST_WORD) {
      return Optional.empty();
    }
    String low = word.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, low.length() / 3);
    record Scored(String candidate, int distance) {}
    return candidates.stream()
        .filter(c -> Math.abs(c.length() - low.length()) <= limit)
        .map(c -> new Scored(c, distance(low, c.toLowerCase(Locale.ROOT))))
        .filter(s -> s.distance <= limit && s.distance < low.length())
        .min(Comparator.comparingInt(Scored::distance).thenComparing(Scored::candidate))
        .map(Scored::candidate);
  }

  /// {@return the edits that lead from one word to the other: insert, delete, replace, or swap two
  /// neighbours (Damerau 1964, no letter edited twice)}
  public static int distance(String from, String to) {
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        d[i][j] = i == 0 ? j : j == 0 ? i : cheapest(d, from, to, i, j);
      }
    }
    return d[from.length()][to.length()];
  }

  private static int cheapest(int[][] d, String from, String to, int i, int j) {
    char a = from.charAt(i - 1);
    char b = to.charAt(j - 1);
    int best = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
    best = Math.min(best, d[i - 1][j - 1] + (a == b ? 0 : 1));
    boolean swapped = i > 1 && j > 1 && a == to.charAt(j - 2) && from.charAt(i - 2) == b;
    return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
  }
}

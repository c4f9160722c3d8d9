package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/// Spoils texts: tokens are dropped, doubled, swapped and taken from elsewhere; foreign and control
/// characters, deep nesting and very long names come in.
final class Mutator {
  private static final Pattern TOKENS =
      Pattern.compile("\\\\[a-zA-Z]+|[a-zA-Z_]+|\\d+|\\s+|[^a-zA-Z\\d\\s]");

  private static final List<String> STRANGE =
      List.of(
          "\\",
          "\\\\",
          "$",
          "$$",
          "%",
          "&",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "^",
          "_",
          "'",
          "|",
          "\\|",
          "\0",
          "\u0007",
          "\u001b[31m",
          "\u200b",
          "\u202e",
          "\ufeff",
          "\ufffd",
          "\ud800",
          "\udc00",
          "𝐀",
          "é",
          "ß",
          "∂",
          "ᵀ",
          "⁻¹",
          "∑",
          "‖",
          "\r",
          "\n",
          "\t",
          "=",
          ":=",
          "↦",
          "≤",
          "...",
          "1e999999999",
          "99999999999999999999",
          "0.1e-99999",
          "9^9^9^9",
          "#",
          "~",
          "`",
          "<!--",
          "-->",
          "\\begin{",
          "\\end{aligned}",
          "\\begin{matrix}",
          "\\left",
          "\\right",
          "\\frac",
          "\\frac{d}{d",
          "\\def\\a{\\a\\a}\\a",
          "\\newcommand{\\x}[9]{#1#9}",
          "\\sum_{i=1}^",
          "\\mapsto",
          "\\text{",
          "\\tag{",
          "d(",
          "diff(",
          "let x = x; ",
          "eye(0)",
          "zeros(-1,1)",
          "argmin(",
          "/0");

  private static final List<String> NESTING =
      List.of(
          "(|)",
          "{|}",
          "[|]",
          "\\left(|\\right)",
          "\\frac{|}{2}",
          "\\sqrt{|}",
          "d(|)",
          "-|",
          "|'",
          "{x^|}",
          "\\begin{pmatrix}|\\end{pmatrix}",
          "inv(|)",
          "\\hat{|}",
          "|^2",
          "> |",
          "$|$");

  private final List<String> seeds;
  private final Random random;

  Mutator(List<String> seeds, Random random) {
    this.seeds = List.copyOf(seeds);
    this.random = random;
  }

  String next() {
    List<String> tokens = tokens(any(seeds));
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      change(tokens);
    }
    return String.join("", tokens);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static List<String> tokens(String text) {
    var tokens = new ArrayList<String>();
    TOKENS.matcher(text).results().forEach(m -> tokens.add(m.group()));
    return tokens;
  }

  private void change(List<String> tokens) {
    int i = random.nextInt(tokens.size() + 1);
    int j = random.nextInt(tokens.size() + 1);
    int from = Math.min(i, j);
    int to = Math.min(Math.max(i, j), from + 12);
    switch (random.nextInt(12)) {
      case 0, 1 -> tokens.subList(from, Math.min(to, from + 2)).clear();
      case 2 -> tokens.addAll(to, List.copyOf(tokens.subList(from, to)));
      case 3 -> {
        if (i < tokens.size() && j < tokens.size()) {
          java.util.Collections.swap(tokens, i, j);
        }
      }
      case 4, 5 -> {
        List<String> others = tokens(any(seeds));
        if (!others.isEmpty()) {
          tokens.add(i, any(others));
        }
      }
      case 6, 7 -> tokens.add(i, any(STRANGE));
      case 8 -> tokens.add(i, Character.toString(random.nextInt(0x10ffff)));
      case 9 -> nest(tokens, from, to);
      case 10 -> tokens.add(i, any(List.of("x", "X", "d", "\\a", "1", "_", "{")).repeat(many()));
      default -> {
        if (random.nextInt(4) == 0) {
          tokens.subList(from, tokens.size()).clear();
        } else {
          tokens.addAll(i, tokens(any(seeds)));
        }
      }
    }
  }

  private void nest(List<String> tokens, int from, int to) {
    String both = any(NESTING);
    int bar = both.indexOf('|');
    int depth = many();
    tokens.add(to, both.substring(bar + 1).repeat(depth));
    tokens.add(from, both.substring(0, bar).repeat(depth));
  }

  /// Mostly few.
  private int many() {
    return 1 + random.nextInt(random.nextInt(20) == 0 ? 3000 : 30);
  }
}

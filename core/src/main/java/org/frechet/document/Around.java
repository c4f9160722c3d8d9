package org.frechet.document;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The prose around a formula of a sentence, in lower case.
///
/// @param before the words since the formula before it; where these only add it to others, as in
///   `Suppose $A = A'$ and $B = B'$`, also what leads to those
/// @param sentence all words before it
/// @param after the words up to the next formula
record Around(String before, String sentence, String after) {
  private static final Set<String> JOINTS =
      Set.of("and", "or", ",", "with", "that", "also", "both");

  Around(List<Token> tokens, int formula) {
    this(
        before(tokens, Math.min(formula, tokens.size())),
        words(tokens.subList(0, Math.min(formula, tokens.size()))),
        after(tokens, formula));
  }

  private static String before(List<Token> tokens, int formula) {
    int from = formula;
    boolean joint = true;
    while (from > 0 && (!tokens.get(from - 1).isFormula() || joint)) {
      Token token = tokens.get(--from);
      joint &= token.isFormula() || JOINTS.contains(token.lower());
    }
    return words(tokens.subList(from, formula));
  }

  /// {@return what follows the last `derivative of` before a formula}; empty without one
  static String derivativeOf(List<Token> tokens, int formula) {
    for (int i = Math.min(formula, tokens.size()) - 2; i > 0; i--) {
      String word = tokens.get(i - 1).lower();
      if (tokens.get(i).is("of")
          && (word.startsWith("derivative") || word.equals("differential"))) {
        Token what = tokens.get(i + 1);
        return what.is("the") && i + 2 < formula ? tokens.get(i + 2).word() : what.word();
      }
    }
    return "";
  }

  private static String after(List<Token> tokens, int formula) {
    int to = Math.min(formula + 1, tokens.size());
    int from = to;
    while (to < tokens.size() && !tokens.get(to).isFormula()) {
      to++;
    }
    return words(tokens.subList(from, to));
  }

  private static String words(List<Token> tokens) {
    return tokens.stream()
        .filter(t -> !t.isFormula())
        .map(Token::lower)
        .collect(Collectors.joining(" "));
  }
}

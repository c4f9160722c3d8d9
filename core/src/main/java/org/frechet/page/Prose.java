package org.frechet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.print.Typography;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.print.UnicodePrinter;
import org.frechet.syntax.Syntax;

/// Sentences with formulas in them, as the statements of rules and conditions are: `d(A B) = dA B
/// + A dB; what is constant has no differential`. Transposes are written ′ in them, Hadamard
///   products ∘, differentials d; here they get the signs that the reader chose.
final class Prose {
  /// A word of English, perhaps in parentheses or with a hyphen; no word has Greek or lowered
  /// letters in it.
  private static final String LETTER = "[\\p{L}&&[^\\p{IsGreek}\\p{Lm}]]";

  private static final Pattern WORD =
      Pattern.compile(
          "[(\"“]?L{2,}(?:[-’]L+)*(?:'s)?[)\"”]?|[“”\"–—]|[-−]?\\d[\\d.]*e[-−+]?\\d+"
              .replace("L", LETTER));

  /// `dX`: a differential of one letter, which is no word.
  private static final Pattern INCREMENT = Pattern.compile("d(?:[A-Z]|[a-zA-Z]\\d*|[α-ω])");

  static final Set<String> NAMES =
      Set.of("tr", "det", "log", "vec", "diag", "exp", "sin", "cos", "tanh", "max", "min");
  private static final Set<String> TWO_LETTERS = Set.of("do", "de");
  private static final Pattern DETERMINANT = Pattern.compile("det\\(([^()]*)\\)");

  /// ′ after f and before an argument is a derivative, elsewhere a transpose.
  private static final Pattern TRANSPOSE = Pattern.compile("(?<![fgσφψh](?=[′']\\())[′']");

  /// Names in formulas.
  private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}_]+");

  /// Words that sentences are made of, also where a variable has such a name.
  private static final Set<String> SMALL =
      Set.of("is", "in", "of", "or", "and", "for", "the", "to", "as", "by", "at", "all", "no");

  private final Typography typography;
  private final Predicate<String> isVariable;

  /// @param isVariable names of variables, which are no words
  Prose(Typography typography, Predicate<String> isVariable) {
    this.typography = typography;
    this.isVariable = isVariable;
  }

  /// A stretch of words, or of mathematics.
  record Stretch(String text, boolean math) {
    private static final Pattern END = Pattern.compile("[,;.:]*$");

    /// {@return the text without the marks that end a clause}
    String body() {
      return text.substring(0, text.length() - end().length());
    }

    /// {@return the marks that end a clause}
    String end() {
      Matcher marks = END.matcher(text);
      return marks.find() ? marks.group() : "";
    }
  }

  /// {@return the stretches; together with a space between them they are the text}
  List<Stretch> stretches(String text) {
    String[] tokens = text.strip().split("\\s+");
    boolean[] math = new boolean[tokens.length];
    int open = 0;
    for (int i = 0; i < tokens.length; i++) {
      math[i] = open > 0 || isMath(tokens[i]);
      open = math[i] ? Math.max(0, open + depth(tokens[i])) : 0;
    }
    for (int i = tokens.length - 2; i >= 0; i--) {
      math[i] |= NAMES.contains(tokens[i]) && math[i + 1];
    }
    for (int i = 0; i < tokens.length; i++) {
      boolean article = tokens[i].equals("a") || tokens[i].equals("A") || tokens[i].equals("I");
      boolean wordsAround =
          (i == 0 || !math[i - 1] || endsClause(tokens[i - 1]))
              && i + 1 < tokens.length
              && !math[i + 1];
      math[i] &= !(article && wordsAround);
    }
    var stretches = new ArrayList<Stretch>();
    int depth = 0;
    for (int i = 0; i < tokens.length; i++) {
      boolean join =
          !stretches.isEmpty()
              && stretches.getLast().math() == math[i]
              && !(math[i] && depth <= 0 && endsClause(tokens[i - 1]));
      depth = math[i] ? (join ? depth : 0) + depth(tokens[i]) : 0;
      if (join) {
        Stretch last = stretches.removeLast();
        stretches.add(new Stretch(last.text() + " " + tokens[i], math[i]));
      } else {
        stretches.add(new Stretch(tokens[i], math[i]));
      }
    }
    return stretches;
  }

  private boolean isMath(String token) {
    String plain = token.replaceAll("[,;.:]+$", "");
    String bare = plain.replaceAll("[()]", "");
    if (INCREMENT.matcher(bare).matches()) {
      return !TWO_LETTERS.contains(bare);
    }
    boolean variable = isVariable.test(bare) && !SMALL.contains(bare);
    return !plain.isEmpty() && (variable || !WORD.matcher(plain).matches());
  }

  private static boolean endsClause(String token) {
    return token.matches(".*[,;.:]");
  }

  private static int depth(String token) {
    int depth = 0;
    for (int i = 0; i < token.length(); i++) {
      depth +=
          "([⟨".indexOf(token.charAt(i)) >= 0 ? 1 : ")]⟩".indexOf(token.charAt(i)) >= 0 ? -1 : 0;
    }
    return depth;
  }

  /// {@return the text in Unicode with the signs of the reader}
  String unicode(String text) {
    var out = new ArrayList<String>();
    for (Stretch s : stretches(text)) {
      out.add(s.math() ? named(signs(s.text())) : s.text());
    }
    return String.join(" ", out);
  }

  /// `sigma` is σ.
  private String named(String math) {
    return NAME.matcher(math)
        .replaceAll(m ->
            Matcher.quoteReplacement(
                isVariable.test(m.group())
                    ? UnicodePrinter.print(new Syntax.Name(m.group(), Syntax.Span.NONE))
                    : m.group()));
  }

  /// {@return mathematics with the signs of the reader}
  String signs(String math) {
    String text = math;
    String transpose = typography.transpose() == Typography.Transpose.TOP ? "ᵀ" : "′";
    text = TRANSPOSE.matcher(text).replaceAll(transpose);
    text =
        text.replaceAll("(?<!\\bL)\\*", " ")
            .replaceAll("[∘⊙](?![⁰¹²³⁴⁵⁶⁷⁸⁹⁻])", typography.hadamard().sign());
    if (typography.differential() != Differential.D) {
      text =
          text.replaceAll(
              "(?<![\\p{L}])d(?=[\\p{Lu}(⟨‖ ]|\\p{Ll}(?!\\p{Ll}))",
              typography.differential().sign());
    }
    if (typography.determinant() == Determinant.BARS) {
      Matcher det = DETERMINANT.matcher(text);
      text = det.replaceAll("|$1|");
    }
    return text;
  }
}

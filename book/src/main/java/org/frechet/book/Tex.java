package org.frechet.book;

import java.util.Map;
import java.util.stream.Collectors;

/// Words and verbatim text for LaTeX.
final class Tex {
  private static final Map<String, String> RELATIONS =
      Map.of(
          "≟", "\\overset{?}{=} ",
          "≤", "\\le ",
          "≥", "\\ge ",
          "≠", "\\ne ",
          "≈", "\\approx ",
          "↦", "\\mapsto ",
          "→", "\\to ",
          "∈", "\\in ");

  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          sign("\\", "\\textbackslash{}"),
          sign("{", "\\{"),
          sign("}", "\\}"),
          sign("$", "\\$"),
          sign("&", "\\&"),
          sign("#", "\\#"),
          sign("%", "\\%"),
          sign("_", "\\_"),
          sign("^", "\\textasciicircum{}"),
          sign("~", "\\textasciitilde{}"),
          sign("<", "\\textless{}"),
          sign(">", "\\textgreater{}"),
          sign("|", "\\textbar{}"),
          sign("'", "\\textquotesingle{}"),
          sign("’", "'"),
          sign("“", "``"),
          sign("”", "''"),
          sign("–", "--"),
          sign("—", "---"),
          sign("…", "\\dots{}"),
          sign("×", "$\\times$"),
          sign("·", "$\\cdot$"),
          sign("−", "$-$"),
          sign("‖", "$\\Vert$"),
          sign("∂", "$\\partial$"),
          sign("∇", "$\\nabla$"),
          sign("Δ", "$\\Delta$"),
          sign("→", "$\\to$"),
          sign("↦", "$\\mapsto$"),
          sign("≠", "$\\neq$"),
          sign("≤", "$\\le$"),
          sign("⊙", "$\\odot$"),
          sign("∘", "$\\circ$"),
          sign("⊗", "$\\otimes$"),
          sign("⊤", "$\\top$"),
          sign("ᵀ", "$^\\top$"),
          sign("²", "$^2$"),
          sign("⟨", "$\\langle$"),
          sign("⟩", "$\\rangle$"));

  private static final int LAST_OF_LATIN = 0x17f;

  private Tex() {}

  private static Map.Entry<Integer, String> sign(String character, String latex) {
    return Map.entry(character.codePointAt(0), latex);
  }

  static String relation(String sign) {
    return RELATIONS.getOrDefault(sign, sign + " ");
  }

  /// {@return the text in LaTeX}
  ///
  /// @throws BookError for a character without a spelling in LaTeX
  static String words(String text) {
    return text.codePoints().mapToObj(Tex::character).collect(Collectors.joining());
  }

  private static String character(int c) {
    String latex = SIGNS.get(c);
    if (latex != null) {
      return latex;
    }
    if (c > LAST_OF_LATIN) {
      throw new BookError("no spelling in LaTeX for " + Character.toString(c));
    }
    return Character.toString(c);
  }

  /// {@return typed text within a sentence}
  static String code(String text) {
    return "\\texttt{" + typed(text) + "}";
  }

  /// Fonts join hyphens.
  private static String typed(String text) {
    return words(text).replace("--", "{-}{-}").replace("{-}-", "{-}{-}");
  }

  /// {@return the lines as they stand, those that are too long broken at single spaces}
  static String verbatim(String text) {
    return text.lines()
        .map(line -> line.isBlank() ? "\\mbox{}" : typed(line).replace("  ", "~~"))
        .collect(
            Collectors.joining(
                "\\\\\n", "\\begin{quote}\\small\\ttfamily\\raggedright\n", "\n\\end{quote}\n\n"));
  }
}

package org.frechet.document;

import java.util.Set;

/// Environments of LaTeX.
final class Environments {
  /// Displayed mathematics, without the stars.
  private static final Set<String> DISPLAYS =
      Set.of(
          "equation",
          "align",
          "alignat",
          "flalign",
          "gather",
          "multline",
          "eqnarray",
          "math",
          "displaymath",
          "dmath",
          "IEEEeqnarray",
          "subequations");

  /// Rows within displayed mathematics.
  private static final Set<String> ROWS =
      Set.of(
          "aligned", "alignedat", "split", "gathered", "align", "gather", "eqnarray", "multlined");

  /// What is shown as it stands, or drawn.
  private static final Set<String> VERBATIM =
      Set.of(
          "verbatim",
          "Verbatim",
          "lstlisting",
          "minted",
          "comment",
          "tikzpicture",
          "filecontents",
          "alltt",
          "BVerbatim",
          "LVerbatim",
          "pgfpicture",
          "thebibliography");

  /// What has its own assumptions.
  private static final Set<String> STATEMENTS =
      Set.of(
          "theorem",
          "lemma",
          "proposition",
          "corollary",
          "definition",
          "example",
          "exercise",
          "problem",
          "remark",
          "claim",
          "fact",
          "solution",
          "question");

  private Environments() {}

  private static String unstarred(String name) {
    return name.endsWith("*") ? name.substring(0, name.length() - 1) : name;
  }

  static boolean isDisplay(String name) {
    return DISPLAYS.contains(unstarred(name));
  }

  static boolean isRows(String name) {
    return ROWS.contains(unstarred(name));
  }

  static boolean isVerbatim(String name) {
    return VERBATIM.contains(unstarred(name));
  }

  static boolean isStatement(String name) {
    return STATEMENTS.contains(unstarred(name).toLowerCase(java.util.Locale.ROOT));
  }

  /// {@return the name of the environment that begins or ends here: of `\begin{align}` `align`;
  /// empty where there is none}
  static String nameAt(String text, int offset, String command) {
    int open = offset + command.length();
    if (!text.startsWith(command, offset) || open >= text.length() || text.charAt(open) != '{') {
      return "";
    }
    for (int i = open + 1; i < text.length() && i < open + 40; i++) {
      char c = text.charAt(i);
      if (c == '}') {
        return text.substring(open + 1, i);
      }
      if (!Character.isLetter(c) && c != '*') {
        return "";
      }
    }
    return "";
  }
}

package org.frechet.document;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What commands of LaTeX mean for where a statement ends.
final class Commands {
  static final Set<String> RELATIONS =
      Set.of(
          "\\le",
          "\\leq",
          "\\leqslant",
          "\\ge",
          "\\geq",
          "\\geqslant",
          "\\equiv",
          "\\coloneqq",
          "\\triangleq",
          "\\doteq",
          "\\lt",
          "\\gt",
          "\\eqqcolon",
          "\\defeq",
          "\\mapsto");

  /// Signs beside which nothing is claimed that could be checked.
  static final Set<String> OTHERS =
      Set.of(
          "\\approx",
          "\\sim",
          "\\simeq",
          "\\propto",
          "\\neq",
          "\\ne",
          "\\ll",
          "\\gg",
          "\\cong",
          "\\leftarrow",
          "\\gets",
          "\\to",
          "\\rightarrow",
          "\\longrightarrow",
          "\\in",
          "\\subset",
          "\\subseteq",
          "\\ni",
          "\\notin",
          "\\perp",
          "\\succeq",
          "\\succ",
          "\\preceq",
          "\\prec",
          "\\longleftarrow",
          "\\xrightarrow",
          "\\hookrightarrow",
          "\\asymp",
          "\\lesssim",
          "\\not");

  static final Map<String, String> ARROWS =
      Map.of(
          "\\Rightarrow",
          "therefore",
          "\\implies",
          "therefore",
          "\\Longrightarrow",
          "therefore",
          "\\iff",
          "equivalently",
          "\\Leftrightarrow",
          "equivalently",
          "\\Longleftrightarrow",
          "equivalently",
          "\\therefore",
          "therefore",
          "\\because",
          "because",
          "\\forall",
          "for all");

  static final Set<String> WORDS =
      Set.of(
          "\\text",
          "\\mbox",
          "\\textrm",
          "\\textnormal",
          "\\textbf",
          "\\textit",
          "\\intertext",
          "\\shortintertext",
          "\\hbox",
          "\\textsf");

  static final Set<String> NOTHING =
      Set.of(
          "\\nonumber",
          "\\notag",
          "\\qedhere",
          "\\square",
          "\\blacksquare",
          "\\Box",
          "\\qed",
          "\\displaystyle",
          "\\textstyle",
          "\\hfill",
          "\\hline",
          "\\noindent",
          "\\allowdisplaybreaks",
          "\\limits",
          "\\centering",
          "\\small",
          "\\footnotesize",
          "\\boxed",
          "\\mathstrut",
          "\\strut");

  /// Words that may stand in a formula without blanks.
  static final Pattern CONNECTIVE =
      Pattern.compile(
          "(?i)\\W*(where|and|or|for|with|if|since|so|thus|hence|let|then|such that|therefore|as|when|because|by|i\\.e\\.|w\\.r\\.t\\.|s\\.t\\.|subject to|otherwise|using|in|is)\\W*");

  private Commands() {}
}

package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.frechet.Judgment;
import org.frechet.Judgments;
import org.frechet.Verdict;
import org.frechet.cli.report.Formulas;
import org.frechet.cli.report.Piece;
import org.frechet.cli.report.Plain;
import org.frechet.cli.report.Remark;
import org.frechet.cli.report.Remark.Role;
import org.frechet.cli.report.Remarks;
import org.frechet.print.Marks;

/// What was found of a claim, as lines of a terminal.
///
/// ```
/// WRONG unless A is symmetric.  Correct: (A + A')*x.
///   counterexample  A = [0 1; 0 0], x = (1, 1)':  claimed (2, 0)', true (1, 1)'
///   claimed         2 A x
///   correct         (A + Aᵀ) x
///                   ~~~~~~~~
///   probably        A is used as if it were symmetric
/// ```
///
/// @param latex whether formulas are written in LaTeX rather than the input language, as the claim
///   is
/// @param claim the text that was judged
record JudgmentLines(Ink ink, boolean latex, String claim) {
  /// Longer sentences are wrapped.
  private static final int WIDTH = 96;

  private static final int LABEL =
      java.util.Arrays.stream(Role.values()).mapToInt(r -> r.label().length()).max().orElse(0);

  /// {@return the lines about all links of a statement}
  List<String> of(Judgments judgments) {
    List<Judgment> links = judgments.links();
    if (links.size() == 1) {
      return of(links.getFirst());
    }
    var lines = new ArrayList<String>();
    lines.add(chain(judgments));
    for (int i = 0; i < links.size(); i++) {
      String number = "%3d  ".formatted(i + 1);
      Judgment j = links.get(i);
      String link = j.claimed().left() + " = " + formula(j.claimed());
      lines.add(number + Plain.line(link));
      of(j).forEach(line -> lines.add(" ".repeat(number.length()) + line));
    }
    return lines;
  }

  private String chain(Judgments judgments) {
    List<Judgment> links = judgments.links();
    Judgment decisive = judgments.decisive();
    if (decisive.verdict().isRight()) {
      return ink.green("RIGHT") + " in all %d steps.".formatted(links.size());
    }
    int step = links.indexOf(decisive) + 1;
    return coloured(decisive.verdict(), Remarks.word(decisive))
        + " in step %d of %d, the first that is not right.".formatted(step, links.size());
  }

  /// {@return the lines about one claim}
  List<String> of(Judgment j) {
    var lines = new ArrayList<String>();
    lines.add(first(j));
    for (Remark r : Remarks.details(j)) {
      lines.addAll(detail(r));
    }
    return lines;
  }

  private String first(Judgment j) {
    String line = Plain.line(sentence(Remarks.verdict(j)));
    String word = Remarks.word(j);
    return coloured(j.verdict(), word) + line.substring(word.length());
  }

  private String coloured(Verdict verdict, String word) {
    return switch (verdict) {
      case RIGHT, RIGHT_OTHER_LAYOUT -> ink.green(word);
      case RIGHT_IF, WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> ink.red(word);
      case UNKNOWN -> ink.bold(word);
    };
  }

  /// {@return a remark in the notation of the claim}
  String sentence(Remark r) {
    return r.pieces().stream().map(this::plain).collect(Collectors.joining());
  }

  private String plain(Piece piece) {
    return switch (piece) {
      case Piece.Words(String text) -> text;
      case Piece.Clause(String text) -> text;
      case Piece.Values(String text) -> text;
      case Piece.Formula f -> formula(f.written());
    };
  }

  private String formula(Judgment.Written written) {
    return latex ? Formulas.latex(written, claim) : written.text();
  }

  /// A label and what it says; formulas that are compared are typeset, what differs stands out.
  List<String> detail(Remark r) {
    boolean compared = r.role() == Role.CLAIMED || r.role() == Role.CORRECT;
    String label = "  " + r.role().label() + " ".repeat(LABEL - r.role().label().length()) + "  ";
    if (r.role() == Role.COUNTEREXAMPLE) {
      return List.of(label + Plain.line(sentence(r)));
    }
    if (!compared) {
      return wrapped(label, Plain.line(sentence(r))).stream().map(ink::dim).toList();
    }
    String marked =
        Plain.line(
            r.pieces().stream()
                .map(p -> p instanceof Piece.Formula f ? Formulas.unicode(f) : plain(p))
                .collect(Collectors.joining()));
    if (ink.coloured()) {
      return List.of(ink.dim(label) + ink.marked(marked));
    }
    String below = underlined(marked);
    return below.isEmpty()
        ? List.of(label + Marks.none(marked))
        : List.of(label + Marks.none(marked), " ".repeat(label.length()) + below);
  }

  /// {@return the words below each other, beside the label}
  private static List<String> wrapped(String label, String text) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder(label);
    boolean empty = true;
    for (String word : text.strip().split(" +")) {
      if (!empty && Columns.width(line + " " + word) > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(label.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /// {@return tildes below what stands out}
  private static String underlined(String marked) {
    var line = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < marked.length(); i += Character.charCount(marked.codePointAt(i))) {
      int c = marked.codePointAt(i);
      depth += c == Marks.STRESS ? 1 : c == Marks.CALM ? -1 : 0;
      line.append((depth > 0 ? "~" : " ").repeat(Columns.width(c)));
    }
    return line.toString().stripTrailing();
  }
}

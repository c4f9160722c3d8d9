package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes through the pieces of a document once: sections, sentences, and the statements in them with
/// the prose around.
final class Reading {
  /// Longer formulas are no statements that anybody reads.
  private static final int LONGEST = 8_000;

  /// Words of a sentence that are kept; a text without full stops is no sentence.
  private static final int MOST_TOKENS = 400;

  /// A section while the document is read.
  ///
  /// @param parent the index of the section around it, −1 of the whole document
  record Scope(String title, int level, int start, int end, int parent) {}

  /// A sentence, with the section in which it stands.
  record Sentence(List<Token> tokens, int start, int end, int section) {}

  private final List<Scope> sections = new ArrayList<>();
  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Draft> drafts = new ArrayList<>();
  private final List<Piece.Directive> directives = new ArrayList<>();
  private List<Token> tokens = new ArrayList<>();
  private int section;
  private int sentenceStart;
  private int last;
  private boolean adjacent;
  private boolean broken;

  /// A statement while its sentence is not complete.
  static final class Draft {
    final List<Mapped> pieces = new ArrayList<>();

    /// The formula in which each stands, by its offset.
    final List<Integer> formulas = new ArrayList<>();

    final List<Candidate.Label> labels = new ArrayList<>();
    final boolean display;
    final int section;
    final int sentence;
    final int token;
    final String lead;
    boolean other;
    boolean relation;

    /// Whether it stands for itself, so that a later line can go on with it.
    final boolean leads;

    Draft(boolean display, int section, int sentence, int token, String lead, boolean leads) {
      this.display = display;
      this.section = section;
      this.sentence = sentence;
      this.token = token;
      this.lead = lead;
      this.leads = leads;
    }

    int start() {
      return pieces.getFirst().at(0);
    }

    int end() {
      return pieces.getLast().endAt(pieces.getLast().length());
    }
  }

  private final Lines lines;

  Reading(List<Piece> pieces, Lines lines) {
    this.lines = lines;
    sections.add(new Scope("", 0, 0, 0, -1));
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Prose p -> prose(p);
        case Piece.Formula f -> formula(f);
        case Piece.Heading h -> heading(h);
        case Piece.Directive d -> directives.add(d);
        case Piece.Break b -> paragraph(b.end());
      }
      last = piece.end();
    }
    endSentence(last);
  }

  List<Scope> sections() {
    return List.copyOf(sections);
  }

  List<Sentence> sentences() {
    return List.copyOf(sentences);
  }

  List<Piece.Directive> directives() {
    return List.copyOf(directives);
  }

  private void heading(Piece.Heading heading) {
    endSentence(heading.start());
    int parent = section;
    while (parent > 0 && sections.get(parent).level() >= heading.level()) {
      parent = sections.get(parent).parent();
    }
    sections.add(
        new Scope(
            heading.title(), heading.level(), heading.start(), heading.end(), Math.max(parent, 0)));
    section = sections.size() - 1;
    adjacent = false;
  }

  /// A blank line ends a sentence unless it goes on with a formula.
  private void paragraph(int end) {
    boolean complete = tokens.isEmpty() || tokens.getLast().isFormula();
    if (complete) {
      endSentence(end);
    } else {
      broken = true;
    }
  }

  private void endSentence(int end) {
    if (!tokens.isEmpty()) {
      sentences.add(new Sentence(List.copyOf(tokens), sentenceStart, end, section));
      tokens = new ArrayList<>();
    }
    sentenceStart = end;
  }

  private void add(Token token) {
    if (tokens.size() >= MOST_TOKENS) {
      endSentence(token.start());
    }
    tokens.add(token);
  }

  private void prose(Piece.Prose prose) {
    String text = prose.text();
    if (broken && !tokens.isEmpty() && !",:;".contains(tokens.getLast().word())) {
      endSentence(prose.start());
    }
    broken = false;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int at = prose.start() + i;
      if (Character.isLetterOrDigit(c) || c == '\\') {
        int end = i + 1;
        while (end < text.length() && isWordPart(text, end)) {
          end++;
        }
        add(Token.word(text.substring(i, end), at));
        adjacent = false;
        i = end;
        continue;
      }
      if (".?!,;:()".indexOf(c) >= 0) {
        add(Token.word(String.valueOf(c), at));
        adjacent &= c != ':';
        boolean ends =
            ".?!".indexOf(c) >= 0
                && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
        if (ends && !isAbbreviation()) {
          endSentence(at + 1);
        }
      }
      i++;
    }
  }

  private static boolean isWordPart(String text, int i) {
    char c = text.charAt(i);
    boolean inner =
        (c == '-' || c == '_' || c == '\'')
            && i + 1 < text.length()
            && Character.isLetterOrDigit(text.charAt(i + 1));
    return Character.isLetterOrDigit(c) || inner;
  }

  /// Whether the full stop just read belongs to `i.e.`, `w.r.t.`, `Eq.`, …
  private boolean isAbbreviation() {
    if (tokens.size() < 2) {
      return false;
    }
    String word = tokens.get(tokens.size() - 2).lower();
    return List.of(
            "i.e", "e", "g", "i", "eq", "fig", "cf", "resp", "t", "r", "w", "s", "etc", "sec",
            "thm", "no")
        .contains(word);
  }

  private void formula(Piece.Formula formula) {
    Mapped content = formula.content();
    broken = false;
    int token = tokens.size();
    add(Token.formula(content, formula.start()));
    if (content.length() > LONGEST) {
      adjacent = false;
      return;
    }
    boolean opensLine = lines.startOfLine(formula.start()) == formula.start();
    boolean joined = formula.environment().startsWith("multline");
    statements(
        formula, Splitting.parts(content, joined), Math.min(token, tokens.size() - 1), opensLine);
    adjacent = true;
    String text = content.text().stripTrailing();
    if (formula.display() && text.endsWith(".")) {
      endSentence(formula.end());
    }
  }

  private void statements(Piece.Formula formula, List<Part> parts, int token, boolean opensLine) {
    Draft current = null;
    int row = -1;
    for (Part part : parts) {
      boolean continues =
          part.continues()
              || current != null && isUnfinished(current, part, row)
              || current != null
                  && part.row() != row
                  && Signs.beginsWithOperator(part.latex().text())
                  && !part.relation();
      if (part.continues() && current == null) {
        current = chain(opensLine).orElse(null);
      }
      if (current != null && continues) {
        current.pieces.add(part.latex());
        current.formulas.add(formula.start());
        current.relation |= part.relation();
      } else if (current == null || part.relation() || part.row() != row || part.other()) {
        boolean leads = formula.display() || opensLine && !isMentioned(token);
        current =
            new Draft(formula.display(), section, sentences.size(), token, part.lead(), leads);
        current.pieces.add(part.latex());
        current.formulas.add(formula.start());
        current.relation = part.relation();
        drafts.add(current);
      }
      current.other |= part.other();
      if (!part.label().isEmpty()) {
        current.labels.add(new Candidate.Label(part.label(), part.latex().at(0)));
      }
      row = part.row();
    }
  }

  /// Whether the words before say that the formula is known from elsewhere.
  private boolean isMentioned(int token) {
    String before = new Around(tokens, token).before();
    return !before.endsWith(":") && Cue.MENTION.in(before);
  }

  private static boolean isUnfinished(Draft draft, Part part, int row) {
    return part.row() != row && Signs.needsRight(draft.pieces.getLast().text());
  }

  /// {@return the statement that a formula beginning with a relation goes on with}: the one right
  /// before it, otherwise the last one of the section that is not only mentioned
  private Optional<Draft> chain(boolean opensLine) {
    if (drafts.isEmpty()) {
      return Optional.empty();
    }
    Draft before = drafts.getLast();
    if (adjacent) {
      return Optional.of(before);
    }
    for (int i = drafts.size() - 1; opensLine && i >= 0 && i >= drafts.size() - 6; i--) {
      Draft draft = drafts.get(i);
      if (draft.section != section) {
        return Optional.empty();
      }
      if (draft.relation && draft.leads) {
        return Optional.of(draft);
      }
    }
    return Optional.empty();
  }

  /// {@return the statements, in the order of the document}
  List<Candidate> candidates() {
    var found = new ArrayList<Candidate>();
    for (Draft draft : drafts) {
      if (draft.relation) {
        found.add(candidate(draft));
      }
    }
    return found;
  }

  /// Lines of one formula are one passage.
  private static List<Candidate.Range> ranges(Draft draft) {
    var ranges = new ArrayList<Candidate.Range>();
    for (int i = 0; i < draft.pieces.size(); i++) {
      Mapped piece = draft.pieces.get(i);
      int end = piece.endAt(piece.length());
      if (i > 0 && draft.formulas.get(i).equals(draft.formulas.get(i - 1))) {
        Candidate.Range last = ranges.removeLast();
        ranges.add(new Candidate.Range(last.from(), Math.max(last.to(), end)));
      } else {
        ranges.add(new Candidate.Range(piece.at(0), end));
      }
    }
    return ranges;
  }

  private Candidate candidate(Draft draft) {
    var latex = new Mapped.Builder();
    for (Mapped piece : draft.pieces) {
      if (latex.length() > 0) {
        latex.add(' ', piece.at(0));
      }
      latex.add(piece);
    }
    Sentence sentence = sentences.get(Math.min(draft.sentence, sentences.size() - 1));
    var prose = new Around(sentence.tokens(), draft.token);
    return new Candidate(
        latex.build(),
        ranges(draft),
        draft.display,
        draft.start(),
        draft.end(),
        (prose.before() + " " + draft.lead).strip(),
        prose.after(),
        prose.sentence(),
        draft.labels,
        draft.other,
        draft.section,
        sentence.start(),
        Around.derivativeOf(sentence.tokens(), draft.token));
  }
}

package org.frechet.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds the mathematics of a text in LaTeX. Definitions of macros are read wherever they stand;
/// nothing else is run, and no other file is opened.
final class LatexReader {
  private static final Map<String, Integer> HEADINGS =
      Map.of(
          "\\part",
          1,
          "\\chapter",
          2,
          "\\section",
          3,
          "\\subsection",
          4,
          "\\subsubsection",
          5,
          "\\paragraph",
          6,
          "\\frametitle",
          7);

  private static final int LONGEST_VERB = 500;

  private final String text;
  private final Macros macros = new Macros();
  private final Pieces pieces;
  private final Delimiters delimiters;
  private final Map<String, Integer> absent = new HashMap<>();

  private LatexReader(String text) {
    this.text = text;
    this.pieces = new Pieces(text, macros);
    this.delimiters = new Delimiters(text);
  }

  static List<Piece> read(String text) {
    return new LatexReader(text).all();
  }

  private List<Piece> all() {
    int i = 0;
    int body = text.indexOf("\\begin{document}");
    while (i < text.length()) {
      if (i == body) {
        i += "\\begin{document}".length();
        pieces.skip(i, i);
      } else if (text.startsWith("\\end{document}", i)) {
        pieces.skip(i, text.length());
        break;
      }
      if (i < text.length()) {
        int next = step(i, i < body);
        if (i < body) {
          pieces.drop(next);
        }
        i = next;
      }
    }
    pieces.skip(text.length(), text.length());
    return pieces.all();
  }

  /// {@return the end of what begins here}
  private int step(int i, boolean preamble) {
    char c = text.charAt(i);
    if (c == '%') {
      return comment(i);
    }
    if (c == '\n') {
      int next = i + 1;
      while (next < text.length()
          && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
        next++;
      }
      if (next < text.length() && text.charAt(next) == '\n') {
        pieces.paragraph(i, next);
      }
      return next;
    }
    if (c == '$' && !preamble) {
      return formula(i).orElse(i + 1);
    }
    return c == '\\' ? command(i, preamble) : i + 1;
  }

  private int comment(int i) {
    int end = text.indexOf('\n', i);
    int after = end < 0 ? text.length() : end;
    pieces.comment(text.substring(i + 1, after), i, after);
    return after;
  }

  private int command(int i, boolean preamble) {
    int defined = macros.define(text, i);
    if (defined > i) {
      pieces.skip(i, defined);
      return defined;
    }
    Optional<Integer> math = preamble ? Optional.empty() : formula(i);
    if (math.isPresent()) {
      return math.get();
    }
    String word = Scan.command(text, i);
    int after = i + Math.max(1, word.length());
    return switch (word) {
      case "\\begin" -> begin(i, after);
      case "\\verb", "\\lstinline" -> verb(i, after);
      case "\\iffalse" -> past(i, "\\fi");
      case "\\label",
          "\\ref",
          "\\eqref",
          "\\cite",
          "\\input",
          "\\include",
          "\\includegraphics",
          "\\url",
          "\\href" ->
          skipArgument(i, after);
      default -> HEADINGS.containsKey(word) ? heading(i, after, HEADINGS.get(word)) : after;
    };
  }

  private int heading(int i, int after, int level) {
    int at = text.startsWith("*", after) ? after + 1 : after;
    int end = text.startsWith("{", at) ? Scan.group(text, at) : -1;
    if (end < 0) {
      return after;
    }
    pieces.heading(text.substring(at + 1, end - 1), level, i, end);
    return end;
  }

  private int skipArgument(int i, int after) {
    int end = text.startsWith("{", after) ? Scan.group(text, after) : -1;
    if (end < 0) {
      return after;
    }
    pieces.skip(i, end);
    return end;
  }

  private int verb(int i, int after) {
    if (after >= text.length()) {
      return after;
    }
    int limit = Math.min(text.length(), after + LONGEST_VERB);
    int close = text.indexOf(text.charAt(after), after + 1, limit);
    if (close < 0 || text.substring(after, close).indexOf('\n') >= 0) {
      return after;
    }
    pieces.skip(i, close + 1);
    return close + 1;
  }

  private int past(int i, String close) {
    int found = i < absent.getOrDefault(close, -1) ? -1 : text.indexOf(close, i + 1);
    if (found < 0) {
      absent.put(close, text.length());
      return i + 1;
    }
    pieces.skip(i, found + close.length());
    return found + close.length();
  }

  private int begin(int i, int after) {
    String name = Environments.nameAt(text, i, "\\begin");
    if (Environments.isVerbatim(name)) {
      return past(i, "\\end{" + name + "}");
    }
    if (Environments.isStatement(name)) {
      pieces.heading(name, Piece.STATEMENT, i, after + name.length() + 2);
      return after + name.length() + 2;
    }
    return after;
  }

  private Optional<Integer> formula(int i) {
    return delimiters
        .at(i)
        .map(f -> {
          pieces.formula(i, f.end(), content(f.from(), f.to()), f.display(), f.environment());
          return f.end();
        });
  }

  /// {@return what stands there without comments}
  private Mapped content(int from, int to) {
    var out = new Mapped.Builder();
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < to) {
        macros.define(text, i);
        out.add(c, i);
        i++;
        out.add(text.charAt(i), i);
      } else if (c == '%') {
        int end = text.indexOf('\n', i);
        int after = end < 0 || end >= to ? to : end;
        pieces.directive(text.substring(i + 1, after), i, after);
        i = after;
        out.add('\n', Math.min(i, to - 1));
      } else {
        out.add(c, i);
      }
    }
    return out.build();
  }
}

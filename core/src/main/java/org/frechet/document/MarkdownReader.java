package org.frechet.document;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the mathematics of a Markdown text, as GitHub, Pandoc and Jupyter write it.
///
/// Code, front matter and comments are none. Lines that a conversion from print left as plain text,
/// `3.2. Frobenius Norm.` or `Example 4.`, count as headings.
final class MarkdownReader {
  private static final Pattern ATX = Pattern.compile("\\s{0,3}(#{1,6})\\s+(\\S.*)");
  private static final Pattern STATEMENT =
      Pattern.compile(
          "[*_\\s]{0,5}(Example|Theorem|Definition|Proposition|Lemma|Corollary|Exercise|Problem|Remark|Claim)\\b[*_: \\d.()]*(?=\\P{L}|\\p{Lu}|$).*");
  private static final Pattern NUMBERED =
      Pattern.compile("\\s{0,3}(\\d{1,3}(?:\\.\\d{1,3})*)\\.?\\s+(\\**\\p{Lu}.*)");
  private static final Pattern SENTENCE = Pattern.compile("\\.\\**(?=\\s)");
  private static final Pattern LIST = Pattern.compile("\\s{0,3}(?:[-*+]|\\d{1,9}[.)])\\s.*");

  /// Blocks of HTML whose content is no text.
  private static final List<String> RAW = List.of("pre", "code", "script", "style", "textarea");

  private final String text;
  private final Pieces pieces;
  private final Macros macros = new Macros();
  private final Delimiters delimiters;
  private final Map<String, Integer> absent = new HashMap<>();
  private int lineStart;
  private boolean inList;
  private boolean afterBlank = true;

  private MarkdownReader(String text) {
    this.text = text;
    this.pieces = new Pieces(text, macros);
    this.delimiters = new Delimiters(text);
  }

  static List<Piece> read(String text) {
    return new MarkdownReader(text).all();
  }

  private List<Piece> all() {
    int i = frontMatter();
    pieces.skip(0, i);
    boolean starts = true;
    while (i < text.length()) {
      lineStart = starts ? i : lineStart;
      int next = starts ? block(i) : i;
      if (next == i) {
        next = inline(i);
      }
      starts = text.charAt(next - 1) == '\n';
      i = next;
    }
    pieces.skip(text.length(), text.length());
    return pieces.all();
  }

  private int endOfLine(int offset) {
    int end = text.indexOf('\n', offset);
    return end < 0 ? text.length() : end + 1;
  }

  private int frontMatter() {
    int end = endOfLine(0);
    if (!text.substring(0, end).strip().equals("---")) {
      return 0;
    }
    for (int i = end; i < text.length(); ) {
      int next = endOfLine(i);
      String line = text.substring(i, next).strip();
      if (line.equals("---") || line.equals("...")) {
        return next;
      }
      i = next;
    }
    return 0;
  }

  /// {@return the end of what is no running text and begins with this line, or its beginning}
  private int block(int start) {
    int end = endOfLine(start);
    String line = text.substring(start, Math.min(end, start + 1_000));
    String content = line.strip();
    if (content.isEmpty()) {
      pieces.paragraph(start, end);
      afterBlank = true;
      return end;
    }
    boolean opens = afterBlank;
    afterBlank = false;
    if (content.startsWith("```") || content.startsWith("~~~")) {
      return fence(start, end, content);
    }
    if (isCode(line, content, opens)) {
      pieces.skip(start, end);
      afterBlank = true;
      return end;
    }
    if (!Character.isWhitespace(line.charAt(0))) {
      inList = LIST.matcher(line.stripTrailing()).matches() || inList && !opens;
    }
    return heading(start, end, line.stripTrailing(), opens);
  }

  private boolean isCode(String line, String content, boolean opens) {
    boolean indented = line.startsWith("    ") || line.startsWith("\t");
    boolean formula = content.startsWith("$") || content.startsWith("\\");
    return indented && opens && !inList && !formula;
  }

  private int heading(int start, int end, String line, boolean opens) {
    Matcher atx = ATX.matcher(line);
    if (atx.matches()) {
      pieces.heading(atx.group(2).replaceAll("[\\s#]+$", ""), atx.group(1).length(), start, start);
      pieces.skip(start, start + atx.start(2));
      return start + atx.start(2);
    }
    int below = end < text.length() ? endOfLine(end) : end;
    String under = text.substring(end, Math.min(below, end + 200)).strip();
    boolean setext =
        under.length() > 1
            && (under.chars().allMatch(c -> c == '=') || under.chars().allMatch(c -> c == '-'));
    if (setext && !inList && opens) {
      pieces.heading(line.strip(), under.startsWith("=") ? 1 : 2, start, end);
      return end;
    }
    Matcher numbered = NUMBERED.matcher(line);
    if (opens && numbered.matches()) {
      String number = numbered.group(1);
      String title = numbered.group(2);
      boolean deep = number.indexOf('.') > 0;
      String words = title.replaceAll("[^\\p{L}]", "");
      boolean shouting = words.length() > 3 && words.equals(words.toUpperCase(Locale.ROOT));
      if (deep || shouting) {
        int level = 1 + (int) number.chars().filter(c -> c == '.').count();
        return plainHeading(title, level, start, end, line);
      }
    }
    Matcher statement = STATEMENT.matcher(line);
    if (opens && statement.matches()) {
      pieces.heading(statement.group(1), Piece.STATEMENT, start, start);
    }
    return start;
  }

  /// The title ends with the sentence; the rest of the line is text.
  private int plainHeading(String title, int level, int start, int end, String line) {
    Matcher stop = SENTENCE.matcher(title);
    boolean ends = stop.find();
    pieces.heading(
        (ends ? title.substring(0, stop.start()) : title).replace("*", ""), level, start, start);
    int after = start + line.length() - title.length() + (ends ? stop.end() : title.length());
    pieces.skip(start, Math.min(after, end));
    return Math.max(start + 1, Math.min(after, end));
  }

  private int fence(int start, int end, String opening) {
    int length = 0;
    while (length < opening.length() && opening.charAt(length) == opening.charAt(0)) {
      length++;
    }
    String mark = opening.substring(0, length);
    int from = end;
    int i = end;
    while (i < text.length()) {
      int next = endOfLine(i);
      String line = text.substring(i, Math.min(next, i + 200)).strip();
      if (line.startsWith(mark) && line.chars().allMatch(c -> c == mark.charAt(0))) {
        break;
      }
      i = next;
    }
    int after = i < text.length() ? endOfLine(i) : i;
    if (opening.substring(length).strip().startsWith("math")) {
      pieces.formula(start, after, content(from, i), true, "");
    } else {
      pieces.skip(start, after);
    }
    return after;
  }

  /// {@return the end of what begins here}
  private int inline(int i) {
    char c = text.charAt(i);
    return switch (c) {
      case '`' -> code(i);
      case '<' -> html(i);
      case '$', '\\' -> formula(i);
      default -> i + 1;
    };
  }

  private int formula(int i) {
    if (text.startsWith("$`", i)) {
      int close = text.indexOf("`$", i + 2, delimiters.paragraphEnd(i));
      if (close > 0) {
        pieces.formula(i, close + 2, content(i + 2, close), false, "");
        return close + 2;
      }
    }
    boolean doubled = text.startsWith("\\\\(", i) || text.startsWith("\\\\[", i);
    Optional<Delimiters.Found> found = delimiters.at(doubled ? i + 1 : i);
    if (found.isEmpty()) {
      return Math.min(text.length(), i + (text.charAt(i) == '\\' && !doubled ? 2 : 1));
    }
    Delimiters.Found f = found.get();
    int to = doubled && text.charAt(f.to() - 1) == '\\' ? f.to() - 1 : f.to();
    pieces.formula(
        i, f.end(), content(f.from(), Math.max(to, f.from())), f.display(), f.environment());
    return f.end();
  }

  private int code(int i) {
    int length = run(i);
    int limit = delimiters.paragraphEnd(i);
    String key = "`" + length;
    if (i >= absent.getOrDefault(key, -1)) {
      int close = text.indexOf('`', i + length);
      while (close >= 0 && close < limit) {
        int closing = run(close);
        if (closing == length) {
          pieces.skip(i, close + length);
          return close + length;
        }
        close = text.indexOf('`', close + closing);
      }
      absent.put(key, limit);
    }
    return i + length;
  }

  private int run(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - start;
  }

  private int html(int i) {
    if (text.startsWith("<!--", i)) {
      int close = find("-->", i + 4);
      if (close >= 0) {
        pieces.comment(text.substring(i + 4, close), i, close + 3);
        return close + 3;
      }
      return i + 4;
    }
    for (String name : RAW) {
      if (text.regionMatches(true, i + 1, name, 0, name.length())) {
        int after = i + 1 + name.length();
        if (after < text.length() && (text.charAt(after) == '>' || text.charAt(after) == ' ')) {
          int close = find("</" + name, after);
          if (close >= 0) {
            pieces.skip(i, close);
            return close;
          }
        }
      }
    }
    return i + 1;
  }

  private int find(String close, int from) {
    if (from < absent.getOrDefault(close, -1)) {
      return -1;
    }
    int found = text.indexOf(close, from);
    if (found < 0) {
      absent.put(close, text.length());
    }
    return found;
  }

  /// {@return the LaTeX that is meant where Markdown wants signs escaped}: some sites need `\\\\`
  /// for a line break and `\_` for a subscript, and quotations begin each line with `>`
  private Mapped content(int from, int to) {
    var out = new Mapped.Builder();
    boolean quoted = text.startsWith(">", Scan.blanks(text, lineStart));
    boolean margin = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      margin = c == '\n' || margin && (c == '>' || c == ' ');
      if (text.startsWith("\\\\\\\\", i)) {
        out.add("\\\\", i);
        i += 3;
      } else if (text.startsWith("\\\\", i)) {
        out.add("\\\\", i);
        i++;
      } else if (c == '\\'
          && i + 1 < to
          && (text.charAt(i + 1) == '_' || text.charAt(i + 1) == '*')) {
        out.add(text.charAt(i + 1), i);
        i++;
      } else if (c == '&' && text.startsWith("&lt;", i)) {
        out.add('<', i);
        i += 3;
      } else if (c == '&' && text.startsWith("&gt;", i)) {
        out.add('>', i);
        i += 3;
      } else if (c == '&' && text.startsWith("&amp;", i)) {
        out.add('&', i);
        i += 4;
      } else if (c == '>' && quoted && margin) {
        out.add(' ', i);
      } else {
        if (c == '\\') {
          macros.define(text, i);
        }
        out.add(c, i);
      }
    }
    return out.build();
  }
}

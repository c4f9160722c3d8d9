package org.frechet.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.frechet.page.Lines.Chunk;
import org.frechet.print.Marks;

/// Takes a printed formula apart where lines may end. One scanner a target tells what is open
/// there.
abstract class Chunks {
  /// What can be open.
  private enum Kind {
    BRACKET,
    /// Opened and closed by one sign.
    BARS,
    /// What must not be parted: an argument of a fraction, a superscript.
    WHOLE,
    /// What stands out.
    STRESS
  }

  /// What is open: how it is closed at the end of a line, and how it is opened again.
  private record Open(Kind kind, String closing, String opening) {
    Open(Kind kind) {
      this(kind, "", "");
    }
  }

  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Chunk> chunks = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private Chunk begun = new Chunk("", 0, "", "");

  /// {@return how many characters at this place belong together} Opens and closes what they do.
  abstract int scan(String formula, int at);

  final List<Chunk> of(String formula) {
    for (int i = 0; i < formula.length(); ) {
      char c = formula.charAt(i);
      if (Marks.isBreak(c)) {
        part(c);
        i++;
        continue;
      }
      if (c == Marks.STRESS) {
        open.push(new Open(Kind.STRESS, "" + Marks.CALM, "" + Marks.STRESS));
      } else if (c == Marks.CALM) {
        open.poll();
      }
      int length = Marks.isMark(c) ? 1 : scan(formula, i);
      text.append(formula, i, i + length);
      i += length;
    }
    finish();
    return chunks;
  }

  private void part(char mark) {
    if (open.stream().anyMatch(o -> o.kind() == Kind.WHOLE) || text.isEmpty()) {
      return;
    }
    finish();
    int depth = (int) open.stream().filter(o -> o.kind() != Kind.STRESS).count();
    var closing = new StringBuilder();
    var opening = new StringBuilder();
    open.forEach(o -> {
      closing.append(o.closing());
      opening.insert(0, o.opening());
    });
    begun = new Chunk("", Lines.price(mark, depth), closing.toString(), opening.toString());
  }

  private void finish() {
    chunks.add(new Chunk(text.toString(), begun.price(), begun.closing(), begun.opening()));
    text.setLength(0);
  }

  final void bracket() {
    open.push(new Open(Kind.BRACKET));
  }

  final void whole() {
    open.push(new Open(Kind.WHOLE));
  }

  final void opens(String closing, String opening) {
    open.push(new Open(Kind.BRACKET, closing, opening));
  }

  final void close() {
    open.poll();
  }

  /// Bars open and close with one sign: they close what they opened last.
  final void bars() {
    Open last = open.peek();
    if (last != null && last.kind() == Kind.BARS) {
      open.pop();
    } else {
      open.push(new Open(Kind.BARS));
    }
  }

  /// One line of Unicode.
  static final class Unicode extends Chunks {
    @Override
    int scan(String formula, int at) {
      char c = formula.charAt(at);
      if ("([⟨{".indexOf(c) >= 0) {
        bracket();
      } else if (")]⟩}".indexOf(c) >= 0) {
        close();
      } else if (c == '‖') {
        bars();
      }
      return 1;
    }
  }

  /// LaTeX: what stands in braces is not parted, delimiters that grow are closed with a dot.
  static final class Latex extends Chunks {
    @Override
    int scan(String formula, int at) {
      char c = formula.charAt(at);
      if (c == '\\') {
        return command(formula, at);
      }
      switch (c) {
        case '{' -> whole();
        case '(', '[' -> bracket();
        case '}', ')', ']' -> close();
        default -> {}
      }
      return 1;
    }

    private int command(String formula, int at) {
      int end = at + 1;
      while (end < formula.length() && isLetter(formula.charAt(end))) {
        end++;
      }
      if (end == at + 1) {
        return 2; // an escaped character
      }
      String name = formula.substring(at + 1, end);
      switch (name) {
        case "left" -> opens("\\right.", "\\left.");
        case "langle", "lVert", "lvert" -> bracket();
        case "begin" -> whole();
        case "right", "rangle", "rVert", "rvert", "end" -> close();
        default -> {}
      }
      return (name.equals("left") || name.equals("right") ? delimiter(formula, end) : end) - at;
    }

    private static int delimiter(String formula, int at) {
      int end = at + 1;
      while (formula.charAt(at) == '\\'
          && end < formula.length()
          && isLetter(formula.charAt(end))) {
        end++;
      }
      return end;
    }

    private static boolean isLetter(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
  }

  /// MathML: rows are closed and opened again, other elements are not parted.
  static final class Mathml extends Chunks {
    @Override
    int scan(String formula, int at) {
      if (formula.charAt(at) != '<') {
        return 1;
      }
      int end = formula.indexOf('>', at) + 1;
      String tag = formula.substring(at, end);
      if (tag.startsWith("</")) {
        close();
      } else if (tag.startsWith("<mrow")) {
        opens("</mrow>", tag);
      } else {
        whole();
      }
      return end - at;
    }
  }
}

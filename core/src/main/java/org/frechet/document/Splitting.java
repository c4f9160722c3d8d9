package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Splits a formula into parts: at line breaks outside matrices, at words, at arrows of
/// implication, and at commas between relations. Alignment marks, tags and spacing go.
final class Splitting {
  private static final Pattern NUMBER =
      Pattern.compile("\\s*(\\(\\d{1,3}(?:\\.\\d{1,3})*[a-z]?\\))\\s*\\\\q?quad(?![a-zA-Z])");

  private final Mapped formula;
  private final String text;
  private final boolean always;
  private final List<Part> parts = new ArrayList<>();
  private Mapped.Builder current = new Mapped.Builder();
  private String lead = "";
  private String label = "";
  private boolean blank = true;
  private boolean relation;
  private boolean other;
  private int row;
  private int braces;
  private int opaque;
  private int brackets;

  private Splitting(Mapped formula, boolean joined) {
    this.formula = formula;
    this.text = formula.text();
    this.always = joined;
  }

  /// @param joined whether a line break never ends a statement, as in `multline`
  static List<Part> parts(Mapped formula, boolean joined) {
    return new Splitting(formula, joined).split();
  }

  private List<Part> split() {
    int i = 0;
    while (i < text.length()) {
      i = step(i);
    }
    flush(false);
    return parts;
  }

  private boolean top() {
    return braces == 0 && opaque == 0;
  }

  private int step(int i) {
    char c = text.charAt(i);
    if (c == '\\') {
      return command(i, Scan.command(text, i));
    }
    switch (c) {
      case '{' -> braces++;
      case '}' -> braces = Math.max(0, braces - 1);
      case '(', '[' -> brackets++;
      case ')', ']' -> brackets = Math.max(0, brackets - 1);
      case '&' -> {
        if (opaque == 0) {
          current.add(' ', formula.at(i));
          return i + 1;
        }
      }
      case ',', ';' -> {
        if (top() && brackets == 0 && relation) {
          flush(false);
          return i + 1;
        }
      }
      case '=', '<', '>' -> relation |= top();
      default -> {}
    }
    current.add(c, formula.at(i));
    blank &= Character.isWhitespace(c);
    return i + 1;
  }

  private int command(int i, String word) {
    int after = i + Math.max(1, word.length());
    return switch (word) {
      case "\\begin" -> environment(i, after, true);
      case "\\end" -> environment(i, after, false);
      case "\\\\", "\\cr" -> opaque == 0 && braces == 0 ? lineBreak(after) : keep(i, after);
      case "\\tag", "\\label" -> labelled(word, i, after);
      case "\\left", "\\right", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\big", "\\Big" ->
          delimiter(i, after);
      case "\\langle", "\\{", "\\lbrace", "\\lfloor" -> {
        brackets++;
        yield keep(i, after);
      }
      case "\\rangle", "\\}", "\\rbrace", "\\rfloor" -> {
        brackets = Math.max(0, brackets - 1);
        yield keep(i, after);
      }
      case "\\quad", "\\qquad" -> space(i, after);
      case "\\stackrel", "\\overset", "\\underset" -> decorated(word, i, after);
      case "\\color" -> skipArgument(after);
      case "\\textcolor" -> skipArgument(after);
      case "\\underbrace", "\\overbrace" -> braced(after);
      default -> ordinary(i, after, word);
    };
  }

  private int ordinary(int i, int after, String word) {
    if (Commands.NOTHING.contains(word)) {
      current.add(' ', formula.at(i));
      return after;
    }
    if (Commands.WORDS.contains(word) && opaque == 0) {
      return words(word, i, after);
    }
    if (top() && Commands.ARROWS.containsKey(word)) {
      flush(false);
      lead = lead + " " + Commands.ARROWS.get(word);
      return after;
    }
    if (top() && Commands.OTHERS.contains(word)) {
      other = true;
      flush(false);
      other = true;
      return after;
    }
    relation |= top() && Commands.RELATIONS.contains(word);
    return keep(i, after);
  }

  private int keep(int i, int after) {
    current.add(formula, i, Math.min(after, text.length()));
    blank = false;
    return after;
  }

  private int skipArgument(int after) {
    int end = Scan.argument(text, after);
    return end < 0 ? after : end;
  }

  private int delimiter(int i, int after) {
    int end = Scan.argument(text, after);
    String sign = end < 0 ? "" : text.substring(after, end).strip();
    if ("([".contains(sign) || sign.equals("\\{") || sign.equals("\\langle")) {
      brackets += sign.isEmpty() ? 0 : 1;
    } else if (")]".contains(sign) || sign.equals("\\}") || sign.equals("\\rangle")) {
      brackets = Math.max(0, brackets - 1);
    }
    return keep(i, end < 0 || sign.startsWith("{") ? after : end);
  }

  private int environment(int i, int after, boolean begins) {
    String name = Environments.nameAt(text, i, begins ? "\\begin" : "\\end");
    int end = name.isEmpty() ? after : after + name.length() + 2;
    boolean rows = Environments.isRows(name) || name.equals("array") && arrayOfRows(end, begins);
    if (!rows || opaque > 0) {
      opaque = Math.max(0, opaque + (begins ? 1 : -1));
      return keep(i, end);
    }
    while (begins && end < text.length() && (text.charAt(end) == '{' || text.charAt(end) == '[')) {
      int argument = text.charAt(end) == '{' ? Scan.group(text, end) : text.indexOf(']', end) + 1;
      if (argument <= 0) {
        break;
      }
      end = argument;
    }
    return end;
  }

  /// `array` with columns `rcl` is an old form of `aligned`, unless brackets stand around it.
  private boolean arrayOfRows(int end, boolean begins) {
    if (!begins) {
      return opaque == 0;
    }
    int columns = Scan.argument(text, end);
    String kinds = columns < 0 ? "" : text.substring(end, columns).replaceAll("[^a-z]", "");
    return blank
        && (kinds.equals("rcl") || kinds.equals("rl") || kinds.equals("lcl") || kinds.equals("ll"));
  }

  private int lineBreak(int after) {
    int end = text.startsWith("*", after) ? after + 1 : after;
    if (text.startsWith("[", end)) {
      int close = text.indexOf(']', end);
      end = close > 0 && close < end + 12 ? close + 1 : end;
    }
    if (always) {
      current.add(' ', formula.at(after - 1));
    } else {
      flush(true);
    }
    brackets = 0;
    return end;
  }

  private int labelled(String word, int i, int after) {
    int at = text.startsWith("*", after) ? after + 1 : after;
    int end = Scan.argument(text, at);
    if (end < 0) {
      return keep(i, after);
    }
    String given = Scan.ungroup(text.substring(at, end).strip());
    if (label.isEmpty() || word.equals("\\tag")) {
      label = word.equals("\\tag") ? "(" + given + ")" : given;
    }
    return end;
  }

  private int space(int i, int after) {
    if (top() && brackets == 0 && relation) {
      flush(false);
    } else {
      keep(i, after);
    }
    return after;
  }

  /// `\stackrel{(a)}{=}` is `=`; with `!` above it, it asks for something.
  private int decorated(String word, int i, int after) {
    int first = Scan.argument(text, after);
    int second = first < 0 ? -1 : Scan.argument(text, first);
    if (second < 0) {
      return keep(i, after);
    }
    String sign = Scan.ungroup(text.substring(first, second).strip());
    String mark = Scan.ungroup(text.substring(after, first).strip());
    if (!sign.equals("=")) {
      return word.equals("\\underset") ? keep(first, second) : keep(i, after);
    }
    relation |= top();
    if (mark.contains("!")) {
      lead += " set equal";
    }
    boolean definition =
        mark.contains("def") || mark.contains("triangle") || mark.equals("\\Delta");
    current.add(definition ? ":=" : "=", formula.at(first));
    return second;
  }

  /// E with a brace and words below it is E.
  private int braced(int after) {
    int body = Scan.argument(text, after);
    if (body < 0) {
      return after;
    }
    current.add(formula, Scan.blanks(text, after), body);
    int mark = Scan.blanks(text, body);
    boolean noted = mark < text.length() && (text.charAt(mark) == '_' || text.charAt(mark) == '^');
    int end = noted ? Scan.argument(text, mark + 1) : body;
    return end < 0 ? body : end;
  }

  private int words(String word, int i, int after) {
    int end = Scan.argument(text, after);
    if (end < 0) {
      return keep(i, after);
    }
    String said = Scan.ungroup(text.substring(after, end).strip());
    boolean prose =
        word.endsWith("intertext")
            || said.strip().contains(" ")
            || Commands.CONNECTIVE.matcher(said).matches();
    if (!prose || braces > 0) {
      return keep(i, end);
    }
    flush(false);
    lead = (lead + " " + said).strip();
    return end;
  }

  /// Ends a part.
  private void flush(boolean endOfRow) {
    Mapped part = tidy(current.build());
    if (!part.isBlank()) {
      String latex = part.text();
      boolean begins = Signs.needsLeft(latex);
      parts.add(new Part(part, lead, label, relation, begins, Signs.needsRight(latex), row, other));
      lead = "";
    }
    if (endOfRow) {
      row++;
      label = "";
    }
    current = new Mapped.Builder();
    blank = true;
    relation = false;
    other = false;
  }

  /// Without a number before and punctuation behind.
  private Mapped tidy(Mapped part) {
    Mapped tidy = part.strip();
    Matcher number = NUMBER.matcher(tidy.text());
    if (number.lookingAt()) {
      label = label.isEmpty() ? number.group(1) : label;
      tidy = tidy.part(number.end(), tidy.length()).strip();
    }
    return Signs.withoutPunctuation(tidy);
  }
}

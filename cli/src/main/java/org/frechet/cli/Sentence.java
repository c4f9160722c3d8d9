package org.frechet.cli;

/// What a line of the interactive mode means.
///
/// | line | meaning |
/// |---|---|
/// | `:help`, `:order 2` | [Command] |
/// | `X: matrix(n,p)` | [Declare] |
/// | `let r = Y - X*B` | [Let], which stays |
/// | `EXPR wrt X`, `diff EXPR by X`, `d/dX EXPR` | [Differentiate] |
/// | `wrt X` | [Differentiate] the last expression |
/// | `LEFT = RIGHT`, `check CLAIM` | [Check] |
/// | `EXPR` | [Show] |
sealed interface Sentence {
  record Blank() implements Sentence {}

  record Command(String word, String argument) implements Sentence {}

  record Declare(String text) implements Sentence {}

  record Let(String name, String value) implements Sentence {}

  /// @param expr the expression, empty for the last one
  record Differentiate(String expr, String wrt) implements Sentence {}

  record Check(String claim) implements Sentence {}

  record Show(String expr) implements Sentence {}

  static Sentence of(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("%")) {
      return new Blank();
    }
    if (text.equals("quit") || text.equals("exit") || text.equals("help")) {
      return new Command(text.equals("exit") ? "quit" : text, "");
    }
    if (text.charAt(0) == ':') {
      int end = wordEnd(text, 1);
      return new Command(text.substring(1, end), text.substring(end).strip());
    }
    int name = wordEnd(text, 0);
    if (name > 0 && text.substring(name).stripLeading().startsWith(":")) {
      return new Declare(text);
    }
    if (text.startsWith("let ") && text.indexOf('=') > 0 && text.indexOf(';') < 0) {
      int equals = text.indexOf('=');
      return new Let(text.substring(4, equals).strip(), text.substring(equals + 1).strip());
    }
    return question(text);
  }

  private static Sentence question(String text) {
    if (text.startsWith("d/d")) {
      int end = wordEnd(text, 3);
      String rest = text.substring(end).strip();
      // d/dx + 3 is an expression
      if (end > 3 && !rest.isEmpty() && "+-*/.^')\\=,;".indexOf(rest.charAt(0)) < 0) {
        return new Differentiate(rest, text.substring(3, end));
      }
    }
    if (text.startsWith("check ")) {
      return new Check(text.substring(6).strip());
    }
    boolean diff = text.startsWith("diff ");
    String body = diff ? text.substring(5).strip() : text;
    int wrt = (" " + body).lastIndexOf(" wrt ");
    if (wrt >= 0) {
      return new Differentiate(
          body.substring(0, Math.max(0, wrt - 1)).strip(), body.substring(wrt + 4).strip());
    }
    int by = body.lastIndexOf(" by ");
    if (diff && by > 0) {
      return new Differentiate(body.substring(0, by).strip(), body.substring(by + 4).strip());
    }
    return isRelation(text) ? new Check(text) : new Show(text);
  }

  /// {@return whether a sign of relation stands outside all brackets}, not one of a definition
  private static boolean isRelation(String text) {
    int depth = 0;
    boolean found = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0) {
        found = c != ';' && (found || "=<>≤≥".indexOf(c) >= 0);
      }
    }
    return found;
  }

  /// {@return the end of the word that begins at `start`}
  static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    return end;
  }

  static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}

package org.frechet.document;

import java.util.HashMap;
import java.util.Map;

/// Macros that a document defines, expanded within bounds: the text that they make grows no longer
/// than [#MOST] characters a formula, and no macro is followed deeper than [#DEEPEST].
final class Macros {
  private static final int MOST = 20_000;
  private static final int DEEPEST = 16;
  private static final int MOST_PARAMETERS = 3;
  private static final int MOST_MACROS = 2_000;
  private static final int LONGEST_BODY = 2_000;

  /// Characters that all expansions of one formula, and of all, may make on the way.
  private static final int WORK = 200_000;

  private static final int WORK_IN_ALL = 20_000_000;

  private record Macro(int parameters, String body, String optional) {}

  private final Map<String, Macro> macros = new HashMap<>();
  private int definitions;
  private int work;
  private int workInAll;

  boolean isEmpty() {
    return macros.isEmpty();
  }

  /// Reads the definition that begins at an offset, if one does.
  ///
  /// @return the offset after it, or the same offset
  int define(String text, int offset) {
    String word = Scan.command(text, offset);
    int next =
        definitions > 2 * MOST_MACROS
            ? -1
            : switch (word) {
              case "\\newcommand", "\\renewcommand", "\\providecommand" ->
                  command(text, offset + word.length());
              case "\\def", "\\gdef" -> plain(text, offset + word.length());
              case "\\DeclareMathOperator" -> operator(text, offset + word.length());
              case "\\DeclarePairedDelimiter" -> delimiter(text, offset + word.length());
              default -> offset;
            };
    definitions += next == offset ? 0 : 1;
    return next < 0 ? offset : next;
  }

  private void put(String name, int parameters, String body, String optional) {
    boolean fits =
        parameters <= MOST_PARAMETERS
            && macros.size() < MOST_MACROS
            && body.length() <= LONGEST_BODY;
    if (fits && name.startsWith("\\") && name.length() > 1) {
      macros.put(name, new Macro(parameters, body, optional));
    }
  }

  private int command(String text, int offset) {
    int at = text.startsWith("*", offset) ? offset + 1 : offset;
    int name = Scan.argument(text, at);
    if (name < 0) {
      return -1;
    }
    String defined = Scan.ungroup(text.substring(at, name).strip());
    int parameters = 0;
    String optional = "";
    at = name;
    for (int i = 0; i < 2 && at < text.length() && text.charAt(at) == '['; i++) {
      int close = text.indexOf(']', at);
      if (close < 0 || close > at + LONGEST_BODY) {
        return -1;
      }
      String given = text.substring(at + 1, close);
      if (i == 0) {
        parameters =
            given.length() == 1 && Character.isDigit(given.charAt(0)) ? given.charAt(0) - '0' : 9;
      } else {
        optional = given.isEmpty() ? " " : given;
      }
      at = close + 1;
    }
    int body = Scan.argument(text, at);
    if (body < 0) {
      return -1;
    }
    put(defined, parameters, Scan.ungroup(text.substring(at, body).strip()), optional);
    return body;
  }

  private int plain(String text, int offset) {
    int at = Scan.blanks(text, offset);
    String name = Scan.command(text, at);
    int open = at + name.length();
    int parameters = 0;
    while (open + 1 < text.length() && text.charAt(open) == '#') {
      parameters++;
      open += 2;
    }
    int body = open < text.length() && text.charAt(open) == '{' ? Scan.argument(text, open) : -1;
    if (body < 0) {
      return -1;
    }
    put(name, parameters, Scan.ungroup(text.substring(open, body)), "");
    return body;
  }

  private int operator(String text, int offset) {
    int at = text.startsWith("*", offset) ? offset + 1 : offset;
    int name = Scan.argument(text, at);
    int body = name < 0 ? -1 : Scan.argument(text, name);
    if (body < 0) {
      return -1;
    }
    String spelled = Scan.ungroup(text.substring(name, body).strip());
    put(Scan.ungroup(text.substring(at, name).strip()), 0, "\\operatorname{" + spelled + "}", "");
    return body;
  }

  private int delimiter(String text, int offset) {
    int name = Scan.argument(text, offset);
    int left = name < 0 ? -1 : Scan.argument(text, name);
    int right = left < 0 ? -1 : Scan.argument(text, left);
    if (right < 0) {
      return -1;
    }
    String open = Scan.ungroup(text.substring(name, left).strip());
    String close = Scan.ungroup(text.substring(left, right).strip());
    put(Scan.ungroup(text.substring(offset, name).strip()), 1, open + " #1 " + close, "*");
    return right;
  }

  /// {@return the formula with its macros expanded}
  Mapped expand(Mapped formula) {
    if (macros.isEmpty() || formula.text().indexOf('\\') < 0) {
      return formula;
    }
    var out = new Mapped.Builder();
    work = 0;
    boolean fits = expand(formula, out, 0);
    workInAll += work;
    return fits ? out.build() : formula;
  }

  /// @return whether it stayed within bounds
  private boolean expand(Mapped in, Mapped.Builder out, int depth) {
    String text = in.text();
    int i = 0;
    while (i < text.length()) {
      if (out.length() > MOST + in.length()
          || depth > DEEPEST
          || work > WORK
          || workInAll > WORK_IN_ALL) {
        return false;
      }
      String word = text.charAt(i) == '\\' ? Scan.command(text, i) : "";
      Macro macro = word.isEmpty() ? null : macros.get(word);
      if (macro == null) {
        int end = i + Math.max(1, word.length());
        out.add(in, i, end);
        i = end;
        continue;
      }
      int next = apply(macro, in, i, i + word.length(), out, depth);
      if (next < 0) {
        return false;
      }
      i = next;
    }
    return true;
  }

  private int apply(Macro macro, Mapped in, int call, int after, Mapped.Builder out, int depth) {
    String text = in.text();
    int at = after;
    var arguments = new Mapped[macro.parameters];
    int from = 0;
    if (macro.optional.equals("*")) {
      at = text.startsWith("*", at) ? at + 1 : at;
      int close = text.startsWith("[", at) ? text.indexOf(']', at) : -1;
      at = close < 0 ? at : close + 1;
    } else if (!macro.optional.isEmpty() && macro.parameters > 0) {
      int close = text.startsWith("[", at) ? text.indexOf(']', at) : -1;
      arguments[0] = close < 0 ? made(macro.optional, in.at(call)) : in.part(at + 1, close);
      at = close < 0 ? at : close + 1;
      from = 1;
    }
    for (int k = from; k < macro.parameters; k++) {
      int end = Scan.argument(text, at);
      if (end < 0) {
        return -1;
      }
      int start = Scan.blanks(text, at);
      boolean group = text.charAt(start) == '{';
      arguments[k] = group ? in.part(start + 1, end - 1) : in.part(start, end);
      at = end;
    }
    var body = new Mapped.Builder();
    for (int i = 0; i < macro.body.length(); i++) {
      char c = macro.body.charAt(i);
      int k = c == '#' && i + 1 < macro.body.length() ? macro.body.charAt(i + 1) - '1' : -1;
      if (k >= 0 && k < arguments.length) {
        if (endsInWord(macro.body.substring(0, i))) {
          body.add(' ', in.at(call)); // \lVert#1 is not \lVertx
        }
        body.add(arguments[k]);
        i++;
      } else {
        // what stands behind all arguments ends where the call does, so that places cover it
        body.add(c, i > lastUse(macro.body) ? in.endAt(at) - 1 : in.at(call));
      }
      if (body.length() > MOST) {
        return -1;
      }
    }
    work += body.length() + 10;
    boolean letters =
        endsInWord(macro.body) && at < text.length() && Character.isLetter(text.charAt(at));
    if (letters) {
      body.add(' ', in.at(call));
    }
    return expand(body.build(), out, depth + 1) ? at : -1;
  }

  /// {@return where in a body the last parameter stands}; without one, all but the end comes before
  private static int lastUse(String body) {
    int use = body.lastIndexOf('#');
    return use < 0 ? body.length() - 2 : use;
  }

  private static boolean endsInWord(String body) {
    int slash = body.lastIndexOf('\\');
    return slash >= 0 && slash + Scan.command(body, slash).length() == body.length();
  }

  private static Mapped made(String text, int from) {
    var built = new Mapped.Builder();
    built.add(text, from);
    return built.build();
  }
}

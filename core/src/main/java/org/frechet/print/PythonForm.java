package org.frechet.print;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// How a Python operation is written: a template with `{0}`, `{1}` for its operands, how tightly
/// the result binds, and which operands may stand without parentheses.
///
/// A `view` is a cheap look at its operand, such as `{0}.T`, which is written again rather than
/// named.
record PythonForm(String template, Level level, List<Set<Level>> bare, boolean view) {
  /// How tightly a piece of text binds. Python's `@` binds like `*`; they are kept apart here so
  /// that nobody has to know which of them comes first.
  enum Level {
    SUM,
    MATMUL,
    PRODUCT,
    UNARY,
    POWER,
    ATOM
  }

  static final Pattern OPERAND = Pattern.compile("\\{(\\d+)}");

  static final Set<Level> ANY = EnumSet.allOf(Level.class);
  static final Set<Level> TIGHT = EnumSet.of(Level.ATOM);
  private static final Set<Level> TERM = EnumSet.range(Level.MATMUL, Level.ATOM);
  private static final Set<Level> LEFT_FACTOR = EnumSet.range(Level.PRODUCT, Level.ATOM);
  private static final Set<Level> RIGHT_FACTOR = EnumSet.range(Level.POWER, Level.ATOM);
  private static final Set<Level> LEFT_MATRIX = EnumSet.of(Level.MATMUL, Level.ATOM);
  private static final Set<Level> NEGATED = EnumSet.of(Level.PRODUCT, Level.POWER, Level.ATOM);
  private static final Set<Level> EXPONENT = EnumSet.of(Level.UNARY, Level.ATOM);

  static final PythonForm PLUS = infix("{0} + {1}", Level.SUM, ANY, TERM);
  static final PythonForm MINUS = infix("{0} - {1}", Level.SUM, ANY, TERM);
  static final PythonForm TIMES = infix("{0}*{1}", Level.PRODUCT, LEFT_FACTOR, RIGHT_FACTOR);
  static final PythonForm OVER = infix("{0}/{1}", Level.PRODUCT, LEFT_FACTOR, RIGHT_FACTOR);
  static final PythonForm MATMUL = infix("{0} @ {1}", Level.MATMUL, LEFT_MATRIX, TIGHT);
  static final PythonForm POWER = infix("{0}**{1}", Level.POWER, TIGHT, EXPONENT);
  static final PythonForm NEGATIVE = new PythonForm("-{0}", Level.UNARY, List.of(NEGATED), false);
  static final PythonForm TRANSPOSED = view("{0}.T");
  static final PythonForm COLUMN = view("{0}[:, None]");
  static final PythonForm ROW = view("{0}[None, :]");

  private static PythonForm infix(String template, Level level, Set<Level> left, Set<Level> right) {
    return new PythonForm(template, level, List.of(left, right), false);
  }

  /// {@return a name or literal}
  static PythonForm leaf(String text, Level level) {
    return new PythonForm(text, level, List.of(), false);
  }

  /// {@return a cheap look at the first operand; further operands are indices}
  static PythonForm view(String template) {
    return new PythonForm(template, Level.ATOM, bare(template), true);
  }

  /// {@return a call, or a short formula of calls, read from its text}
  static PythonForm of(String template) {
    return new PythonForm(template, level(template), bare(template), false);
  }

  /// An operand is bare where commas, brackets or parentheses enclose it.
  private static List<Set<Level>> bare(String template) {
    var operands = new java.util.TreeMap<Integer, Set<Level>>();
    var matcher = OPERAND.matcher(template);
    while (matcher.find()) {
      String before = template.substring(0, matcher.start()).stripTrailing();
      String after = template.substring(matcher.end());
      boolean opened = before.endsWith("(") || before.endsWith("[") || before.endsWith(",");
      boolean closed = after.startsWith(")") || after.startsWith("]") || after.startsWith(",");
      operands.merge(
          Integer.valueOf(matcher.group(1)),
          opened && closed ? ANY : TIGHT,
          (a, b) -> a.equals(ANY) ? b : a);
    }
    return List.copyOf(operands.values());
  }

  private static Level level(String template) {
    int depth = 0;
    Level level = Level.ATOM;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (depth == 0 && (c == '+' || c == '-')) {
        return Level.SUM;
      }
      if (depth == 0 && (c == '*' || c == '/')) {
        level = Level.PRODUCT;
      }
    }
    return level;
  }

  /// {@return whether the value may share memory with its operand, or be read-only}
  boolean aliases() {
    return view
        || template.startsWith("np.ravel(")
        || template.startsWith("np.reshape(")
        || template.startsWith("np.diagonal(");
  }

  /// {@return how often operand `k` is written}
  int occurrences(int k) {
    String mark = "{" + k + "}";
    int count = 0;
    for (int i = template.indexOf(mark); i >= 0; i = template.indexOf(mark, i + 1)) {
      count++;
    }
    return count;
  }
}

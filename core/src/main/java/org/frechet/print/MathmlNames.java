package org.frechet.print;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names in MathML: `W_1` and `W1` with a subscript, `theta` as θ, several letters as one
/// identifier, functions upright.
final class MathmlNames {
  private static final Pattern PARTS =
      Pattern.compile("(?<base>[^_0-9]+)(?<digits>[0-9]*)(?<below>(?:_[^_]+)*)");

  /// Over a letter: the cotangent of a name.
  private static final char BAR = '\u0304';

  private MathmlNames() {}

  static String of(String name) {
    Matcher parts = PARTS.matcher(name);
    if (!parts.matches()) {
      return identifier(name);
    }
    String digits = parts.group("digits");
    String below =
        Stream.concat(
                digits.isEmpty() ? Stream.of() : Stream.of(digits),
                Arrays.stream(parts.group("below").split("_")).filter(s -> !s.isEmpty()))
            .map(MathmlNames::index)
            .collect(Collectors.joining("<mo lspace=\"0\" rspace=\"0\">,</mo>"));
    String base = base(parts.group("base"));
    return below.isEmpty() ? base : "<msub>" + base + "<mrow>" + below + "</mrow></msub>";
  }

  /// `dX` is the increment of X.
  private static String base(String base) {
    String of = base.startsWith("d") ? base.substring(1) : "";
    boolean symbol = of.codePointCount(0, of.length()) == 1 || Greek.character(of).isPresent();
    return symbol
        ? "<mrow><mi mathvariant=\"normal\">d</mi>" + identifier(of) + "</mrow>"
        : identifier(base);
  }

  private static String index(String text) {
    return text.chars().allMatch(Character::isDigit) ? "<mn>" + text + "</mn>" : identifier(text);
  }

  /// One letter is set in italics by itself; of several the style sheet makes italics.
  private static String identifier(String text) {
    if (text.length() == 2 && text.charAt(1) == BAR) {
      return "<mover accent=\"true\">"
          + identifier(text.substring(0, 1))
          + "<mo stretchy=\"false\">¯</mo></mover>";
    }
    String typeset = Greek.character(text).orElse(text);
    boolean word = typeset.codePointCount(0, typeset.length()) > 1;
    return "<mi" + (word ? " class=\"name\"" : "") + ">" + MathmlPrinter.escape(typeset) + "</mi>";
  }

  static String function(String name) {
    String unicode = FunctionNames.unicode(name);
    boolean letter = unicode.codePointCount(0, unicode.length()) == 1;
    return "<mi"
        + (letter && !AbstractCalls.isOne(name) ? " mathvariant=\"normal\"" : "")
        + ">"
        + MathmlPrinter.escape(unicode)
        + "</mi>";
  }
}

package org.frechet.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names of variables in LaTeX: `W1` and `W_1` are `W_1`, `theta` and `θ` are `\theta`, `alphas` is
/// `\mathit{alphas}`, an increment `dX` is `\mathrm{d}X`, and `z̄` with a combining bar is `\bar
/// z`.
final class LatexNames {
  private static final Pattern PARTS =
      Pattern.compile("(?<base>[^_0-9]+)(?<digits>[0-9]*)(?<below>(?:_[^_]+)*)");

  private static final String BAR = "\u0304";

  private LatexNames() {}

  static String of(String name) {
    Matcher parts = PARTS.matcher(name);
    if (!parts.matches()) {
      return word("mathit", name);
    }
    String digits = parts.group("digits");
    String below =
        Stream.concat(
                digits.isEmpty() ? Stream.of() : Stream.of(digits),
                Stream.of(parts.group("below").split("_")).filter(s -> !s.isEmpty()))
            .map(LatexNames::subscript)
            .collect(Collectors.joining(","));
    String base = base(parts.group("base"));
    return below.isEmpty() ? base : base + "_" + (below.length() == 1 ? below : "{" + below + "}");
  }

  private static String base(String base) {
    boolean increment = base.startsWith("d") && base.length() > 1;
    return increment && isSymbol(base.substring(1))
        ? "\\mathrm{d}" + symbol(base.substring(1))
        : symbol(base);
  }

  /// One letter, or a Greek one spelled out.
  private static boolean isSymbol(String base) {
    return base.codePointCount(0, base.length()) == 1 || Greek.command(base).isPresent();
  }

  private static String symbol(String base) {
    if (base.endsWith(BAR)) {
      return "\\bar{" + symbol(base.substring(0, base.length() - BAR.length())) + "}";
    }
    return Greek.command(base)
        .orElse(base.length() == 1 && isAscii(base) ? base : word("mathit", base));
  }

  private static String subscript(String text) {
    boolean plain = text.length() == 1 || text.chars().allMatch(c -> c >= '0' && c <= '9');
    return Greek.command(text).orElse(plain && isAscii(text) ? text : word("mathrm", text));
  }

  /// LaTeX sets letters beyond ASCII in text mode only.
  private static String word(String font, String text) {
    return "\\" + (isAscii(text) ? font : "text") + "{" + text.replace("_", "\\_") + "}";
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}

package org.frechet.cli.report;

/// Text that cannot steer what shows it.
public final class Plain {
  private Plain() {}

  /// {@return the text on one line, with control characters and those that turn the direction of
  /// writing replaced}
  public static String line(String text) {
    return cleaned(text, /* lines= */ false);
  }

  /// {@return the text with its lines, and no other control characters}
  static String lines(String text) {
    return cleaned(text, /* lines= */ true);
  }

  private static String cleaned(String text, boolean lines) {
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == '\t' || c == '\n' || c == '\r';
      boolean kept = lines && c == '\n';
      boolean lone =
          Character.isSurrogate(c)
              && !(Character.isHighSurrogate(c)
                  && i + 1 < text.length()
                  && Character.isLowSurrogate(text.charAt(i + 1)))
              && !(Character.isLowSurrogate(c)
                  && i > 0
                  && Character.isHighSurrogate(text.charAt(i - 1)));
      boolean steers = Character.isISOControl(c) || turns(c) || lone || c >= '\ufffe';
      plain.append(kept ? c : blank ? ' ' : steers ? '\ufffd' : c);
    }
    return plain.toString();
  }

  private static boolean turns(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }

  /// {@return the text on one line, with single spaces, and no longer than this}
  public static String shortened(String text, int most) {
    String line = line(text).strip().replaceAll("\\s+", " ");
    if (line.length() <= most) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(most - 2)) ? most - 2 : most - 1;
    return line.substring(0, end) + "…";
  }
}

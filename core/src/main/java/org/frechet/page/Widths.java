package org.frechet.page;

import org.frechet.print.Marks;

/// How many columns of a terminal a text takes.
public final class Widths {
  private Widths() {}

  public static int of(String text) {
    return text.codePoints().map(Widths::of).sum();
  }

  public static int of(int c) {
    if (c < 0x300) {
      return 1;
    }
    if (c < 0x10000 && Marks.isMark((char) c)) {
      return 0;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /// East Asian wide characters and emoji, by the blocks of Unicode's EastAsianWidth.txt.
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}

package org.frechet.print;

/// Characters for private use that a printer leaves in a formula for those who make pages of it:
/// where a line may end, and what stands out. No name of the language contains them.
public final class Marks {
  /// What follows stands out, up to [#CALM].
  public static final char STRESS = '\uE000';

  public static final char CALM = '\uE001';

  /// A line may end here, before a sign of a sum or after a relation.
  public static final char SUM = '\uE002';

  /// A line may end here, between arguments.
  public static final char COMMA = '\uE003';

  /// A line may end here, between factors.
  public static final char PRODUCT = '\uE004';

  private Marks() {}

  public static boolean isMark(char c) {
    return c >= STRESS && c <= PRODUCT;
  }

  public static boolean isBreak(char c) {
    return c >= SUM && c <= PRODUCT;
  }

  /// {@return the text without marks}
  public static String none(String text) {
    if (text.chars().noneMatch(c -> isMark((char) c))) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      if (!isMark(text.charAt(i))) {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }
}

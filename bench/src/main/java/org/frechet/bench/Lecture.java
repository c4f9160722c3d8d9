package org.frechet.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A script of lectures as long as asked for: chapters, again and again with other letters, and a
/// wrong formula now and then.
final class Lecture {
  private static final String MATRICES = "ABCGHKMPQRSUVWXYZ";
  private static final String VECTORS = "abcuvwxyz";

  /// A formula as it is right and as it is wrong.
  private static final Pattern CHOICE = Pattern.compile("⟦(.*?)¦(.*?)⟧");

  /// `@A` to `@D` are matrices, `@x` to `@z` vectors, `@N` is the number of the round.
  private static final Pattern LETTER = Pattern.compile("@([A-DNx-z])");

  /// Of the formulas that have a wrong variant one in so many is wrong.
  private static final int WRONG_ONE_IN = 15;

  private Lecture() {}

  /// {@return Markdown} @param length about how many characters
  static String of(int length) {
    List<String> chapters = List.of(chapters().split("(?=## )"));
    var text = new StringBuilder("# Lectures on derivatives by matrices\n\n");
    int choices = 0;
    for (int i = 0; text.length() < length; i++) {
      String chapter = lettered(chapters.get(i % chapters.size()), i / chapters.size());
      Matcher choice = CHOICE.matcher(chapter);
      var made = new StringBuilder();
      while (choice.find()) {
        int variant = ++choices % WRONG_ONE_IN == 0 ? 2 : 1;
        choice.appendReplacement(made, Matcher.quoteReplacement(choice.group(variant)));
      }
      text.append(choice.appendTail(made));
    }
    return text.toString();
  }

  private static String lettered(String chapter, int round) {
    return LETTER
        .matcher(chapter)
        .replaceAll(m -> {
          char letter = m.group(1).charAt(0);
          return switch (letter) {
            case 'N' -> "" + (round + 1);
            case 'x', 'y', 'z' -> at(VECTORS, letter - 'x' + 2 * round);
            default -> at(MATRICES, letter - 'A' + 3 * round);
          };
        });
  }

  private static String at(String letters, int i) {
    return "" + letters.charAt(i % letters.length());
  }

  private static String chapters() {
    try (InputStream in = Lecture.class.getResourceAsStream("lecture.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the chapters of the lecture cannot be read", e);
    }
  }
}

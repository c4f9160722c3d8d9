package org.frechet.cli;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/// The name before the cursor, which is what gets completed: of `tr(X*lo` it is `lo`.
record WordAtCursor(String line, int cursor, String word, int wordCursor)
    implements CompletingParsedLine {

  static WordAtCursor of(String line, int cursor) {
    int start = cursor;
    while (start > 0 && isPart(line.charAt(start - 1))) {
      start--;
    }
    int end = cursor;
    while (end < line.length() && isPart(line.charAt(end))) {
      end++;
    }
    return new WordAtCursor(line, cursor, line.substring(start, end), cursor - start);
  }

  private static boolean isPart(char c) {
    return Sentence.isWordPart(c) || c == ':';
  }

  @Override
  public int wordIndex() {
    return 0;
  }

  @Override
  public List<String> words() {
    return List.of(word);
  }

  @Override
  public CharSequence escape(CharSequence candidate, boolean complete) {
    return candidate;
  }

  @Override
  public int rawWordCursor() {
    return wordCursor;
  }

  @Override
  public int rawWordLength() {
    return word.length();
  }
}

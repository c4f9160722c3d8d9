package org.frechet.document;

import java.util.Arrays;

/// The lines of a text, for finding places.
final class Lines {
  private final String text;
  private final int[] starts;

  Lines(String text) {
    this.text = text;
    this.starts = new int[1 + (int) text.chars().filter(c -> c == '\n').count()];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
  }

  /// {@return the line of an offset, from 1}
  int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  int column(int offset) {
    return offset - starts[line(offset) - 1] + 1;
  }

  /// {@return the offset of the first character of the line in which the offset lies}
  int startOfLine(int offset) {
    return starts[line(offset) - 1];
  }

  int count() {
    return starts.length;
  }

  /// {@return the offset of the first character of a line, the length of the text after the last}
  int start(int line) {
    return line > starts.length ? text.length() : starts[line - 1];
  }

  Place place(int start, int end) {
    int from = Math.clamp(start, 0, text.length());
    int to = Math.clamp(end, from, text.length());
    return new Place(from, to, line(from), column(from), line(to), column(to));
  }
}

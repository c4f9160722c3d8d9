package org.frechet.document;

import java.util.Arrays;

/// A text made from a document, which knows of each character where it comes from.
final class Mapped {
  private final String text;

  /// The offset in the document of each character, and where the last one ends.
  private final int[] at;

  private Mapped(String text, int[] at) {
    this.text = text;
    this.at = at;
  }

  /// {@return a piece of a document as it is}
  static Mapped of(String document, int start, int end) {
    var at = new int[end - start + 1];
    Arrays.setAll(at, i -> start + i);
    return new Mapped(document.substring(start, end), at);
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  char charAt(int i) {
    return text.charAt(i);
  }

  /// {@return where a character comes from}
  int at(int i) {
    return at[Math.clamp(i, 0, at.length - 1)];
  }

  /// {@return where the characters up to this one end in the document}
  int endAt(int end) {
    return end <= 0 ? at(0) : Math.max(at(end - 1) + 1, at(0));
  }

  Mapped part(int start, int end) {
    int[] part = Arrays.copyOfRange(at, start, end + 1);
    part[end - start] = endAt(end);
    return new Mapped(text.substring(start, end), part);
  }

  /// {@return this without white space around it}
  Mapped strip() {
    int start = 0;
    int end = length();
    while (start < end && Character.isWhitespace(charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(charAt(end - 1))) {
      end--;
    }
    return part(start, end);
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /// Puts such a text together.
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private int[] at = new int[64];

    int length() {
      return text.length();
    }

    void add(char c, int from) {
      if (text.length() + 1 >= at.length) {
        at = Arrays.copyOf(at, at.length * 2);
      }
      at[text.length()] = from;
      text.append(c);
    }

    void add(Mapped piece) {
      add(piece, 0, piece.length());
    }

    void add(Mapped piece, int start, int end) {
      for (int i = start; i < end; i++) {
        add(piece.charAt(i), piece.at(i));
      }
    }

    /// Adds characters that all come from one place.
    void add(String made, int from) {
      for (int i = 0; i < made.length(); i++) {
        add(made.charAt(i), from);
      }
    }

    Mapped build() {
      int[] places = Arrays.copyOf(at, text.length() + 1);
      int last = text.length();
      places[last] = last == 0 ? 0 : places[last - 1] + 1;
      return new Mapped(text.toString(), places);
    }
  }
}

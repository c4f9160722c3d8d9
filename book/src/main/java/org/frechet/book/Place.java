package org.frechet.book;

/// Where something stands in the manuscript.
///
/// @param line from 1
record Place(String file, int line) {
  /// {@return what is wrong here}
  BookError error(String message) {
    return new BookError(this + ": " + message);
  }

  Place plus(int lines) {
    return new Place(file, line + lines);
  }

  @Override
  public String toString() {
    return file + ":" + line;
  }
}

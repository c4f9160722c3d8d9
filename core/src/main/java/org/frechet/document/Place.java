package org.frechet.document;

/// Where a piece of a document stands.
///
/// @param start the offset of its first character, in UTF-16 units from the beginning
/// @param end the offset after its last character
/// @param line the line in which it begins, from 1
/// @param column the column in which it begins, from 1, in UTF-16 units
/// @param endLine the line in which it ends
/// @param endColumn the column after its last character
public record Place(int start, int end, int line, int column, int endLine, int endColumn) {
  /// {@return `12:5`}
  @Override
  public String toString() {
    return line + ":" + column;
  }
}

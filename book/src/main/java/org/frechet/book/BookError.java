package org.frechet.book;

/// What keeps the book from being made, with the place in the manuscript.
public final class BookError extends RuntimeException {
  private static final long serialVersionUID = 1;

  BookError(String message) {
    super(message);
  }
}

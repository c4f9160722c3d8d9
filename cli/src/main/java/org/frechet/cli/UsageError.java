package org.frechet.cli;

/// The command line was wrong, or names a file that cannot be read: exit code 2.
final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageError(String message) {
    super(message);
  }

  String message() {
    return String.valueOf(getMessage());
  }
}

package org.frechet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The lines of a stream. Of a line that is too long only the beginning is kept, so that no input
/// can exhaust the memory.
final class BoundedLines {
  private static final int MOST = 8 << 20;

  private final BufferedReader in;
  private String line = "";
  private boolean first = true;
  private Optional<String> failure = Optional.empty();

  BoundedLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /// {@return whether there is another line, which is then the current one}
  boolean advance() {
    try {
      int c = in.read();
      if (c < 0) {
        return false;
      }
      var text = new StringBuilder();
      while (c >= 0 && c != '\n') {
        if (text.length() < MOST) {
          text.append((char) c);
        }
        c = in.read();
      }
      line = text.toString();
      if (first && line.startsWith("\ufeff")) {
        line = line.substring(1);
      }
      first = false;
      return true;
    } catch (IOException e) {
      failure = Optional.of(String.valueOf(e.getMessage()));
      return false;
    }
  }

  String current() {
    return line;
  }

  /// {@return why reading ended before the end, if it did}
  Optional<String> failure() {
    return failure;
  }
}

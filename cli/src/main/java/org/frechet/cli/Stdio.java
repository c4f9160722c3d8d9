package org.frechet.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the program reads and writes. All text is UTF-8, whatever the locale says.
///
/// @param environment the variables that matter: `NO_COLOR`, `TERM`, `FRECHET_DEBUG`, ...
/// @param terminals which of the streams are terminals
record Stdio(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    Terminals terminals) {

  /// Which streams are terminals.
  record Terminals(boolean in, boolean out, boolean err) {
    static final Terminals NONE = new Terminals(false, false, false);

    /// Java tells only whether all streams are terminals together, so Linux is asked directly.
    static Terminals ofSystem() {
      return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    private static boolean isTerminal(int descriptor) {
      try {
        Path link = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor));
        return link.startsWith("/dev/pts") || link.toString().startsWith("/dev/tty");
      } catch (IOException | UnsupportedOperationException e) {
        return Optional.ofNullable(System.console()).map(c -> c.isTerminal()).orElse(false);
      }
    }
  }

  /// Remembers why writing failed; [PrintStream] only remembers that it did.
  private static final class Watched extends OutputStream {
    private final OutputStream to;
    private Optional<IOException> failure = Optional.empty();

    Watched(OutputStream to) {
      this.to = to;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        to.write(bytes, offset, length);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }

  private static final Watched OUT = new Watched(new FileOutputStream(FileDescriptor.out));

  static Stdio ofSystem() {
    return new Stdio(
        new FileInputStream(FileDescriptor.in),
        new PrintStream(
            new java.io.BufferedOutputStream(OUT, 1 << 16), false, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        System.getenv(),
        Terminals.ofSystem());
  }

  /// {@return why standard output could not be written, unless the reader has simply left (`|
  /// head`)}
  static Optional<String> failure() {
    return OUT.failure
        .map(e -> String.valueOf(e.getMessage()))
        .filter(m -> !m.contains("pipe") && !m.contains("Pipe"));
  }

  boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /// {@return whether escape sequences may be written to a terminal}
  boolean isCapable() {
    return !"dumb".equals(environment.get("TERM"));
  }

  Ink ink() {
    return new Ink(terminals.out && isCapable() && !isSet("NO_COLOR"));
  }

  Ink inkOfErrors() {
    return new Ink(terminals.err && isCapable() && !isSet("NO_COLOR"));
  }

  void complain(String text) {
    out.flush();
    err.println(text);
    err.flush();
  }
}

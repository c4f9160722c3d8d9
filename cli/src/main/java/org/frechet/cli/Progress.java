package org.frechet.cli;

/// The line that counts on standard error during a long batch, if that is a terminal and the
/// responses go elsewhere.
final class Progress {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long INTERVAL = 200_000_000L;

  private final Stdio io;
  private final boolean shown;
  private final long start = System.nanoTime();
  private long last = start + PATIENCE - INTERVAL;
  private int answered;
  private int refused;
  private boolean dirty;

  Progress(Stdio io) {
    this.io = io;
    this.shown = io.terminals().err() && !io.terminals().out() && io.isCapable();
  }

  void count(boolean ok) {
    if (ok) {
      answered++;
    } else {
      refused++;
    }
    long now = System.nanoTime();
    if (shown && now - last > INTERVAL) {
      last = now;
      dirty = true;
      io.err()
          .printf("\r%d answered, %d refused, %d s", answered, refused, (now - start) / PATIENCE);
      io.err().flush();
    }
  }

  /// Clears the line.
  void end() {
    if (dirty) {
      io.err().print("\r\u001b[K");
      io.err().flush();
    }
  }
}

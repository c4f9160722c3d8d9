package org.frechet.cli;

import org.frechet.document.Document;

/// The line on standard error that tells how far the judging of documents has come, if that is a
/// terminal: `notes.tex [########------------] 120 of 300 statements`.
final class ProgressBar implements Document.Progress {
  private static final long PATIENCE = 500_000_000L;
  private static final long INTERVAL = 100_000_000L;
  private static final int WIDTH = 24;
  private static final int LONGEST_NAME = 30;

  private final Stdio io;
  private final boolean shown;
  private final int documents;
  private long last = System.nanoTime() + PATIENCE - INTERVAL;
  private String name = "";
  private boolean dirty;

  ProgressBar(Stdio io, int documents) {
    this.io = io;
    this.documents = documents;
    this.shown = io.terminals().err() && io.isCapable();
  }

  /// Begins with a document, counted from one.
  synchronized void begin(String file, int number) {
    String shownName = Columns.visible(file);
    int cut = Math.max(0, shownName.length() - LONGEST_NAME);
    name = (cut > 0 ? "…" : "") + shownName.substring(cut);
    if (documents > 1) {
      name += " (%d of %d)".formatted(number, documents);
    }
  }

  @Override
  public synchronized void at(int done, int all) {
    long now = System.nanoTime();
    if (!shown || all <= 0 || now - last < INTERVAL) {
      return;
    }
    last = now;
    dirty = true;
    int full = (int) ((long) WIDTH * Math.min(done, all) / all);
    io.err()
        .print(
            "\r\u001b[K%s  [%s%s]  %d of %d statements"
                .formatted(name, "#".repeat(full), "-".repeat(WIDTH - full), done, all));
    io.err().flush();
  }

  /// Clears the line.
  synchronized void end() {
    if (dirty) {
      io.err().print("\r\u001b[K");
      io.err().flush();
      dirty = false;
    }
  }
}

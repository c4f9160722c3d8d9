package org.frechet.book;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs LaTeX, and reads what it complains of.
final class Pdf {
  private static final double TOLERANCE = 30;
  private static final int MOST_MINUTES = 2;
  private static final Pattern OVERFULL =
      Pattern.compile("Overfull \\\\hbox \\(([0-9.]+)pt[^\\n]*");
  private static final Pattern UNDEFINED =
      Pattern.compile("LaTeX Warning: (?:Reference|Label|There were|Hyper reference)[^\\n]*");
  private static final Pattern ERROR = Pattern.compile("(?m)^!.*(?:\\n.*){0,3}");

  private Pdf() {}

  /// {@return whether this machine has a LaTeX}
  static boolean isAvailable() {
    return Optional.ofNullable(System.getenv("PATH")).stream()
        .flatMap(p -> List.of(p.split(java.io.File.pathSeparator)).stream())
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pdflatex")));
  }

  /// Makes the file, twice or more often for the table of contents.
  ///
  /// @throws BookError if LaTeX fails, a line is too long by more than 30 points, or a reference is
  ///   undefined
  static void make(Path latex) throws IOException, InterruptedException {
    run(latex);
    String log = run(latex);
    for (int i = 0; i < 2 && log.contains("Rerun to get cross-references"); i++) {
      log = run(latex); // the table of contents has moved what it points to
    }
    var complaints = new ArrayList<String>();
    Matcher overfull = OVERFULL.matcher(log);
    while (overfull.find()) {
      if (Double.parseDouble(overfull.group(1)) > TOLERANCE) {
        complaints.add(overfull.group() + "\n  " + around(log, overfull.end()));
      }
    }
    Matcher undefined = UNDEFINED.matcher(log);
    while (undefined.find()) {
      complaints.add(undefined.group());
    }
    if (!complaints.isEmpty()) {
      throw new BookError(String.join("\n", complaints));
    }
  }

  private static String around(String log, int at) {
    return log.substring(at, Math.min(log.length(), at + 160)).strip().replace('\n', ' ');
  }

  private static String run(Path latex) throws IOException, InterruptedException {
    Path folder = latex.toAbsolutePath().getParent();
    String name = String.valueOf(latex.getFileName());
    Process process =
        new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", name)
            .directory(Path.of(String.valueOf(folder)).toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new BookError("pdflatex did not end");
    }
    Path file = latex.resolveSibling(name.replace(".tex", ".log"));
    String log = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (process.exitValue() != 0) {
      Matcher error = ERROR.matcher(log);
      throw new BookError(latex + ": " + (error.find() ? error.group() : "pdflatex failed"));
    }
    return log;
  }
}

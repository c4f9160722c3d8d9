package org.frechet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.frechet.document.Document;
import org.frechet.document.Finding;
import org.frechet.document.Report;
import org.frechet.document.Status;

/// How long it takes to check a document of forty pages, cold and warm: the processor time of the
/// whole process, compiler and collector included, and the clock.
///
/// With the name of a file the document is written there, for `frechet check`.
public final class Documents {
  private static final int LENGTH = 90_000;
  private static final int ROUNDS = 6;

  private Documents() {}

  public static void main(String[] arguments) throws IOException {
    String text = Lecture.of(LENGTH);
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), text);
      return;
    }
    System.out.printf("%,d characters%n", text.length());
    System.out.println(
        "| round | statements | wrong | clock s | processor s |\n|---|---|---|---|---|");
    for (int round = 0; round < ROUNDS; round++) {
      long processor = processor();
      long clock = System.nanoTime();
      Report report =
          Document.read(text, Document.Format.MARKDOWN)
              .judge(Document.Options.DEFAULT, Document.Progress.SILENT);
      System.out.printf(
          "| %d | %d | %d | %.2f | %.2f |%n",
          round + 1,
          report.findings().size(),
          report.findings().stream().filter(f -> f.status().isFault()).count(),
          (System.nanoTime() - clock) / 1e9,
          (processor() - processor) / 1e9);
      if (round == 0) {
        System.err.println(counts(report));
      }
    }
  }

  private static Map<Status, Integer> counts(Report report) {
    var counts = new EnumMap<Status, Integer>(Status.class);
    for (Finding f : report.findings()) {
      counts.merge(f.status(), 1, Integer::sum);
    }
    return counts;
  }

  private static long processor() {
    var system =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}

package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.frechet.Judgment;
import org.frechet.cli.report.Remark.Role;
import org.frechet.document.Finding;

/// The sentences about one statement of a document.
public final class Findings {
  private static final String RIGHT = "right";

  private Findings() {}

  /// {@return what is found, beginning with a word in capitals}
  public static Remark verdict(Finding f) {
    Optional<Judgment> told = told(f);
    if (told.isPresent()) {
      return Remarks.inDocument(told.get());
    }
    String title = Standing.title(f.status());
    String message = f.message().strip();
    boolean good = title.startsWith(RIGHT);
    if (good && message.startsWith(RIGHT)) {
      title = RIGHT;
      message = message.substring(RIGHT.length());
    } else {
      message = message.isEmpty() ? "" : ": " + message;
    }
    String end = message.endsWith(".") ? "" : ".";
    return Remark.words(Role.VERDICT, title.toUpperCase(Locale.ROOT) + message + end);
  }

  /// {@return what stands behind it}
  public static List<Remark> details(Finding f) {
    Optional<Judgment> told = told(f);
    if (told.isEmpty() || Standing.of(f.status()) == Standing.GOOD) {
      return List.of();
    }
    var details = new ArrayList<>(Remarks.details(told.get()));
    note(f, told.get()).ifPresent(note -> details.add(Remark.clause(Role.NOTE, note)));
    return details;
  }

  /// The judgment that decides, unless the document knows more than it says.
  private static Optional<Judgment> told(Finding f) {
    return f.decisive().filter(j -> j.verdict().word().equals(f.status().word()));
  }

  /// {@return what the message says after the correct formula}: on what the verdict rests
  private static Optional<String> note(Finding f, Judgment j) {
    return j.correct()
        .map(c -> " = " + c.text())
        .filter(f.message()::contains)
        .map(formula ->
            f.message()
                .substring(f.message().lastIndexOf(formula) + formula.length())
                .replaceFirst("^[;,. ]+", ""))
        .filter(note -> !note.isBlank());
  }

  /// {@return `step 2 of 3`, if the statement has several}
  public static String step(Finding f) {
    return f.judgments().size() > 1 && f.step() >= 0
        ? "step %d of %d".formatted(f.step() + 1, f.judgments().size())
        : "";
  }
}

package org.frechet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.frechet.MapCheck;
import org.frechet.check.DefinitionCheck.Verdict;
import org.frechet.page.Plot;
import org.frechet.page.RemainderTable;
import org.frechet.page.SvgPlot;
import org.frechet.page.TaylorPlot;

/// A candidate for a derivative against the definition, in lines and as a picture.
record DefinitionReport(MapCheck found) {
  private static final int GAP = 3;

  /// {@return the verdict, the table of remainders, and what would be right}
  List<String> lines(Ink ink) {
    var lines = new ArrayList<String>();
    String verdict = RemainderTable.verdict(found.check());
    lines.add(isRight() ? ink.green("RIGHT") + "  " + verdict : ink.red(word()) + "  " + verdict);
    found.correct().ifPresent(map -> lines.add("correct: " + map));
    lines.add("");
    lines.addAll(table());
    lines.add("");
    RemainderTable.notes(found.check()).forEach(note -> lines.add(ink.dim(note)));
    lines.addAll(Surroundings.lines(found.assumptions(), List.of()));
    return lines;
  }

  boolean isRight() {
    return found.check().verdict() == Verdict.DERIVATIVE;
  }

  boolean isUndecided() {
    return found.check().verdict() == Verdict.UNMEASURED;
  }

  private String word() {
    return isUndecided() ? "UNKNOWN" : "WRONG";
  }

  private List<String> table() {
    List<List<String>> rows = RemainderTable.rows(found.check());
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Columns.width(row.get(i)));
      }
    }
    var lines = new ArrayList<String>();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        line.append(" ".repeat(GAP + widths[i] - Columns.width(row.get(i)))).append(row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /// Writes the picture, as SVG or PNG by the name of the file.
  ///
  /// @throws UsageError for another name, or a file that cannot be written
  void save(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    boolean vector = name.endsWith(".svg");
    if (!vector && !name.endsWith(".png")) {
      throw new UsageError("a picture is written to FILE.svg or FILE.png, not to " + file);
    }
    String title =
        "%s by %s: candidate %s"
            .formatted(found.unicodeFunction(), found.wrt(), found.unicodeMap());
    Plot plot = TaylorPlot.of(found.check(), title);
    try {
      Files.write(
          file, vector ? SvgPlot.of(plot).getBytes(StandardCharsets.UTF_8) : PngPlot.of(plot));
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e.getMessage());
    }
  }
}

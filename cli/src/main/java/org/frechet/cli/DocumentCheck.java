package org.frechet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.frechet.Conventions;
import org.frechet.Service;
import org.frechet.cli.json.JsonReport;
import org.frechet.cli.json.SarifReport;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.HtmlReport;
import org.frechet.cli.report.Inspection;
import org.frechet.cli.report.Inspection.Unread;
import org.frechet.cli.report.MarkdownReport;
import org.frechet.document.Document;
import org.frechet.shape.Refusal;

/// Checks documents, prints what was found and writes the report.
///
/// @param strict whether gaps and warnings fail too
record DocumentCheck(Stdio io, Document.Options options, Output output, boolean strict) {
  private static final int WRONG = 1;
  private static final int UNREAD = 2;

  /// What marks formulas in documents; a claim on standard input has none of it.
  private static final Pattern FORMULAS =
      Pattern.compile(
          "\\$|\\\\\\[|\\\\\\(|\\\\begin\\{(?:document|equation|align|gather|multline|displaymath|eqnarray)");

  /// Where what was found goes.
  ///
  /// @param printed the format on standard output
  /// @param file of the report, if one is written
  /// @param written its format
  /// @param all whether what is right is listed too
  record Output(
      ReportFormat printed,
      Optional<Path> file,
      ReportFormat written,
      boolean all,
      boolean pretty) {}

  /// {@return how documents are judged}
  static Document.Options options(
      Map<String, String> declared, Optional<ClaimLayout> layout, Optional<Duration> time) {
    var given =
        new Conventions(
            Inputs.declared(declared),
            List.of(),
            Service.layout(layout.map(ClaimLayout::inRequest).orElse("")));
    Duration each = time.orElse(Document.Options.DEFAULT.perStatement());
    Duration whole = Document.Options.DEFAULT.whole();
    Duration enough = each.multipliedBy(30);
    return new Document.Options(given, each, enough.compareTo(whole) > 0 ? enough : whole);
  }

  /// {@return whether a text from standard input is a document rather than a claim}
  static boolean isDocument(String text) {
    return text.contains("\n") && FORMULAS.matcher(text).find();
  }

  /// {@return the exit code}
  int check(String name, String text) {
    var bar = new ProgressBar(io, 1);
    bar.begin(name, 1);
    return finish(List.of(judged(name, text, bar)), List.of(), bar);
  }

  /// {@return the exit code}
  int check(List<Path> files) {
    output.file().ifPresent(report -> files.forEach(f -> refuseToOverwrite(f, report)));
    var bar = new ProgressBar(io, files.size());
    var documents = new ArrayList<Checked>();
    var unread = new ArrayList<Unread>();
    for (Path file : files) {
      String name = file.toString();
      bar.begin(name, documents.size() + unread.size() + 1);
      try {
        documents.add(judged(name, Inputs.fromFile(file), bar));
      } catch (UsageError e) {
        if (files.size() == 1) {
          bar.end();
          throw e;
        }
        unread.add(new Unread(name, reason(e.message(), name)));
      } catch (Refusal r) {
        unread.add(new Unread(name, r.problem().message()));
      }
    }
    return finish(documents, unread, bar);
  }

  private static void refuseToOverwrite(Path document, Path report) {
    try {
      if (Files.exists(report) && Files.isSameFile(document, report)) {
        throw new UsageError("the report would overwrite the document " + document);
      }
    } catch (IOException e) {
      throw new UsageError("cannot read " + document + ": " + e.getMessage());
    }
  }

  private static String reason(String message, String name) {
    String before = "cannot read " + name + ": ";
    return message.startsWith(before) ? message.substring(before.length()) : message;
  }

  private Checked judged(String name, String text, ProgressBar bar) {
    Document document = Document.read(text, Documents.format(name, text));
    return new Checked(name, document.judge(options, bar));
  }

  private int finish(List<Checked> documents, List<Unread> unread, ProgressBar bar) {
    bar.end();
    var inspection = new Inspection(documents, unread);
    if (output.file().isPresent()) {
      save(output.file().get(), page(inspection, output.written(), Ink.NONE));
    }
    io.out().print(page(inspection, output.printed(), io.ink()));
    output.file().ifPresent(f -> io.complain("report written to " + f));
    boolean failed =
        inspection.hasFaults() || (strict && (inspection.hasGaps() || inspection.hasWarnings()));
    return failed ? WRONG : unread.isEmpty() ? 0 : UNREAD;
  }

  private String page(Inspection inspection, ReportFormat format, Ink ink) {
    return switch (format) {
      case TEXT -> String.join("\n", new DocumentLines(ink, output.all()).of(inspection)) + "\n";
      case MARKDOWN -> MarkdownReport.of(inspection);
      case HTML -> HtmlReport.of(inspection);
      case JSON -> JsonReport.of(inspection, output.pretty()) + "\n";
      case SARIF -> SarifReport.of(inspection) + "\n";
    };
  }

  private static void save(Path file, String page) {
    try {
      Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e.getMessage());
    }
  }
}

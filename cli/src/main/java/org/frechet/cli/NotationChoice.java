package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/// The one notation that an answer can be asked for in alone, for use in a pipe.
final class NotationChoice {
  @Option(names = "--text", description = "Print only the result, in the input language.")
  private boolean text;

  @Option(names = "--unicode", description = "Print only the result, in Unicode.")
  private boolean unicode;

  @Option(names = "--latex", description = "Print only the result, in LaTeX.")
  private boolean latex;

  /// {@return the notations chosen, by the names of outputs}
  List<String> outputs(boolean json) {
    var chosen = new ArrayList<String>();
    if (text) {
      chosen.add("text");
    }
    if (unicode) {
      chosen.add("unicode");
    }
    if (latex) {
      chosen.add("latex");
    }
    if (chosen.size() > 1 && !json) {
      throw new UsageError(
          "--%s and --%s go together only with --json".formatted(chosen.get(0), chosen.get(1)));
    }
    return chosen;
  }

  /// {@return the result in the notation chosen, or the whole report if none was}
  String write(
      Supplier<String> asText,
      Supplier<String> asUnicode,
      Supplier<String> asLatex,
      Supplier<String> report) {
    return (text ? asText : unicode ? asUnicode : latex ? asLatex : report).get();
  }
}

package org.frechet.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.frechet.latex.Latex;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Relation;

/// What expressions can be written in.
enum Language {
  /// What it looks like.
  AUTO,
  TEXT,
  LATEX;

  /// Reads the option `--from`.
  static final class Converter extends EnumWord<Language> {
    Converter() {
      super(Language.values());
    }
  }

  /// {@return a text that is taken for this language where texts are read as what they look like}
  /// What cannot be read is left as it is, so that it is refused with its place.
  ///
  /// @param declared specifications by name
  String recognizable(String text, Map<String, String> declared) {
    return switch (this) {
      case AUTO -> text;
      // A space makes a division of what would be a command.
      case TEXT -> Latex.isLatex(text) ? text.replaceAll("\\\\(?=\\p{L})", "\\\\ ") : text;
      case LATEX -> Latex.isLatex(text) ? text : translated(text, declared);
    };
  }

  private static String translated(String text, Map<String, String> declared) {
    try {
      Relation relation =
          Latex.relation(text, new Latex.Known(Inputs.declared(declared), List.of()));
      boolean equation =
          relation.increment().isEmpty()
              && relation.definitions().isEmpty()
              && relation.signs().stream().allMatch(Relation.Sign.EQUAL::equals);
      return equation
          ? relation.sides().stream().map(TextPrinter::print).collect(Collectors.joining(" = "))
          : text;
    } catch (Refusal e) {
      return text;
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

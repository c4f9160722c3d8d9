package org.frechet.book;

import java.util.List;
import java.util.function.Predicate;
import org.frechet.page.Sheet;

/// What is to be printed, in no particular format.
sealed interface Content {
  /// A derivation.
  record Derivation(Sheet sheet) implements Content {}

  /// Formulas on lines of their own.
  record Display(List<Formula> lines) implements Content {
    public Display {
      lines = List.copyOf(lines);
    }
  }

  /// Short formulas beside each other.
  record Row(List<Formula> formulas) implements Content {
    public Row {
      formulas = List.copyOf(formulas);
    }
  }

  /// A formula within a sentence.
  record Inline(Formula formula) implements Content {}

  /// A sentence with formulas in it, as the engine writes them.
  record Sentence(String text, Predicate<String> isVariable) implements Content {}

  /// Words.
  record Words(String text) implements Content {}

  /// What a program reads or writes, letter by letter.
  record Verbatim(String text) implements Content {}
}

package org.frechet.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.frechet.explain.Manner;
import org.frechet.explain.Part;
import org.frechet.explain.Proof;
import org.frechet.explain.Rule;
import org.frechet.syntax.Syntax;

/// What stands on a page, in no particular format.
///
/// @param title of the whole, such as the name of the method
/// @param question what is derived: `f(B) = ‖Y − X B‖²`, and what is looked for: `∂f/∂B`
/// @param given the variables and their shapes
/// @param remarks what else is to be known before: the layout, what was assumed
/// @param sections the derivation
/// @param closing sentences after it: conditions, how it was checked
/// @param isVariable names of variables, see [org.frechet.print.Setting]
public record Sheet(
    String title,
    List<Syntax> question,
    List<Given> given,
    List<String> remarks,
    List<Section> sections,
    List<String> closing,
    Predicate<String> isVariable) {
  public Sheet {
    question = List.copyOf(question);
    given = List.copyOf(given);
    remarks = List.copyOf(remarks);
    sections = List.copyOf(sections);
    closing = List.copyOf(closing);
  }

  /// {@return the same page under another title, which tells all that is looked for}
  ///
  /// @param more remarks that go before those it has
  public Sheet titled(String other, List<String> more) {
    return new Sheet(
        other,
        question.subList(0, Math.min(1, question.size())),
        given,
        Stream.concat(more.stream(), remarks.stream()).toList(),
        sections,
        closing,
        isVariable);
  }

  /// The sections of a proof.
  ///
  /// @param asked what the page shows as the question: a first line that only repeats it is left
  ///   out
  public static List<Section> sections(Proof proof, Manner manner, Optional<Syntax> asked) {
    return new Rows(manner, asked).sections(proof.parts());
  }

  /// {@return the same page with rows before all others, such as definitions of names}
  public Sheet preceded(List<Row> rows) {
    if (rows.isEmpty() || sections.isEmpty()) {
      return this;
    }
    Section first = sections.getFirst();
    List<Row> all = Stream.concat(rows.stream(), first.rows().stream()).toList();
    var changed = new Section(first.title(), all, first.notes(), first.table());
    return new Sheet(
        title,
        question,
        given,
        remarks,
        Stream.concat(Stream.of(changed), sections.stream().skip(1)).toList(),
        closing,
        isVariable);
  }

  /// A variable.
  ///
  /// @param shape such as `n×p`
  /// @param words attributes, such as `symmetric`; may be empty
  public record Given(String name, String shape, String words) {}

  /// Lines under a heading.
  public record Section(
      String title, List<Row> rows, List<String> notes, Optional<Part.Table> table) {
    public Section {
      rows = List.copyOf(rows);
      notes = List.copyOf(notes);
    }
  }

  /// One line.
  ///
  /// @param repeats whether the left side is that of the line above, and so is not written again
  /// @param relation a sign: `=`, `≤`
  /// @param changed pieces of the right side, by identity, that the rule made
  /// @param statement what the rule says, as far as the page has not said it before
  /// @param shape of the right side, such as `n×p`
  public record Row(
      Syntax left,
      boolean repeats,
      String relation,
      Syntax right,
      Set<Syntax> changed,
      Rule rule,
      String statement,
      String reason,
      List<String> conditions,
      String shape) {}
}

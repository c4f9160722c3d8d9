package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.frechet.document.Report;
import org.frechet.document.Section;

/// In which layout the derivatives of a document stand, as sentences.
public final class Layouts {
  private Layouts() {}

  /// {@return a sentence for the document, and for each section that differs from the one around
  /// it; none where nothing is known}
  public static List<String> sentences(Report report) {
    var sentences = new ArrayList<String>();
    for (Section s : report.sections()) {
      if (s.layout().isPresent()
          && s.source() != Section.Source.NOTHING
          && s.source() != Section.Source.INHERITED) {
        String where = s.title().isBlank() ? "" : " in “" + Plain.shortened(s.title(), 60) + "”";
        sentences.add("%s layout%s, %s".formatted(word(s), where, how(s)));
      }
    }
    return sentences;
  }

  /// {@return `numerator`}
  public static String word(Section section) {
    return section.layout().map(l -> l.name().toLowerCase(Locale.ROOT)).orElse("");
  }

  /// {@return how the layout of a section is known}
  static String how(Section section) {
    return switch (section.source()) {
      case NOTHING -> "not known";
      case STATED -> "as it is stated";
      case INHERITED -> "as around it";
      case EVIDENCE ->
          section.evidence() == 1
              ? "since one formula is right in it only"
              : "since %d formulas are right in it only".formatted(section.evidence());
    };
  }
}

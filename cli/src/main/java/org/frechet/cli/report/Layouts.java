package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.frechet.document.Report;
import org.frechet.document.Section;

/// In which layout the derivatives of a document stand, as sentences.
public final class Layouts {
  private Layouts() {}

  /// {@return a sentence for each section whose layout is known by itself, or one for all of them
  /// where they agree; none where nothing is known}
  public static List<String> sentences(Report report) {
    List<Section> known =
        report.sections().stream()
            .filter(s -> s.layout().isPresent())
            .filter(
                s -> s.source() == Section.Source.STATED || s.source() == Section.Source.EVIDENCE)
            .toList();
    long layouts = known.stream().map(Section::layout).distinct().count();
    boolean shown = known.stream().allMatch(s -> s.source() == Section.Source.EVIDENCE);
    if (layouts == 1 && shown && known.size() > 1) {
      int evidence = known.stream().mapToInt(Section::evidence).sum();
      return List.of(
          "%s layout, since %d formulas are right in it only"
              .formatted(word(known.getFirst()), evidence));
    }
    var sentences = new ArrayList<String>();
    for (Section s : known) {
      String where = s.title().isBlank() ? "" : " in “" + Plain.shortened(s.title(), 60) + "”";
      sentences.add("%s layout%s, %s".formatted(word(s), where, how(s)));
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

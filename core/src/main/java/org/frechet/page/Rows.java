package org.frechet.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.explain.Line;
import org.frechet.explain.Manner;
import org.frechet.explain.Part;
import org.frechet.explain.Rule;
import org.frechet.page.Sheet.Row;
import org.frechet.page.Sheet.Section;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Makes the rows of a page of the lines of a proof.
public final class Rows {
  private final Manner manner;
  private final Optional<Syntax> asked;
  private final Set<String> stated = new HashSet<>();

  Rows(Manner manner, Optional<Syntax> asked) {
    this.manner = manner;
    this.asked = asked;
  }

  List<Section> sections(List<Part> parts) {
    var sections = new ArrayList<Section>();
    for (Part part : parts) {
      sections.add(
          new Section(capital(part.title()), rows(part.lines()), part.notes(), part.table()));
    }
    return sections;
  }

  private static String capital(String title) {
    boolean word = title.length() > 1 && Character.isLetter(title.charAt(1));
    return word ? Character.toUpperCase(title.charAt(0)) + title.substring(1) : title;
  }

  private List<Row> rows(List<Line> lines) {
    var rows = new ArrayList<Row>();
    Optional<Row> before = Optional.empty();
    for (Line line : lines) {
      Syntax left = line.left().syntax(manner);
      Syntax right = line.right().syntax(manner);
      boolean repeatsQuestion =
          before.isEmpty() && stated.isEmpty() && asked.equals(Optional.of(right));
      Set<Syntax> changed =
          before.isPresent() && line.rewriting().isPresent()
              ? Changes.between(before.get().right(), right)
              : Set.of();
      Row row =
          new Row(
              left,
              !rows.isEmpty() && rows.getLast().left().equals(left),
              line.relation().sign().replace("<=", "≤"),
              right,
              changed,
              line.rule(),
              repeatsQuestion ? "" : statement(line.rule()),
              line.reason(),
              line.conditions(),
              shape(line.shape()));
      before = Optional.of(row);
      if (!repeatsQuestion || lines.size() == 1) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// A rule that several make together says what each of them says.
  private String statement(Rule rule) {
    return Arrays.stream(rule.statement().split("; "))
        .filter(stated::add)
        .collect(Collectors.joining("; "));
  }

  /// {@return `scalar`, `p×q` or, with composed sizes, `m×(p·q)`}
  public static String shape(Shape shape) {
    return shape.isScalar() ? "scalar" : size(shape.rows()) + "×" + size(shape.cols());
  }

  private static String size(Dim dim) {
    String text = dim.toString();
    boolean single = text.chars().allMatch(Character::isLetterOrDigit) || dim.isConstant();
    return single ? text : "(" + text.replace('*', '·') + ")";
  }
}

package org.frechet.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.Judgment;
import org.frechet.derive.Layout;

/// The layouts of a document: what its text says, and what its right claims show.
///
/// A gradient that is right as a row only shows numerator layout, one that is right as a column
/// only denominator layout. Examples and theorems count for the section that they stand in.
final class Layouts {
  /// That derivatives have a layout from a place on.
  ///
  /// @param directive whether a comment for this program says so: it holds to the next one
  record Stated(Layout layout, int from, int section, boolean directive) {}

  private record Evidence(Place place, Layout layout, int section) {}

  private final List<Reading.Scope> scopes;
  private final List<Stated> stated;
  private final Layout given;
  private final Lines lines;
  private final Map<Integer, List<Evidence>> evidence = new HashMap<>();
  private final List<Conflict> conflicts = new ArrayList<>();

  Layouts(List<Reading.Scope> scopes, List<Stated> stated, Layout given, Lines lines) {
    this.scopes = scopes;
    this.stated = stated;
    this.given = given;
    this.lines = lines;
  }

  /// {@return the section that counts: examples are parts of theirs}
  int section(int scope) {
    int s = scope;
    while (scopes.get(s).level() == Piece.STATEMENT) {
      s = scopes.get(s).parent();
    }
    return s;
  }

  /// {@return what the text says of the layout of a statement}
  Optional<Stated> statedAt(int offset, int scope) {
    Optional<Stated> found = Optional.empty();
    for (Stated s : stated) {
      if (s.from() <= offset
          && (s.directive() || isWithin(scope, s.section()) || found.isEmpty())) {
        found =
            found.isPresent() && found.get().directive() && !s.directive() ? found : Optional.of(s);
      }
    }
    return found;
  }

  private boolean isWithin(int scope, int section) {
    for (int s = scope; s >= 0; s = scopes.get(s).parent()) {
      if (s == section(section)) {
        return true;
      }
    }
    return false;
  }

  /// {@return in which layout a statement is judged at first}
  Layout first(Candidate c) {
    return statedAt(c.start(), c.section()).map(Stated::layout).orElse(given);
  }

  /// Takes in what a statement shows.
  void learn(Entry entry) {
    for (Link link : entry.links()) {
      Optional<Layout> layout = link.judgment().filter(_ -> link.isRight()).flatMap(Layouts::shown);
      layout.ifPresent(l ->
          evidence
              .computeIfAbsent(section(entry.candidate().section()), _ -> new ArrayList<>())
              .add(
                  new Evidence(
                      lines.place(entry.candidate().start(), entry.candidate().end()),
                      l,
                      section(entry.candidate().section()))));
    }
  }

  private static Optional<Layout> shown(Judgment j) {
    boolean gradient = j.kind().startsWith("gradient");
    return !gradient
        ? Optional.empty()
        : switch (j.layout()) {
          case "numerator" -> Optional.of(Layout.NUMERATOR);
          case "denominator" -> Optional.of(Layout.DENOMINATOR);
          default -> Optional.empty();
        };
  }

  private static long count(List<Evidence> found, Layout layout) {
    return found.stream().filter(e -> e.layout() == layout).count();
  }

  /// {@return the layout that most gradients of a section show}
  private Optional<Layout> most(int section) {
    List<Evidence> found = evidence.getOrDefault(section, List.of());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        count(found, Layout.NUMERATOR) > count(found, Layout.DENOMINATOR)
            ? Layout.NUMERATOR
            : Layout.DENOMINATOR);
  }

  /// {@return the layout in which a statement is judged when all are read}
  Layout last(Candidate c) {
    if (statedAt(c.start(), c.section()).isPresent()) {
      return first(c);
    }
    Optional<Layout> shown = most(section(c.section()));
    return shown.filter(l -> l == Layout.NUMERATOR).orElse(given);
  }

  /// {@return the sections with their layouts}; finds conflicts on the way
  List<Section> sections() {
    var sections = new ArrayList<Section>();
    for (int i = 0; i < scopes.size(); i++) {
      Reading.Scope scope = scopes.get(i);
      int s = section(i);
      Place place = lines.place(scope.start(), scope.end());
      Optional<Stated> said = statedIn(i);
      Optional<Layout> shown = most(s);
      Optional<Layout> above =
          i == 0 ? Optional.empty() : sections.get(Math.max(scope.parent(), 0)).layout();
      if (said.isPresent()) {
        sections.add(
            new Section(
                scope.title(),
                scope.level(),
                place,
                said.map(Stated::layout),
                Section.Source.STATED,
                evidence(s, said.get().layout())));
      } else if (shown.isPresent()) {
        sections.add(
            new Section(
                scope.title(),
                scope.level(),
                place,
                shown,
                s == i ? Section.Source.EVIDENCE : Section.Source.INHERITED,
                evidence(s, shown.get())));
      } else {
        Section.Source source =
            above.isPresent() ? Section.Source.INHERITED : Section.Source.NOTHING;
        sections.add(new Section(scope.title(), scope.level(), place, above, source, 0));
      }
    }
    return sections;
  }

  private int evidence(int section, Layout layout) {
    return (int)
        count(
            evidence.getOrDefault(section, List.of()),
            layout == Layout.MIXED ? Layout.DENOMINATOR : layout);
  }

  private Optional<Stated> statedIn(int scope) {
    int next = scope + 1 < scopes.size() ? scopes.get(scope + 1).start() : Integer.MAX_VALUE;
    return statedAt(next - 1, scope);
  }

  /// {@return conventions that contradict each other}
  List<Conflict> conflicts() {
    var sides = new HashMap<Layout, Evidence>();
    for (int s = 0; s < scopes.size(); s++) {
      List<Evidence> found = evidence.getOrDefault(s, List.of());
      within(s, found);
      if (!found.isEmpty()) {
        Layout layout = most(s).orElseThrow();
        Evidence example =
            found.stream().filter(e -> e.layout() == layout).findFirst().orElseThrow();
        sides.putIfAbsent(layout, example);
      }
    }
    Evidence row = sides.get(Layout.NUMERATOR);
    Evidence column = sides.get(Layout.DENOMINATOR);
    if (row != null && column != null) {
      String words =
          "gradients are rows (numerator layout) in %s and columns (denominator layout) in %s"
              .formatted(title(row.section()), title(column.section()));
      conflicts.add(new Conflict(words, inOrder(row.place(), column.place())));
    }
    return List.copyOf(conflicts);
  }

  private static List<Place> inOrder(Place a, Place b) {
    return a.start() < b.start() ? List.of(a, b) : List.of(b, a);
  }

  private String title(int section) {
    String title = scopes.get(section).title();
    return title.isEmpty() ? "the part before the first heading" : "“" + title + "”";
  }

  private void within(int section, List<Evidence> found) {
    long rows = count(found, Layout.NUMERATOR);
    long columns = count(found, Layout.DENOMINATOR);
    if (rows > 0 && columns > 0) {
      conflicts.add(
          new Conflict(
              "gradients are rows (numerator layout) and columns (denominator layout) in one section",
              inOrder(first(found, Layout.NUMERATOR), first(found, Layout.DENOMINATOR))));
    }
    Optional<Stated> said = found.isEmpty() ? Optional.empty() : statedIn(section);
    said.filter(s -> s.layout() != Layout.MIXED)
        .ifPresent(s ->
            found.stream()
                .filter(e -> e.layout() != s.layout())
                .findFirst()
                .ifPresent(e ->
                    conflicts.add(
                        new Conflict(
                            "the text says %s layout, but this is right in %s layout only"
                                .formatted(word(s.layout()), word(e.layout())),
                            List.of(lines.place(s.from(), s.from()), e.place())))));
  }

  private static Place first(List<Evidence> found, Layout layout) {
    return found.stream().filter(e -> e.layout() == layout).findFirst().orElseThrow().place();
  }

  private static String word(Layout layout) {
    return layout.name().toLowerCase(java.util.Locale.ROOT);
  }
}

package org.frechet.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.frechet.Conventions;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Definition;
import org.jspecify.annotations.Nullable;

/// What a document has said of names so far, and how far that reaches: within the section, within
/// the sections in it, and, unless something there contradicts, in later ones.
final class Knowledge {
  private static final Pattern GLOBAL =
      Pattern.compile(
          ".*(notation|preliminar|setup|set-up|setting|introduction|assumption|convention|background|model|problem|definition).*");

  private static final Pattern EXAMPLE = Pattern.compile("(example|exercise|problem|solution).*");

  /// How near a section is.
  private enum Reach {
    LATER,
    AROUND,
    OWN
  }

  /// A definition and where it was made.
  ///
  /// @param definition empty where what the name stands for could not be read
  record Defined(String name, Optional<Definition> definition, int from, int to, int section) {}

  /// What is known at a statement.
  ///
  /// @param loose what is known of names whose sizes are not
  /// @param nearby the names defined in the section itself
  /// @param distant whether something from an earlier section is used
  record Scene(
      Map<String, Declaration> declared,
      Map<String, Set<Trait>> loose,
      Set<String> vectors,
      List<Definition> definitions,
      Set<String> nearby,
      Set<String> opaque,
      boolean distant) {
    /// {@return this without what some names stand for}
    Scene without(Set<String> names) {
      return names.isEmpty()
          ? this
          : new Scene(
              declared,
              loose,
              vectors,
              definitions.stream().filter(d -> !names.contains(d.name())).toList(),
              nearby,
              opaque,
              distant);
    }

    /// {@return this with one more definition}
    Scene with(Definition definition) {
      var more = new ArrayList<>(definitions);
      more.removeIf(d -> d.name().equals(definition.name()));
      more.add(definition);
      var others = new HashMap<>(declared);
      others.remove(definition.name());
      return new Scene(others, loose, vectors, more, nearby, opaque, distant);
    }
  }

  private final List<Reading.Scope> sections;
  private final List<Optional<Reach>> after;
  private final Conventions given;
  private final List<Fact> facts;
  private final List<Defined> definitions = new ArrayList<>();

  Knowledge(List<Reading.Scope> sections, List<Fact> facts, Conventions given) {
    this.sections = sections;
    this.after = sections.stream().map(Knowledge::after).toList();
    this.given = given;
    this.facts = new ArrayList<>(facts);
    this.facts.sort(Comparator.comparingInt(Fact::from));
  }

  void declare(Fact fact) {
    int at = facts.size();
    while (at > 0 && facts.get(at - 1).from() > fact.from()) {
      at--;
    }
    facts.add(at, fact);
  }

  void define(Defined defined) {
    definitions.add(defined);
  }

  private Optional<Reach> reach(int from, int section) {
    if (from == section) {
      return Optional.of(Reach.OWN);
    }
    for (int s = sections.get(section).parent(); s >= 0; s = sections.get(s).parent()) {
      if (s == from) {
        return Optional.of(Reach.AROUND);
      }
    }
    if (from > section) {
      return Optional.empty();
    }
    return after.get(from);
  }

  /// {@return how near a section is to later ones}
  private static Optional<Reach> after(Reading.Scope scope) {
    String title = scope.title().toLowerCase(Locale.ROOT);
    boolean example =
        scope.level() == Piece.STATEMENT && !title.startsWith("def")
            || EXAMPLE.matcher(title).matches();
    if (example) {
      return Optional.empty();
    }
    return Optional.of(GLOBAL.matcher(title).matches() ? Reach.AROUND : Reach.LATER);
  }

  /// {@return what is known at a statement}
  ///
  /// @param far whether earlier sections count
  Scene at(Candidate c, boolean far) {
    return at(c, far, false);
  }

  /// {@return what is known if names that are declared anew still stand for what earlier sections
  /// have defined them to be}: their declarations only recall it
  Scene recalling(Candidate c) {
    return at(c, true, true);
  }

  private Scene at(Candidate c, boolean far, boolean recalling) {
    var reached = new ArrayList<Reached>();
    boolean distant = false;
    for (Fact fact : facts) {
      if (fact.from() <= c.end() && c.start() < fact.to()) {
        Optional<Reach> reach = reach(fact.section(), c.section());
        distant |= reach.filter(r -> r == Reach.LATER).isPresent();
        reach
            .filter(r -> far || r != Reach.LATER)
            .ifPresent(r -> reached.add(new Reached(r, fact)));
      }
    }
    reached.sort(Comparator.comparing(Reached::reach)); // stable: within a reach by place
    var said = new LinkedHashMap<String, Said>();
    given.declared().forEach((n, d) -> said.put(n, Said.of(d)));
    reached.forEach(r ->
        said.computeIfAbsent(r.fact.name(), _ -> new Said()).add(r.fact, r.reach == Reach.LATER));
    var declared = new HashMap<String, Declaration>();
    var loose = new HashMap<String, Set<Trait>>();
    var vectors = new HashSet<String>();
    said.forEach((name, s) -> {
      s.declaration(name)
          .ifPresentOrElse(
              d -> declared.put(name, d),
              () -> {
                loose.put(name, Trait.closure(s.traits));
                if (s.kind.equals("vector") || s.hinted && s.kind.isEmpty()) {
                  vectors.add(name);
                }
              });
    });
    var functions = new HashMap<String, Reached>();
    reached.stream()
        .filter(r -> r.fact.specification().contains("->"))
        .forEach(r -> functions.put(r.fact.name(), r));
    List<Reached> anew =
        recalling
            ? List.of()
            : reached.stream().filter(r -> !r.fact.specification().isEmpty()).toList();
    return defined(c, far, declared, loose, vectors, distant, functions, anew);
  }

  private record Reached(Reach reach, Fact fact) {}

  /// `Let f: R^n → R` begins anew.
  private static boolean isDeclaredAnew(
      Defined d, @Nullable Reach reach, @Nullable Reached function) {
    if (function == null || reach == null) {
      return false;
    }
    int nearer = function.reach.compareTo(reach);
    return nearer > 0 || nearer == 0 && function.fact.from() > d.from();
  }

  private Scene defined(
      Candidate c,
      boolean far,
      Map<String, Declaration> declared,
      Map<String, Set<Trait>> loose,
      Set<String> vectors,
      boolean distant,
      Map<String, Reached> functions,
      List<Reached> anew) {
    var nearest = new LinkedHashMap<String, Defined>();
    var reaches = new HashMap<String, Reach>();
    boolean far2 = distant;
    for (Defined d : definitions) {
      if (d.from() > c.end() || c.start() >= d.to()) {
        continue;
      }
      Optional<Reach> reach = reach(d.section(), c.section());
      far2 |= reach.filter(r -> r == Reach.LATER).isPresent();
      if (reach.isPresent()
          && (far || reach.get() != Reach.LATER)
          && reach.get().compareTo(reaches.getOrDefault(d.name(), Reach.LATER)) >= 0) {
        nearest.remove(d.name());
        nearest.put(d.name(), d);
        reaches.put(d.name(), reach.get());
      }
    }
    nearest
        .values()
        .removeIf(d -> isDeclaredAnew(d, reaches.get(d.name()), functions.get(d.name())));
    for (Reached r : anew) {
      Defined d = nearest.get(r.fact.name());
      if (d != null && d.section() != r.fact.section() && d.from() < r.fact.from()) {
        nearest.remove(d.name());
      }
    }
    var list = new ArrayList<>(given.definitions());
    var opaque = new HashSet<String>();
    for (Defined d : nearest.values()) {
      d.definition().ifPresentOrElse(list::add, () -> opaque.add(d.name()));
    }
    list.forEach(d -> declared.remove(d.name()));
    list.removeIf(d -> opaque.contains(d.name()));
    Set<String> near =
        reaches.entrySet().stream()
            .filter(e -> e.getValue() == Reach.OWN)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new Scene(
        Map.copyOf(declared),
        Map.copyOf(loose),
        Set.copyOf(vectors),
        List.copyOf(list),
        near,
        opaque,
        far2);
  }

  /// What is said of one name, put together.
  private static final class Said {
    private String specification = "";
    private String kind = "";
    private boolean hinted;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Optional<Declaration> given = Optional.empty();

    static Said of(Declaration declaration) {
      var said = new Said();
      said.given = Optional.of(declaration);
      return said;
    }

    void add(Fact fact, boolean distant) {
      if (fact.kind().equals(Fact.HINT)) {
        hinted = true;
      } else if (!fact.specification().isEmpty()) {
        given = Optional.empty();
        if (!fact.specification().equals(specification) && !specification.isEmpty()) {
          traits.clear();
        }
        specification = fact.specification();
        kind = fact.kind();
      } else if (!fact.kind().isEmpty() && !fact.kind().equals(kind)) {
        given = Optional.empty();
        specification = "";
        kind = fact.kind();
      }
      if (!distant) {
        traits.addAll(fact.traits());
      }
      traits.removeAll(fact.not());
    }

    Optional<Declaration> declaration(String name) {
      if (given.isPresent() || specification.isEmpty()) {
        return given;
      }
      String words =
          traits.stream()
              .map(Trait::word)
              .filter(w -> !w.equals("square"))
              .collect(Collectors.joining(" "));
      return parsed(name, specification + " " + words).or(() -> parsed(name, specification));
    }

    private static Optional<Declaration> parsed(String name, String specification) {
      try {
        return Optional.of(Declarations.parse(name, specification));
      } catch (Refusal refused) {
        return Optional.empty(); // a size or name that the language does not have
      }
    }
  }
}

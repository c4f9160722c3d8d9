package org.frechet.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.latex.Latex;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// What derivatives are of where a statement does not say so: `dy = …` in the proof of a formula
/// for `d(E)/dX`, and a map `Δ ↦ …` after `f(X) = …`.
final class Subjects {
  private static final Set<String> INCREMENTS =
      Set.of(
          "Delta",
          "h",
          "H",
          "delta",
          "eta",
          "xi",
          "V",
          "E",
          "Z",
          "v",
          "u",
          "epsilon",
          "varepsilon");

  /// What a name was taken to stand for.
  ///
  /// @param section in which it was taken so
  record Taken(Definition definition, int section) {}

  private record Derived(Syntax function, Set<String> by, int section) {}

  private record Mapping(Syntax from, Syntax to, int sentence) {}

  private final List<Derived> derived = new ArrayList<>();
  private Optional<Mapping> mapping = Optional.empty();

  /// What was only taken for the function is not blamed on the text unless a step with it is right.
  static void doubt(Collection<Entry> entries) {
    for (Entry e : entries) {
      if (e.status().isFault()
          && e.taken().isPresent()
          && entries.stream().noneMatch(o -> confirms(o, e.taken().get()))) {
        e.decided(
            Status.UNKNOWN, "it is not said what " + e.taken().get().definition().name() + " is");
      }
    }
  }

  private static boolean confirms(Entry other, Taken taken) {
    return other.taken().filter(taken::equals).isPresent()
        && other.links().stream().anyMatch(Link::isRight);
  }

  static boolean isIncrement(String name, Knowledge.Scene scene) {
    boolean differential =
        name.length() > 1 && name.charAt(0) == 'd' && !scene.declared().containsKey(name);
    return INCREMENTS.contains(name) || differential;
  }

  /// Remembers a function that is not derived but mapped: `B ↦ Y - B*X`.
  void mapping(Syntax from, Syntax to, Candidate c) {
    mapping = Optional.of(new Mapping(from, to, c.sentenceStart()));
  }

  /// Remembers what the statement gives the derivative of.
  void note(Relation relation, Candidate c, Knowledge.Scene scene) {
    try {
      Syntax left =
          Differentials.read(relation.sides().getFirst(), scene.declared(), scene.definitions());
      Syntax function = Trees.subject(left);
      if (Trees.isDerivative(left) && !(function instanceof Syntax.Name)) {
        derived.add(new Derived(function, Trees.names(left.children().getLast()), c.section()));
      }
    } catch (Refusal notRead) {
      mapping = Optional.empty();
    }
  }

  /// {@return what y is taken for in `dy = …` or `dy/dX = …`, if its section does not say}
  Optional<Taken> taken(Relation relation, Candidate c, Knowledge.Scene scene) {
    Optional<String> y = differentiated(relation.sides().getFirst());
    if (y.isEmpty() || scene.nearby().contains(y.get()) && !scene.opaque().contains(y.get())) {
      return Optional.empty();
    }
    for (int i = derived.size() - 1; i >= 0; i--) {
      Derived d = derived.get(i);
      if (d.section() == c.section()
          && !d.by().contains(y.get())
          && !Trees.names(d.function()).contains(y.get())) {
        return Optional.of(new Taken(Definition.of(y.get(), d.function()), c.section()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differentiated(Syntax left) {
    return switch (left) {
      case Syntax.Name n when n.text().length() > 1 && n.text().startsWith("d") ->
          Optional.of(n.text().substring(1));
      case Syntax.Binary b when b.operator().equals("/") -> differentiated(b.left());
      case Syntax.Call c when c.name().equals("diff") || c.name().equals("d") ->
          c.arguments().getFirst() instanceof Syntax.Name n
              ? Optional.of(n.text())
              : Optional.empty();
      case Syntax.Name _, Syntax.Binary _, Syntax.Call _, Syntax.Number _, Syntax.Unary _ ->
          Optional.empty();
      case Syntax.Transpose _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> Optional.empty();
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> Optional.empty();
    };
  }

  /// {@return the claim that a map makes about the function that the text speaks of}
  ///
  /// @param sides the value of the map, in the increment
  Optional<Relation> map(String increment, List<Syntax> sides, Candidate c, Knowledge.Scene scene) {
    boolean spoken =
        (c.sentence() + " " + c.before())
            .matches(".*\\b(derivatives?|differential|linear map|gradient)\\b.*");
    if (!spoken) {
      return Optional.empty();
    }
    if (mapping.filter(m -> m.sentence() == c.sentenceStart()).isPresent()) {
      return mapped(mapping.get(), increment, sides);
    }
    Optional<Definition> function = function(c, scene);
    return function.map(f -> {
      String x = f.parameters().getFirst();
      Set<String> names = Trees.names(sides.getFirst());
      String point =
          names.contains(x)
              ? x
              : names.stream().filter(n -> n.startsWith(x + "_")).findFirst().orElse(x);
      Syntax value = Trees.renamed(f.value(), x, point);
      return claim(value, increment, point, sides);
    });
  }

  /// {@return what is known where an increment moves}: it has the shape of what it moves
  Latex.Known moving(Syntax increment, Candidate c, Knowledge.Scene scene) {
    var definitions = new ArrayList<>(scene.definitions());
    if (increment instanceof Syntax.Name n && isIncrement(n.text(), scene)) {
      Optional<Syntax> mapped =
          mapping.filter(m -> m.sentence() == c.sentenceStart()).map(Mapping::from);
      mapped
          .or(() -> function(c, scene).map(f -> Trees.name(f.parameters().getFirst())))
          .ifPresent(x -> definitions.add(Definition.of(n.text(), x)));
    }
    return new Latex.Known(scene.declared(), definitions);
  }

  private static Relation claim(Syntax value, String increment, String point, List<Syntax> sides) {
    var all = new ArrayList<Syntax>();
    all.add(Trees.call("d", value));
    sides.forEach(s -> all.add(Trees.renamed(s, increment, "d" + point)));
    return new Relation(
        List.of(), Optional.empty(), all, Collections.nCopies(sides.size(), Relation.Sign.EQUAL));
  }

  /// Of `Y - B*X ↦ norm2(Y - B*X)^2` the left side is the variable.
  private static Optional<Relation> mapped(Mapping m, String increment, List<Syntax> sides) {
    String x = m.from() instanceof Syntax.Name n ? n.text() : "Z_0";
    var others = new ArrayList<Syntax>();
    for (Syntax side : sides) {
      others.add(Trees.replaced(side, p -> p.equals(m.from()) ? Trees.name(x) : p));
    }
    Syntax to = Trees.replaced(m.to(), p -> p.equals(m.from()) ? Trees.name(x) : p);
    return Optional.of(claim(to, increment, x, others));
  }

  private static Optional<Definition> function(Candidate c, Knowledge.Scene scene) {
    String named = c.derivativeOf();
    Optional<String> name = named.isEmpty() ? Optional.empty() : Spaces.name(named);
    boolean vague =
        named.isEmpty() || named.matches("(?i)this|that|it|function|above|objective|loss|whole");
    if (name.isEmpty() && !vague) {
      return Optional.empty();
    }
    List<Definition> definitions = scene.definitions();
    for (int i = definitions.size() - 1; i >= 0; i--) {
      Definition d = definitions.get(i);
      boolean wanted =
          name.map(d.name()::equals).orElse(scene.nearby().contains(d.name()) || !scene.distant());
      if (d.parameters().size() == 1 && wanted) {
        return Optional.of(d);
      }
    }
    return Optional.empty();
  }
}

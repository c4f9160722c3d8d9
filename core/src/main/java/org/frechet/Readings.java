package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;

/// What else the undeclared names of a claim could mean.
final class Readings {
  private static final List<String> SIZES = List.of("k", "l", "r", "s", "t");

  private Readings() {}

  /// One way to read the names.
  ///
  /// @param pieces what tells their shapes
  /// @param note what is assumed, in words, or empty
  /// @param scalars whether arrays may have become scalars
  record Reading(
      List<Syntax> pieces, Map<String, Declaration> declared, String note, boolean scalars) {
    Reading(List<Syntax> pieces, Map<String, Declaration> declared, String note) {
      this(pieces, declared, note, false);
    }

    /// {@return whether only guessed scalars have become something else}: an array stays what it
    /// is, and sizes that may differ are not taken as equal
    boolean refines(Scene scene, Scene alone) {
      if (scalars) {
        return true;
      }
      for (Map.Entry<String, Declaration> e : alone.declared().entrySet()) {
        Declaration now = scene.declared().get(e.getKey());
        boolean array = !e.getValue().shape().isScalar();
        if (array && (now == null || now.kind() != e.getValue().kind())) {
          return false;
        }
      }
      return sizes(scene, alone).size() >= sizes(alone, alone).size();
    }

    private static Set<String> sizes(Scene scene, Scene names) {
      Set<String> sizes = new HashSet<>();
      names
          .declared()
          .forEach((name, d) -> {
            Declaration here = scene.declared().get(name);
            if (here != null && !d.shape().isScalar()) {
              sizes.addAll(here.shape().rows().names());
              sizes.addAll(here.shape().cols().names());
            }
          });
      return sizes;
    }
  }

  /// {@return the readings to try, likeliest first}
  static List<Reading> of(Assertion a, Map<String, Declaration> known, Scene alone) {
    var readings = new ArrayList<Reading>();
    List<Syntax> subjects = Judge.subjects(a);
    var guessed = new TreeSet<String>();
    Set<String> written = Wrt.names(a.claimed());
    alone
        .declared()
        .forEach((name, d) -> {
          if (!known.containsKey(name) && d.shape().isScalar() && written.contains(name)) {
            guessed.add(name);
          }
        });
    if (!guessed.isEmpty()) {
      readings.add(vectors(subjects, known, alone, guessed));
    }
    if (guessed.size() > 1) {
      guessed.forEach(name -> readings.add(vectors(subjects, known, alone, Set.of(name))));
    }
    scalars(a, known, alone).ifPresent(readings::add);
    var all = new ArrayList<>(subjects);
    all.add(a.claimed());
    readings.add(new Reading(all, known, ""));
    return readings;
  }

  /// x of `d(exp(x))/dx = exp(x)`: a vector by its letter, but nothing is done with it that is not
  /// done with a number.
  private static Optional<Reading> scalars(
      Assertion a, Map<String, Declaration> known, Scene alone) {
    if (!(a instanceof Assertion.Derivative d)
        || !(d.wrt().getFirst() instanceof Syntax.Name x)
        || known.containsKey(x.text())) {
      return Optional.empty();
    }
    Shape shape = Objects.requireNonNull(alone.declared().get(x.text())).shape();
    boolean entrywise =
        !shape.isScalar()
            && alone.expr(d.function()).shape().equals(shape)
            && alone.declared().values().stream()
                .allMatch(v -> v.shape().isScalar() || v.shape().equals(shape))
            && isPlain(d.function());
    if (!entrywise) {
      return Optional.empty();
    }
    Map<String, Declaration> more = new HashMap<>(known);
    alone
        .declared()
        .forEach((name, v) -> {
          if (!known.containsKey(name)) {
            more.put(name, Equation.declaration(name, Shape.SCALAR, Set.of()));
          }
        });
    return Optional.of(
        new Reading(
            List.of(d.function()), more, x.text() + " is taken as a scalar, as claimed", true));
  }

  /// Nothing that tells a vector: no transpose, no entries, no operation or function of arrays.
  private static boolean isPlain(Syntax piece) {
    boolean plain =
        switch (piece) {
          case Syntax.Number _, Syntax.Name _, Syntax.Unary _ -> true;
          case Syntax.Binary b -> !b.operator().startsWith(".");
          case Syntax.Call c ->
              Functions.byName(c.name()).filter(Function::elementwise).isPresent();
          case Syntax.Transpose _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> false;
          case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> false;
        };
    return plain && piece.children().stream().allMatch(Readings::isPlain);
  }

  /// c of `d(sum(c.*x))/dx = c`: a scalar as far as the function tells, but a vector as the claim
  /// has it.
  private static Reading vectors(
      List<Syntax> subjects, Map<String, Declaration> known, Scene alone, Set<String> names) {
    Map<String, Declaration> more = new HashMap<>(known);
    var sizes = SIZES.iterator();
    for (String name : names) {
      String size = name + "_size"; // where all letters are taken
      while (sizes.hasNext()) {
        String letter = sizes.next();
        if (!alone.declared().containsKey(letter)) {
          size = letter;
          break;
        }
      }
      more.put(name, Equation.declaration(name, new Shape(Dim.of(size), Dim.ONE), Set.of()));
    }
    String words = names.size() == 1 ? "%s is taken as a vector" : "%s are taken as vectors";
    return new Reading(
        subjects, more, (words + ", as claimed").formatted(String.join(" and ", names)));
  }
}

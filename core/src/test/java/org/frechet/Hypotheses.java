package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.ClaimCase.Kind;
import org.frechet.ClaimTruth.Finding;
import org.frechet.ClaimTruth.Sample;
import org.frechet.SyntaxPlaces.Place;
import org.frechet.numeric.Rng;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Claims that need a hypothesis which they do not state: `2*A*x` for any A.
final class Hypotheses {
  private static final List<String> NEEDED =
      List.of(
          "symmetric",
          "spd",
          "psd",
          "skew",
          "diagonal",
          "orthogonal",
          "positive",
          "nonnegative",
          "orthonormal",
          "unit",
          "lower",
          "upper",
          "invertible");

  private final Rng rng;

  Hypotheses(Rng rng) {
    this.rng = rng;
  }

  /// {@return a true claim without one of its hypotheses}
  Optional<ClaimCase> dropped(ClaimCase claim) {
    var choices = new ArrayList<ClaimCase>();
    claim
        .declare()
        .forEach((name, as) -> {
          for (String word : NEEDED) {
            if (as.matches(".*\\b" + word + "\\b.*") && !claim.wrt().contains(name)) {
              var less = new TreeMap<>(claim.declare());
              less.put(name, as.replaceAll("\\s*\\b" + word + "\\b", ""));
              choices.add(claim.declaring(less).mistaken(Kind.HYPOTHESIS, name + " " + word));
            }
          }
        });
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get((int) rng.nextLong(choices.size())));
  }

  /// {@return the claim written with a hypothesis that it does not state}, if it can be used
  Optional<ClaimCase> used(ClaimCase claim) {
    var choices = new ArrayList<ClaimCase>();
    claim
        .declare()
        .forEach((name, as) -> {
          Shape shape = as.contains("->") ? Shape.SCALAR : ClaimTruth.shape(as);
          boolean plain = as.endsWith(")") && !claim.wrt().contains(name);
          if (plain && shape.isMatrix() && shape.isSquare()) {
            String word = rng.nextLong(6) == 0 ? "orthogonal" : "symmetric";
            use(claim, name, word).ifPresent(choices::add);
          }
        });
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(choices.get((int) rng.nextLong(choices.size())));
  }

  private Optional<ClaimCase> use(ClaimCase claim, String name, String word) {
    var more = new TreeMap<>(claim.declare());
    more.merge(name, word, (as, attribute) -> as + " " + attribute);
    ClaimCase stated = claim.declaring(more);
    List<Sample> samples = new ClaimTruth(stated, rng.nextLong()).samples(2);
    if (samples.size() < 2) {
      return Optional.empty();
    }
    Syntax written = claim.claimed();
    for (int i = 0; i < 3; i++) {
      var forms = new ArrayList<Syntax>();
      for (Place place : SyntaxPlaces.of(written, samples.getFirst().values().keySet())) {
        for (Syntax form : word.equals("symmetric") ? symmetric(place) : orthogonal(place)) {
          Syntax whole = SyntaxPlaces.replaced(written, place.path(), form);
          if (SyntaxPlaces.mentions(place.piece(), name)
              && Rewriting.isEqual(samples, place.piece(), form)) {
            forms.add(whole);
          }
        }
      }
      if (forms.isEmpty()) {
        break;
      }
      written = forms.get((int) rng.nextLong(forms.size()));
    }
    if (written.equals(claim.claimed())) {
      return Optional.empty();
    }
    ClaimCase needy = stated.with(claim.expr(), written);
    return ClaimTruth.of(needy, rng.nextLong()) == Finding.TRUE
        ? Optional.of(needy.declaring(claim.declare()).mistaken(Kind.HYPOTHESIS, name + " " + word))
        : Optional.empty();
  }

  /// `A'` as `A`, and `A + A'` as `2*A`.
  private static List<Syntax> symmetric(Place place) {
    return switch (place.piece()) {
      case Syntax.Transpose t -> List.of(t.operand());
      case Syntax.Binary b when b.operator().equals("+") ->
          List.of(binary("*", number("2"), b.left()), binary("*", number("2"), b.right()));
      case Syntax.Binary b when b.operator().equals("*") ->
          b.left() instanceof Syntax.Binary sum && sum.operator().equals("+")
              ? List.of(binary("*", binary("*", number("2"), sum.left()), b.right()))
              : List.of();
      case Syntax.Binary _, Syntax.Unary _, Syntax.Call _, Syntax.Name _ -> List.of();
      case Syntax.Number _, Syntax.Index _, Syntax.Block _, Syntax.Colon _ -> List.of();
      case Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> List.of();
    };
  }

  private static List<Syntax> orthogonal(Place place) {
    Syntax piece = place.piece();
    if (EqualForms.isCall(piece, "inv", 1)) {
      return List.of(transpose(EqualForms.first(piece)));
    }
    if (piece instanceof Syntax.Transpose t) {
      return List.of(call("inv", t.operand()));
    }
    return List.of();
  }
}

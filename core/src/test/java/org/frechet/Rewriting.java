package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.ClaimTruth.Sample;
import org.frechet.SyntaxPlaces.Place;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.syntax.Syntax;

/// Writes an expression differently, step by step at random places; each step is measured to keep
/// the value, with the reference evaluator.
final class Rewriting {
  private static final int MOST_OPERATIONS = 40;
  private static final int TRIES = 12;

  /// What people hardly write is tried once in so many times.
  private static final int RARELY = 20;

  private final List<Sample> samples;
  private final Rng rng;

  Rewriting(List<Sample> samples, Rng rng) {
    this.samples = samples;
    this.rng = rng;
  }

  /// {@return the expression after up to so many steps}
  Syntax of(Syntax root, int steps) {
    Syntax written = root;
    for (int i = 0; i < steps; i++) {
      written = step(written).orElse(written);
    }
    return written;
  }

  private Optional<Syntax> step(Syntax root) {
    List<Place> places = SyntaxPlaces.of(root, samples.getFirst().values().keySet());
    for (int i = 0; i < TRIES; i++) {
      Place place = places.get((int) rng.nextLong(places.size()));
      List<Syntax> forms = forms(place.piece());
      if (forms.isEmpty()) {
        continue;
      }
      Syntax form = forms.get((int) rng.nextLong(forms.size()));
      if (form.equals(place.piece()) || !isEqual(samples, place.piece(), form)) {
        continue;
      }
      Syntax whole = SyntaxPlaces.replaced(root, place.path(), form);
      if (SyntaxPlaces.operations(whole) <= MOST_OPERATIONS) {
        return Optional.of(whole);
      }
    }
    return Optional.empty();
  }

  private List<Syntax> forms(Syntax piece) {
    Optional<RealMat> value = value(samples.getFirst(), piece);
    if (value.isEmpty()) {
      return List.of();
    }
    var forms = new ArrayList<>(EqualForms.of(piece));
    boolean literal = piece instanceof Syntax.Number;
    if (ReferenceArrays.isScalar(value.get()) && !literal) {
      forms.addAll(EqualForms.ofScalar(piece));
    }
    sums(piece, forms);
    if (!literal && rng.nextLong(RARELY) == 0) {
      forms.add(transpose(transpose(piece)));
      forms.add(transpose(piece)); // of what is symmetric
      size(value.get().rows()).ifPresent(n -> forms.add(binary("*", call("eye", n), piece)));
    }
    return forms;
  }

  /// `sum(x)` is `ones(n)'*x`.
  private void sums(Syntax piece, List<Syntax> forms) {
    if (!EqualForms.isCall(piece, "sum", 1)) {
      return;
    }
    Syntax x = EqualForms.first(piece);
    RealMat value = value(samples.getFirst(), x).orElseThrow();
    Optional<Syntax> m = size(value.rows());
    Optional<Syntax> n = size(value.cols());
    m.ifPresent(k -> {
      Syntax sums = binary("*", transpose(call("ones", k)), x);
      forms.add(value.cols() == 1 ? sums : binary("*", sums, call("ones", n.orElse(number("1")))));
    });
  }

  /// {@return the size that is this number here, if one is}
  private Optional<Syntax> size(int number) {
    boolean plain =
        samples.getFirst().declared().values().stream()
            .flatMap(d -> Stream.of(d.shape().rows(), d.shape().cols()))
            .allMatch(d -> d.isName() || d.isOne());
    if (number == 1 || !plain) {
      return Optional.empty(); // 4 may be p + 2
    }
    Map<Integer, String> names =
        samples.getFirst().point().sizes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, _) -> a));
    return Optional.ofNullable(names.get(number)).map(RandomTrees::name);
  }

  static boolean isEqual(List<Sample> samples, Syntax a, Syntax b) {
    return samples.stream()
        .allMatch(s -> {
          Optional<RealMat> x = value(s, a);
          Optional<RealMat> y = value(s, b);
          return x.isPresent() && y.isPresent() && isNear(x.get(), y.get());
        });
  }

  private static boolean isNear(RealMat x, RealMat y) {
    return x.rows() == y.rows()
        && x.cols() == y.cols()
        && x.minus(y).maxAbs() <= 1e-9 * Math.max(x.maxAbs(), 1e-3);
  }

  static Optional<RealMat> value(Sample at, Syntax piece) {
    try {
      RealMat value = new Reference(at.values(), at.point().sizes(), at.declared()).of(piece);
      return value.isFinite() ? Optional.of(value) : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }
}

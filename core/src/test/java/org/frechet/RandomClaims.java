package org.frechet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.ClaimCase.Form;
import org.frechet.ClaimCase.Kind;
import org.frechet.ClaimTruth.Finding;
import org.frechet.ClaimTruth.Sample;
import org.frechet.Mutations.Mutant;
import org.frechet.numeric.Rng;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// True claims, and false ones made of them by one mistake; the same for the same seed. Whether a
/// claim is true is measured by [ClaimTruth] alone.
final class RandomClaims {
  private static final int TRIES = 400;
  private static final int MOST_OF_FUNCTION = 12;
  private static final int MOST_OF_CLAIM = 16;

  private static final String STRUCTURED =
      ".*\\b(symmetric|skew|psd|spd|lower|upper|diagonal|toeplitz|orthonormal|orthogonal|unit|stochastic)\\b.*";

  /// How often each mistake is tried first, in percent.
  private static final Map<Kind, Integer> WEIGHTS = new EnumMap<>(Kind.class);

  static {
    WEIGHTS.put(Kind.FACTOR, 20);
    WEIGHTS.put(Kind.TRANSPOSE, 20);
    WEIGHTS.put(Kind.ORDER, 12);
    WEIGHTS.put(Kind.SIGN, 14);
    WEIGHTS.put(Kind.TERM, 8);
    WEIGHTS.put(Kind.EXPONENT, 6);
    WEIGHTS.put(Kind.VARIABLE, 6);
    WEIGHTS.put(Kind.HYPOTHESIS, 12);
    WEIGHTS.put(Kind.PRODUCT, 2);
  }

  private final Rng rng;

  private RandomClaims(long seed) {
    rng = new Rng(new Rng(seed).nextLong());
  }

  /// {@return the true claim of this seed}
  static ClaimCase right(long seed) {
    var claims = new RandomClaims(seed);
    for (int i = 0; i < TRIES; i++) {
      Optional<ClaimCase> claim = claims.base().flatMap(c -> claims.rewritten(c, 6, true));
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    throw new IllegalStateException("no true claim of seed " + seed);
  }

  /// {@return the false claim of this seed}
  static ClaimCase wrong(long seed) {
    var claims = new RandomClaims(~seed);
    Kind kind = claims.kind();
    for (int i = 0; i < TRIES; i++) {
      Optional<ClaimCase> claim =
          claims
              .base()
              .flatMap(c -> claims.rewritten(c, 2, false))
              .flatMap(c -> claims.mistaken(c, kind));
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    throw new IllegalStateException(
        "no false claim of seed " + seed + " with a mistake in " + kind);
  }

  private Kind kind() {
    int at = random(100);
    for (Map.Entry<Kind, Integer> w : WEIGHTS.entrySet()) {
      at -= w.getValue();
      if (at < 0) {
        return w.getKey();
      }
    }
    return Kind.FACTOR;
  }

  private int random(int bound) {
    return (int) rng.nextLong(bound);
  }

  // true claims

  private Optional<ClaimCase> base() {
    return random(100) < 40 ? tabled() : generated();
  }

  private Optional<ClaimCase> tabled() {
    List<ClaimCase> all = ClaimTables.all();
    ClaimCase claim = all.get(random(all.size()));
    if (claim.form() == Form.IDENTITY || claim.form() == Form.SOLVE || random(100) < 50) {
      return Optional.of(claim);
    }
    Form form = otherForm();
    return form == Form.IDENTITY ? Optional.of(identity(claim)) : ClaimTables.view(claim, form);
  }

  private Form otherForm() {
    int kind = random(100);
    return kind < 20
        ? Form.NUMERATOR
        : kind < 35
            ? Form.DENOMINATOR
            : kind < 55
                ? Form.FRECHET
                : kind < 80 ? Form.DIFFERENTIAL : kind < 92 ? Form.HESSIAN : Form.IDENTITY;
  }

  /// `f = f`, to be rewritten.
  private static ClaimCase identity(ClaimCase claim) {
    return new ClaimCase(
        claim.origin(),
        Form.IDENTITY,
        claim.expr(),
        List.of(),
        claim.expr(),
        claim.declare(),
        Kind.NONE,
        "");
  }

  private Optional<ClaimCase> generated() {
    RandomCase request = RandomExpressions.of(random(1_000_000));
    boolean plain =
        !request.declarations().matches(".*(->|[0-9a-z] ?\\+ ?[0-9a-z]).*") // m + 1 may be n
            && !request.wrt().endsWith("'")
            && !request.text().matches(".*(let |sum\\([ijk],|diff\\(|sg\\(|integrate\\().*");
    if (!plain) {
      return Optional.empty();
    }
    Syntax expr = Parser.parse(request.text());
    int operations = SyntaxPlaces.operations(expr);
    if (operations < 1 || operations > MOST_OF_FUNCTION) {
      return Optional.empty();
    }
    var declare = new TreeMap<String, String>();
    for (String d : request.declarations().split(";")) {
      declare.put(d.split(":")[0].strip(), d.split(":")[1].strip());
    }
    declare
        .keySet()
        .removeIf(name -> !name.equals(request.wrt()) && !SyntaxPlaces.mentions(expr, name));
    var by = new ArrayList<>(List.of(request.wrt()));
    Form form = request.order() == 2 ? Form.HESSIAN : random(100) < 50 ? Form.MIXED : otherForm();
    if (form == Form.DIFFERENTIAL && random(100) < 40) {
      declare.keySet().stream().filter(v -> !by.contains(v)).findFirst().ifPresent(by::add);
    }
    if (!SyntaxPlaces.mentions(expr, request.wrt())) {
      return Optional.empty();
    }
    var claim =
        new ClaimCase("random " + request.seed(), form, expr, by, expr, declare, Kind.NONE, "");
    Optional<ClaimCase> base =
        form == Form.IDENTITY ? Optional.of(identity(claim)) : ClaimViews.of(claim, form);
    return base.filter(c -> SyntaxPlaces.operations(c.claimed()) <= MOST_OF_CLAIM);
  }

  /// {@return a claim in other words, if it is measured to be true}
  ///
  /// @param both whether what it is of may be rewritten as well
  private Optional<ClaimCase> rewritten(ClaimCase claim, int most, boolean both) {
    try {
      List<Sample> samples = new ClaimTruth(claim, rng.nextLong()).samples(3);
      if (samples.size() < 3) {
        return Optional.empty();
      }
      var rewriting = new Rewriting(samples, rng);
      Syntax claimed = rewriting.of(claim.claimed(), random(most + 1));
      boolean turn = both && claim.form() != Form.SOLVE && random(100) < 30;
      Syntax expr = turn ? rewriting.of(claim.expr(), 1 + random(2)) : claim.expr();
      ClaimCase written = claim.with(expr, claimed);
      boolean empty = claim.form() == Form.IDENTITY && claimed.equals(expr);
      return !empty && truth(written, claim) == Finding.TRUE
          ? Optional.of(written)
          : Optional.empty();
    } catch (RuntimeException _) {
      return Optional.empty(); // not within the reach of the reference evaluator
    }
  }

  /// {@return whether a claim is true}; a solution by comparison with the published one
  private Finding truth(ClaimCase claim, ClaimCase published) {
    if (claim.form() != Form.SOLVE) {
      return ClaimTruth.of(claim, rng.nextLong());
    }
    ClaimCase same = identity(claim.with(published.claimed(), claim.claimed()));
    return ClaimTruth.of(same.with(published.claimed(), claim.claimed()), rng.nextLong());
  }

  // false claims

  private Optional<ClaimCase> mistaken(ClaimCase claim, Kind kind) {
    // What is right by a structured variable is a matter of conventions.
    boolean structured = claim.wrt().stream().anyMatch(v -> declared(claim, v).matches(STRUCTURED));
    int size = SyntaxPlaces.operations(claim.claimed());
    if (structured || size < 1 || size > MOST_OF_CLAIM) {
      return Optional.empty();
    }
    if (kind == Kind.HYPOTHESIS) {
      return hypothetical(claim);
    }
    if (kind == Kind.VARIABLE && random(100) < 30) {
      return byAnother(claim);
    }
    List<String> increments =
        claim.form().isMap() ? claim.wrt().stream().map(v -> "d" + v).toList() : List.of();
    var ofKind =
        new ArrayList<>(
            new Mutations(claim.declare(), increments)
                .of(claim.claimed()).stream().filter(m -> m.kind() == kind).toList());
    for (int i = 0; i < 6 && !ofKind.isEmpty(); i++) {
      Mutant m = ofKind.remove(random(ofKind.size()));
      ClaimCase mutant = claim.with(claim.expr(), m.formula()).mistaken(kind, m.detail());
      Finding found = truth(mutant, claim);
      if (found == Finding.FALSE || (found == Finding.ILL_SHAPED && random(100) < 25)) {
        return Optional.of(mutant);
      }
    }
    return Optional.empty();
  }

  private static String declared(ClaimCase claim, String name) {
    return claim.declare().getOrDefault(name, "");
  }

  /// The derivative by one variable, said to be by another of its shape.
  private Optional<ClaimCase> byAnother(ClaimCase claim) {
    if (claim.wrt().size() != 1 || claim.form().isMap() || claim.form() == Form.SOLVE) {
      return Optional.empty();
    }
    String by = claim.wrt().getFirst();
    List<String> others =
        claim.declare().keySet().stream()
            .filter(v -> !v.equals(by) && SyntaxPlaces.mentions(claim.expr(), v))
            .filter(v ->
                ClaimTruth.shape(declared(claim, v)).equals(ClaimTruth.shape(declared(claim, by))))
            .filter(v -> !declared(claim, v).matches(STRUCTURED))
            .toList();
    if (others.isEmpty()) {
      return Optional.empty();
    }
    String other = others.get(random(others.size()));
    ClaimCase mutant =
        claim.by(other).mistaken(Kind.VARIABLE, "it is by " + by + ", not by " + other);
    return ClaimTruth.of(mutant, rng.nextLong()) == Finding.FALSE
        ? Optional.of(mutant)
        : Optional.empty();
  }

  private Optional<ClaimCase> hypothetical(ClaimCase claim) {
    var hypotheses = new Hypotheses(rng);
    Optional<ClaimCase> needy =
        claim.form() == Form.SOLVE
            ? Optional.empty()
            : random(2) == 0 ? hypotheses.dropped(claim) : hypotheses.used(claim);
    return needy.filter(c -> ClaimTruth.of(c, rng.nextLong()) == Finding.FALSE);
  }
}

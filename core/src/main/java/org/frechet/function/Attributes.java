package org.frechet.function;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Trait;

/// What is known of an expression, from the traits of its variables upwards: sums of spd matrices
/// are spd, products of orthogonal ones orthogonal, inverses keep what they keep. `false` means
/// "not known".
public final class Attributes {
  /// Of larger expressions nothing is known: the questions below go through every branch.
  private static final long LARGEST = 2000;

  private record Question(Expr expr, Trait trait) {}

  private final Map<Question, Boolean> answers = new HashMap<>();

  private Attributes() {}

  public static boolean has(Expr e, Trait trait) {
    return new Attributes().ask(e, trait);
  }

  private boolean ask(Expr e, Trait trait) {
    if (e.node() instanceof Node.Var v && v.traits().contains(trait)) {
      return true;
    }
    if (e.weight() > LARGEST) {
      return false;
    }
    var question = new Question(e, trait);
    Boolean known = answers.get(question);
    if (known == null) {
      known = answer(e, trait);
      answers.put(question, known);
    }
    return known;
  }

  private boolean answer(Expr e, Trait trait) {
    return switch (trait) {
      case SQUARE -> e.shape().isSquare();
      case SYMMETRIC -> e.isSymmetric();
      case SKEW -> e.shape().isSquare() && !e.isScalar() && e.transpose() == Algebra.neg(e);
      case NONNEGATIVE -> Algebra.isNonnegative(e);
      case POSITIVE -> isPositive(e);
      case LOWER, UPPER, DIAGONAL -> hasZeros(e, trait);
      case ORTHOGONAL -> isOrthogonal(e);
      case INVERTIBLE -> isInvertible(e);
      case PSD -> isSemidefinite(e);
      case SPD -> isDefinite(e);
      case UNIT, STOCHASTIC -> false;
    };
  }

  /// {@return whether every entry is greater than zero}
  public static boolean isPositive(Expr e) {
    if (e.weight() > LARGEST) {
      return false;
    }
    return switch (e.node()) {
      case Node.Num n -> n.value().signum() > 0;
      case Node.Constant _, Node.Size _ -> true;
      case Node.Fill _ -> Algebra.isOnes(e);
      case Node.Var v -> v.traits().contains(Trait.POSITIVE);
      case Node.Add a ->
          a.terms().stream().allMatch(Algebra::isNonnegative)
              && a.terms().stream().anyMatch(Attributes::isPositive);
      case Node.Prod p ->
          p.coefficient().signum() > 0
              && p.scalars().stream().allMatch(Attributes::isPositive)
              && p.chain().stream().allMatch(Attributes::isPositive);
      case Node.Hadamard h -> h.factors().stream().allMatch(Attributes::isPositive);
      case Node.Pow p -> isPositive(p.base());
      case Node.Transpose t -> isPositive(t.of());
      case Node.Apply a ->
          ((Function) a.operator()).isPositive(Attributes::isPositive, a.arguments());
      case Node.Slice s -> isPositive(s.of());
      case Node.Stop s -> isPositive(s.of());
      case Node.Increment _, Node.Bound _, Node.Block _, Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  /// Triangular and diagonal matrices: closed under sums, products, inverses, and under elementwise
  /// products with anything.
  private boolean hasZeros(Expr e, Trait trait) {
    Predicate<Expr> same = x -> ask(x, trait);
    return switch (e.node()) {
      case Node.Fill _ -> Algebra.isEye(e) || (e.isZero() && e.shape().isSquare());
      case Node.Add a -> a.terms().stream().allMatch(same);
      case Node.Prod p -> !p.chain().isEmpty() && p.chain().stream().allMatch(same);
      case Node.Hadamard h -> h.factors().stream().anyMatch(same);
      case Node.Pow p ->
          Algebra.coefficient(p.exponent()).signum() > 0
              && p.exponent().node() instanceof Node.Num
              && same.test(p.base());
      case Node.Transpose t ->
          switch (trait) {
            case LOWER -> ask(t.of(), Trait.UPPER);
            case UPPER -> ask(t.of(), Trait.LOWER);
            case DIAGONAL -> ask(t.of(), Trait.DIAGONAL);
            case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> false;
            case ORTHOGONAL, POSITIVE, UNIT, STOCHASTIC -> false;
          };
      case Node.Apply a ->
          e.shape().isSquare()
              && (((Function) a.operator()).gives().contains(trait)
                  || (a.operator().inverts() && same.test(a.arguments().getFirst())));
      case Node.Stop s -> same.test(s.of());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  private boolean isOrthogonal(Expr e) {
    return switch (e.node()) {
      case Node.Fill f -> Algebra.isEye(e) || f.kind() == Node.Fill.Kind.COMMUTATION;
      case Node.Transpose t -> ask(t.of(), Trait.ORTHOGONAL);
      case Node.Prod p ->
          p.coefficient().abs().isOne()
              && p.scalars().isEmpty()
              && p.chain().stream().allMatch(f -> ask(f, Trait.ORTHOGONAL));
      case Node.Apply a ->
          a.operator().inverts() && ask(a.arguments().getFirst(), Trait.ORTHOGONAL);
      case Node.Stop s -> ask(s.of(), Trait.ORTHOGONAL);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Add _, Node.Hadamard _, Node.Pow _, Node.Slice _, Node.Block _ -> false;
      case Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  private boolean isInvertible(Expr e) {
    if (ask(e, Trait.ORTHOGONAL) || ask(e, Trait.SPD)) {
      return true;
    }
    return switch (e.node()) {
      case Node.Transpose t -> ask(t.of(), Trait.INVERTIBLE);
      case Node.Apply a ->
          a.operator().inverts() || ((Function) a.operator()).gives().contains(Trait.INVERTIBLE);
      case Node.Prod p ->
          !p.chain().isEmpty()
              && p.scalars().stream().allMatch(Attributes::isPositive)
              && p.chain().stream().allMatch(f -> ask(f, Trait.INVERTIBLE));
      case Node.Num n -> !n.value().isZero();
      case Node.Constant _, Node.Size _ -> true;
      case Node.Stop s -> ask(s.of(), Trait.INVERTIBLE);
      case Node.Var _, Node.Increment _, Node.Bound _, Node.Fill _, Node.Add _, Node.Hadamard _ ->
          false;
      case Node.Pow _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  /// A sum of semidefinite terms, one of them definite; a positive multiple; an inverse.
  private boolean isDefinite(Expr e) {
    if (e.node() instanceof Node.Add a) {
      return e.shape().isSquare()
          && a.terms().stream().allMatch(t -> ask(t, Trait.PSD))
          && a.terms().stream().anyMatch(t -> ask(t, Trait.SPD));
    }
    if (e.isScalar() || !e.shape().isSquare()) {
      return e.isScalar() && isPositive(e);
    }
    Expr rest = Algebra.withoutScalars(e);
    if (!isPositive(Algebra.scalarFactor(e))) {
      return false;
    }
    if (rest != e) {
      return ask(rest, Trait.SPD);
    }
    return Algebra.isEye(e)
        || (e.node() instanceof Node.Apply a
            && a.operator().inverts()
            && ask(a.arguments().getFirst(), Trait.SPD));
  }

  /// A sum of semidefinite terms, or B'SB with S semidefinite, in particular B'B.
  private boolean isSemidefinite(Expr e) {
    if (e.node() instanceof Node.Add a) {
      return e.shape().isSquare() && a.terms().stream().allMatch(t -> ask(t, Trait.PSD));
    }
    if (ask(e, Trait.SPD)) {
      return true;
    }
    if (!e.shape().isSquare() || !Algebra.isNonnegative(Algebra.scalarFactor(e))) {
      return false;
    }
    Expr rest = Algebra.withoutScalars(e);
    if (rest.node() instanceof Node.Var v) {
      return v.traits().contains(Trait.PSD);
    }
    List<Expr> chain = Algebra.chain(rest);
    int n = chain.size();
    for (int i = 0; i < n / 2; i++) {
      if (chain.get(i) != chain.get(n - 1 - i).transpose()) {
        return false;
      }
    }
    return n > 1 && (n % 2 == 0 || ask(chain.get(n / 2), Trait.PSD));
  }
}

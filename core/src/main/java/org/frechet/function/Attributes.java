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
    return inherits(e, trait)
        || switch (trait) {
          case SQUARE -> e.shape().isSquare();
          case SYMMETRIC -> e.isSymmetric();
          case SKEW -> e.shape().isSquare() && !e.isScalar() && e.transpose() == Algebra.neg(e);
          case NONNEGATIVE -> Algebra.isNonnegative(e);
          case POSITIVE -> isPositive(e);
          case LOWER, UPPER, DIAGONAL -> hasZeros(e, trait);
          case TOEPLITZ -> isToeplitz(e);
          case ORTHONORMAL -> isOrthonormal(e);
          case ORTHOGONAL -> e.shape().isSquare() && isOrthogonal(e);
          case INVERTIBLE -> isInvertible(e);
          case PSD -> e.shape().isSquare() && isSemidefinite(e);
          case SPD -> e.shape().isSquare() && isDefinite(e);
          case UNIT -> isUnit(e);
          case STOCHASTIC -> isStochastic(e);
        };
  }

  /// What the declaration of a function says of its values.
  private boolean inherits(Expr e, Trait trait) {
    if (!(e.node() instanceof Node.Apply a) || !allows(e, trait)) {
      return e.node() instanceof Node.Stop s && ask(s.of(), trait);
    }
    var f = (Function) a.operator();
    return f.gives().contains(trait)
        || f.inheritances.stream()
            .filter(i -> i.gives(trait))
            .anyMatch(i -> a.arguments().stream().allMatch(x -> ask(x, i.arguments())));
  }

  private static boolean allows(Expr e, Trait trait) {
    return e.shape().isSquare() || !Trait.closure(List.of(trait)).contains(Trait.SQUARE);
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

  /// Triangular and diagonal matrices: closed under sums, products, and under elementwise products
  /// with anything.
  private boolean hasZeros(Expr e, Trait trait) {
    Predicate<Expr> same = x -> ask(x, trait);
    if (trait == Trait.DIAGONAL && ask(e, Trait.LOWER)) {
      return ask(e, Trait.UPPER);
    }
    return switch (e.node()) {
      case Node.Fill _ -> Algebra.isEye(e) || (e.isZero() && e.shape().isSquare());
      case Node.Add a -> a.terms().stream().allMatch(same);
      case Node.Prod p -> !p.chain().isEmpty() && p.chain().stream().allMatch(same);
      case Node.Hadamard h -> h.factors().stream().anyMatch(same);
      case Node.Pow p -> isPositivePower(p) && same.test(p.base());
      case Node.Transpose t ->
          Trait.transposed(java.util.Set.of(trait)).stream()
              .filter(turned -> turned == Trait.LOWER || turned == Trait.UPPER)
              .allMatch(turned -> ask(t.of(), turned));
      case Node.Apply _, Node.Stop _ -> false;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  private static boolean isPositivePower(Node.Pow p) {
    return p.exponent().node() instanceof Node.Num n && n.value().signum() > 0;
  }

  /// Closed under whatever works entry by entry.
  private boolean isToeplitz(Expr e) {
    Predicate<Expr> same = x -> ask(x, Trait.TOEPLITZ);
    return switch (e.node()) {
      case Node.Fill _ -> Algebra.isEye(e) || Algebra.isOnes(e) || e.isZero();
      case Node.Add a -> a.terms().stream().allMatch(same);
      case Node.Prod p -> p.chain().size() == 1 && same.test(p.chain().getFirst());
      case Node.Hadamard h -> h.factors().stream().allMatch(same);
      case Node.Pow p -> same.test(p.base()) && p.exponent().isScalar();
      case Node.Transpose t -> same.test(t.of());
      case Node.Apply a -> a.operator().elementwise() && a.arguments().stream().allMatch(same);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  private boolean isOrthonormal(Expr e) {
    return switch (e.node()) {
      case Node.Prod p -> isRotation(p, Trait.ORTHONORMAL);
      case Node.Slice s -> s.rows() instanceof Node.Pick.All && ask(s.of(), Trait.ORTHONORMAL);
      case Node.Fill _, Node.Transpose _, Node.Apply _ -> ask(e, Trait.ORTHOGONAL);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Add _, Node.Hadamard _, Node.Pow _, Node.Block _ -> false;
      case Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  private boolean isOrthogonal(Expr e) {
    return switch (e.node()) {
      case Node.Fill f -> Algebra.isEye(e) || f.kind() == Node.Fill.Kind.COMMUTATION;
      case Node.Transpose t -> ask(t.of(), Trait.ORTHOGONAL);
      case Node.Prod p -> isRotation(p, Trait.ORTHOGONAL);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Add _, Node.Hadamard _, Node.Pow _, Node.Slice _, Node.Block _ -> false;
      case Node.Apply _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  private boolean isRotation(Node.Prod p, Trait trait) {
    return p.coefficient().abs().isOne()
        && p.scalars().isEmpty()
        && !p.chain().isEmpty()
        && p.chain().stream().allMatch(f -> ask(f, trait));
  }

  /// A unit vector or matrix, perhaps rotated; a column of a matrix with orthonormal columns.
  private boolean isUnit(Expr e) {
    return switch (e.node()) {
      case Node.Transpose t -> ask(t.of(), Trait.UNIT);
      case Node.Prod p ->
          p.coefficient().abs().isOne()
              && p.scalars().isEmpty()
              && !p.chain().isEmpty()
              && ask(p.chain().getLast(), Trait.UNIT)
              && p.chain().subList(0, p.chain().size() - 1).stream()
                  .allMatch(f -> ask(f, Trait.ORTHONORMAL));
      case Node.Slice _ -> e.shape().isVector() && ask(e, Trait.ORTHONORMAL);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Fill _, Node.Add _, Node.Hadamard _, Node.Pow _, Node.Apply _ -> false;
      case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  /// Products of matrices whose rows sum to one are such matrices.
  private boolean isStochastic(Expr e) {
    return e.node() instanceof Node.Prod p
        && p.coefficient().isOne()
        && p.scalars().isEmpty()
        && !p.chain().isEmpty()
        && p.chain().stream().allMatch(f -> !f.shape().cols().isOne() && ask(f, Trait.STOCHASTIC));
  }

  private boolean isInvertible(Expr e) {
    if (ask(e, Trait.ORTHOGONAL) || ask(e, Trait.SPD)) {
      return true;
    }
    return switch (e.node()) {
      case Node.Transpose t -> ask(t.of(), Trait.INVERTIBLE);
      case Node.Apply a -> a.operator().inverts();
      case Node.Prod p ->
          !p.chain().isEmpty()
              && p.scalars().stream().allMatch(Attributes::isPositive)
              && p.chain().stream().allMatch(f -> ask(f, Trait.INVERTIBLE));
      case Node.Num n -> !n.value().isZero();
      case Node.Constant _, Node.Size _ -> true;
      case Node.Add a -> // x'(S + K)x = x'Sx > 0 for skew K
          e.shape().isSquare()
              && a.terms().stream().allMatch(t -> ask(t, Trait.SKEW) || ask(t, Trait.PSD))
              && a.terms().stream().anyMatch(t -> ask(t, Trait.SPD));
      case Node.Var _, Node.Increment _, Node.Bound _, Node.Fill _, Node.Hadamard _ -> false;
      case Node.Pow _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ ->
          false;
    };
  }

  /// A sum of semidefinite terms, one of them definite; a positive multiple; an elementwise product
  /// or power of definite matrices (Schur 1911); B'SB where B has full column rank.
  private boolean isDefinite(Expr e) {
    if (e.isScalar()) {
      return isPositive(e);
    }
    if (!isPositive(Algebra.scalarFactor(e))) {
      return false;
    }
    Expr rest = Algebra.withoutScalars(e);
    if (rest != e) {
      return ask(rest, Trait.SPD);
    }
    Predicate<Expr> same = x -> ask(x, Trait.SPD);
    return switch (e.node()) {
      case Node.Fill _ -> Algebra.isEye(e);
      case Node.Var v -> v.traits().contains(Trait.PSD) && v.traits().contains(Trait.INVERTIBLE);
      case Node.Add a ->
          a.terms().stream().allMatch(t -> ask(t, Trait.PSD)) && a.terms().stream().anyMatch(same);
      case Node.Hadamard h -> // Horn & Johnson 2013, thm 7.5.3: the others need positive diagonals
          h.factors().stream().anyMatch(same)
              && h.factors().stream()
                  .allMatch(f -> same.test(f) || (ask(f, Trait.PSD) && isPositive(f)));
      case Node.Pow p -> isNaturalPower(p) && same.test(p.base());
      case Node.Transpose t -> same.test(t.of());
      case Node.Prod p -> {
        int n = p.chain().size();
        boolean full =
            p.chain().subList((n + 1) / 2, n).stream()
                .allMatch(f -> ask(f, Trait.INVERTIBLE) || ask(f, Trait.ORTHONORMAL));
        yield full && isCongruence(p.chain(), Trait.SPD);
      }
      case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Bound _, Node.Apply _ ->
          false;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  /// The same with semidefinite parts, and with any B.
  private boolean isSemidefinite(Expr e) {
    if (ask(e, Trait.SPD)) {
      return true;
    }
    if (!Algebra.isNonnegative(Algebra.scalarFactor(e))) {
      return false;
    }
    Expr rest = Algebra.withoutScalars(e);
    if (rest != e) {
      return ask(rest, Trait.PSD);
    }
    Predicate<Expr> same = x -> ask(x, Trait.PSD);
    return switch (e.node()) {
      case Node.Add a -> a.terms().stream().allMatch(same);
      case Node.Hadamard h -> h.factors().stream().allMatch(same);
      case Node.Pow p -> isNaturalPower(p) && same.test(p.base());
      case Node.Transpose t -> same.test(t.of());
      case Node.Prod p -> isCongruence(p.chain(), Trait.PSD);
      case Node.Fill _ -> e.isZero() || Algebra.isOnes(e);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _,
          Node.Apply _ ->
          false;
    };
  }

  private static boolean isNaturalPower(Node.Pow p) {
    return p.exponent().node() instanceof Node.Num n
        && n.value().isInteger()
        && n.value().signum() > 0;
  }

  /// {@return whether this is B'SB, where S has the trait, or B'B}
  private boolean isCongruence(List<Expr> chain, Trait trait) {
    int n = chain.size();
    for (int i = 0; i < n / 2; i++) {
      if (chain.get(i) != chain.get(n - 1 - i).transpose()) {
        return false;
      }
    }
    return n > 1 && (n % 2 == 0 || ask(chain.get(n / 2), trait));
  }
}

package org.frechet.shape;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a declaration may say of a variable, each with what it implies.
public enum Trait {
  SQUARE,
  NONNEGATIVE,
  INVERTIBLE(SQUARE),
  SYMMETRIC(SQUARE),
  SKEW(SQUARE),
  PSD(SYMMETRIC),
  SPD(PSD, INVERTIBLE),
  LOWER(SQUARE),
  UPPER(SQUARE),
  DIAGONAL(SYMMETRIC, LOWER, UPPER),
  /// Constant along each diagonal.
  TOEPLITZ,
  /// The columns are orthonormal: X'X is the identity.
  ORTHONORMAL,
  ORTHOGONAL(INVERTIBLE, ORTHONORMAL),
  POSITIVE(NONNEGATIVE),
  /// Of norm one, a matrix of Frobenius norm one.
  UNIT,
  /// Rows that sum to one; a column that does.
  STOCHASTIC(NONNEGATIVE);

  private final List<Trait> implied;

  Trait(Trait... implied) {
    this.implied = List.of(implied);
  }

  /// {@return the word used in a declaration}
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /// {@return the traits together with everything they imply}
  public static Set<Trait> closure(Collection<Trait> traits) {
    var closed = EnumSet.noneOf(Trait.class);
    traits.forEach(t -> close(t, closed));
    return java.util.Collections.unmodifiableSet(closed);
  }

  /// {@return the traits of the transpose}
  public static Set<Trait> transposed(Set<Trait> traits) {
    var turned = EnumSet.noneOf(Trait.class);
    for (Trait trait : traits) {
      switch (trait) {
        case LOWER -> turned.add(UPPER);
        case UPPER -> turned.add(LOWER);
        case STOCHASTIC, ORTHONORMAL -> {} // of the columns now, not of the rows, or the other way
        case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> turned.add(trait);
        case DIAGONAL, TOEPLITZ, ORTHOGONAL, POSITIVE, UNIT -> turned.add(trait);
      }
    }
    return closure(turned);
  }

  private static void close(Trait trait, Set<Trait> into) {
    if (into.add(trait)) {
      trait.implied.forEach(t -> close(t, into));
    }
  }
}

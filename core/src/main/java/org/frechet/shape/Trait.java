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
  ORTHOGONAL(INVERTIBLE),
  POSITIVE(NONNEGATIVE),
  UNIT,
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
        case STOCHASTIC -> {} // its columns add up to one, not its rows
        case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> turned.add(trait);
        case DIAGONAL, ORTHOGONAL, POSITIVE, UNIT -> turned.add(trait);
      }
    }
    return java.util.Collections.unmodifiableSet(turned);
  }

  private static void close(Trait trait, Set<Trait> into) {
    if (into.add(trait)) {
      trait.implied.forEach(t -> close(t, into));
    }
  }
}

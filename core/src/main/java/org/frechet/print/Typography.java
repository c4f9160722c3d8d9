package org.frechet.print;

import java.util.List;
import java.util.Locale;

/// The signs of mathematics on which books differ. Made of the defaults, answers are written as
/// they always are.
public record Typography(
    Differential differential, Transpose transpose, Hadamard hadamard, Determinant determinant) {
  public static final Typography DEFAULT =
      new Typography(Differential.D, Transpose.TOP, Hadamard.ODOT, Determinant.DET);

  /// A choice between signs: a word for it, and what else it may be called.
  public sealed interface Choice permits Differential, Transpose, Hadamard, Determinant {
    /// {@return the constant in lower case}
    default String word() {
      return toString().toLowerCase(Locale.ROOT);
    }

    /// {@return the signs themselves, as they are typed}
    List<String> signs();
  }

  /// What stands before a differential.
  public enum Differential implements Choice {
    D("d"),
    PARTIAL("∂"),
    DELTA("Δ");

    private final String sign;

    Differential(String sign) {
      this.sign = sign;
    }

    public String sign() {
      return sign;
    }

    @Override
    public List<String> signs() {
      return List.of(sign);
    }
  }

  /// Xᵀ or X′.
  public enum Transpose implements Choice {
    TOP,
    PRIME;

    @Override
    public List<String> signs() {
      return this == TOP ? List.of("⊤", "ᵀ", "T") : List.of("'", "′");
    }
  }

  /// A ⊙ B or A ∘ B.
  public enum Hadamard implements Choice {
    ODOT,
    CIRC;

    @Override
    public List<String> signs() {
      return List.of(sign());
    }

    public String sign() {
      return this == ODOT ? "⊙" : "∘";
    }
  }

  /// det(X) or |X|.
  public enum Determinant implements Choice {
    DET,
    BARS;

    @Override
    public List<String> signs() {
      return this == DET ? List.of("det(X)") : List.of("|X|", "|");
    }
  }

  public Typography with(Differential d) {
    return new Typography(d, transpose, hadamard, determinant);
  }

  public Typography with(Transpose t) {
    return new Typography(differential, t, hadamard, determinant);
  }

  public Typography with(Hadamard h) {
    return new Typography(differential, transpose, h, determinant);
  }

  public Typography with(Determinant d) {
    return new Typography(differential, transpose, hadamard, d);
  }
}

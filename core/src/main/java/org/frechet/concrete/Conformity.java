package org.frechet.concrete;

import java.util.Optional;
import java.util.Set;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declaration;
import org.jspecify.annotations.Nullable;

/// Whether data have the attributes they are declared with. The canonical form uses attributes, so
/// a value that lacks one would give a wrong answer without a word.
final class Conformity {
  /// How far from an attribute rounding may carry data, relative to their largest entry.
  private static final double TOLERANCE = 1e-9;

  private Conformity() {}

  /// @throws org.frechet.shape.Refusal if an attribute does not hold
  static void require(String name, Values values, @Nullable Declaration declaration) {
    Set<Trait> traits = declaration == null ? Set.of() : declaration.traits();
    for (Trait trait : traits) {
      violation(trait, values.matrix())
          .ifPresent(why -> {
            throw Problem.of(
                    Code.BAD_REQUEST,
                    "%s is declared %s, but %s"
                        .formatted(name, trait.word(), why.formatted(name, name)))
                .hint("correct the data, or leave the attribute out of the declaration")
                .refusal();
          });
    }
  }

  /// {@return why a value lacks a trait, with `%1$s` for its name}
  private static Optional<String> violation(Trait trait, RealMat a) {
    double slack = TOLERANCE * a.maxAbs();
    return switch (trait) {
      case SQUARE -> when(a.rows() != a.cols(), "%1$s is not square");
      case POSITIVE -> entry(a, x -> x > 0, "is not positive");
      case NONNEGATIVE -> entry(a, x -> x >= 0, "is negative");
      case SYMMETRIC -> differ(a, (RealMat) a.transpose(), slack, "");
      case SKEW -> differ(a, (RealMat) a.transpose().negate(), slack, "-");
      case LOWER -> zeros(a, slack, (i, j) -> j > i);
      case UPPER -> zeros(a, slack, (i, j) -> j < i);
      case DIAGONAL -> zeros(a, slack, (i, j) -> i != j);
      case PSD ->
          when(
              !isDefinite(a, Math.max(slack, Double.MIN_NORMAL)),
              "%1$s is not positive semidefinite");
      case SPD -> when(!isDefinite(a, 0), "%1$s is not positive definite");
      case INVERTIBLE -> when(!isInvertible(a), "%1$s is singular");
      case ORTHOGONAL, ORTHONORMAL ->
          when(
              distance((RealMat) a.transpose().times(a), (RealMat) a.eye(a.cols())) > 1e-8,
              "%1$s'*%1$s is not the identity");
      case TOEPLITZ -> toeplitz(a, slack);
      case UNIT -> when(Math.abs(a.normF() - 1) > 1e-8, "its norm is " + a.normF());
      case STOCHASTIC -> when(!isStochastic(a), "its rows do not sum to one");
    };
  }

  private interface Place {
    boolean at(int i, int j);
  }

  private static Optional<String> when(boolean violated, String why) {
    return violated ? Optional.of(why) : Optional.empty();
  }

  private static Optional<String> entry(
      RealMat a, java.util.function.DoublePredicate holds, String otherwise) {
    return first(a, (i, j) -> !holds.test(a.get(i, j)), otherwise);
  }

  private static Optional<String> zeros(RealMat a, double slack, Place zero) {
    return first(a, (i, j) -> zero.at(i, j) && Math.abs(a.get(i, j)) > slack, "is not zero");
  }

  private static Optional<String> first(RealMat a, Place bad, String what) {
    for (int j = 0; j < a.cols(); j++) {
      for (int i = 0; i < a.rows(); i++) {
        if (bad.at(i, j)) {
          String place = a.cols() == 1 ? "" + (i + 1) : (i + 1) + "," + (j + 1);
          String name = a.rows() * a.cols() == 1 ? "%1$s" : "%1$s(" + place + ")";
          return Optional.of(name + " = " + Written.number(a.get(i, j)) + " " + what);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> differ(RealMat a, RealMat b, double slack, String sign) {
    for (int j = 0; j < a.cols(); j++) {
      for (int i = 0; i < a.rows(); i++) {
        if (Math.abs(a.get(i, j) - b.get(i, j)) > slack) {
          return Optional.of(
              "%%1$s(%d,%d) is not %s%%1$s(%d,%d)".formatted(i + 1, j + 1, sign, j + 1, i + 1));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> toeplitz(RealMat a, double slack) {
    for (int j = 1; j < a.cols(); j++) {
      for (int i = 1; i < a.rows(); i++) {
        if (Math.abs(a.get(i, j) - a.get(i - 1, j - 1)) > slack) {
          return Optional.of("%%1$s(%d,%d) is not %%1$s(%d,%d)".formatted(i + 1, j + 1, i, j));
        }
      }
    }
    return Optional.empty();
  }

  private static double distance(RealMat a, RealMat b) {
    return a.minus(b).maxAbs();
  }

  /// Elimination without pivots meets only positive ones (Golub & Van Loan 2013, thm 4.2.1);
  /// `shift` moves the eigenvalues up.
  private static boolean isDefinite(RealMat a, double shift) {
    int n = a.rows();
    double[][] rest = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rest[i][j] = a.get(i, j) + (i == j ? n * shift : 0);
      }
    }
    for (int k = 0; k < n; k++) {
      if (!(rest[k][k] > 0)) {
        return false;
      }
      for (int i = k + 1; i < n; i++) {
        double factor = rest[i][k] / rest[k][k];
        for (int j = k; j < n; j++) {
          rest[i][j] -= factor * rest[k][j];
        }
      }
    }
    return true;
  }

  private static boolean isInvertible(RealMat a) {
    try {
      return a.inverse() instanceof RealMat inverse && inverse.isFinite();
    } catch (Undefined _) {
      return false;
    }
  }

  private static boolean isStochastic(RealMat a) {
    Mat sums = a.cols() == 1 ? a.sum() : a.times(RealMat.generate(a.cols(), 1, (_, _) -> 1));
    return ((RealMat) sums).map(x -> x - 1).maxAbs() <= 1e-8;
  }
}

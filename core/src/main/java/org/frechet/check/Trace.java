package org.frechet.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.frechet.function.Need;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// What one evaluation came across: on which side of every kink it went (the signs of what `abs`
/// and `relu` were given, the places of the maximum), and the values of stopped expressions.
///
/// Two evaluations on the same side of all kinks lie on one smooth piece. Exact zeros are no danger
/// as long as they stay zero: the entries of a triangular matrix are zero by structure. An
/// evaluation that follows another one finds stopped expressions at their values there, as a
/// stopped gradient demands.
final class Trace {
  private final List<Integer> sides = new ArrayList<>();
  private final List<Mat> stopped = new ArrayList<>();
  private final List<Mat> held;
  private double nearest = Double.POSITIVE_INFINITY;

  Trace() {
    held = List.of();
  }

  private Trace(Trace leader) {
    held = leader.stopped;
  }

  /// {@return a trace for an evaluation of the same expressions at a neighbouring point}
  Trace follower() {
    return new Trace(this);
  }

  void see(Need need, Mat argument) {
    if (!(argument instanceof RealMat real)) {
      return;
    }
    RealMat kinks = kinks(need, real);
    double[] entries = real.toArray();
    double[] nearby = kinks.toArray();
    boolean many = need == Need.NO_INTEGER || need == Need.NO_HALF_INTEGER;
    for (int i = 0; i < entries.length; i++) {
      double side = entries[i] - nearby[i];
      sides.add((int) Math.signum(side));
      if (many) {
        sides.add((int) nearby[i]); // which of its jumps
      }
      if (side != 0) {
        nearest = Math.min(nearest, Math.abs(side));
      }
    }
  }

  /// {@return for each entry the nearest value at which something happens}
  private static RealMat kinks(Need need, RealMat x) {
    return switch (need) {
      case ONE_MAXIMUM -> constant(x, Arrays.stream(x.toArray()).max().orElse(0));
      case ONE_MINIMUM -> constant(x, Arrays.stream(x.toArray()).min().orElse(0));
      case ONE_MAXIMUM_A_ROW -> perRow(x, Math::max);
      case ONE_MINIMUM_A_ROW -> perRow(x, Math::min);
      case NO_INTEGER -> x.map(Math::rint);
      case NO_HALF_INTEGER -> x.map(t -> Math.floor(t) + 0.5);
      default -> constant(x, 0);
    };
  }

  private static RealMat constant(RealMat x, double value) {
    return x.map(_ -> value);
  }

  private static RealMat perRow(RealMat x, DoubleBinaryOperator best) {
    double[] rows = new double[x.rows()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.get(i, 0);
      for (int j = 1; j < x.cols(); j++) {
        rows[i] = best.applyAsDouble(rows[i], x.get(i, j));
      }
    }
    return RealMat.generate(x.rows(), x.cols(), (i, _) -> rows[i]);
  }

  /// {@return the value to go on with for the next stopped expression}
  Mat stop(Mat value) {
    int next = stopped.size();
    stopped.add(value);
    return next < held.size() ? held.get(next) : value;
  }

  /// {@return the distance to the nearest kink, infinite if there is none}
  double nearest() {
    return nearest;
  }

  boolean samePiece(Trace other) {
    return sides.equals(other.sides);
  }
}

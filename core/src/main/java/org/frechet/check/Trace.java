package org.frechet.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    double[] entries = real.toArray();
    double kink = 0;
    if (need == Need.ONE_MAXIMUM) {
      kink = Arrays.stream(entries).max().orElse(kink);
    } else if (need == Need.ONE_MINIMUM) {
      kink = Arrays.stream(entries).min().orElse(kink);
    }
    for (double entry : entries) {
      double side = entry - kink;
      sides.add((int) Math.signum(side));
      if (side != 0) {
        nearest = Math.min(nearest, Math.abs(side));
      }
    }
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

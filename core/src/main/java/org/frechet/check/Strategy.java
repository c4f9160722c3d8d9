package org.frechet.check;

import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;

/// How the entries of a sample are drawn. Functions differ in their domains (`log`, `asin`,
/// `logdet`), so the strategies are tried in turn until one suits. None is symmetric.
enum Strategy {
  NORMAL {
    @Override
    double entry(Rng rng) {
      return rng.normal();
    }
  },
  POSITIVE {
    @Override
    double entry(Rng rng) {
      return rng.uniform(0.2, 1.2);
    }
  },
  /// Square matrices near the identity: inverses, positive determinants, roots and logarithms
  /// exist.
  NEAR_IDENTITY {
    @Override
    double entry(Rng rng) {
      return rng.uniform(0.2, 1.2);
    }

    @Override
    RealMat square(int n, Rng rng) {
      return RealMat.generate(n, n, (i, j) -> (i == j ? 1 : 0) + 0.3 * rng.normal());
    }
  },
  SMALL {
    @Override
    double entry(Rng rng) {
      return 0.3 * rng.normal();
    }
  },
  /// Square matrices with a dominant diagonal, other entries of either sign.
  DOMINANT {
    @Override
    double entry(Rng rng) {
      return rng.normal();
    }

    @Override
    RealMat square(int n, Rng rng) {
      return RealMat.generate(n, n, (i, j) -> i == j ? n + rng.uniform(0, 1) : rng.uniform(-1, 1));
    }
  },
  HALF {
    @Override
    double entry(Rng rng) {
      return 0.5 + 0.1 * rng.normal();
    }
  },
  ABOVE_ONE {
    @Override
    double entry(Rng rng) {
      return rng.uniform(1.3, 3);
    }
  },
  LARGE {
    @Override
    double entry(Rng rng) {
      return rng.uniform(3, 6);
    }
  },
  NEGATIVE {
    @Override
    double entry(Rng rng) {
      return -rng.uniform(0.2, 1.2);
    }
  };

  abstract double entry(Rng rng);

  RealMat square(int n, Rng rng) {
    return RealMat.generate(n, n, (_, _) -> entry(rng));
  }

  RealMat sample(int rows, int cols, Rng rng) {
    return rows == cols && rows > 1
        ? square(rows, rng)
        : RealMat.generate(rows, cols, (_, _) -> entry(rng));
  }
}

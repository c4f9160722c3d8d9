package org.frechet.function;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.Derivative;
import org.frechet.Frechet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Determinants and inverses of block matrices; determinants and adjugates of matrices that are
/// always singular, where the textbook formula divides by zero.
class BlockMatrixTest {
  private static final String DECLARATIONS =
      "A: matrix(n,n); D: matrix(m,m); B: matrix(n,m); X: matrix(n,n); Y: matrix(3,2);"
          + " x: vector(n); y: vector(n)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          det(blkdiag(X,D))              | X | det(D)*det(X)*inv(X)'
          det([X, B; zeros(m,n), D])     | X | det(D)*det(X)*inv(X)'
          det([X, B; zeros(m,n), D])     | B | zeros(n,m)
          sum(inv([X, B; zeros(m,n), D]))| B | -inv(X)'*ones(n,m)*inv(D)'
          det(x*y')                      | x | adj(x*y')'*y
          tr(A*adj(x*y'))                | x | adjfrechet(y*x', A')*y
          det(Y*Y')                      | Y | 2*adj(Y*Y')*Y
          """)
  void derivatives(String f, String wrt, String expected) {
    Derivative d = Frechet.parse(f).declare(DECLARATIONS).derivative(wrt);
    assertThat(d.text()).isEqualTo(expected);
    assertThat(d.check().passed()).isTrue();
  }
}

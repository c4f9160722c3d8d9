package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "scalar | SCALAR | scalar |",
        "scalar positive | SCALAR | scalar | positive",
        "vector(n) | VECTOR | n×1 |",
        "vector(3) nonnegative unit | VECTOR | 3×1 | unit",
        "row(n) | ROW | 1×n |",
        "index(n) | INDEX | n×1 |",
        "matrix(m,n) | MATRIX | m×n |",
        "matrix( 2 * n , m+1 ) | MATRIX | 2*n×m + 1 |",
        "matrix(m*n,n*m) symmetric | MATRIX | m*n×m*n | symmetric",
        "matrix(n,n) spd | MATRIX | n×n | spd",
        "matrix(n,1) | MATRIX | n×1 |",
        "matrix(n₁,n_1) skew | MATRIX | n_1×n_1 | skew",
        "matrix(n,n) symmetric lower | MATRIX | n×n | diagonal",
      })
  void reads(String specification, Declaration.Kind kind, String shape, String trait) {
    Declaration declaration = Declarations.parse("x", specification);
    assertThat(declaration.kind()).isEqualTo(kind);
    assertThat(declaration.shape()).hasToString(shape);
    if (trait == null) {
      assertThat(declaration.traits()).isEmpty();
    } else {
      assertThat(declaration.traits()).map(Trait::word).contains(trait);
    }
  }

  @Test
  void traitsAreClosed() {
    assertThat(Declarations.parse("S", "matrix(n,n) spd").traits())
        .isEqualTo(Trait.closure(Set.of(Trait.SPD)))
        .contains(Trait.SYMMETRIC, Trait.INVERTIBLE, Trait.SQUARE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A: matrix(m,n); x: vector(n) positive; S: matrix(n,n) spd",
        "A: matrix(m,n), x: vector(n) positive, S: matrix(n,n) spd",
        "A: matrix(m,n)\nx: vector(n) positive\n\nS: matrix(n,n) spd\n",
        " A : matrix( m, n );x:vector(n) positive;;S: matrix(n,n) spd; ",
      })
  void listsAreSeparatedFreely(String text) {
    assertThat(Declarations.parse(text))
        .isEqualTo(
            List.of(
                Declarations.parse("A", "matrix(m,n)"),
                Declarations.parse("x", "vector(n) positive"),
                Declarations.parse("S", "matrix(n,n) spd")));
    assertThat(Declarations.parse("")).isEmpty();
    assertThat(Declarations.parse(Map.of("i", "index(n)")).getFirst().range()).hasToString("n");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x: vector(n | syntax | this ( is never closed | 9 | add )",
        "x: matrix(3) | syntax | matrix takes two sizes, not 1 | 3 | write matrix(m,n)",
        "x: vector | syntax | vector takes one size, not 0 | 3 | write vector(n)",
        "x: scalar(2) | syntax | scalar takes no size, not 1 | 3 | write scalar",
        "x: vektor(n) | syntax | unknown kind vektor | 3 | did you mean vector?",
        "x: 3 | syntax | expected a kind, found 3 | 3 | scalar, vector(n)",
        "x vector(n) | syntax | expected : after x | 2 | x: vector(n)",
        "3: scalar | syntax | expected a name, found 3 | 0 | declare as",
        "x: vector() | syntax | expected a size, found ) | 10 | a size is a name",
        "x: vector(n^2) | syntax | unexpected ^ in a size | 11 | a size is a name",
        "x: scalar y: scalar | syntax | unexpected y after a declaration | 10 | with ;",
        "x: vector(0) | bad-request | the size 0 is not positive | 10 | positive integers",
        "x: vector(-3) | bad-request | the size -3 is not positive | 10 | positive integers",
        "x: vector(2.5) | bad-request | the size 2.5 is not an integer | 10 | positive integers",
        "x: vector(9999999999) | too-large | the size is too large | 10 | ``",
        "x: vector(99999999999999999999) | too-large | the size is too large | 10 | ``",
        "x: vector(4000000000*4000000000) | too-large | the size is too large | 10 | ``",
        "S: matrix(n,n) symetric | bad-request | unknown attribute symetric | 15 | mean symmetric?",
        "S: matrix(n,n) pd | bad-request | unknown attribute pd | 15 | did you mean spd?",
        "S: matrix(n,n) zzz | bad-request | unknown attribute zzz | 15 | the attributes are",
        "S: matrix(m,n) spd | not-square | S is m×n, only a square matrix can be spd | 15 | (m,m)",
        "x: vector(n) symmetric | bad-request | x is a vector, only a square | 13 | drop",
        "a: scalar spd | bad-request | a is a scalar, only a square | 10 | drop",
        "S: matrix(n,n) skew spd | bad-request | no nonzero matrix is | 20 | drop one",
        "S: matrix(n,n) symmetric skew | bad-request | no nonzero matrix is | 25 | drop one",
        "x: scalar; x: scalar | bad-request | x is declared twice | 11 | ``",
        "a @ b | syntax | unexpected character @ | 2 | ``",
      })
  void refuses(String text, String code, String message, int start, String hint) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Declarations.parse(text));
    Problem problem = refusal.problem();
    assertThat(problem.code().word()).isEqualTo(code);
    assertThat(problem.message()).startsWith(message);
    assertThat(problem.start()).isEqualTo(start);
    assertThat(problem.hint()).contains(hint);
  }

  @Test
  void aSingleDeclarationNamesItsVariableAndHasNoPlace() {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> Declarations.parse("x", "vector(n"));
    Problem problem = refusal.problem();
    assertThat(problem.code()).isEqualTo(Problem.Code.SYNTAX);
    assertThat(problem.message())
        .isEqualTo("in the declaration x: vector(n: this ( is never closed");
    assertThat(problem.start()).isEqualTo(-1);
  }
}

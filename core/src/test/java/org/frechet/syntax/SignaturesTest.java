package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Declarations of functions.
class SignaturesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "vector(n) -> scalar",
        "scalar -> vector(n)",
        "vector(n), scalar -> matrix(m,n)",
        "matrix(m,n), row(p), vector(2*n) -> row(p)",
        "elementwise"
      })
  void readsWhatItWrites(String specification) {
    Declaration d = Declarations.parse("f", specification);
    assertThat(d.kind()).isEqualTo(Declaration.Kind.FUNCTION);
    assertThat(d.function().orElseThrow().declaration()).isEqualTo(specification);
  }

  @Test
  void commasSeparateArgumentsAndDeclarations() {
    assertThat(
            Declarations.parse(
                "f: vector(n), scalar -> scalar, x: vector(n), s: elementwise\nt: scalar"))
        .map(Declaration::name)
        .containsExactly("f", "x", "s", "t");
    assertThat(Declarations.parse("x: vector(n), scalar: vector(n)"))
        .map(Declaration::name)
        .containsExactly("x", "scalar");
    assertThat(Declarations.parse("s: elementwise with derivative 1/(1 + t^2), x: vector(n)"))
        .map(Declaration::name)
        .containsExactly("s", "x");
  }

  @Test
  void theArrowMayBeUnicode() {
    assertThat(Declarations.parse("f", "vector(n) → scalar"))
        .isEqualTo(Declarations.parse("f", "vector(n) -> scalar"));
  }

  @Test
  void theNameOfTheVariableOfADerivativeDoesNotMatter() {
    assertThat(Declarations.parse("s", "elementwise with derivative exp(-u)"))
        .isEqualTo(Declarations.parse("s", "elementwise with derivative exp(-t)"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f: vector(n) -> ¦ -> ¦ expected a kind, found the end
          f: -> scalar ¦ -> ¦ expected a kind, found ->
          f: vector(n), scalar ¦ scalar ¦ expected -> and the shape of the value of f
          f: vector(n), scalar; x: scalar ¦ ; ¦ expected ->, found the semicolon
          f: vector -> scalar ¦ vector ¦ vector takes one size, not 0
          f: vector(n) -> matrix(n) ¦ matrix(n) ¦ matrix takes two sizes, not 1
          f: index(n) -> scalar ¦ index ¦ index is no argument or value of a function
          f: scalar -> elementwise ¦ elementwise ¦ elementwise is no argument or value of a function
          f: matrix(n,n) symmetric -> scalar ¦ symmetric ¦ attributes are for variables, not for the signature of a function
          f: vector(n) -> vector(n) positive ¦ positive ¦ attributes are for variables, not for the signature of a function
          f: vector(n) -> vector(m) -> scalar ¦ -> ¦ unexpected -> after a declaration
          exp: elementwise ¦ elementwise ¦ exp cannot be declared as a function: exp has a meaning in the language
          sum: vector(n) -> scalar ¦ vector ¦ sum cannot be declared as a function: sum has a meaning in the language
          f: elementwize ¦ elementwize ¦ unknown kind elementwize
          f: elementwise(n) ¦ elementwise(n) ¦ elementwise takes no size, not 1
          f: elementwise derivative 1/t ¦ derivative ¦ unexpected derivative after elementwise
          f: elementwise with derivative a*t ¦ a*t ¦ the derivative of an elementwise function has one variable, this has a and t
          f: elementwise with derivative ones(2)*t ¦ ones(2)*t ¦ the derivative of an elementwise function is a scalar formula
          f: elementwise with derivative sum(x) ¦ sum(x) ¦ ``
          """)
  void refuses(String text, String place, String message) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Declarations.parse(text));
    if (message.isEmpty()) {
      assertThat(refusal).isNull(); // the sum of a scalar is that scalar
      return;
    }
    Problem p = refusal.problem();
    assertThat(p.message()).isEqualTo(message);
    String found = p.end() > p.start() ? text.substring(p.start(), p.end()) : "";
    assertThat(found.isEmpty() ? place : found).isEqualTo(place);
    assertThat(p.hint()).isNotEmpty();
  }
}

package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.check.DefinitionCheck.Verdict.DERIVATIVE;
import static org.frechet.check.DefinitionCheck.Verdict.NOT_LINEAR;
import static org.frechet.check.DefinitionCheck.Verdict.UNMEASURED;
import static org.frechet.check.DefinitionCheck.Verdict.WRONG_MAP;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionCheckTest {
  private static DefinitionCheck check(String f, String wrt, String map, String declarations) {
    Map<String, Declaration> declared = new HashMap<>();
    if (!declarations.isEmpty()) {
      Declarations.parse(declarations).forEach(d -> declared.put(d.name(), d));
    }
    List<Model> models =
        Elaborator.elaborate(
            List.of(Parser.parse(f), Parser.parse(map)),
            Context.of(declared).withIncrements().ofOneShape());
    return DefinitionCheck.of(
        models.getFirst().expr(),
        Objects.requireNonNull(models.getFirst().variables().get(wrt)),
        models.getLast().expr(),
        1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x'*A*x | x | x'*(A + A')*dx | ''",
        "a^3 | a | 3*a^2*da | ''",
        "sin(a)*exp(a) | a | (cos(a) + sin(a))*exp(a)*da | ''",
        "norm2(x) | x | x'*dx/norm2(x) | ''",
        "norm2(x)^4 | x | 4*(x'*x)*x'*dx | ''",
        "normF(X)^2 | X | 2*tr(X'*dX) | ''",
        "det(X) | X | det(X)*tr(inv(X)*dX) | ''",
        "logdet(X) | X | tr(inv(X)*dX) | ''",
        "inv(X) | X | -inv(X)*dX*inv(X) | ''",
        "A*X*B | X | A*dX*B | ''",
        "X*X | X | dX*X + X*dX | X: matrix(n,n)",
        "X'*X | X | dX'*X + X'*dX | ''",
        "x.*exp(x) | x | (1 + x).*exp(x).*dx | x: vector(n)",
        "A*x + b | x | A*dx | ''",
        "log(norm2(x)) | x | x'*dx/(x'*x) | ''",
        "sum(sigmoid(A*x)) | x | (sigmoid(A*x).*(1 - sigmoid(A*x)))'*A*dx | ''",
        "det(S) | S | det(S)*tr(inv(S)*dS) | S: matrix(n,n) spd",
        "tr(S*A*S) | S | tr((A*S + S*A)*dS) | S: matrix(n,n) symmetric; A: matrix(n,n)",
      })
  void rightMaps(String f, String wrt, String map, String declared) {
    DefinitionCheck found = check(f, wrt, map, declared);
    assertThat(found.verdict()).as("%s", found).isEqualTo(DERIVATIVE);
    assertThat(found.points()).isGreaterThanOrEqualTo(3);
    assertThat(found.linearity()).get().matches(Linearity::holds);
    assertThat(found.rays()).noneMatch(Ray::worst);
    for (Ray ray : found.rays()) {
      assertThat(ray.isOff()).isFalse();
      assertThat(ray.isExact() || ray.order().filter(o -> o > 1.9).isPresent())
          .as("%s", ray)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x'*A*x | x | 2*x'*A*dx | ''",
        "x'*A*x | x | x'*A*dx | ''",
        "a^3 | a | 3*a*da | ''",
        "norm2(x) | x | x'*dx | ''",
        "det(X) | X | tr(inv(X)*dX) | ''",
        "det(X) | X | det(X)*tr(inv(X)'*dX) | ''",
        "logdet(X) | X | -tr(inv(X)*dX) | ''",
        "inv(X) | X | inv(X)*dX*inv(X) | ''",
        "inv(X) | X | -inv(X)*dX'*inv(X) | ''",
        "inv(X) | X | -inv(X)^2*dX | ''",
        "X*X | X | 2*X*dX | X: matrix(n,n)",
        "A*X*B | X | B*dX*A | X: matrix(n,n); A: matrix(n,n); B: matrix(n,n)",
        "expm(X) | X | expm(X)*dX | ''",
        "x'*x | x | 0*x'*dx | ''",
        "norm1(x) | x | 2*sign(x)'*dx | ''",
        "sum(relu(x)) | x | ones(n)'*dx | x: vector(n)",
        "logdet(S) | S | 2*tr(inv(S)*dS) | S: matrix(n,n) spd",
      })
  void otherLinearMaps(String f, String wrt, String map, String declared) {
    DefinitionCheck found = check(f, wrt, map, declared);
    assertThat(found.verdict()).as("%s", found).isEqualTo(WRONG_MAP);
    Ray worst = found.decisive().orElseThrow();
    assertThat(worst.worst()).isTrue();
    assertThat(worst.order().orElseThrow()).isCloseTo(1, within(0.01));
    assertThat(worst.limit().orElseThrow())
        .isGreaterThan(1e-3)
        .isCloseTo(worst.steps().getLast().ratio(), within(1e-3 * worst.limit().orElseThrow()));
    for (Ray ray : found.rays()) {
      assertThat(ray.limit().orElseThrow())
          .isLessThanOrEqualTo(worst.limit().orElseThrow() * (1 + 1e-9));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "norm2(x) | x | norm2(dx) | 1",
        "x'*x | x | 2*x'*dx + 1 | 0",
        "x'*x | x | 2*x'*dx + dx'*dx | exact",
        "x'*A*x | x | x'*(A + A')*dx + 3*(dx'*dx) | 2",
        "norm1(x) | x | norm1(dx) | 1",
        "a^2 | a | abs(2*a*da) | 1",
        "X*X | X | X*dX + dX*X + dX*dX | exact",
      })
  void mapsThatAreNotLinear(String f, String wrt, String map, String order) {
    DefinitionCheck found = check(f, wrt, map, "");
    assertThat(found.verdict()).as("%s", found).isEqualTo(NOT_LINEAR);
    Linearity linearity = found.linearity().orElseThrow();
    assertThat(linearity.additivity() > 1e-3 || linearity.homogeneity() > 1e-3).isTrue();
    assertThat(linearity.offset() > 0).isEqualTo(order.equals("0"));
    assertThat(found.rays())
        .anyMatch(r ->
            order.equals("exact")
                ? r.isExact()
                : r.order()
                    .filter(o -> Math.abs(o - Double.parseDouble(order)) < 0.01)
                    .isPresent());
  }

  @Test
  void theWorstDirectionIsTheFirstSingularVector() {
    // The candidate is off by x -> diag(1, 2, 3)*x.
    DefinitionCheck found =
        check(
            "[2, 0, 0; 0, 4, 0; 0, 0, 6]*x", "x", "[1, 0, 0; 0, 2, 0; 0, 0, 3]*dx", "x: vector(3)");
    Ray worst = found.decisive().orElseThrow();
    assertThat(worst.limit().orElseThrow()).isCloseTo(3, within(1e-9));
    assertThat(Math.abs(worst.direction().get(2, 0))).isCloseTo(1, within(1e-9));
  }

  @Test
  void linearityIsProvenWhereTheFormsMeet() {
    assertThat(check("a*x", "x", "a*dx", "x: vector(n); a: scalar").linearity())
        .get()
        .extracting(Linearity::known)
        .isEqualTo(Linearity.Known.PROOF);
  }

  /// Less than a measurement resolves, more than nothing.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(a) | a | exp(a)*da + 0.00000001*da",
        "x'*A*x | x | 1.00000000000001*x'*(A + A')*dx",
      })
  void smallErrorsAreErrors(String f, String wrt, String map) {
    assertThat(check(f, wrt, map, "").verdict()).isEqualTo(WRONG_MAP);
  }

  @Test
  void nothingIsSaidWhereNothingIsDefined() {
    DefinitionCheck found = check("log(-exp(a))", "a", "da", "");
    assertThat(found.verdict()).isEqualTo(UNMEASURED);
    assertThat(found.reason()).contains("no point was found");
  }

  @Test
  void theSameSeedGivesTheSameNumbers() {
    assertThat(check("det(X)", "X", "tr(inv(X)*dX)", "").rays().getFirst().steps())
        .isEqualTo(check("det(X)", "X", "tr(inv(X)*dX)", "").rays().getFirst().steps());
  }
}

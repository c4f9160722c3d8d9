package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of requests and responses are those of the contract.
class JsonContractTest {
  static JsonNode parsed(String json) {
    return new JsonMapper().readTree(json);
  }

  private static JsonNode answer(String request) {
    Run run = Run.reading(request + "\n", "batch");
    assertThat(run.code()).isZero();
    assertThat(run.lines()).hasSize(1);
    return parsed(run.out());
  }

  @Test
  void everythingButCodeByDefault() {
    JsonNode r = parsed(Run.of("diff", "norm2(Y - X*B)^2", "--wrt", "B", "--json").out());
    assertThat(r.propertyNames())
        .contains("ok", "kind", "shape", "layout", "text", "unicode", "latex", "differential")
        .contains("frechet", "assumptions", "conditions", "steps", "check")
        .doesNotContain("id", "code", "error", "answers");
    assertThat(r.get("ok").booleanValue()).isTrue();
    assertThat(r.get("kind").stringValue()).isEqualTo("gradient matrix");
    assertThat(r.get("shape").toString()).isEqualTo("[\"p\",\"q\"]");
    assertThat(r.get("layout").stringValue()).isEqualTo("denominator");
    assertThat(r.get("text").stringValue()).isEqualTo("2*X'*(X*B - Y)");
    assertThat(r.get("steps").get(0).propertyNames())
        .containsExactlyInAnyOrder("rule", "text", "latex");
    JsonNode check = r.get("check");
    assertThat(check.get("passed").booleanValue()).isTrue();
    assertThat(check.get("maxRelativeError").doubleValue()).isLessThan(1e-6);
    assertThat(check.get("points").intValue()).isPositive();
    assertThat(check.get("exactPoints").intValue()).isPositive();
    assertThat(check.get("seed").isIntegralNumber()).isTrue();
    assertThat(check.get("sizes").propertyNames()).containsExactlyInAnyOrder("n", "p", "q");
  }

  @Test
  void onlyTheOutputsAskedFor() {
    JsonNode r =
        answer(
            "{\"id\": 1, \"expr\": \"x'*A*x\", \"wrt\": \"x\", \"outputs\": [\"numpy\", \"check\"]}");
    assertThat(r.propertyNames())
        .contains("text", "kind", "shape", "layout", "assumptions", "conditions", "check", "code")
        .doesNotContain("unicode", "latex", "steps", "differential", "frechet");
    assertThat(r.get("code").get("numpy").stringValue()).contains("def derivative(A, x):");
    assertThat(
            parsed(Run.of("diff", "x", "--wrt", "x", "--json", "--latex", "--numpy").out())
                .propertyNames())
        .contains("latex", "code")
        .doesNotContain("unicode");
  }

  @Test
  void severalVariablesHaveSeveralAnswers() {
    JsonNode r = answer("{\"expr\": \"norm2(X*w - y)^2\", \"wrt\": \"w, y\"}");
    var by = new ArrayList<String>();
    r.get("answers").forEach(a -> by.add(a.get("wrt").stringValue()));
    assertThat(by).isEqualTo(List.of("w", "y"));
    assertThat(r.has("text")).isFalse();
    assertThat(r.get("answers").get(0).propertyNames()).contains("text", "kind", "check");
  }

  @Test
  void refusalsHavePlaceAndHint() {
    Run run =
        Run.of(
            "diff",
            "norm2(X*Y)",
            "--wrt",
            "X",
            "--declare",
            "X: matrix(n,p)",
            "--declare",
            "Y: matrix(n,q)",
            "--json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    JsonNode error = parsed(run.out()).get("error");
    assertThat(error.get("code").stringValue()).isEqualTo("shape-mismatch");
    assertThat(error.get("start").intValue()).isEqualTo(6);
    assertThat(error.get("end").intValue()).isEqualTo(9);
    assertThat(error.get("hint").stringValue()).isEqualTo("did you mean X'*Y?");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"a\"", "\"\"", "7", "1.50", "-2.5", "12345678901234567890123", "true", "null"})
  void idIsEchoedAsItIs(String id) {
    String request =
        "{\"id\": " + id + ", \"expr\": \"x\", \"wrt\": \"x\", \"outputs\": [\"text\"]}";
    assertThat(Run.reading(request, "batch").out()).startsWith("{\"id\":" + id + ",\"ok\":true");
  }

  @Test
  void prettyIsTheSame() {
    String plain = Run.of("diff", "tr(A*X)", "--wrt", "X", "--json").out();
    String pretty = Run.of("diff", "tr(A*X)", "--wrt", "X", "--json", "--pretty").out();
    assertThat(plain.lines().count()).isEqualTo(1);
    assertThat(pretty.lines().count()).isGreaterThan(10);
    assertThat(parsed(pretty)).isEqualTo(parsed(plain));
  }
}

package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.frechet.cli.Stdio.Terminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BatchCommandTest {
  private static final String GOOD =
      "{\"id\":\"good\",\"expr\":\"x'*x\",\"wrt\":\"x\",\"outputs\":[\"text\"]}";

  /// Each bad line stands between two good ones, which are answered all the same.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | null | bad-request | this is not JSON",
        "{\"id\": 1, \"expr\": | null | bad-request | this is not JSON",
        "{\"id\": 1} {\"id\": 2} | null | bad-request | this is not JSON",
        "{\"id\": 1, \"id\": 2} | null | bad-request | this is not JSON",
        "null | null | bad-request | a request is a JSON object",
        "[1, 2] | null | bad-request | a request is a JSON object",
        "\"x'*x\" | null | bad-request | a request is a JSON object",
        "{} | | bad-request | expr is missing",
        "{\"id\": 1, \"expr\": null, \"wrt\": \"x\"} | 1 | bad-request | expr is missing",
        "{\"id\": 1, \"expr\": 5, \"wrt\": \"x\"} | 1 | bad-request | expr must be text, not a number",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": [\"x\"]} | 1 | bad-request | wrt must be text, not an array",
        "{\"id\": 1, \"expr\": \"x\"} | 1 | bad-request | no variable",
        "{\"id\": {}, \"expr\": \"x\", \"wrt\": \"x\"} | | bad-request | id must be",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"order\": 1.5} | 1 | bad-request | order must be",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"order\": 99999999999} | 1 | bad-request | order must be",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"order\": 9} | 1 | unsupported | order 9",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"layout\": \"odd\"} | 1 | bad-request | layout",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"op\": \"jump\"} | 1 | bad-request | jump",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"outputs\": [\"odd\"]} | 1 | bad-request | odd",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"outputs\": \"text\"} | 1 | bad-request | outputs must be",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"declare\": [1]} | 1 | bad-request | declare must be",
        "{\"id\": 1, \"expr\": \"x\", \"wrt\": \"x\", \"declare\": {\"x\": 1}} | 1 | bad-request | declaration of x must be",
        "{\"id\": 1, \"expr\": \"x+\", \"wrt\": \"x\"} | 1 | syntax | operand",
        "{\"id\": 1, \"op\": \"derive\", \"expr\": \"x'*x\", \"wrt\": \"x\", \"method\": \"magic\"} | 1 | bad-request | method",
        "{\"id\": 1, \"op\": \"derive\", \"expr\": \"x'*x\", \"wrt\": \"x\", \"detail\": \"long\"} | 1 | bad-request | detail",
        "{\"id\": 1, \"op\": \"derive\", \"expr\": \"x'*x\", \"wrt\": \"x\", \"method\": \"implicit\"} | 1 | unsupported | equation",
        "{\"id\": 1, \"op\": \"check\", \"claim\": \"d(x'*x)/dx\"} | 1 | bad-request | claims nothing",
        "{\"id\": 1, \"op\": \"check\", \"expr\": \"x'*x\", \"wrt\": \"x\"} | 1 | bad-request | no claim",
      })
  void aBadLineNeverStopsTheRest(String line, String id, String code, String message) {
    Run run = Run.reading(GOOD + "\n" + line + "\n\n" + GOOD, "batch");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines()).hasSize(3);
    assertThat(run.lines().getLast()).startsWith("{\"id\":\"good\",\"ok\":true");
    JsonNode response = JsonContractTest.parsed(run.lines().get(1));
    assertThat(response.has("id") ? response.get("id").toString() : null).isEqualTo(id);
    assertThat(response.get("ok").booleanValue()).isFalse();
    assertThat(response.get("error").get("code").stringValue()).isEqualTo(code);
    assertThat(response.get("error").get("message").stringValue()).contains(message);
  }

  @Test
  void strangeFieldsAreIgnored() {
    String line =
        GOOD.replace("{\"id\"", "{\"tags\": [1, {\"a\": null}], \"layout\": null, \"id\"");
    assertThat(Run.reading(line, "batch").out()).contains("\"ok\":true");
  }

  @Test
  void responsesComeInOrderFromManyThreads() {
    List<String> exprs = List.of("x'*A*x", "norm2(X*x - y)^2", "sum(exp(x))", "x'*x", "oops(");
    String input =
        IntStream.range(0, 60)
            .mapToObj(
                i -> "{\"id\":%d,\"expr\":\"%s\",\"wrt\":\"x\"}".formatted(i, exprs.get(i % 5)))
            .collect(Collectors.joining("\r\n"));
    Run one = Run.reading(input, "batch", "--threads", "1");
    Run many = Run.reading("\ufeff" + input, "batch", "--threads", "4");
    assertThat(many.lines()).hasSize(60).isEqualTo(one.lines());
    for (int i = 0; i < 60; i++) {
      assertThat(one.lines().get(i)).startsWith("{\"id\":" + i + ",");
    }
  }

  /// `frechet batch | head -1`: writing fails, which ends the batch without a word.
  @Test
  void aReaderThatLeavesEndsIt() {
    var closed =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    var err = new ByteArrayOutputStream();
    var io =
        new Stdio(
            new ByteArrayInputStream((GOOD + "\n").repeat(1000).getBytes(StandardCharsets.UTF_8)),
            new PrintStream(closed, false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            Terminals.NONE);
    assertThat(Main.run(io, "batch")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}

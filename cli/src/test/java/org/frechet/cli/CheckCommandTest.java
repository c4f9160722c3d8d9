package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.frechet.Judgment;
import org.frechet.Judgments;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.cli.json.JsonRequest;
import org.frechet.cli.json.JsonResponse;
import org.frechet.cli.report.Samples;
import org.frechet.numeric.RealMat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The command `check`: what its arguments are, and its JSON.
class CheckCommandTest {
  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments(List.of("lecture.md"), "cannot read lecture.md: no such file"),
        arguments(List.of("a/b c.tex"), "cannot read a/b c.tex: no such file"),
        arguments(List.of("a = b", "c = d"), "give one claim, in quotes"),
        arguments(List.of("/", "x = x"), "give documents or a claim, not both"),
        arguments(List.of("x'*x", "--wrt", "x"), "--wrt goes with --claimed"),
        arguments(List.of("x", "y", "--claimed", "1"), "with --claimed give one EXPR"),
        arguments(List.of("x = x", "--report", "r.html"), "--report is for documents"),
        arguments(List.of("x = x", "--format", "sarif"), "--format sarif is for documents"),
        arguments(List.of("x = x", "--layout", "solve"), "--layout solve goes with --claimed"),
        arguments(List.of("x = x", "--layout", "odd"), "'odd' is not one of mixed, numerator"),
        arguments(List.of("x = x", "--from", "html"), "'html' is not one of auto, text, latex"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void wrongUsage(List<String> arguments, String message) {
    Run run = Run.of(Stream.concat(Stream.of("check"), arguments.stream()).toArray(String[]::new));
    assertThat(run.err()).startsWith("frechet: ").contains(message);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsUnderlined() {
    Run run = Run.of("check", "x'*(A = 2", "--from", "text");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("error:", "  x'*(A = 2", "~");
    assertThat(Run.of("check", " ").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d(x'*A*x)/dx = 2*A*x | 1 | WRONG unless A is symmetric.  Correct: (A + A')*x.",
        "d(x'*A*x)/dx = (A + A')*x | 0 | RIGHT in denominator layout.",
        "d(tr(A*X))/dX = A | 0 | RIGHT in numerator layout; in denominator layout it is A'.",
        "tr(A*B) = tr(B*A) | 0 | RIGHT.",
        "d(norm2(x)^2)/dx = x | 1 | WRONG.  Correct: 2*x.",
        "d(logdet(X)) = tr(inv(X)*dX) | 0 | RIGHT (X invertible, det X > 0).",
        "\\nabla_x x^\\top A x = 2 A x | 1 | WRONG unless A is symmetric.  Correct: (A + A^\\top) x.",
      })
  void claims(String claim, int code, String verdict) {
    Run run = Run.of("check", claim);
    assertThat(run.lines().getFirst()).isEqualTo(verdict);
    assertThat(run.code()).isEqualTo(code);
  }

  @Test
  void claimsInLatexAreAnsweredInLatex() {
    Run run = Run.of("check", "\\frac{\\partial}{\\partial X} \\ln|X| = X^{-1}");
    assertThat(run.lines().getFirst())
        .isEqualTo(
            "RIGHT in numerator layout (X invertible, det X > 0); in denominator layout it is X^{-T}.");
    assertThat(run.code()).isZero();
  }

  @Test
  void theExampleOfTheCommand() {
    assertThat(Run.of("check", "d(x'*A*x)/dx = 2*A*x").out())
        .startsWith(
            """
            WRONG unless A is symmetric.  Correct: (A + A')*x.
              counterexample  A = [0 1; 0 0], x = (1, 1)':  claimed (2, 0)', true (1, 1)'
            """);
  }

  @Test
  void anotherLayoutIsWrongWhereOneIsAskedFor() {
    assertThat(Run.of("check", "d(tr(A*X))/dX = A", "--strict").code()).isEqualTo(1);
    assertThat(Run.of("check", "d(tr(A*X))/dX = A", "--layout", "denominator").code()).isEqualTo(1);
    assertThat(Run.of("check", "d(tr(A*X))/dX = A", "--layout", "numerator").code()).isZero();
  }

  @Test
  void claimsInParts() {
    String[] parts = {"check", "x'*A*x", "--wrt", "x", "--claimed", "2*A*x"};
    assertThat(Run.of(parts).code()).isEqualTo(1);
    assertThat(Run.of(with(parts, "--declare", "A: matrix(n,n) symmetric")).code()).isZero();
    assertThat(Run.reading("x'*A*x", "check", "--wrt", "x", "--claimed", "-A*x").code())
        .isEqualTo(1);
    assertThat(
            Run.of(
                    "check",
                    "inv(X)",
                    "--wrt",
                    "X",
                    "--claimed",
                    "-inv(X)*dX*inv(X)",
                    "--layout",
                    "frechet")
                .code())
        .isZero();
    assertThat(Run.of("check", "A*B", "--claimed", "B*A", "--layout", "identity").code())
        .isEqualTo(1);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void mapsAgainstTheDefinition() {
    String[] wrong = {"check", "x'*A*x", "--wrt", "x", "--claimed", "2*x'*A*dx", "--definition"};
    Run run = Run.of(with(wrong, "--plot", folder + "/p.svg"));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("WRONG  linear, but not the derivative");
    assertThat(folder.resolve("p.svg")).exists();
    assertThat(
            Run.of("check", "x'*x", "--wrt", "x", "--claimed", "Δ ↦ 2*x'*Δ", "--definition").code())
        .isZero();
    assertThat(Run.of("check", "x", "--claimed", "dx", "--definition").err())
        .contains("--claimed goes with --wrt");
    Run whole = Run.of("check", "d(inv(X)) = -inv(X)*dX*inv(X)", "--definition");
    assertThat(whole.code()).isZero();
    assertThat(whole.out()).startsWith("RIGHT  this is the derivative");
  }

  @Test
  void documentsAreFoundInFolders() throws IOException {
    file("notes/one.md", "no mathematics");
    file("notes/deep/two.tex", "none");
    file("notes/.hidden/three.md", "none");
    file("notes/four.txt", "none");
    Run run = Run.of("check", folder.resolve("notes").toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("one.md: no statements", "two.tex: no statements", "2 documents")
        .doesNotContain("three", "four");
    assertThat(Run.of("check", folder.resolve("notes/four.txt").toString()).out())
        .contains("four.txt: no statements");
    Files.createDirectories(folder.resolve("empty"));
    assertThat(Run.of("check", folder.resolve("empty").toString()).err())
        .contains("there is no document in");
  }

  @ParameterizedTest
  @CsvSource({
    "r.html,<!DOCTYPE html>",
    "r.md,# ",
    "r.json,'{\"version\"'",
    "r.sarif,\"$schema\"",
    "r.sarif.json,\"$schema\"",
    "r.txt,no statements"
  })
  void reportsAreWrittenByTheirEnding(String name, String content) throws IOException {
    String document = file("a.md", "nothing");
    Path report = folder.resolve(name);
    Run run = Run.of("check", document, "--report", report.toString());
    assertThat(run.code()).isZero();
    assertThat(run.err()).contains("report written to " + report);
    assertThat(run.out()).contains("a.md: no statements");
    assertThat(Files.readString(report)).contains(content);
  }

  @Test
  void formatsWithoutAReportArePrinted() throws IOException {
    String document = file("a.md", "nothing");
    assertThat(Run.of("check", document, "--format", "sarif").out())
        .startsWith("{")
        .contains("2.1.0");
    assertThat(Run.of("check", document, "--json").out()).startsWith("{\"version\"");
    assertThat(Run.of("check", document, "--report", folder + "/x").err())
        .contains("names no format");
    assertThat(Run.of("check", document, "--report", folder + "/no/x.md").err())
        .contains("cannot write");
  }

  @Test
  void filesThatAreNotTextDoNotStopTheOthers() throws IOException {
    String good = file("a.md", "nothing");
    Path bad = Files.write(folder.resolve("b.md"), new byte[] {(byte) 0xff});
    Run run = Run.of("check", good, bad.toString());
    assertThat(run.out()).contains("a.md: no statements", "b.md: cannot read it: it is not UTF-8");
    assertThat(run.code()).isEqualTo(2);
    assertThat(Run.of("check", bad.toString()).code()).isEqualTo(2);
  }

  @Test
  void standardInputIsAClaimOrADocument() {
    assertThat(DocumentCheck.isDocument("d(x'*x)/dx = 2*x")).isFalse();
    assertThat(DocumentCheck.isDocument("\\begin{bmatrix} 1 \\\\\n 2 \\end{bmatrix} = x"))
        .isFalse();
    assertThat(DocumentCheck.isDocument("Let $x$ be\na vector.")).isTrue();
    assertThat(Run.reading("Nothing but\n$5$.\n", "check", "-").out()).contains("standard input:");
  }

  // JSON

  private static JsonNode json(Judgment... links) {
    var found = new Response.Found("", Request.diff("", ""), new Judgments(List.of(links)));
    return JsonContractTest.parsed(JsonResponse.write(found, "\"3\"", false));
  }

  @Test
  void theContract() {
    JsonNode r = json(Samples.quadratic());
    assertThat(r.get("id").stringValue()).isEqualTo("3");
    assertThat(r.get("ok").booleanValue()).isTrue();
    assertThat(r.get("verdict").stringValue()).isEqualTo("right-if");
    assertThat(r.get("hypotheses").toString()).isEqualTo("[\"A symmetric\"]");
    assertThat(r.get("correct").stringValue()).isEqualTo("(A + A')*x");
    assertThat(r.get("certainty").stringValue()).isEqualTo("exact");
    assertThat(r.get("points").intValue()).isEqualTo(4);
    assertThat(r.get("counterexample").toString())
        .isEqualTo("{\"A\":[[0,1],[0,0]],\"x\":[1,1],\"claimed\":[2,0],\"true\":[1,1]}");
    assertThat(r.get("diagnosis").stringValue()).isEqualTo("A is used as if it were symmetric");
    assertThat(r.has("links")).isFalse();
  }

  @Test
  void aChainHasLinks() {
    JsonNode r = json(Samples.right(), Samples.wrong());
    assertThat(r.get("verdict").stringValue()).isEqualTo("wrong");
    assertThat(r.get("step").intValue()).isEqualTo(2);
    assertThat(r.get("links").size()).isEqualTo(2);
    assertThat(r.get("links").get(0).get("verdict").stringValue()).isEqualTo("right");
    assertThat(r.get("counterexample").get("X").doubleValue()).isEqualTo(1.5);
  }

  @Test
  void variablesMayHaveTheNamesOfFields() {
    var values = new TreeMap<String, RealMat>();
    values.put("claimed", RealMat.scalar(1));
    values.put("claimed_", RealMat.scalar(2));
    values.put("true", RealMat.of(1, 2, 3, 0.5));
    Judgment q = Samples.quadratic();
    var example =
        new Judgment.Example(
            values, new TreeMap<>(), RealMat.scalar(4), RealMat.scalar(Double.NaN), true);
    var j =
        new Judgment(
            q.verdict(),
            q.kind(),
            q.layout(),
            q.hypotheses(),
            q.claimed(),
            q.correct(),
            q.certainty(),
            q.points(),
            q.errorBound(),
            Optional.of(example),
            q.diagnosis(),
            q.reason(),
            q.assumptions(),
            q.conditions(),
            q.place());
    assertThat(json(j).get("counterexample").toString())
        .isEqualTo(
            "{\"claimed__\":1,\"claimed_\":2,\"true_\":[[3,0.5]],\"claimed\":4,\"true\":null}");
  }

  @Test
  void requestsHaveAttributes() {
    Request r =
        JsonRequest.read(
                "{\"op\": \"check\", \"expr\": \"det(X)\", \"wrt\": \"X\", \"claimed\": \"0\","
                    + " \"attributes\": {\"X\": [\"invertible\"], \"A\": \"spd\"}}")
            .request();
    assertThat(r.operands().claimed().attributes())
        .isEqualTo(Map.of("X", List.of("invertible"), "A", List.of("spd")));
    assertThat(Run.reading("{\"op\":\"check\",\"claim\":\"x=x\",\"attributes\":[]}", "batch").out())
        .contains("attributes must be an object, not an array");
  }
}

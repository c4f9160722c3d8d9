package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// simplify, equal and eval on the command line and in batch.
class AlgebraCommandsTest {
  @TempDir private Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static byte[] npy(String descr, boolean fortran, String shape, double... entries) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n"
            .formatted(descr, fortran ? "True" : "False", shape);
    ByteBuffer out = ByteBuffer.allocate(10 + header.length() + 8 * entries.length);
    out.order(ByteOrder.LITTLE_ENDIAN)
        .put((byte) 0x93)
        .put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    out.put((byte) 1).put((byte) 0).putShort((short) header.length());
    out.put(header.getBytes(StandardCharsets.US_ASCII));
    for (double x : entries) {
      switch (descr) {
        case "<f4" -> out.putFloat((float) x);
        case "<i4" -> out.putInt((int) x);
        case "<i8" -> out.putLong((long) x);
        default -> out.putDouble(x);
      }
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }

  private String npyFile(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("x.npy"), bytes).toString();
  }

  @Test
  void simplify() {
    Run run = Run.of("simplify", "-A*x - A'*x", "--declare", "A: matrix(n,n)");
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("−(A + Aᵀ) x").contains("A: n×n");
    assertThat(run.lines().getLast()).startsWith("checked: ");
    assertThat(Run.of("simplify", "a/a", "--text").out()).isEqualTo("1\n");
    assertThat(Run.of("simplify", "X'*X", "--latex").out()).isEqualTo("X^\\top X\n");
    assertThat(Run.of("simplify", "a/a").out()).contains("holds where: a ≠ 0");
    assertThat(Run.reading("x'*y", "simplify").code()).isZero();
    assertThat(Run.of("simplify", "A*(B").err()).contains("error:", "~");
  }

  @Test
  void equalTellsByItsExitCode() {
    assertThat(Run.of("equal", "tr(A*B)", "tr(B*A)").code()).isZero();
    Run different = Run.of("equal", "A*B", "B*A", "--declare", "A: matrix(n,n)");
    assertThat(different.code()).isEqualTo(1);
    assertThat(different.out()).startsWith("different: for example at\n  A = [").contains("left:");
    assertThat(Run.of("equal", "A*(", "B").code()).isEqualTo(2);
    assertThat(Run.of("equal", "x*x' = x'*x", "--declare", "x: vector(n)").out())
        .startsWith("different: the left side is n×n, the right side scalar");
    assertThat(Run.of("equal", "-a", "-a").out()).startsWith("equal: both have the same form");
  }

  @Test
  void evalOfFiles() throws IOException {
    String data = file("d.json", "{\"x\": [1, 2], \"A\": [[1, 2], [3, 4]], \"a\": 3}");
    assertThat(Run.of("eval", "x'*A*x", "--at", data).out()).isEqualTo("27\n");
    assertThat(Run.of("eval", "-a/7*x", "--at", data).out())
        .isEqualTo("[-0.42857142857142855;\n -0.8571428571428571]\n");
    assertThat(Run.of("eval", "diff(x'*A*x, x)", "--at", data).out()).isEqualTo("[12;\n 21]\n");
    String csv = file("m.csv", "u,v\n1,2\n3,4.5\n5,6\n");
    assertThat(Run.of("eval", "X'*X*a", "--at", "X=" + csv, "--at", "a=2").out())
        .isEqualTo("[70, 91;\n 91, 120.5]\n");
    String spaced = file("v.txt", "# data\n1\n\n2\n");
    assertThat(Run.of("eval", "sum(v)/n", "--at", "v=" + spaced, "--declare", "v: vector(n)").out())
        .isEqualTo("1.5\n");
  }

  @ParameterizedTest
  @CsvSource({
    "<f8,false,'(2, 3)','[1, 2, 3; 4, 5, 6]'",
    "<f8,true,'(2, 3)','[1, 3, 5; 2, 4, 6]'",
    "<f4,false,'(3, 2)','[1, 2; 3, 4; 5, 6]'",
    "<i8,false,'(6,)','[1; 2; 3; 4; 5; 6]'",
    "<i4,true,'(6, 1)','[1; 2; 3; 4; 5; 6]'"
  })
  void npyFiles(String descr, boolean fortran, String shape, String expected) throws IOException {
    String file = npyFile(npy(descr, fortran, shape, 1, 2, 3, 4, 5, 6));
    assertThat(Run.of("eval", "X", "--at", "X=" + file).out().replace("\n ", " ").strip())
        .isEqualTo(expected);
  }

  @Test
  void hostileNpyFiles() throws IOException {
    byte[] good = npy("<f8", false, "(2, 3)", 1, 2, 3, 4, 5, 6);
    for (int length = 0; length < good.length; length += 3) {
      refused(java.util.Arrays.copyOf(good, length));
    }
    refused(npy("|O", false, "(1,)", 1));
    refused(npy(">f8", false, "(1,)", 1));
    refused(npy("<f8", false, "(99999999999, 99999999999)", 1));
    refused(npy("<f8", false, "(4194304, 4194304)", 1));
    refused(npy("<f8", false, "(0,)"));
    refused(npy("<f8", false, "(1, 1, 1)", 1));
    refused(npy("<f8", false, "(-1,)", 1));
    refused(npy("<f8", false, "__import__('os')", 1));
  }

  private void refused(byte[] bytes) throws IOException {
    Run run = Run.of("eval", "X", "--at", "X=" + npyFile(bytes));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: cannot read X from").doesNotContain("internal");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1,2\n3\n",
        "1,2\n3,x\n",
        "a,b\n",
        "1,NaN\n",
        "1e999\n",
        "0x10\n",
        "1,,2\n",
        "\u0000"
      })
  void hostileCsvFiles(String text) throws IOException {
    Run run = Run.of("eval", "X", "--at", "X=" + file("x.csv", text));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: cannot read X from");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1, 2]",
        "{\"X\": \"1\"}",
        "{\"X\": []}",
        "{\"X\": [[1, 2], [3]]}",
        "{\"X\": [[1], 2]}",
        "{\"X\": [[[1]]]}",
        "{\"X\": 1e999}",
        "{\"X\": NaN}",
        "{\"X\": 1, \"X\": 2}",
        "{\"X\": [null]}",
        "{\"X\": {\"y\": 1}}",
        "{",
      })
  void hostileJsonFiles(String text) throws IOException {
    Run run = Run.of("eval", "X", "--at", file("x.json", text));
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).startsWith("error: ").doesNotContain("internal");
  }

  @Test
  void filesThatAreNoneAndNamesGivenTwice() {
    assertThat(Run.of("eval", "x", "--at", "/no/such.json").err()).contains("no such file");
    assertThat(Run.of("eval", "x", "--at", "/").err()).contains("it is a directory");
    assertThat(Run.of("eval", "x", "--at", "/dev/zero").err()).contains("not a plain file");
    assertThat(Run.of("eval", "x", "--at", "x=1", "--at", "x=2").err()).contains("given twice");
    assertThat(Run.of("eval", "x", "--at", "x=one").err()).contains("neither a number nor a file");
    assertThat(Run.of("eval", "x*y", "--at", "x=1").err()).contains("there is no value for y");
  }

  @Test
  void tooMuchIsRefusedBeforeItIsAllocated() {
    Run run = Run.of("eval", "sum(kron(ones(99999,99999), ones(99999,99999)))*a", "--at", "a=1");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("too").doesNotContain("internal");
  }

  @Test
  void solve() {
    Run run = Run.of("solve", "diff(norm2(Y - X*B)^2, B) = 0", "--for", "B");
    assertThat(run.code()).isZero();
    assertThat(run.lines().getFirst()).startsWith("B = (Xᵀ X)⁻¹ Xᵀ Y");
    assertThat(run.out())
        .contains("minimum: ", "i.e. X has full column rank", "checked: it solves the equation");
    assertThat(Run.of("solve", "A*X + X*A' = Q", "--for", "X", "--text").out())
        .isEqualTo("sylvester(A, A', Q)\n");
    assertThat(Run.of("solve", "-A*x = b", "--for", "x", "--latex").out()).isEqualTo("-A^{-1} b\n");
    assertThat(Run.of("solve", "X = X", "--for", "X").out()).startsWith("every X is a solution");
    Run nonlinear = Run.of("solve", "X*A*X = B", "--for", "X");
    assertThat(nonlinear.code()).isEqualTo(1);
    assertThat(nonlinear.err()).contains("not linear in X: X*A*X is not");
    assertThat(Run.of("solve", "A*x = b").code()).isEqualTo(1);
  }

  @Test
  void implicitly() {
    Run run = Run.of("diff", "A*X = B", "--wrt", "A", "--of", "X");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("dX = −A⁻¹ dA X", "holds where: A invertible");
    assertThat(Run.of("diff", "A*X = B", "--wrt", "A", "--of", "X", "--frechet").out())
        .isEqualTo("-inv(A)*dA*X\n");
    assertThat(Run.of("diff", "A*X = B", "--wrt", "A", "--of", "X", "--numpy").code()).isEqualTo(2);
  }

  @Test
  void solutionsInBatch() {
    JsonNode s =
        answer(
            "{\"op\": \"solve\", \"expr\": \"argmin(norm2(A*x - b)^2, x)\", \"declare\": {\"b\":"
                + " \"vector(m)\"}}");
    assertThat(s.propertyNames())
        .contains("ok", "for", "solutions", "shape", "text", "unicode", "latex", "extremum")
        .contains("assumptions", "conditions", "check");
    assertThat(s.get("text").stringValue()).isEqualTo("inv(A'*A)*A'*b");
    assertThat(s.get("extremum").get("kind").stringValue()).isEqualTo("minimum");
    JsonNode all = answer("{\"op\": \"solve\", \"expr\": \"X = X\", \"for\": \"X\"}");
    assertThat(all.get("solutions").stringValue()).isEqualTo("all");
    JsonNode d = answer("{\"expr\": \"A*X = B\", \"wrt\": \"A,B\", \"of\": \"X\"}");
    assertThat(d.get("answers").get(0).get("text").stringValue()).isEqualTo("-kron(X', inv(A))");
    assertThat(d.get("answers").get(1).get("of").stringValue()).isEqualTo("X");
  }

  private static JsonNode answer(String request) {
    return JsonContractTest.parsed(Run.reading(request + "\n", "batch").out());
  }

  @Test
  void inBatch() {
    JsonNode s = answer("{\"id\": 1, \"op\": \"simplify\", \"expr\": \"x'*A*x - x'*A'*x\"}");
    assertThat(s.propertyNames())
        .containsExactly(
            "id", "ok", "shape", "text", "unicode", "latex", "assumptions", "conditions", "check");
    assertThat(s.get("text").stringValue()).isEqualTo("0");
    JsonNode e = answer("{\"op\": \"equal\", \"expr\": \"A*B\", \"other\": \"B*A\"}");
    assertThat(e.get("equal").booleanValue()).isFalse();
    assertThat(e.get("counterexample").propertyNames())
        .containsExactly("values", "sizes", "left", "right");
    JsonNode v =
        answer(
            "{\"op\": \"eval\", \"expr\": \"X*y\", \"at\": {\"X\": [[1,2],[3,4]], \"y\": [1,1]}}");
    assertThat(v.get("value").toString()).isEqualTo("[3.0,7.0]");
    assertThat(v.get("shape").toString()).isEqualTo("[2]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"op\": \"simplify\"} | bad-request",
        "{\"op\": \"simplify\", \"expr\": \"A*\"} | syntax",
        "{\"op\": \"equal\", \"expr\": \"A\"} | syntax",
        "{\"op\": \"eval\", \"expr\": \"x\", \"at\": [1]} | bad-request",
        "{\"op\": \"eval\", \"expr\": \"x\", \"att\": {\"x\": 1}} | bad-request",
        "{\"op\": \"eval\", \"expr\": \"x\"} | bad-request",
        "{\"op\": \"solve\", \"expr\": \"x'*x = 1\", \"for\": \"x\"} | unsupported",
        "{\"op\": \"solve\", \"expr\": \"A*x = b\"} | bad-request",
        "{\"op\": \"solve\", \"expr\": \"A*x = b\", \"for\": [1]} | bad-request",
        "{\"expr\": \"A*X = B\", \"wrt\": \"A\", \"of\": \"X\", \"order\": 2} | unsupported",
        "{\"op\": \"simplfy\", \"expr\": \"x\"} | bad-request",
        "{\"op\": \"simplify\", \"expr\": \"x\", \"outputs\": [\"pdf\"]} | bad-request",
      })
  void badRequests(String request, String code) {
    JsonNode r = answer(request);
    assertThat(r.get("ok").booleanValue()).isFalse();
    assertThat(r.get("error").get("code").stringValue()).isEqualTo(code);
  }
}

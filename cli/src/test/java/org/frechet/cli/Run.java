package org.frechet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.frechet.cli.Stdio.Terminals;

/// One run of the command, in process: `Run.of("diff", "x'*x", "--wrt", "x")`.
record Run(int code, String out, String err) {
  static Run of(String... arguments) {
    return with("", Terminals.NONE, Map.of(), arguments);
  }

  static Run reading(String input, String... arguments) {
    return with(input, Terminals.NONE, Map.of(), arguments);
  }

  static Run with(
      String input, Terminals terminals, Map<String, String> environment, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var io = stdio(input, out, err, terminals, environment);
    int code = Main.run(io, arguments);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  static Stdio stdio(
      String input,
      ByteArrayOutputStream out,
      ByteArrayOutputStream err,
      Terminals terminals,
      Map<String, String> environment) {
    return new Stdio(
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, false, StandardCharsets.UTF_8),
        new PrintStream(err, false, StandardCharsets.UTF_8),
        environment,
        terminals);
  }

  List<String> lines() {
    return out.lines().toList();
  }
}

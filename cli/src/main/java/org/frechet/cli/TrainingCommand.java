package org.frechet.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// What the launcher runs once after a build to fill the cache of loaded classes (JEP 483, JEP
/// 515): the usual commands, in process and silent.
@Command(
    name = "training",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Runs the usual commands silently, for the cache that makes starting fast.")
final class TrainingCommand implements Callable<Integer> {
  private static final String REQUEST =
      "{\"id\": 1, \"expr\": \"sum(log(1 + exp(-y.*(X*w))))\", \"wrt\": \"w\", \"outputs\": [\"numpy\"]}\n";

  private static final String[][] RUNS = {
    {"diff", "norm2(Y - X*B)^2", "--wrt", "B"},
    {"diff", "x'*A*x", "--wrt", "x", "--order", "2", "--declare", "A: matrix(n,n) symmetric"},
    {"diff", "W2*sigmoid(W1*x)", "--wrt", "W1"},
    {"diff", "logdet(X)", "--wrt", "X", "--layout", "numerator", "--latex"},
    {"diff", "norm2(A*x - b)", "--wrt", "x", "--json"},
    {"diff", "A*B", "--wrt", "A", "--declare", "A: matrix(m,n); B: matrix(m,n)"},
    {"check", "d(x'*A*x)/dx = 2*A*x"},
    {"check", "\\frac{\\partial}{\\partial X} \\ln|X| = X^{-1}"},
    {"diff", "--help"},
    {"functions"},
    {"batch"},
  };

  @Override
  public Integer call() {
    for (String[] run : RUNS) {
      Main.run(silent(), run);
    }
    return 0;
  }

  private static Stdio silent() {
    Stdio system = Stdio.ofSystem();
    var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Stdio(
        new ByteArrayInputStream(REQUEST.getBytes(StandardCharsets.UTF_8)),
        out,
        out,
        system.environment(),
        Stdio.Terminals.NONE);
  }
}

package org.frechet.cli;

import java.util.concurrent.Callable;
import org.frechet.Frechet;
import picocli.CommandLine.Command;

@Command(
    name = "frechet",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Derivatives of matrix expressions, in the notation of a textbook, checked.",
    footer = {
      "",
      "Example: frechet diff \"norm2(Y - X*B)^2\" --wrt B",
      "Exit codes: 0 answered, 1 refused, 2 wrong usage; of equal and check: 0 right, 1 wrong, 2 the rest.",
    })
final class FrechetCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    throw new UsageError(
        "no command: name diff, derive, simplify, equal, check, eval, solve, batch, repl, functions or completion");
  }
}

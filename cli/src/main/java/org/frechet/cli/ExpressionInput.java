package org.frechet.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The expression of a command: an argument, a file, or standard input.
final class ExpressionInput {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXPR",
      description = "The expression; - or none: from standard input.")
  private Optional<String> argument = Optional.empty();

  @Option(names = "--file", paramLabel = "FILE", description = "Read the expression from a file.")
  private Optional<Path> file = Optional.empty();

  String read(Stdio io) {
    return Inputs.expression(argument, file, io);
  }
}

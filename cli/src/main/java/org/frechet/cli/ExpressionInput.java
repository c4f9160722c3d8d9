package org.frechet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.shape.Refusal;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The expression of a command: an argument, a file, or standard input.
final class ExpressionInput {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXPR",
      description =
          "The expression, in the input language or in LaTeX; - or none: from standard input.")
  private Optional<String> argument = Optional.empty();

  @Option(names = "--file", paramLabel = "FILE", description = "Read the expression from a file.")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      converter = Language.Converter.class,
      description =
          "What EXPR is written in: text, latex, or auto, the default: what it looks like.")
  private Language from = Language.AUTO;

  /// {@return the expression} @param declarations what the command declares
  String read(Stdio io, List<String> declarations) {
    return from.recognizable(Inputs.expression(argument, file, io), specifications(declarations));
  }

  /// Declarations that cannot be read are refused where they are used.
  private static Map<String, String> specifications(List<String> declarations) {
    try {
      return Inputs.declarations(declarations);
    } catch (Refusal e) {
      return Map.of();
    }
  }
}

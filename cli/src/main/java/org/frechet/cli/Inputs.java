package org.frechet.cli;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;

/// What the command line hands in: an expression from an argument, a file or standard input, and
/// declarations.
final class Inputs {
  /// More than the language takes anyway.
  private static final int MOST_BYTES = 16 << 20;

  private Inputs() {}

  /// {@return the expression} `-`, or none with something piped in, is standard input.
  static String expression(Optional<String> argument, Optional<Path> file, Stdio io) {
    if (file.isPresent()) {
      if (argument.isPresent()) {
        throw new UsageError("give EXPR or --file, not both");
      }
      return fromFile(file.get());
    }
    if (argument.isPresent() && !argument.get().equals("-")) {
      return SignedExpression.plain(argument.get());
    }
    if (argument.isEmpty() && io.terminals().in()) {
      throw new UsageError("no expression: give EXPR, --file FILE, or pipe one in");
    }
    return read(io.in(), "standard input");
  }

  static String fromFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new UsageError("cannot read " + file + ": it is a directory");
    }
    try (InputStream in = new FileInputStream(file.toFile())) {
      return read(in, file.toString());
    } catch (FileNotFoundException e) {
      String reason = Files.exists(file) ? "permission denied" : "no such file";
      throw new UsageError("cannot read " + file + ": " + reason);
    } catch (IOException e) {
      throw new UsageError("cannot read " + file + ": " + e.getMessage());
    }
  }

  private static String read(InputStream in, String name) {
    byte[] bytes;
    try {
      bytes = in.readNBytes(MOST_BYTES);
      if (in.read() >= 0) {
        throw Problem.of(Code.TOO_LARGE, name + " has more than 16 MB").refusal();
      }
    } catch (IOException e) {
      throw new UsageError("cannot read " + name + ": " + e.getMessage());
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return (text.startsWith("\ufeff") ? text.substring(1) : text).stripTrailing();
    } catch (CharacterCodingException e) {
      throw new UsageError("cannot read " + name + ": it is not UTF-8 text");
    }
  }

  /// {@return name and specification of each of `X: matrix(n,p)`, several in one separated by `;`}
  ///
  /// @throws Refusal if a declaration has no colon or a name occurs twice
  static Map<String, String> declarations(List<String> texts) {
    var declared = new LinkedHashMap<String, String>();
    for (String text : texts) {
      for (String one : text.split("[;\n]")) {
        if (one.isBlank()) {
          continue;
        }
        int colon = one.indexOf(':');
        if (colon < 0) {
          throw Problem.of(Code.BAD_REQUEST, "cannot read the declaration " + one.strip())
              .hint("write it as X: matrix(n,p)")
              .refusal();
        }
        String name = one.substring(0, colon).strip();
        if (declared.put(name, one.substring(colon + 1).strip()) != null) {
          throw Problem.of(Code.BAD_REQUEST, name + " is declared twice").refusal();
        }
      }
    }
    return declared;
  }

  /// {@return what the specifications say} @throws Refusal if one cannot be read
  static Map<String, Declaration> declared(Map<String, String> specifications) {
    Map<String, Declaration> declared = new LinkedHashMap<>();
    specifications.forEach((name, as) -> {
      Declaration d = Declarations.parse(name, as);
      declared.put(d.name(), d);
    });
    return declared;
  }
}

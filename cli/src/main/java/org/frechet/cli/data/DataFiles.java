package org.frechet.cli.data;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.frechet.cli.json.JsonValues;
import org.frechet.concrete.Values;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;

/// What the arguments of `--at` give.
///
/// | argument | gives |
/// |---|---|
/// | `data.json` | an object: name → number, list or list of rows |
/// | `X=x.npy` | an array of NumPy |
/// | `X=data.csv` (or `.txt`, `.tsv`) | a matrix as text |
/// | `X=x.json` | a number, list or list of rows |
/// | `a=2.5` | a number |
public final class DataFiles {
  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_JSON = 16 << 20;

  private DataFiles() {}

  /// {@return the values, by name}
  ///
  /// @throws Refusal if a file cannot be read, is not what its name says, or a name has two values
  public static Map<String, Values> read(List<String> arguments) {
    var values = new LinkedHashMap<String, Values>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      Map<String, Values> given =
          equals > 0 && isName(argument.substring(0, equals))
              ? Map.of(
                  argument.substring(0, equals).strip(),
                  one(
                      argument.substring(0, equals).strip(),
                      argument.substring(equals + 1).strip()))
              : JsonValues.object(text(argument, MOST_JSON));
      given.forEach((name, value) -> {
        if (values.put(name, value) != null) {
          throw bad(name + " is given twice", "");
        }
      });
    }
    return values;
  }

  private static boolean isName(String text) {
    String name = text.strip();
    return !name.isEmpty()
        && Character.isLetter(name.charAt(0))
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  private static Values one(String name, String from) {
    String kind = from.substring(from.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    try {
      return switch (kind) {
        case "npy" -> NpyFile.read(bytes(from, MOST_BYTES));
        case "csv", "tsv", "txt", "dat" -> CsvFile.read(text(from, MOST_BYTES));
        case "json" -> JsonValues.value(name, text(from, MOST_JSON));
        default -> Values.scalar(number(name, from));
      };
    } catch (IllegalArgumentException e) {
      throw bad("cannot read %s from %s: %s".formatted(name, from, e.getMessage()), "");
    }
  }

  private static double number(String name, String text) {
    double x;
    try {
      x = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      x = Double.NaN;
    }
    if (Math.abs(x) <= Double.MAX_VALUE) {
      return x;
    }
    throw bad(
        "cannot read %s from %s: it is neither a number nor a file that ends in .npy, .csv or .json"
            .formatted(name, text),
        "");
  }

  private static String text(String file, int most) {
    byte[] bytes = bytes(file, most);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw bad("cannot read " + file + ": it is not UTF-8 text", "");
    }
  }

  private static byte[] bytes(String file, int most) {
    Path path = Path.of(file);
    if (!Files.isRegularFile(path)) {
      String why =
          Files.isDirectory(path)
              ? "it is a directory"
              : Files.exists(path) ? "it is not a plain file" : "no such file";
      throw bad("cannot read " + file + ": " + why, "");
    }
    try (InputStream in = new FileInputStream(path.toFile())) {
      byte[] bytes = in.readNBytes(most);
      if (in.read() >= 0) {
        throw Problem.of(Code.TOO_LARGE, "%s has more than %d MB".formatted(file, most >> 20))
            .refusal();
      }
      return bytes;
    } catch (IOException e) {
      throw bad("cannot read " + file + ": " + e.getMessage(), "");
    }
  }

  private static Refusal bad(String message, String hint) {
    return Problem.of(Code.BAD_REQUEST, message).hint(hint).refusal();
  }
}

package org.frechet.cli;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner.Pairing;
import org.frechet.explain.Method;
import org.frechet.print.Typography.Choice;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the options of `derive`: constants by their words, in lower case with hyphens, and signs
/// also as they are written; tells completion the words.
abstract class DeriveWords<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {
  private final List<E> values;

  DeriveWords(E[] values) {
    this.values = List.of(values);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean isWritten(Enum<?> value, String text) {
    return value instanceof Choice c && c.signs().contains(text);
  }

  @Override
  public Iterator<String> iterator() {
    return values.stream().map(DeriveWords::word).iterator();
  }

  @Override
  public E convert(String text) {
    return values.stream()
        .filter(v -> word(v).equalsIgnoreCase(text) || isWritten(v, text))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException("'" + text + "' is not one of " + String.join(", ", this)));
  }

  /// Reads `--method`.
  static final class Methods extends DeriveWords<Method> {
    Methods() {
      super(Method.values());
    }
  }

  /// Reads `--detail`.
  static final class Details extends DeriveWords<Detail> {
    Details() {
      super(Detail.values());
    }
  }

  /// Reads `--format`.
  static final class Formats extends DeriveWords<PageFormat> {
    Formats() {
      super(PageFormat.values());
    }
  }

  /// Reads `--pairing`.
  static final class Pairings extends DeriveWords<Pairing> {
    Pairings() {
      super(Pairing.values());
    }
  }

  /// Reads `--differential`.
  static final class Differentials extends DeriveWords<Differential> {
    Differentials() {
      super(Differential.values());
    }
  }

  /// Reads `--transpose`.
  static final class Transposes extends DeriveWords<Transpose> {
    Transposes() {
      super(Transpose.values());
    }
  }

  /// Reads `--hadamard`.
  static final class Hadamards extends DeriveWords<Hadamard> {
    Hadamards() {
      super(Hadamard.values());
    }
  }

  /// Reads `--det`.
  static final class Determinants extends DeriveWords<Determinant> {
    Determinants() {
      super(Determinant.values());
    }
  }
}

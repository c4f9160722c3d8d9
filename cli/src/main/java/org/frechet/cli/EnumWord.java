package org.frechet.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a constant by its word, in upper or lower case; the complaint lists the words as they are
/// written.
abstract class EnumWord<E extends Enum<E>> implements ITypeConverter<E> {
  private final E[] values;

  EnumWord(E[] values) {
    this.values = values;
  }

  @Override
  public E convert(String text) {
    for (E value : values) {
      if (value.toString().equalsIgnoreCase(text)) {
        return value;
      }
    }
    String words = Arrays.stream(values).map(Enum::toString).collect(Collectors.joining(", "));
    throw new TypeConversionException("'" + text + "' is not one of " + words);
  }
}

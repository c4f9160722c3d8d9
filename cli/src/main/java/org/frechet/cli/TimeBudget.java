package org.frechet.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads `10s`, `500ms`, `2m` or `10`, which is in seconds.
final class TimeBudget implements ITypeConverter<Duration> {
  private static final Duration MOST = Duration.ofHours(24);

  @Override
  public Duration convert(String text) {
    int unit = 0;
    while (unit < text.length()
        && (Character.isDigit(text.charAt(unit)) || text.charAt(unit) == '.')) {
      unit++;
    }
    double factor =
        switch (text.substring(unit)) {
          case "ms" -> 1e-3;
          case "", "s" -> 1;
          case "m", "min" -> 60;
          case "h" -> 3600;
          default -> throw wrong(text);
        };
    double seconds;
    try {
      seconds = Double.parseDouble(text.substring(0, unit)) * factor;
    } catch (NumberFormatException e) {
      throw wrong(text);
    }
    if (!(seconds >= 1e-3 && seconds <= MOST.toSeconds())) {
      throw wrong(text);
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException("'" + text + "' is not a time such as 10s, 500ms or 2m");
  }
}

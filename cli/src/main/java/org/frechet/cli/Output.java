package org.frechet.cli;

import java.util.function.Function;
import org.frechet.Derivative;

/// The single forms of an answer that can be asked for alone, for use in a pipe.
enum Output {
  TEXT(Derivative::text),
  UNICODE(Derivative::unicode),
  LATEX(Derivative::latex),
  NUMPY(Derivative::numpy),
  DIFFERENTIAL(Derivative::differential),
  FRECHET(Derivative::frechet);

  private final Function<Derivative, String> writer;

  Output(Function<Derivative, String> writer) {
    this.writer = writer;
  }

  String of(Derivative derivative) {
    return writer.apply(derivative).stripTrailing();
  }

  /// {@return the name of the option and of the output in a request}
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}

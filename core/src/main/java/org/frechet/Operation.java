package org.frechet;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// The operations of the contract.
enum Operation {
  DIFF,
  CHECK,
  DERIVE,
  SIMPLIFY,
  EQUAL,
  EVAL,
  SOLVE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isAvailable() {
    return this != CHECK;
  }

  /// {@return the operation of this name} @throws org.frechet.shape.Refusal if there is none
  static Operation of(String word) {
    for (Operation op : values()) {
      if (op.word().equals(word)) {
        if (op.isAvailable()) {
          return op;
        }
        throw refusal(Code.UNSUPPORTED, "op \"" + word + "\" is not available yet");
      }
    }
    throw refusal(Code.BAD_REQUEST, "there is no op \"" + word + "\"");
  }

  private static RuntimeException refusal(Code code, String message) {
    String words =
        Arrays.stream(values())
            .filter(Operation::isAvailable)
            .map(Operation::word)
            .collect(Collectors.joining(", "));
    return Problem.of(code, message).hint("ops are " + words).refusal();
  }
}

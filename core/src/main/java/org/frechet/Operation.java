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

  /// {@return the operation of this name} @throws org.frechet.shape.Refusal if there is none
  static Operation of(String word) {
    for (Operation op : values()) {
      if (op.word().equals(word)) {
        return op;
      }
    }
    String words = Arrays.stream(values()).map(Operation::word).collect(Collectors.joining(", "));
    throw Problem.of(Code.BAD_REQUEST, "there is no op \"" + word + "\"")
        .hint("ops are " + words)
        .refusal();
  }
}

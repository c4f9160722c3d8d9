package org.frechet.shape;

/// Why a request was refused. `start` and `end` are character offsets into the expression, or −1
/// where no place exists; `hint` is empty where there is nothing to suggest.
public record Problem(Code code, String message, int start, int end, String hint) {
  /// The error codes of the JSON contract.
  public enum Code {
    SYNTAX,
    UNKNOWN_NAME,
    UNKNOWN_FUNCTION,
    ARITY,
    SHAPE_MISMATCH,
    NOT_SQUARE,
    NOT_DIFFERENTIABLE,
    UNSUPPORTED,
    TOO_LARGE,
    TIMEOUT,
    BAD_REQUEST,
    /// An answer failed its own check: a bug in this program, never shown as an answer.
    INTERNAL;

    /// {@return the code as written in a response: `shape-mismatch`}
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  public static Problem of(Code code, String message) {
    return new Problem(code, message, -1, -1, "");
  }

  public Problem at(int from, int to) {
    return start >= 0 ? this : new Problem(code, message, from, to, hint);
  }

  public Problem hint(String text) {
    return new Problem(code, message, start, end, text);
  }

  public Refusal refusal() {
    return new Refusal(this);
  }
}

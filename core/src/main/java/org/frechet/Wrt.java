package org.frechet;

import org.frechet.shape.Problem;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// What to differentiate by: a variable or its transpose.
record Wrt(Syntax.Name name, boolean transposed) {
  static Wrt parse(String text) {
    return switch (Parser.parse(text)) {
      case Syntax.Name name -> new Wrt(name, false);
      case Syntax.Transpose(Syntax.Name name, _) -> new Wrt(name, true);
      case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ -> throw refusal(text);
      case Syntax.Call _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> throw refusal(text);
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> throw refusal(text);
    };
  }

  private static RuntimeException refusal(String text) {
    return Problem.of(
            Problem.Code.BAD_REQUEST, "cannot differentiate by " + text + ": name a variable")
        .hint("write a name such as X, or its transpose X'")
        .refusal();
  }

  String text() {
    return transposed ? name.text() + "'" : name.text();
  }
}

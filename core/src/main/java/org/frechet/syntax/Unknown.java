package org.frechet.syntax;

import java.util.ArrayList;
import org.frechet.function.Functions;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;

/// What to say of a call of a function that there is not.
final class Unknown {
  private Unknown() {}

  static Refusal name(Syntax.Name name) {
    return Wording.refusal(Code.UNKNOWN_NAME, "unknown name " + name.text(), name.span(), "");
  }

  static Refusal function(Syntax.Call call, Names names) {
    String name = call.name();
    var known = new ArrayList<>(Functions.names());
    known.addAll(Special.words());
    String otherwise =
        call.arguments().size() == 1
            ? "for a product write " + name + "*(" + Wording.of(call.arguments().getFirst()) + ")"
            : "see the list of functions";
    String hint =
        Elsewhere.instead(name)
            .or(() -> Nearest.to(name, known).map(near -> "did you mean " + near + "?"))
            .orElse(otherwise + "; " + Abstractions.advice(name, call.arguments().size()));
    return Wording.refusal(
        Code.UNKNOWN_FUNCTION, "unknown function " + name, call.nameSpan(), hint);
  }
}

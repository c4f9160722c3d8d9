package org.frechet.explain;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;

/// One intermediate variable of the chain rule: `h = tanh(z)`.
///
/// @param name the variable that stands for it, of the shape of its value
/// @param value what it is in the variables of the function
/// @param definition what it is in the names before it
/// @param inputs the names, or the variable itself, that the definition moves with
/// @param role what kind of step it is
record Stage(Expr name, Expr value, Expr definition, List<Expr> inputs, Role role) {
  Stage {
    inputs = List.copyOf(inputs);
  }

  /// What a textbook calls it.
  enum Role {
    /// What goes into an activation.
    PREACTIVATION("z", "v", "t", "q"),
    /// A function applied entry by entry.
    ACTIVATION("h", "a", "g", "k"),
    /// What a norm measures.
    RESIDUAL("r", "q", "v"),
    SCALAR("s", "t", "c", "k"),
    OTHER("u", "v", "w", "k");

    final List<String> letters;

    Role(String... letters) {
      this.letters = List.of(letters);
    }
  }

  /// {@return how the name is written}
  String word() {
    return ((Node.Var) name.node()).name();
  }
}

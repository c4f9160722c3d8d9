package org.frechet.explain;

import java.util.List;
import org.frechet.syntax.Syntax;

/// What stands on the left of lines.
final class Labels {
  private Labels() {}

  static Phrase name(String name) {
    return Phrase.of(Manner.name(name));
  }

  /// `df`.
  static Phrase differential(Phrase of) {
    return new Differential(of);
  }

  /// `∂f/∂X`.
  static Phrase derivative(Phrase f, Phrase x) {
    return new Call("diff", List.of(f, x));
  }

  /// `∂f/∂X` of what the task derives.
  static Phrase derivative(Task task) {
    return derivative(name(task.functionName()), name(task.answer().name()));
  }

  /// A name for the gradient by all increments, where only some are allowed.
  static Phrase free(Task task) {
    return name(task.fresh(List.of("G", "H", "P", "Q", "R")));
  }

  /// `(∂f/∂X)′`: the derivative in the other layout.
  static Phrase turned(Phrase derivative) {
    return new Turned(derivative);
  }

  private record Turned(Phrase of) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return new Syntax.Transpose(of.syntax(manner), Syntax.Span.NONE);
    }
  }

  /// `vec(X)`.
  static Phrase vec(Phrase x) {
    return new Call("vec", List.of(x));
  }

  private record Differential(Phrase of) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return manner.differential(of.syntax(manner));
    }
  }

  private record Call(String name, List<Phrase> arguments) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.call(
          name, arguments.stream().map(a -> a.syntax(manner)).toArray(Syntax[]::new));
    }
  }
}

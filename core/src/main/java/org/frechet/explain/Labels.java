package org.frechet.explain;

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
    return new Call("diff", f, x);
  }

  /// `vec(X)`.
  static Phrase vec(Phrase x) {
    return new Call("vec", x);
  }

  private record Differential(Phrase of) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return manner.differential(of.syntax(manner));
    }
  }

  private record Call(String name, Phrase... arguments) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      Syntax[] trees = new Syntax[arguments.length];
      for (int i = 0; i < trees.length; i++) {
        trees[i] = arguments[i].syntax(manner);
      }
      return Manner.call(name, trees);
    }
  }
}

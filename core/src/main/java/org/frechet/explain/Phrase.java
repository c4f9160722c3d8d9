package org.frechet.explain;

import org.frechet.expr.Expr;
import org.frechet.syntax.Syntax;

/// A piece of mathematics as it stands on paper: more than an expression in canonical form, it
/// keeps the order of factors under a trace, a transpose that is about to be used, a differential
/// that is not worked out. Phrases are values: equal phrases are written the same.
public interface Phrase {
  /// {@return the tree that is written}
  Syntax syntax(Manner manner);

  /// {@return an expression written in canonical form}
  static Phrase of(Expr e) {
    return new Written(e);
  }

  /// {@return a tree that is written as it is}
  static Phrase of(Syntax tree) {
    return new Verbatim(tree);
  }

  /// An expression in the form that answers have.
  record Written(Expr expr) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return manner.show(expr);
    }
  }

  /// A tree that is the same in every manner.
  record Verbatim(Syntax tree) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return tree;
    }
  }
}

package org.frechet;

import java.util.List;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Syntax trees without places.
final class RandomTrees {
  private RandomTrees() {}

  static Syntax name(String name) {
    return new Syntax.Name(name, Span.NONE);
  }

  static Syntax number(String text) {
    return new Syntax.Number(text, Span.NONE);
  }

  static Syntax minus(Syntax operand) {
    return new Syntax.Unary('-', operand, Span.NONE);
  }

  static Syntax binary(String operator, Syntax left, Syntax right) {
    return new Syntax.Binary(operator, left, right, Span.NONE, Span.NONE);
  }

  static Syntax transpose(Syntax operand) {
    return new Syntax.Transpose(operand, Span.NONE);
  }

  static Syntax call(String name, Syntax... arguments) {
    return new Syntax.Call(name, List.of(arguments), Span.NONE, Span.NONE);
  }

  static Syntax call(String name, List<Syntax> arguments) {
    return new Syntax.Call(name, arguments, Span.NONE, Span.NONE);
  }

  /// {@return `target(selectors)`} A name is called, as the parser reads it.
  static Syntax entry(Syntax target, Syntax... selectors) {
    return target instanceof Syntax.Name n
        ? call(n.text(), selectors)
        : new Syntax.Index(target, List.of(selectors), Span.NONE);
  }

  static Syntax colon() {
    return new Syntax.Colon(Span.NONE);
  }

  static Syntax range(int from, int to) {
    return new Syntax.Range(number("" + from), number("" + to), Span.NONE);
  }

  static Syntax block(List<List<Syntax>> rows) {
    return new Syntax.Block(rows, Span.NONE);
  }

  static Syntax let(String name, Syntax value, Syntax body) {
    return new Syntax.Let(name, value, body, Span.NONE);
  }
}

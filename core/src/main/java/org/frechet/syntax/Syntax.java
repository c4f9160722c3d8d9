package org.frechet.syntax;

import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Stream;

/// What was written, before anything is known of shapes: the parser makes it from text, the
/// printers make text from it. Equality ignores places.
public sealed interface Syntax {
  /// Where a piece stands in the text: character offsets, end exclusive; [#NONE] for made-up
  /// pieces.
  record Span(int start, int end) {
    public static final Span NONE = new Span(-1, -1);

    public Span to(Span other) {
      return new Span(start, other.end);
    }

    /// Places never take part in equality.
    @Override
    public boolean equals(Object o) {
      return o instanceof Span;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  Span span();

  /// A literal as written: `2`, `0.5`, `1e-3`; never signed, never with a trailing point.
  record Number(String text, Span span) implements Syntax {}

  record Name(String text, Span span) implements Syntax {}

  /// `-a` or `+a`.
  record Unary(char operator, Syntax operand, Span span) implements Syntax {}

  /// `operator` is one of `+ - * / \ .* ./ ^ .^`.
  record Binary(String operator, Syntax left, Syntax right, Span span, Span operatorSpan)
      implements Syntax {

    /// {@return the chain that this piece ends, first operation first}: of `a + b*c - d` the pieces
    /// `a + b*c` and `a + b*c - d`
    ///
    /// A chain of a thousand terms is a tree a thousand high: walk it along this list.
    public List<Binary> spine() {
      var spine = new ArrayDeque<Binary>();
      Syntax piece = this;
      while (piece instanceof Binary binary) {
        spine.push(binary);
        piece = binary.left;
      }
      return List.copyOf(spine);
    }

    /// Compares along the chain, with a loop.
    @Override
    public boolean equals(Object o) {
      Object one = this;
      Object two = o;
      while (one instanceof Binary a && two instanceof Binary b) {
        if (!a.operator.equals(b.operator) || !a.right.equals(b.right)) {
          return false;
        }
        one = a.left;
        two = b.left;
      }
      return !(one instanceof Binary) && one.equals(two);
    }

    @Override
    public int hashCode() {
      List<Binary> spine = spine();
      int hash = spine.getFirst().left.hashCode();
      for (Binary b : spine) {
        hash = (31 * hash + b.operator.hashCode()) * 31 + b.right.hashCode();
      }
      return hash;
    }
  }

  /// `a'`.
  record Transpose(Syntax operand, Span span) implements Syntax {}

  /// `f(a, b)`, or an entry `x(i)` where `f` turns out to be a variable.
  record Call(String name, List<Syntax> arguments, Span span, Span nameSpan) implements Syntax {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// `a(i, :)` of something that is not a plain name, or with `[ ]`.
  record Index(Syntax target, List<Syntax> selectors, Span span) implements Syntax {
    public Index {
      selectors = List.copyOf(selectors);
    }
  }

  /// `:` as a selector.
  record Colon(Span span) implements Syntax {}

  /// `1:2` as a selector.
  record Range(Syntax from, Syntax to, Span span) implements Syntax {}

  /// `[a, b; c, d]`.
  record Block(List<List<Syntax>> rows, Span span) implements Syntax {
    public Block {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// `let r = Y - X*B; body`.
  record Let(String name, Syntax value, Syntax body, Span span) implements Syntax {}

  /// A relation at top level, `a = b` or `a == b`: used by claims and equations.
  record Equation(Syntax left, Syntax right, Span span) implements Syntax {}

  /// {@return the pieces directly below this one, left to right}
  default List<Syntax> children() {
    return switch (this) {
      case Number _, Name _, Colon _ -> List.of();
      case Unary u -> List.of(u.operand);
      case Binary b -> List.of(b.left, b.right);
      case Transpose t -> List.of(t.operand);
      case Call c -> c.arguments;
      case Index i -> Stream.concat(Stream.of(i.target), i.selectors.stream()).toList();
      case Range r -> List.of(r.from, r.to);
      case Block b -> b.rows.stream().flatMap(List::stream).toList();
      case Let l -> List.of(l.value, l.body);
      case Equation e -> List.of(e.left, e.right);
    };
  }
}

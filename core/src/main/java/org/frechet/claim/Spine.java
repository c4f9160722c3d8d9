package org.frechet.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.frechet.syntax.Syntax;

/// The operands of a chain `a*b/c` or `a + b - c`, and the operator before each but the first.
///
/// @param operators one for each operand; that of the first is the neutral one of the chain
record Spine(List<Syntax> operands, List<String> operators) {
  private static final Syntax.Span HERE = Syntax.Span.NONE;

  Spine {
    operands = List.copyOf(operands);
    operators = List.copyOf(operators);
  }

  static boolean isSum(Syntax piece) {
    return piece instanceof Syntax.Binary b && isSign(b.operator());
  }

  static boolean isProduct(Syntax piece) {
    return piece instanceof Syntax.Binary b && isTimes(b.operator());
  }

  private static boolean isSign(String operator) {
    return operator.equals("+") || operator.equals("-");
  }

  private static boolean isTimes(String operator) {
    return switch (operator) {
      case "*", "/", ".*", "./", "\\" -> true;
      default -> false;
    };
  }

  /// {@return the terms of a sum, or the piece alone}
  static Spine terms(Syntax piece) {
    return of(piece, Spine::isSign, "+");
  }

  /// {@return the factors of a product, or the piece alone}
  static Spine factors(Syntax piece) {
    return of(piece, Spine::isTimes, "*");
  }

  private static Spine of(Syntax piece, Predicate<String> belongs, String neutral) {
    var operands = new ArrayList<Syntax>();
    var operators = new ArrayList<String>();
    Syntax at = piece;
    while (at instanceof Syntax.Binary b && belongs.test(b.operator())) {
      operands.addFirst(b.right());
      operators.addFirst(b.operator());
      at = b.left();
    }
    operands.addFirst(at);
    operators.addFirst(neutral);
    return new Spine(operands, operators);
  }

  int size() {
    return operands.size();
  }

  Spine with(int i, Syntax operand) {
    var changed = new ArrayList<>(operands);
    changed.set(i, operand);
    return new Spine(changed, operators);
  }

  Spine withOperator(int i, String operator) {
    var changed = new ArrayList<>(operators);
    changed.set(i, operator);
    return new Spine(operands, changed);
  }

  Spine without(int i) {
    var fewer = new ArrayList<>(operands);
    var signs = new ArrayList<>(operators);
    fewer.remove(i);
    signs.remove(i);
    return new Spine(fewer, signs);
  }

  /// {@return the operands of a range, with a neutral operator before the first}
  Spine part(int from, int to) {
    var signs = new ArrayList<>(operators.subList(from, to));
    signs.set(0, operators.getFirst());
    return new Spine(operands.subList(from, to), signs);
  }

  Spine plus(int i, String operator, Syntax operand) {
    var more = new ArrayList<>(operands);
    var signs = new ArrayList<>(operators);
    more.add(i, operand);
    signs.add(i, i == 0 ? signs.getFirst() : operator);
    if (i == 0) {
      signs.set(1, operator);
    }
    return new Spine(more, signs);
  }

  /// {@return the chain as one piece}
  Syntax piece() {
    Syntax whole = operands.getFirst();
    if (operators.getFirst().equals("-")) {
      whole = new Syntax.Unary('-', whole, HERE);
    }
    for (int i = 1; i < operands.size(); i++) {
      whole = new Syntax.Binary(operators.get(i), whole, operands.get(i), HERE, HERE);
    }
    return whole;
  }
}

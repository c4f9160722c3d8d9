package org.frechet.claim;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.print.TextPrinter;
import org.frechet.syntax.Syntax;

/// Formulas with one factor, divisor or term more, of those that right formulas have.
final class Insertions {
  private static final Syntax.Span HERE = Syntax.Span.NONE;

  private final Pool pool;
  private final Found found;

  /// Where a formula goes.
  interface Found {
    void add(Mistake mistake, String words, Syntax result);
  }

  Insertions(Pool pool, Found found) {
    this.pool = pool;
    this.found = found;
  }

  private static String text(Syntax piece) {
    return TextPrinter.print(piece);
  }

  void terms(Syntax piece, UnaryOperator<Syntax> around) {
    Spine sum = Spine.terms(piece);
    for (Syntax term : pool.terms()) {
      for (String sign : List.of("+", "-")) {
        found.add(
            Mistake.TERM,
            "the term %s is missing".formatted(text(term)),
            around.apply(sum.plus(sum.size(), sign, term).piece()));
      }
    }
  }

  void factors(Spine product, UnaryOperator<Syntax> around) {
    int end = product.size();
    for (Syntax factor : pool.factors()) {
      String words = "the factor %s is missing".formatted(text(factor));
      for (int i = 0; i <= end; i++) {
        found.add(Mistake.FACTOR, words, around.apply(product.plus(i, "*", factor).piece()));
      }
      found.add(Mistake.FACTOR, words, around.apply(product.plus(end, ".*", factor).piece()));
      found.add(
          Mistake.FACTOR,
          "the factor -%s is missing".formatted(text(factor)),
          around.apply(product.plus(0, "*", new Syntax.Unary('-', factor, HERE)).piece()));
    }
    for (Syntax divisor : pool.divisors()) {
      for (String operator : List.of("/", "./")) {
        found.add(
            Mistake.FACTOR,
            "the divisor %s is missing".formatted(text(divisor)),
            around.apply(product.plus(end, operator, divisor).piece()));
      }
    }
  }
}

package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.frechet.syntax.Syntax.Span;

/// Random trees of every kind that the parser can produce.
public final class SyntaxGenerator {
  private static final List<String> NAMES =
      List.of("x", "y", "A", "X", "T", "W_1", "theta", "α", "let", "alphas", "dX", "pi", "é");
  private static final List<String> FUNCTIONS =
      List.of("sin", "inv", "tr", "norm2", "normF", "kron", "sum", "x", "eye", "ones", "f", "diff");
  private static final List<String> NUMBERS = List.of("0", "1", "2", "0.5", ".5", "1e-3", "12");
  private static final List<String> OPERATORS =
      List.of("+", "-", "*", "/", "\\", ".*", "./", "^", ".^");

  private final RandomGenerator random;

  public SyntaxGenerator(RandomGenerator random) {
    this.random = random;
  }

  public Syntax tree(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0
          ? new Syntax.Number(pick(NUMBERS), Span.NONE)
          : new Syntax.Name(pick(NAMES), Span.NONE);
    }
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 ->
          new Syntax.Binary(
              pick(OPERATORS), tree(depth - 1), tree(depth - 1), Span.NONE, Span.NONE);
      case 5 -> new Syntax.Unary(random.nextBoolean() ? '-' : '+', tree(depth - 1), Span.NONE);
      case 6 -> new Syntax.Transpose(tree(depth - 1), Span.NONE);
      case 7, 8 -> new Syntax.Call(pick(FUNCTIONS), selectors(depth - 1), Span.NONE, Span.NONE);
      case 9 -> new Syntax.Index(target(depth - 1), selectors(depth - 1), Span.NONE);
      case 10 -> block(depth - 1);
      default -> new Syntax.Let(pick(NAMES), tree(depth - 1), tree(depth - 1), Span.NONE);
    };
  }

  /// A literal has no entries.
  private Syntax target(int depth) {
    Syntax target = tree(depth);
    return target instanceof Syntax.Number ? new Syntax.Name("z", Span.NONE) : target;
  }

  private List<Syntax> selectors(int depth) {
    var selectors = new ArrayList<Syntax>();
    do {
      selectors.add(
          switch (random.nextInt(6)) {
            case 0 -> new Syntax.Colon(Span.NONE);
            case 1 -> new Syntax.Range(tree(depth), tree(depth), Span.NONE);
            default -> tree(depth);
          });
    } while (random.nextInt(3) == 0);
    return selectors;
  }

  private Syntax block(int depth) {
    var rows = new ArrayList<List<Syntax>>();
    do {
      var row = new ArrayList<Syntax>();
      do {
        row.add(tree(depth));
      } while (random.nextBoolean());
      rows.add(row);
    } while (random.nextInt(3) == 0);
    return new Syntax.Block(rows, Span.NONE);
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}

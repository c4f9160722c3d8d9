package org.frechet.concrete;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// What a calculation takes, found out before anything is allocated.
final class Work {
  private static final double MOST_ENTRIES = 1 << 25;
  private static final double MOST_OPERATIONS = 2e10;

  /// Of an integrand, if it is smooth.
  private static final double EVALUATIONS = 100;

  private Work() {}

  /// @throws org.frechet.shape.Refusal if a calculation takes too much memory or time
  static void require(Iterable<Expr> nodes) {
    double entries = 0;
    double operations = 0;
    for (Expr e : nodes) {
      entries += entries(e);
      operations += operations(e);
    }
    if (!(entries <= MOST_ENTRIES)) {
      throw tooMuch("memory: about %.1e numbers".formatted(entries));
    }
    if (!(operations <= MOST_OPERATIONS)) {
      throw tooMuch("time: about %.0e operations".formatted(operations));
    }
  }

  private static RuntimeException tooMuch(String what) {
    return Problem.of(Code.TOO_LARGE, "this calculation takes too much " + what)
        .hint("evaluate it for less data, or export it with diff --numpy")
        .refusal();
  }

  /// A condition on two arguments is that of an equation, which is solved by its matrix on vec.
  private static double entries(Expr e) {
    boolean onVec =
        e.node() instanceof Node.Apply a
            && ((Function) a.operator()).conditions().stream().anyMatch(c -> c.other().isPresent());
    return onVec ? 4 * count(e) * count(e) : count(e);
  }

  private static double operations(Expr e) {
    return switch (e.node()) {
      case Node.Prod p -> product(p.chain());
      case Node.Apply a -> {
        double work = entries(e) * Math.sqrt(entries(e) / count(e));
        for (Expr x : a.arguments()) {
          double least = Math.min(size(x.shape().rows()), size(x.shape().cols()));
          work += count(x) * Math.max(1, least);
        }
        yield work;
      }
      case Node.IndexSum s ->
          size(s.index().size())
              * Traversal.topological(s.body()).stream()
                  .mapToDouble(x -> count(x) + operations(x))
                  .sum();
      case Node.Integral i ->
          EVALUATIONS
              * Traversal.topological(i.body()).stream()
                  .mapToDouble(x -> count(x) + operations(x))
                  .sum();
      case Node.Bound _ -> 1;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> 1;
      case Node.Fill _, Node.Add _, Node.Hadamard _, Node.Pow _, Node.Transpose _ -> count(e);
      case Node.Slice _, Node.Block _, Node.Stop _ -> count(e);
    };
  }

  private static double product(List<Expr> chain) {
    double work = 1;
    for (int i = 0; i + 1 < chain.size(); i++) {
      double outer =
          Math.min(size(chain.getFirst().shape().rows()), size(chain.getLast().shape().cols()));
      double left = count(chain.get(i)) * outer;
      work += left + count(chain.get(i + 1)) * outer;
    }
    return work;
  }

  private static double count(Expr e) {
    return size(e.shape().rows()) * size(e.shape().cols());
  }

  private static double size(Dim d) {
    return d.isConstant() ? d.constant() : 1;
  }
}

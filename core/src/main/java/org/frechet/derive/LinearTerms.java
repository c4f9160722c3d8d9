package org.frechet.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.frechet.derive.Factoring.Group;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Shape;

/// Terms with one linear function: tr(A) + tr(B) is tr(A + B), I − diag(x) is diag(1 − x).
final class LinearTerms {
  private record Key(Function function, Shape argument) {}

  private LinearTerms() {}

  /// {@return for each linear function of two or more terms, the function of their sum}
  static List<Group> groups(List<Expr> terms, UnaryOperator<Expr> shorter) {
    Map<Key, List<Integer>> members = new LinkedHashMap<>();
    Map<Key, List<Expr>> arguments = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      Expr rest = function(terms.get(i));
      Node.Apply applied = applied(rest);
      if (applied != NONE
          && applied.operator() instanceof Function f
          && f.linearIn(0).isPresent()) {
        Expr scale =
            terms.get(i).isScalar()
                ? Algebra.mul(terms.get(i), Algebra.pow(rest, -1))
                : Algebra.scalarFactor(terms.get(i));
        Expr x = applied.arguments().getFirst();
        var key = new Key(f, x.shape());
        members.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
        arguments.computeIfAbsent(key, _ -> new ArrayList<>()).add(Algebra.mul(scale, x));
      }
    }
    var groups = new ArrayList<Group>();
    members.forEach((key, indices) -> {
      List<Expr> sum = arguments.getOrDefault(key, List.of());
      boolean identities =
          indices.stream().allMatch(i -> Algebra.isEye(Algebra.withoutScalars(terms.get(i))));
      if (indices.size() > 1 && !identities) {
        groups.add(new Group(indices, key.function().of(shorter.apply(Algebra.add(sum)))));
      }
    });
    return groups;
  }

  /// {@return the factor of a term that may be a linear function: of a scalar term the first such
  /// factor, of an array what is left without scalars}
  private static Expr function(Expr term) {
    if (term.isScalar() && term.node() instanceof Node.Prod p) {
      return p.scalars().stream().filter(LinearTerms::isLinear).findFirst().orElse(term);
    }
    return term.isScalar() ? term : Algebra.withoutScalars(term);
  }

  private static boolean isLinear(Expr e) {
    return e.node() instanceof Node.Apply a
        && a.arguments().size() == 1
        && ((Function) a.operator()).linearIn(0).isPresent();
  }

  /// {@return f(A) + f(B) for a linear function f(A + B)}
  static Expr spread(Expr e, Node.Apply a) {
    if (!isLinear(e)) {
      return e;
    }
    Expr x = Expanding.distribute(a.arguments().getFirst());
    return x.node() instanceof Node.Add sum
        ? Algebra.add(sum.terms().stream().map(t -> a.operator().canonical(List.of(t))).toList())
        : e;
  }

  private static final Node.Apply NONE =
      new Node.Apply(MatrixValued.KRON.function(), List.of(Algebra.ONE, Algebra.ONE));

  /// {@return the application of a function to one argument; the identity is diag of ones}
  private static Node.Apply applied(Expr e) {
    if (Algebra.isEye(e)) {
      return new Node.Apply(MatrixValued.DIAG.function(), List.of(Algebra.ones(e.shape().rows())));
    }
    return e.node() instanceof Node.Apply a && a.arguments().size() == 1 ? a : NONE;
  }
}

package org.frechet.solve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;

/// A linear map as a sum of terms `left*dX*right`, or `left*dX'*right` where transposed.
public record Coefficients(List<Term> terms) {
  /// One term; scalars stand in the left coefficient.
  public record Term(Expr left, boolean transposed, Expr right) {}

  public Coefficients {
    terms = List.copyOf(terms);
  }

  /// {@return the terms of a map; nothing if it is of another form, such as `A.*dX`}
  public static Optional<Coefficients> of(Expr map, Expr increment) {
    return terms(map, increment).map(Coefficients::new);
  }

  private static Optional<List<Term>> terms(Expr e, Expr dx) {
    return switch (e.node()) {
      case Node.Increment _ when e == dx ->
          Optional.of(
              List.of(
                  new Term(
                      Algebra.eye(dx.shape().rows()),
                      /* transposed= */ false,
                      Algebra.eye(dx.shape().cols()))));
      case Node.Add a -> sum(a, dx);
      case Node.Prod p -> product(p, dx);
      case Node.Transpose t ->
          terms(t.of(), dx)
              .map(all ->
                  all.stream()
                      .map(x ->
                          new Term(x.right().transpose(), !x.transposed(), x.left().transpose()))
                      .toList());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
          Optional.empty();
      case Node.Hadamard _, Node.Pow _, Node.Apply _, Node.Slice _, Node.Block _ ->
          Optional.empty();
      case Node.IndexSum _, Node.Stop _ -> Optional.empty();
      case Node.Bound _, Node.Integral _ -> Optional.empty();
    };
  }

  private static Optional<List<Term>> sum(Node.Add a, Expr dx) {
    var all = new ArrayList<Term>();
    for (Expr term : a.terms()) {
      Optional<List<Term>> some = terms(term, dx);
      if (some.isEmpty()) {
        return some;
      }
      all.addAll(some.get());
    }
    return Optional.of(all);
  }

  private static Optional<List<Term>> product(Node.Prod p, Expr dx) {
    List<Expr> factors = Traversal.children(p);
    int moving = -1;
    for (int i = 0; i < factors.size(); i++) {
      if (Traversal.contains(factors.get(i), dx)) {
        moving = i;
      }
    }
    if (moving < 0) {
      return Optional.empty();
    }
    int scalars = p.scalars().size();
    var scale = new ArrayList<>(p.scalars());
    scale.add(Algebra.number(p.coefficient()));
    Expr before;
    Expr after;
    Expr inner = factors.get(moving);
    if (moving < scalars) {
      scale.remove(moving);
      Expr rest = p.chain().isEmpty() ? Algebra.ONE : Algebra.mul(p.chain());
      if (!rest.shape().cols().isOne() && !rest.shape().rows().isOne()) {
        return Optional.empty(); // (a'*dX*b)*M acts on all of M at once
      }
      before = rest.shape().cols().isOne() ? rest : Algebra.ONE;
      after = rest.shape().cols().isOne() ? Algebra.ONE : rest;
    } else {
      int k = moving - scalars;
      before = part(p.chain().subList(0, k), inner.shape().rows());
      after = part(p.chain().subList(k + 1, p.chain().size()), inner.shape().cols());
    }
    Expr factor = Algebra.mul(scale);
    return terms(inner, dx)
        .map(all ->
            all.stream()
                .map(t ->
                    new Term(
                        Algebra.mul(factor, before, t.left()),
                        t.transposed(),
                        Algebra.mul(t.right(), after)))
                .toList());
  }

  private static Expr part(List<Expr> chain, org.frechet.shape.Dim size) {
    return chain.isEmpty() ? Algebra.eye(size) : Algebra.mul(chain);
  }

  /// {@return the same terms with dX for dX'} For symmetric X both are the same.
  Coefficients symmetric() {
    return new Coefficients(
        terms.stream().map(t -> new Term(t.left(), /* transposed= */ false, t.right())).toList());
  }

  boolean anyTransposed() {
    return terms.stream().anyMatch(Term::transposed);
  }

  boolean allTransposed() {
    return terms.stream().allMatch(Term::transposed);
  }

  /// {@return the fewest terms: those with one right coefficient are one term, or those with one
  /// left coefficient}
  Coefficients gathered() {
    List<Term> byRight = gathered(/* right= */ true);
    List<Term> byLeft = gathered(/* right= */ false);
    return new Coefficients(byLeft.size() < byRight.size() ? byLeft : byRight);
  }

  private List<Term> gathered(boolean right) {
    Map<Expr, List<Expr>> groups = new LinkedHashMap<>();
    for (Term t : terms) {
      Expr key = right ? t.right() : t.left();
      Expr sum = right ? t.left() : t.right();
      Expr scale = Algebra.scalarFactor(key);
      groups
          .computeIfAbsent(Algebra.withoutScalars(key), _ -> new ArrayList<>())
          .add(Algebra.mul(scale, sum));
    }
    var gathered = new ArrayList<Term>();
    groups.forEach((key, parts) -> {
      Expr sum = Tidy.of(Algebra.add(parts));
      gathered.add(
          right
              ? new Term(sum, terms.getFirst().transposed(), key)
              : new Term(key, terms.getFirst().transposed(), sum));
    });
    gathered.removeIf(t -> t.left().isZero() || t.right().isZero());
    return gathered;
  }
}

package org.frechet.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Node.Index;
import org.frechet.shape.Dim;

/// Sums over an index in whole-matrix form: `sum(i, (y(i) - X(i,:)*a)^2)` becomes `ones(n)'*(y -
/// X*a).^2`.
///
/// A sum splits by linearity, and factors without the index go out. What remains is a product of
/// scalars s(i), a column u(i) and a row v(i); [Batch] puts the values for all i into a vector s
/// and matrices U and V, and the sum is `U*diag(s)*V'`. A body of any other form keeps its index.
///
/// Diagonal matrices are a function of a later package: `eye(n).*(s*ones(n)')` stands for
/// `diag(s)`.
final class Vectorization {
  private final Index index;
  private final Batch batch;

  private Vectorization(Index index) {
    this.index = index;
    this.batch = new Batch(index);
  }

  /// {@return the sum of `body` over the index}
  static Expr sum(Index index, Expr body) {
    return new Vectorization(index).sum(body);
  }

  private Expr sum(Expr body) {
    if (!batch.depends(body)) {
      return Algebra.mul(Algebra.size(index.size()), body);
    }
    if (body.node() instanceof Node.Add a) {
      var whole = new ArrayList<Expr>();
      var rest = new ArrayList<Expr>();
      for (Expr term : a.terms()) {
        Expr sum = sum(term);
        if (sum.node() instanceof Node.IndexSum kept && kept.index().equals(index)) {
          rest.add(term);
        } else {
          whole.add(sum);
        }
      }
      if (!rest.isEmpty()) {
        whole.add(kept(Algebra.add(rest)));
      }
      return Algebra.add(whole);
    }
    return term(body).orElseGet(() -> kept(body));
  }

  private Expr kept(Expr body) {
    return Expr.of(new Node.IndexSum(index, body));
  }

  private Expr ones() {
    return Algebra.ones(index.size());
  }

  private Optional<Expr> term(Expr e) {
    if (e.node() instanceof Node.Prod p && (!Products.isDot(p))) {
      return product(p, e);
    }
    if (e.isScalar()) {
      return batch.entries(e).map(v -> Algebra.mul(ones().transpose(), v));
    }
    if (e.shape().cols().isOne()) {
      return batch.columns(e).map(m -> Algebra.mul(m, ones()));
    }
    return e.shape().rows().isOne()
        ? batch.columns(e.transpose()).map(m -> Algebra.mul(ones().transpose(), m.transpose()))
        : Optional.empty();
  }

  /// Takes factors without the index out, and sums what depends on it.
  private Optional<Expr> product(Node.Prod p, Expr whole) {
    var outside = new ArrayList<Expr>();
    var scalars = new ArrayList<Expr>();
    outside.add(Algebra.number(p.coefficient()));
    for (Expr s : p.scalars()) {
      (batch.depends(s) ? scalars : outside).add(s);
    }
    int first = 0;
    int end = p.chain().size();
    while (first < end && !batch.depends(p.chain().get(first))) {
      first++;
    }
    while (first < end && !batch.depends(p.chain().get(end - 1))) {
      end--;
    }
    List<Expr> core = p.chain().subList(first, end);
    Optional<Expr> sum = core.isEmpty() ? scalars(scalars) : chain(scalars, core);
    if (sum.isEmpty()) {
      Expr inside = Algebra.mul(with(scalars, p.chain()));
      return inside == whole
          ? Optional.empty()
          : Optional.of(Algebra.mul(with(outside, List.of(kept(inside)))));
    }
    var factors = new ArrayList<>(outside);
    if (core.isEmpty()) {
      factors.add(sum.get());
      factors.addAll(p.chain());
    } else {
      factors.addAll(p.chain().subList(0, first));
      factors.add(sum.get());
      factors.addAll(p.chain().subList(end, p.chain().size()));
    }
    return Optional.of(Algebra.mul(factors));
  }

  private static List<Expr> with(List<Expr> front, List<Expr> back) {
    var all = new ArrayList<>(front);
    all.addAll(back);
    return all;
  }

  /// {@return the sum of a product of scalars}: of two, the inner product `u'*v`
  private Optional<Expr> scalars(List<Expr> scalars) {
    if (scalars.size() == 2) {
      Optional<Expr> u = batch.entries(scalars.get(0));
      Optional<Expr> v = batch.entries(scalars.get(1));
      return u.isPresent() && v.isPresent()
          ? Optional.of(Algebra.mul(u.get().transpose(), v.get()))
          : Optional.empty();
    }
    return batch.entries(Algebra.mul(scalars)).map(v -> Algebra.mul(ones().transpose(), v));
  }

  /// {@return the sum of `s*u*v'`}, where the column u or the row v' may be missing
  private Optional<Expr> chain(List<Expr> scalars, List<Expr> core) {
    Expr left = core.getFirst();
    Expr right = core.getLast();
    Optional<Expr> s =
        scalars.isEmpty() ? Optional.of(ones()) : batch.entries(Algebra.mul(scalars));
    if (s.isEmpty()) {
      return s;
    }
    if (right.shape().cols().isOne()) {
      return batch.columns(Algebra.mul(core)).map(u -> Algebra.mul(u, s.get()));
    }
    if (left.shape().rows().isOne()) {
      return batch
          .columns(Algebra.mul(core).transpose())
          .map(v -> Algebra.mul(s.get().transpose(), v.transpose()));
    }
    for (int i = 1; i < core.size(); i++) {
      if (core.get(i).shape().rows().isOne()) {
        Optional<Expr> u = batch.columns(Algebra.mul(core.subList(0, i)));
        Optional<Expr> v = batch.columns(Algebra.mul(core.subList(i, core.size())).transpose());
        return u.isPresent() && v.isPresent()
            ? Optional.of(Algebra.mul(u.get(), diagonal(s.get()), v.get().transpose()))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Expr diagonal(Expr s) {
    Dim n = s.shape().rows();
    return Algebra.isOnes(s)
        ? Algebra.eye(n)
        : Algebra.hadamard(Algebra.eye(n), Algebra.mul(s, Algebra.ones(n).transpose()));
  }
}

package org.frechet.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.shape.Shape;

/// The values of an expression for all values of an index at once: of a scalar the vector of its
/// values, of a column the matrix whose column i is its value at i. Nothing where there is no such
/// form, as for `det(A + x(i)*B)`.
final class Batch {
  private static final Pick ALL = new Pick.All();

  /// Deeper expressions are left alone, so that the stack holds.
  private static final int MAX_DEPTH = 400;

  private final Index index;
  private final Map<Expr, Boolean> depends = new HashMap<>();
  private final Map<Expr, Optional<Expr>> entries = new HashMap<>();
  private final Map<Expr, Optional<Expr>> columns = new HashMap<>();
  private int depth;

  Batch(Index index) {
    this.index = index;
  }

  /// {@return whether the index stands in the expression}
  boolean depends(Expr e) {
    if (!depends.containsKey(e)) {
      for (Expr part : Traversal.topological(e)) {
        boolean here =
            part.node() instanceof Node.Slice s && (isIndex(s.rows()) || isIndex(s.cols()));
        boolean below =
            Traversal.children(part.node()).stream().anyMatch(c -> depends.getOrDefault(c, false));
        boolean rebound = part.node() instanceof Node.IndexSum s && s.index().equals(index);
        depends.put(part, here || (below && !rebound));
      }
    }
    return depends.getOrDefault(e, false);
  }

  private boolean isIndex(Pick pick) {
    return pick instanceof Pick.At(Index i) && i.equals(index);
  }

  private Expr ones() {
    return Algebra.ones(index.size());
  }

  /// {@return the vector of the values of a scalar}
  Optional<Expr> entries(Expr e) {
    if (!depends(e)) {
      return Optional.of(Algebra.mul(e, ones()));
    }
    Optional<Expr> known = entries.get(e);
    if (known == null) {
      depth++;
      known = depth > MAX_DEPTH ? Optional.empty() : freshEntries(e);
      depth--;
      entries.put(e, known);
    }
    return known;
  }

  private Optional<Expr> freshEntries(Expr e) {
    return switch (e.node()) {
      case Node.Slice s -> entry(s);
      case Node.Add a -> each(a.terms()).map(Algebra::add);
      case Node.Prod p when Products.isDot(p) -> dot(p.chain());
      case Node.Prod p ->
          each(p.scalars()).map(v -> Algebra.scale(p.coefficient(), Algebra.hadamard(v)));
      case Node.Pow p ->
          entries(p.base())
              .flatMap(base ->
                  depends(p.exponent())
                      ? entries(p.exponent()).map(k -> Algebra.pow(base, k))
                      : Optional.of(Algebra.pow(base, p.exponent())));
      case Node.Apply a when a.operator().elementwise() ->
          entries(a.arguments().getFirst()).map(x -> a.operator().canonical(List.of(x)));
      case Node.Stop s -> entries(s.of()).map(Algebra::stop);
      case Node.IndexSum s -> entries(s.body()).map(body -> Selection.sum(s.index(), body));
      case Node.Integral i when !depends(i.from()) && !depends(i.to()) ->
          entries(i.body()).map(body -> Integrals.of(i.variable(), body, i.from(), i.to()));
      case Node.Integral _ -> Optional.empty();
      case Node.Apply _, Node.Block _, Node.Hadamard _, Node.Transpose _ -> Optional.empty();
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          Optional.empty();
    };
  }

  private Optional<List<Expr>> each(List<Expr> scalars) {
    var vectors = new ArrayList<Expr>();
    for (Expr s : scalars) {
      Optional<Expr> v = entries(s);
      if (v.isEmpty()) {
        return Optional.empty();
      }
      vectors.add(v.get());
    }
    return Optional.of(vectors);
  }

  /// `x(i)`, `X(i,2)`, `X(j,i)`, `X(i,i)`.
  private Optional<Expr> entry(Node.Slice s) {
    if (depends(s.of())) {
      return Optional.empty();
    }
    if (isIndex(s.rows()) && isIndex(s.cols())) {
      Expr diagonal = Algebra.hadamard(s.of(), Algebra.eye(index.size()));
      return Optional.of(Algebra.mul(diagonal, ones()));
    }
    return Optional.of(
        isIndex(s.rows())
            ? Selection.slice(s.of(), ALL, s.cols())
            : Selection.slice(s.of(), s.rows(), ALL).transpose());
  }

  /// `u(i)'*M*v(i)` for all i: the row sums of `(U'*M).*V'`; with v constant, `U'*M*v`.
  private Optional<Expr> dot(List<Expr> chain) {
    int n = chain.size();
    Expr first = chain.getFirst();
    Expr last = chain.getLast();
    if (chain.subList(1, n - 1).stream().anyMatch(this::depends)) {
      return Optional.empty();
    }
    if (!depends(first)) {
      Expr row = Algebra.mul(chain.subList(0, n - 1));
      return columns(last).map(v -> Algebra.mul(v.transpose(), row.transpose()));
    }
    Optional<Expr> u = columns(first.transpose()).map(Expr::transpose);
    if (!depends(last)) {
      return u.map(rows -> Algebra.mul(rows, Algebra.mul(chain.subList(1, n))));
    }
    Optional<Expr> v = columns(last).map(Expr::transpose);
    if (u.isEmpty() || v.isEmpty()) {
      return Optional.empty();
    }
    var left = new ArrayList<>(List.of(u.get()));
    left.addAll(chain.subList(1, n - 1));
    Expr products = Algebra.hadamard(Algebra.mul(left), v.get());
    return Optional.of(Algebra.mul(products, Algebra.ones(products.shape().cols())));
  }

  /// {@return the matrix whose column i is the value of the column at i}
  Optional<Expr> columns(Expr e) {
    if (!depends(e)) {
      return Optional.of(Algebra.mul(e, ones().transpose()));
    }
    if (e.isScalar()) {
      return entries(e).map(Expr::transpose);
    }
    Optional<Expr> known = columns.get(e);
    if (known == null) {
      depth++;
      known = depth > MAX_DEPTH ? Optional.empty() : freshColumns(e);
      depth--;
      columns.put(e, known);
    }
    return known;
  }

  private Optional<Expr> freshColumns(Expr e) {
    if (!e.shape().cols().isOne()) {
      return Optional.empty();
    }
    return switch (e.node()) {
      case Node.Slice s when isIndex(s.cols()) && !isIndex(s.rows()) && !depends(s.of()) ->
          Optional.of(Selection.slice(s.of(), s.rows(), ALL));
      case Node.Transpose(Expr row)
          when row.node() instanceof Node.Slice s
              && isIndex(s.rows())
              && !isIndex(s.cols())
              && !depends(s.of()) ->
          Optional.of(Selection.slice(s.of(), ALL, s.cols()).transpose());
      case Node.Add a -> eachColumn(a.terms()).map(Algebra::add);
      case Node.Hadamard h -> eachColumn(h.factors()).map(Algebra::hadamard);
      case Node.Prod p -> product(p, e);
      case Node.Pow p -> power(p, e.shape());
      case Node.Apply a when a.operator().elementwise() ->
          columns(a.arguments().getFirst()).map(x -> a.operator().canonical(List.of(x)));
      case Node.Stop s -> columns(s.of()).map(Algebra::stop);
      case Node.IndexSum s -> columns(s.body()).map(body -> Selection.sum(s.index(), body));
      case Node.Integral i when !depends(i.from()) && !depends(i.to()) ->
          columns(i.body()).map(body -> Integrals.of(i.variable(), body, i.from(), i.to()));
      case Node.Integral _ -> Optional.empty();
      case Node.Block b when b.rows().stream().allMatch(row -> row.size() == 1) ->
          eachColumn(b.rows().stream().map(List::getFirst).toList())
              .map(parts -> Algebra.block(parts.stream().map(List::of).toList()));
      case Node.Slice _, Node.Transpose _, Node.Apply _, Node.Block _ -> Optional.empty();
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          Optional.empty();
    };
  }

  private Optional<List<Expr>> eachColumn(List<Expr> parts) {
    var matrices = new ArrayList<Expr>();
    for (Expr part : parts) {
      Optional<Expr> m = columns(part);
      if (m.isEmpty()) {
        return Optional.empty();
      }
      matrices.add(m.get());
    }
    return Optional.of(matrices);
  }

  /// `s(i)*M*u(i)`: the columns `M*U`, each times its scalar; with u constant, `M*u*s'`.
  private Optional<Expr> product(Node.Prod p, Expr e) {
    Optional<List<Expr>> scalars = each(p.scalars().stream().filter(this::depends).toList());
    if (p.chain().stream().noneMatch(this::depends)) {
      var outer = new ArrayList<>(p.scalars().stream().filter(s -> !depends(s)).toList());
      outer.addAll(p.chain());
      return scalars.map(s -> {
        outer.add(Algebra.hadamard(s).transpose());
        return Algebra.scale(p.coefficient(), Algebra.mul(outer));
      });
    }
    int n = p.chain().size();
    boolean constant = p.chain().subList(0, n - 1).stream().noneMatch(this::depends);
    Optional<Expr> last = constant ? columns(p.chain().getLast()) : Optional.empty();
    if (scalars.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    var factors = new ArrayList<Expr>();
    factors.add(Algebra.number(p.coefficient()));
    p.scalars().stream().filter(s -> !depends(s)).forEach(factors::add);
    factors.addAll(p.chain().subList(0, n - 1));
    factors.add(last.get());
    var entrywise = new ArrayList<Expr>();
    entrywise.add(Algebra.mul(factors));
    for (Expr s : scalars.get()) {
      entrywise.add(repeated(s, e.shape()));
    }
    return Optional.of(Algebra.hadamard(entrywise));
  }

  /// {@return the scalars as a matrix that has one of them in each column}
  private static Expr repeated(Expr scalars, Shape column) {
    return Algebra.mul(Algebra.ones(column.rows()), scalars.transpose());
  }

  private Optional<Expr> power(Node.Pow p, Shape column) {
    Optional<Expr> base =
        p.base().isScalar() ? entries(p.base()).map(b -> repeated(b, column)) : columns(p.base());
    if (!depends(p.exponent()) && p.exponent().isScalar()) {
      return base.map(b -> Algebra.pow(b, p.exponent()));
    }
    Optional<Expr> exponent =
        p.exponent().isScalar()
            ? entries(p.exponent()).map(k -> repeated(k, column))
            : columns(p.exponent());
    return base.isPresent() && exponent.isPresent()
        ? Optional.of(Algebra.pow(base.get(), exponent.get()))
        : Optional.empty();
  }
}

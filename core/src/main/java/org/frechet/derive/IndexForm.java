package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// A derivative entry by entry: the array `D(i,j,k,l) = ∂F(i,j)/∂X(k,l)`, of any rank, with every
/// matrix product written as a sum over an index.
///
/// The entry is the derivative along the unit matrix that is one at (k,l): unit vectors select, so
/// that Kronecker deltas contract by themselves.
///
/// @param indices those of the function, then those of the variable, once for each order
/// @param entry a scalar expression in these indices
public record IndexForm(List<Index> indices, Expr entry) {
  private static final List<String> LETTERS =
      List.of("i", "j", "k", "l", "p", "q", "r", "s", "t", "u", "v", "w");

  /// {@return the index form of a derivative} @param taken names with another meaning
  static IndexForm of(Derivation d, Set<String> taken) {
    var writer = new Writer(taken);
    Expr x = d.variable();
    boolean gradient = d.source().isScalar() && !x.isScalar();
    Expr array = gradient ? gradient(d) : d.source();
    List<Pick> picks = writer.picks(array.shape());
    for (int i = gradient ? 1 : 0; i < d.order(); i++) {
      Expr unit = writer.unit(x.shape());
      Expr map = Differential.of(array, x);
      array = Tidy.of(Traversal.substitute(map, Map.of(Algebra.increment(x), unit)));
    }
    Expr entry = Tidy.of(Selection.slice(array, picks.get(0), picks.get(1)));
    var indices = List.copyOf(writer.used);
    return new IndexForm(indices, writer.entry(entry, picks.get(0), picks.get(1)));
  }

  /// {@return the gradient in the shape of the variable}
  private static Expr gradient(Derivation d) {
    Derivation first = d;
    while (first.last().isPresent()) {
      first = first.last().get();
    }
    Expr g = first.value().orElseThrow();
    return first.numerator() ? g.transpose() : g;
  }

  /// {@return calls of `einsum` with the same value, if the entry is a sum of products of entries}
  public java.util.Optional<String> einsum() {
    return Einsum.of(this);
  }

  /// {@return the sum of all entries, each times the weights that belong to its indices}
  public Expr weighted(List<Expr> weights) {
    var factors = new ArrayList<Expr>(List.of(entry));
    int next = 0;
    for (Expr w : weights) {
      Pick row = w.shape().rows().isOne() ? new Pick.All() : new Pick.At(indices.get(next++));
      Pick col = w.shape().cols().isOne() ? new Pick.All() : new Pick.At(indices.get(next++));
      factors.add(Selection.slice(w, row, col));
    }
    Expr sum = Algebra.mul(factors);
    for (Index i : indices.reversed()) {
      sum = Selection.indexed(i, sum);
    }
    return sum;
  }

  /// Hands out indices, and writes products as sums over them.
  private static final class Writer {
    private final Set<String> taken;
    private final List<Index> used = new ArrayList<>();
    private int next;

    Writer(Set<String> taken) {
      this.taken = taken;
    }

    private Index fresh(Dim size) {
      String name;
      do {
        int round = next / LETTERS.size();
        name = LETTERS.get(next++ % LETTERS.size()) + (round == 0 ? "" : round);
      } while (taken.contains(name));
      return new Index(name, size);
    }

    private Pick pick(Dim size) {
      if (size.isOne()) {
        return new Pick.All();
      }
      used.add(fresh(size));
      return new Pick.At(used.getLast());
    }

    List<Pick> picks(Shape shape) {
      return List.of(pick(shape.rows()), pick(shape.cols()));
    }

    /// {@return the matrix that is one at new indices and zero elsewhere}
    Expr unit(Shape shape) {
      List<Pick> picks = picks(shape);
      return Algebra.mul(
          Selection.columns(shape.rows(), picks.get(0)),
          Selection.columns(shape.cols(), picks.get(1)).transpose());
    }

    /// {@return the entry of `e` at (row, col), where `e` may be scalar already}
    Expr entry(Expr e, Pick row, Pick col) {
      return switch (e.node()) {
        case Node.Add a -> Algebra.add(a.terms().stream().map(t -> entry(t, row, col)).toList());
        case Node.Prod p -> product(p, row, col);
        case Node.Hadamard h ->
            Algebra.mul(h.factors().stream().map(f -> entry(f, row, col)).toList());
        case Node.Pow p ->
            Algebra.pow(
                entry(p.base(), row, col),
                p.exponent().isScalar() ? p.exponent() : entry(p.exponent(), row, col));
        case Node.Transpose t -> entry(t.of(), col, row);
        case Node.Apply a when a.operator().elementwise() ->
            a.operator().canonical(List.of(entry(a.arguments().getFirst(), row, col)));
        case Node.Slice s when selects(s, row, col) ->
            entry(s.of(), within(s.rows(), row), within(s.cols(), col));
        case Node.Integral i ->
            Integrals.of(i.variable(), entry(i.body(), row, col), i.from(), i.to());
        case Node.Bound _ -> e;
        case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
            Selection.slice(e, row, col);
        case Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ ->
            Selection.slice(e, row, col);
      };
    }

    private static boolean selects(Node.Slice s, Pick row, Pick col) {
      return (s.rows() instanceof Pick.All || row instanceof Pick.All)
          && (s.cols() instanceof Pick.All || col instanceof Pick.All);
    }

    private static Pick within(Pick inner, Pick outer) {
      return inner instanceof Pick.All ? outer : inner;
    }

    private Expr product(Node.Prod p, Pick row, Pick col) {
      var factors = new ArrayList<Expr>();
      factors.add(Algebra.number(p.coefficient()));
      p.scalars().forEach(s -> factors.add(entry(s, new Pick.All(), new Pick.All())));
      var sums = new ArrayList<Index>();
      Pick left = row;
      for (int i = 0; i < p.chain().size(); i++) {
        Expr f = p.chain().get(i);
        Pick right = col;
        if (i < p.chain().size() - 1) {
          Index k = fresh(f.shape().cols());
          sums.add(k);
          right = new Pick.At(k);
        }
        factors.add(entry(f, left, right));
        left = right;
      }
      Expr body = Algebra.mul(factors.subList(sums.isEmpty() ? 0 : 1, factors.size()));
      for (Index k : sums.reversed()) {
        body = Selection.indexed(k, body);
      }
      return sums.isEmpty() ? body : Algebra.scale(p.coefficient(), body);
    }
  }
}

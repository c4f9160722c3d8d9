package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.explain.IndexTerm.Applied;
import org.frechet.explain.IndexTerm.Delta;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Over;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.explain.IndexTerm.Power;
import org.frechet.explain.IndexTerm.Product;
import org.frechet.explain.IndexTerm.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;

/// Reads sums over indices as products of matrices: `∑ⱼ Aₖⱼ xⱼ` is the entry k of `A*x`.
final class IndexMatrix {
  private static final Pick ALL = IndexTranslation.ALL;

  private final List<Pick> of;

  /// @param of the places that the result should have, row and column, where it has two
  private IndexMatrix(List<Pick> of) {
    this.of = of;
  }

  /// {@return the term with no sum over an index left, if it can be read as matrices}
  static Optional<IndexTerm> read(IndexTerm t, List<Pick> of) {
    var reader = new IndexMatrix(of);
    if (t instanceof Sum(List<IndexTerm> terms)) {
      var read = new ArrayList<IndexTerm>();
      for (IndexTerm term : terms) {
        Optional<IndexTerm> one = reader.term(term);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        read.add(one.get());
      }
      return Optional.of(IndexTerm.sum(read));
    }
    return reader.term(t);
  }

  private Optional<IndexTerm> term(IndexTerm t) {
    if (t.depth() == 0) {
      return Optional.of(t);
    }
    var sums = new HashSet<Index>();
    Optional<List<Entry>> factors = factors(t, sums).map(f -> Contraction.of(f, sums));
    if (factors.isEmpty()) {
      return Optional.empty();
    }
    var read = new ArrayList<IndexTerm>();
    Rational c = IndexTerm.coefficient(t);
    for (Entry e : factors.get()) {
      if (indices(e).stream().anyMatch(sums::contains)) {
        return Optional.empty();
      }
      Expr array = e.array();
      Rational number = Algebra.coefficient(array);
      c = c.times(number);
      Entry one = new Entry(Algebra.scale(number.inverse(), array), e.row(), e.col());
      read.add(delta(one).orElseGet(() -> turned(one)));
    }
    read.addFirst(IndexTerm.number(c));
    read.removeIf(e -> e instanceof Entry(Expr array, _, _) && array == Algebra.ONE);
    return Optional.of(IndexTerm.product(read));
  }

  /// {@return the entry of an identity matrix, or of a column of it, as a delta}
  private static Optional<IndexTerm> delta(Entry e) {
    if (e.array().node() instanceof Node.Slice s && Algebra.isEye(s.of())) {
      Pick row = IndexTranslation.within(s.rows(), e.row());
      Pick col = IndexTranslation.within(s.cols(), e.col());
      return Optional.of(IndexTerm.delta(row, col, s.of().shape().rows()));
    }
    return Algebra.isEye(e.array())
        ? Optional.of(IndexTerm.delta(e.row(), e.col(), e.array().shape().rows()))
        : Optional.empty();
  }

  /// {@return the entry with row and column in the order in which the result has them}
  private Entry turned(Entry e) {
    boolean swap =
        indices(e).size() == 2
            && ((e.row().equals(of.getLast()) && !e.row().equals(ALL))
                || (e.col().equals(of.getFirst()) && !e.col().equals(ALL)));
    return swap ? e.turned() : e;
  }

  static List<Index> indices(Entry e) {
    var found = new ArrayList<Index>();
    for (Pick p : List.of(e.row(), e.col())) {
      if (p instanceof Pick.At(Index i)) {
        found.add(i);
      }
    }
    return found;
  }

  /// {@return the factors as entries, and the indices that they are summed over}
  private static Optional<List<Entry>> factors(IndexTerm t, Set<Index> sums) {
    var entries = new ArrayList<Entry>();
    IndexTerm body = t instanceof Product ? t : IndexTerm.plain(t);
    var open = new ArrayList<>(body instanceof Product(_, List<IndexTerm> fs) ? fs : List.of(body));
    if (open.stream().filter(f -> f instanceof Over).count() == 1) {
      while (open.stream().anyMatch(f -> f instanceof Over)) {
        Over o = (Over) open.stream().filter(f -> f instanceof Over).findFirst().orElseThrow();
        boolean bare = o.body() instanceof Product p && p.factors().isEmpty();
        open.remove(o);
        sums.add(o.index());
        if (!bare) {
          open.addAll(o.body() instanceof Product(_, List<IndexTerm> fs) ? fs : List.of(o.body()));
        }
        if (open.stream().filter(f -> f instanceof Over).count() > 1) {
          break;
        }
      }
    }
    for (IndexTerm f : open) {
      Optional<Entry> e = array(f);
      if (e.isEmpty() || IndexTranslation.free(e.get().array()).stream().anyMatch(sums::contains)) {
        return Optional.empty();
      }
      entries.add(e.get());
    }
    return Optional.of(entries);
  }

  /// {@return the entry of a row or column, where one of the two places is a number}
  private static Entry selected(Entry e) {
    boolean row = e.row() instanceof Pick.Range;
    boolean col = e.col() instanceof Pick.Range;
    return row || col
        ? new Entry(
            Selection.slice(e.array(), row ? e.row() : ALL, col ? e.col() : ALL),
            row ? ALL : e.row(),
            col ? ALL : e.col())
        : e;
  }

  /// {@return the array of which this is an entry}
  private static Optional<Entry> array(IndexTerm t) {
    return switch (t) {
      case Entry e -> Optional.of(selected(e));
      case Delta(Pick one, Pick other, var size) ->
          Optional.of(selected(new Entry(Algebra.eye(size), one, other)));
      case Applied a -> array(a.argument()).map(x -> new Entry(a.of(x.array()), x.row(), x.col()));
      case Power(IndexTerm base, IndexTerm exponent) ->
          exponent instanceof Product(Rational c, List<IndexTerm> rest) && rest.isEmpty()
              ? array(base)
                  .map(x -> new Entry(Algebra.pow(x.array(), Algebra.number(c)), x.row(), x.col()))
              : Optional.empty();
      case Sum(List<IndexTerm> terms) -> sum(terms);
      case Over _, Product _ -> product(t);
      case Partial _ -> Optional.empty();
    };
  }

  private static Optional<Entry> product(IndexTerm t) {
    var sums = new HashSet<Index>();
    return factors(t, sums)
        .map(f -> Contraction.of(f, sums))
        .flatMap(Contraction::joined)
        .filter(e -> indices(e).stream().noneMatch(sums::contains))
        .map(e -> new Entry(Algebra.scale(IndexTerm.coefficient(t), e.array()), e.row(), e.col()));
  }

  /// The terms have the same indices; a scalar counts for every entry.
  private static Optional<Entry> sum(List<IndexTerm> terms) {
    var entries = new ArrayList<Entry>();
    for (IndexTerm t : terms) {
      Optional<Entry> e = array(t);
      if (e.isEmpty()) {
        return Optional.empty();
      }
      entries.add(e.get());
    }
    Entry most =
        entries.stream()
            .reduce((a, b) -> indices(b).size() > indices(a).size() ? b : a)
            .orElseThrow();
    var arrays = new ArrayList<Expr>();
    for (Entry e : entries) {
      if (e.array().isScalar()) {
        arrays.add(Algebra.mul(e.array(), Algebra.ones(most.array().shape())));
      } else if (e.row().equals(most.row()) && e.col().equals(most.col())) {
        arrays.add(e.array());
      } else if (e.row().equals(most.col()) && e.col().equals(most.row())) {
        arrays.add(e.array().transpose());
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(new Entry(Algebra.add(arrays), most.row(), most.col()));
  }

  /// Multiplies factors that share an index which is summed over.
  private static final class Contraction {
    private final List<Entry> factors = new ArrayList<>();
    private final Set<Index> sums;

    private Contraction(Set<Index> sums) {
      this.sums = sums;
    }

    /// Of what does not have an index, the sum over it is as many times the same.
    static List<Entry> of(List<Entry> entries, Set<Index> sums) {
      var c = new Contraction(sums);
      entries.forEach(c::add);
      sums.stream()
          .filter(i -> entries.stream().noneMatch(e -> indices(e).contains(i)))
          .forEach(i -> c.add(new Entry(Algebra.size(i.size()), ALL, ALL)));
      while (c.step()) {}
      return c.factors;
    }

    /// {@return all factors as one}
    static Optional<Entry> joined(List<Entry> entries) {
      var c = new Contraction(Set.of());
      entries.forEach(c::add);
      while (c.outer()) {}
      return c.factors.size() == 1
          ? Optional.of(c.factors.getFirst())
          : c.factors.isEmpty() ? Optional.of(new Entry(Algebra.ONE, ALL, ALL)) : Optional.empty();
    }

    /// Vectors stand as columns, a repeated index takes the diagonal, entries with the same indices
    /// are one of a Hadamard product.
    private void add(Entry e) {
      Entry f = e;
      if (f.row().equals(ALL) && !f.col().equals(ALL)) {
        f = new Entry(f.array().transpose(), f.col(), ALL);
      }
      if (isRepeated(f) && !sums.containsAll(indices(f))) {
        f = diagonal(f);
      }
      for (Entry g : List.copyOf(factors)) {
        boolean same = g.row().equals(f.row()) && g.col().equals(f.col());
        boolean turned = g.row().equals(f.col()) && g.col().equals(f.row());
        boolean inner = !indices(f).isEmpty() && sums.containsAll(indices(f));
        if ((same || turned) && !inner) {
          factors.remove(g);
          Expr h = same ? f.array() : f.array().transpose();
          add(new Entry(times(g.array(), h), g.row(), g.col()));
          return;
        }
      }
      factors.add(f);
    }

    private static Expr times(Expr a, Expr b) {
      return a.isScalar() || b.isScalar() ? Algebra.mul(a, b) : Algebra.hadamard(a, b);
    }

    private boolean isAlone(Entry e) {
      return factors.stream()
          .flatMap(f -> indices(f).stream())
          .noneMatch(i -> indices(e).contains(i));
    }

    private static boolean isRepeated(Entry e) {
      return e.row().equals(e.col()) && !e.row().equals(ALL);
    }

    private static Entry diagonal(Entry e) {
      return new Entry(MatrixValued.diag(e.array()), e.row(), ALL);
    }

    private boolean step() {
      for (int most = 1; most <= 2; most++) {
        for (Index i : sums) {
          List<Entry> with = factors.stream().filter(f -> indices(f).contains(i)).toList();
          boolean vector = with.stream().anyMatch(f -> indices(f).size() == 1);
          if (!with.isEmpty() && (vector || most == 2) && sum(i, with)) {
            return true;
          }
        }
      }
      return merged();
    }

    /// {@return whether two factors with the same indices were multiplied entry by entry}
    private boolean merged() {
      for (Entry a : factors) {
        for (Entry b : factors) {
          boolean same = a.row().equals(b.row()) && a.col().equals(b.col());
          if (a != b && same && !indices(a).isEmpty()) {
            factors.remove(a);
            factors.remove(b);
            factors.add(new Entry(times(a.array(), b.array()), a.row(), a.col()));
            return true;
          }
        }
      }
      return false;
    }

    private boolean sum(Index i, List<Entry> with) {
      Pick at = new Pick.At(i);
      Optional<Entry> repeated = with.stream().filter(Contraction::isRepeated).findFirst();
      if (repeated.isPresent()) {
        factors.remove(repeated.get());
        add(
            with.size() == 1
                ? new Entry(ScalarValued.tr(repeated.get().array()), ALL, ALL)
                : diagonal(repeated.get()));
        return true;
      }
      if (with.size() == 1) {
        Entry f = with.getFirst();
        factors.remove(f);
        if (sums.containsAll(indices(f)) && isAlone(f)) {
          add(new Entry(ScalarValued.sum(f.array()), ALL, ALL));
          return true;
        }
        Entry m = f.row().equals(at) ? f.turned() : f;
        add(
            m.row().equals(ALL)
                ? new Entry(ScalarValued.sum(m.array()), ALL, ALL)
                : new Entry(Algebra.mul(m.array(), Algebra.ones(i.size())), m.row(), ALL));
        return true;
      }
      if (with.size() == 2) {
        Entry a = with.getFirst().col().equals(at) ? with.getFirst() : with.getFirst().turned();
        Entry b = with.getLast().row().equals(at) ? with.getLast() : with.getLast().turned();
        factors.removeAll(with);
        add(new Entry(Algebra.mul(a.array(), b.array()), a.row(), b.col()));
        return true;
      }
      List<Entry> vectors = with.stream().filter(f -> indices(f).size() == 1).toList();
      if (vectors.size() > 1) {
        Entry a = vectors.getFirst();
        Entry b = vectors.getLast();
        factors.removeAll(List.of(a, b));
        factors.add(new Entry(times(a.array(), b.array()), a.row(), a.col()));
        return true;
      }
      Optional<Entry> vector = vectors.stream().findFirst();
      Optional<Entry> matrix = with.stream().filter(f -> indices(f).size() == 2).findFirst();
      if (vector.isEmpty() || matrix.isEmpty()) {
        return false;
      }
      Entry m = matrix.get().row().equals(at) ? matrix.get() : matrix.get().turned();
      factors.remove(vector.get());
      factors.remove(matrix.get());
      Expr scaled = Algebra.mul(MatrixValued.diag(vector.get().array()), m.array());
      add(new Entry(scaled, m.row(), m.col()));
      return true;
    }

    /// Scalars, vectors along the rows and columns of a matrix, and two vectors side by side.
    private boolean outer() {
      for (Entry a : factors) {
        for (Entry b : factors) {
          Optional<Entry> one = a == b ? Optional.empty() : pair(a, b);
          if (one.isPresent()) {
            factors.remove(a);
            factors.remove(b);
            add(one.get());
            return true;
          }
        }
      }
      return false;
    }

    private static Optional<Entry> pair(Entry a, Entry b) {
      if (a.array().isScalar()) {
        return Optional.of(new Entry(Algebra.mul(a.array(), b.array()), b.row(), b.col()));
      }
      if (indices(a).size() == 1 && indices(b).size() == 1) {
        return Optional.of(
            new Entry(Algebra.mul(a.array(), b.array().transpose()), a.row(), b.row()));
      }
      if (indices(a).size() == 1 && indices(b).size() == 2) {
        Expr d = MatrixValued.diag(a.array());
        return a.row().equals(b.row())
            ? Optional.of(new Entry(Algebra.mul(d, b.array()), b.row(), b.col()))
            : a.row().equals(b.col())
                ? Optional.of(new Entry(Algebra.mul(b.array(), d), b.row(), b.col()))
                : Optional.empty();
      }
      return Optional.empty();
    }
  }
}

package org.frechet.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.expr.Node.Pick;
import org.frechet.shape.Dim;

/// Rows, columns, blocks and entries, and sums over an index. A selection goes inward as far as it
/// can: `(A*x)(1)` is `A(1,:)*x`.
public final class Selection {
  private static final Pick ALL = new Pick.All();

  /// Of larger expressions a selection stays outside: going inward follows every branch.
  private static final long LARGEST = 3000;

  private Selection() {}

  public static Expr slice(Expr e, Pick rows, Pick cols) {
    Pick r = covers(rows, e.shape().rows());
    Pick c = covers(cols, e.shape().cols());
    if (r.equals(ALL) && c.equals(ALL)) {
      return e;
    }
    var node = new Node.Slice(e, r, c);
    var shape = Types.shape(node);
    if (e.weight() > LARGEST) {
      return Expr.of(node);
    }
    return switch (e.node()) {
      case Node.Add a -> {
        var parts = new ArrayList<Expr>();
        a.terms().forEach(t -> parts.add(slice(t, r, c)));
        yield Algebra.add(parts);
      }
      case Node.Prod p -> {
        var factors = new ArrayList<>(p.scalars());
        var chain = new ArrayList<>(p.chain());
        chain.set(0, slice(chain.getFirst(), r, chain.size() == 1 ? c : ALL));
        if (chain.size() > 1) {
          chain.set(chain.size() - 1, slice(chain.getLast(), ALL, c));
        }
        factors.addAll(chain);
        yield Products.of(p.coefficient(), factors);
      }
      case Node.Hadamard h -> {
        var parts = new ArrayList<Expr>();
        h.factors().forEach(f -> parts.add(slice(f, r, c)));
        yield Algebra.hadamard(parts);
      }
      case Node.Pow p when p.exponent().isScalar() ->
          Algebra.pow(slice(p.base(), r, c), p.exponent());
      case Node.Transpose t -> slice(t.of(), c, r).transpose();
      case Node.Apply a when a.operator().elementwise() ->
          a.operator().canonical(List.of(slice(a.arguments().getFirst(), r, c)));
      case Node.Fill f ->
          switch (f.kind()) {
            case ZEROS -> Algebra.zeros(shape);
            case ONES -> Algebra.ones(shape);
            case EYE -> identity(node, r, c);
            case COMMUTATION, DUPLICATION, ELIMINATION -> Expr.of(node);
          };
      case Node.Slice s when composes(r, s.rows()) && composes(c, s.cols()) ->
          slice(s.of(), compose(r, s.rows()), compose(c, s.cols()));
      case Node.Block b -> block(b, node, r, c);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          Expr.of(node);
      case Node.Integral i -> Integrals.of(i.variable(), slice(i.body(), r, c), i.from(), i.to());
      case Node.Pow _, Node.Apply _, Node.Slice _, Node.IndexSum _, Node.Stop _ -> Expr.of(node);
    };
  }

  private static Pick covers(Pick pick, Dim size) {
    boolean all =
        switch (pick) {
          case Pick.All() -> true;
          case Pick.Range(int first, int last) ->
              first == 1 && size.isConstant() && size.constant() == last;
          case Pick.At _ -> size.isOne();
        };
    return all ? ALL : pick;
  }

  private static boolean isPoint(Pick pick) {
    return pick instanceof Pick.At || (pick instanceof Pick.Range(int a, int b) && a == b);
  }

  /// Rows of an identity are columns transposed; an entry off or on the diagonal is a number.
  private static Expr identity(Node.Slice node, Pick r, Pick c) {
    if (r.equals(ALL)) {
      return Expr.of(node);
    }
    if (c.equals(ALL)) {
      return Expr.of(new Node.Slice(node.of(), ALL, r)).transpose();
    }
    if (r instanceof Pick.Range(int i, int _)
        && isPoint(r)
        && c instanceof Pick.Range(int j, int _)
        && isPoint(c)) {
      return i == j ? Algebra.ONE : Algebra.ZERO;
    }
    return r.equals(c) && isPoint(r) ? Algebra.ONE : Expr.of(node);
  }

  private static boolean composes(Pick outer, Pick inner) {
    return outer.equals(ALL)
        || inner.equals(ALL)
        || (outer instanceof Pick.Range && inner instanceof Pick.Range);
  }

  private static Pick compose(Pick outer, Pick inner) {
    if (outer.equals(ALL) || inner.equals(ALL)) {
      return outer.equals(ALL) ? inner : outer;
    }
    var o = (Pick.Range) outer;
    var i = (Pick.Range) inner;
    return new Pick.Range(i.first() + o.first() - 1, i.first() + o.last() - 1);
  }

  /// A selection from a matrix of scalars picks among them; a single entry, row or column of blocks
  /// of known sizes is taken from the block in which it stands.
  private static Expr block(Node.Block b, Node.Slice node, Pick r, Pick c) {
    if (r instanceof Pick.At || c instanceof Pick.At) {
      return Expr.of(node);
    }
    if (b.rows().stream().allMatch(row -> row.stream().allMatch(Expr::isScalar))) {
      var rows = new ArrayList<List<Expr>>();
      for (List<Expr> row : pick(b.rows(), r)) {
        rows.add(pick(row, c));
      }
      return Algebra.block(rows);
    }
    if (isPoint(r) && isPoint(c)) {
      int[] i = {((Pick.Range) r).first()};
      List<Expr> row = standing(b.rows(), i, x -> x.getFirst().shape().rows()).orElse(List.of());
      int[] j = {((Pick.Range) c).first()};
      Optional<Expr> part = standing(row, j, x -> x.shape().cols());
      if (part.isPresent()) {
        return slice(part.get(), new Pick.Range(i[0], i[0]), new Pick.Range(j[0], j[0]));
      }
    }
    return Expr.of(node);
  }

  /// {@return the part in which place `at[0]` stands, which becomes the place within the part}
  private static <T> Optional<T> standing(List<T> parts, int[] at, Function<T, Dim> size) {
    for (T part : parts) {
      if (!size.apply(part).isConstant()) {
        return Optional.empty();
      }
      int n = (int) size.apply(part).constant();
      if (at[0] <= n) {
        return Optional.of(part);
      }
      at[0] -= n;
    }
    return Optional.empty();
  }

  private static <T> List<T> pick(List<T> from, Pick pick) {
    return pick instanceof Pick.Range(int first, int last) ? from.subList(first - 1, last) : from;
  }

  /// {@return the columns of an identity that a pick selects}
  public static Expr columns(Dim size, Pick pick) {
    return slice(Algebra.eye(size), ALL, pick);
  }

  /// {@return the columns of an identity that `e` consists of, or All if it is something else}
  static Pick unitColumns(Expr e) {
    return e.node() instanceof Node.Slice s && Algebra.isEye(s.of()) && s.rows().equals(ALL)
        ? s.cols()
        : ALL;
  }

  /// {@return `a*b` where one of them selects from the other, otherwise `a` itself}
  static Expr unitProduct(Expr a, Expr b) {
    Pick right = unitColumns(b);
    if (!right.equals(ALL)) {
      return slice(a, ALL, right);
    }
    Pick left = a.node() instanceof Node.Transpose t ? unitColumns(t.of()) : ALL;
    return left.equals(ALL) ? a : slice(b, left, ALL);
  }

  /// {@return the sum of `body` over the index, without the index where that is possible}
  public static Expr sum(Node.Index index, Expr body) {
    return Vectorization.sum(index, body);
  }

  /// {@return the sum of `body` over the index, written as one}
  public static Expr indexed(Node.Index index, Expr body) {
    return Expr.of(new Node.IndexSum(index, body));
  }
}

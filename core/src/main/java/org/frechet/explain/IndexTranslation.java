package org.frechet.explain;

import static org.frechet.explain.IndexTerm.ONE;
import static org.frechet.explain.IndexTerm.ZERO;
import static org.frechet.explain.IndexTerm.delta;
import static org.frechet.explain.IndexTerm.number;
import static org.frechet.explain.IndexTerm.over;
import static org.frechet.explain.IndexTerm.power;
import static org.frechet.explain.IndexTerm.product;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.explain.IndexTerm.Applied;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Operator;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Writes the entry of an expression with sums over indices. What has no such form, as an inverse,
/// stays an array of which an entry is taken.
final class IndexTranslation {
  static final Pick ALL = new Pick.All();
  private static final List<String> LETTERS =
      List.of("i", "j", "r", "s", "t", "u", "v", "w", "h", "m", "n", "a", "b", "c");
  private static final List<String> OF_VARIABLE = List.of("k", "l", "g", "h", "u", "v");
  private static final List<String> OF_FUNCTION = List.of("p", "q", "s", "t", "a", "b");

  private final Expr variable;
  private final Set<String> taken;
  private final Map<Expr, Boolean> moving = new IdentityHashMap<>();

  /// Functions whose weights are being written: one that is its own adjoint would not end.
  private final Set<Operator> applied = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param taken names with another meaning
  IndexTranslation(Expr f, Expr variable, Set<String> taken) {
    this.variable = variable;
    this.taken = new HashSet<>(taken);
    for (Expr e : Traversal.topological(f)) {
      if (e.node() instanceof Node.IndexSum s) {
        this.taken.add(s.index().name());
      }
    }
  }

  /// A factor of a product: the entry of an expression.
  record Factor(Expr of, Pick row, Pick col) {}

  /// A product of entries under sums.
  record Factored(List<Index> sums, List<Factor> factors) {}

  /// {@return the indices that stand free in an expression}
  static Set<Index> free(Expr e) {
    if (e.node() instanceof Node.Var || e.node() instanceof Node.Increment) {
      return Set.of();
    }
    var free = new HashSet<Index>();
    for (Node.Runs r : Traversal.free(List.of(e)).getOrDefault(e, Set.of())) {
      if (r instanceof Index i) {
        free.add(i);
      }
    }
    return free;
  }

  /// {@return places for the entry of the variable}
  List<Pick> placesOfVariable() {
    return places(variable.shape(), OF_VARIABLE);
  }

  /// {@return places for the entry of the function}
  List<Pick> placesOfFunction(Shape shape) {
    return places(shape, OF_FUNCTION);
  }

  private List<Pick> places(Shape shape, List<String> letters) {
    Pick row = place(shape.rows(), letters, Set.of());
    return List.of(row, place(shape.cols(), letters, names(row)));
  }

  private Pick place(Dim size, List<String> letters, Set<String> scope) {
    return size.isOne() ? ALL : new Pick.At(index(size, letters, scope));
  }

  private Index index(Dim size, List<String> letters, Set<String> scope) {
    for (int round = 0; ; round++) {
      for (String letter : letters) {
        String name = round == 0 ? letter : letter + round;
        if (!taken.contains(name) && !scope.contains(name)) {
          return new Index(name, size);
        }
      }
    }
  }

  private Pick sum(Dim size, Set<String> scope, List<Index> sums) {
    if (size.isOne()) {
      return ALL;
    }
    Index i = index(size, LETTERS, scope);
    sums.add(i);
    return new Pick.At(i);
  }

  private static Set<String> names(Pick... picks) {
    var names = new HashSet<String>();
    for (Pick p : picks) {
      if (p instanceof Pick.At(Index i)) {
        names.add(i.name());
      }
    }
    return names;
  }

  static Set<String> with(Set<String> scope, List<Index> more) {
    var all = new HashSet<>(scope);
    more.forEach(i -> all.add(i.name()));
    return all;
  }

  /// {@return whether it changes with the variable, or holds an increment}
  boolean moves(Expr e) {
    Boolean known = moving.get(e);
    if (known == null) {
      known =
          e == variable
              || e.node() instanceof Node.Increment
              || (!(e.node() instanceof Node.Stop)
                  && Traversal.children(e.node()).stream().anyMatch(this::moves));
      moving.put(e, known);
    }
    return known;
  }

  /// {@return the entry of `e`} Names in the scope mean other indices.
  IndexTerm entry(Expr e, Pick r, Pick c, Set<String> scope) {
    if (e.isScalar() && !moves(e) && free(e).isEmpty()) {
      return e.node() instanceof Node.Num n ? number(n.value()) : new Entry(e, ALL, ALL);
    }
    return switch (e.node()) {
      case Node.Num n -> number(n.value());
      case Node.Add a -> IndexTerm.sum(a.terms().stream().map(t -> entry(t, r, c, scope)).toList());
      case Node.Prod p -> {
        Factored f = factored(p, r, c, scope);
        Set<String> inner = with(scope, f.sums());
        var factors = new ArrayList<>(List.of(number(p.coefficient())));
        f.factors().forEach(x -> factors.add(entry(x.of(), x.row(), x.col(), inner)));
        yield summed(f.sums(), product(factors));
      }
      case Node.Hadamard h ->
          product(h.factors().stream().map(f -> entry(f, r, c, scope)).toList());
      case Node.Pow p when squared(p).isPresent() -> {
        Expr of = squared(p).get();
        var sums = new ArrayList<Index>();
        List<Pick> places = all(of.shape(), scope, sums);
        IndexTerm one = entry(of, places.getFirst(), places.getLast(), with(scope, sums));
        yield summed(sums, power(one, entry(p.exponent(), ALL, ALL, scope)));
      }
      case Node.Pow(Expr base, Expr exponent) -> {
        Pick er = exponent.isScalar() ? ALL : r;
        Pick ec = exponent.isScalar() ? ALL : c;
        yield power(entry(base, r, c, scope), entry(exponent, er, ec, scope));
      }
      case Node.Transpose(Expr of) -> entry(of, c, r, scope);
      case Node.Apply a -> apply(e, a, r, c, scope);
      case Node.Slice s when isPoint(s, r, c) ->
          entry(s.of(), within(s.rows(), r), within(s.cols(), c), scope);
      case Node.IndexSum(Index i, Expr body) -> over(i, entry(body, r, c, with(scope, List.of(i))));
      case Node.Fill f ->
          switch (f.kind()) {
            case ZEROS -> ZERO;
            case ONES -> ONE;
            case EYE -> delta(r, c, f.rows());
            case COMMUTATION, DUPLICATION, ELIMINATION -> new Entry(e, r, c);
          };
      case Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> new Entry(e, r, c);
      case Node.Block b when isOfScalars(b) ->
          blocks(b, r, c, e.shape(), x -> entry(x, ALL, ALL, scope));
      case Node.Slice _, Node.Block _, Node.Bound _, Node.Integral _, Node.Stop _ ->
          new Entry(e, r, c);
    };
  }

  static boolean isOfScalars(Node.Block b) {
    return b.rows().stream().allMatch(row -> row.stream().allMatch(Expr::isScalar));
  }

  /// {@return what a matrix of scalars has at a place, a delta for each}
  static IndexTerm blocks(
      Node.Block b, Pick r, Pick c, Shape shape, java.util.function.Function<Expr, IndexTerm> of) {
    var terms = new ArrayList<IndexTerm>();
    for (int i = 1; i <= b.rows().size(); i++) {
      for (int j = 1; j <= b.rows().getFirst().size(); j++) {
        IndexTerm one = of.apply(b.rows().get(i - 1).get(j - 1));
        terms.add(
            product(
                delta(r, new Pick.Range(i, i), shape.rows()),
                delta(c, new Pick.Range(j, j), shape.cols()),
                one));
      }
    }
    return IndexTerm.sum(terms);
  }

  private IndexTerm apply(Expr e, Node.Apply a, Pick r, Pick c, Set<String> scope) {
    var f = (Function) a.operator();
    Expr x = a.arguments().getFirst();
    if (f.elementwise()) {
      return new Applied(f, false, entry(x, r, c, scope));
    }
    if (!x.isScalar() && isDiagonal(e, x)) {
      return x.shape().isMatrix()
          ? entry(x, r, r, scope)
          : product(delta(r, c, e.shape().rows()), entry(x, r, ALL, scope));
    }
    Optional<Expr> mask = mask(f, a);
    if (mask.isPresent()) {
      return product(new Entry(mask.get(), r, c), entry(x, r, c, scope));
    }
    return linear(e, a, r, c, scope).orElseGet(() -> new Entry(e, r, c));
  }

  private static boolean isDiagonal(Expr e, Expr x) {
    boolean square = x.shape().isSquare();
    return (square || x.shape().cols().isOne()) && MatrixValued.diag(x) == e;
  }

  /// {@return W where the function is X ↦ W∘X, as a triangle is: its matrix is diagonal}
  private static Optional<Expr> mask(Function f, Node.Apply a) {
    Optional<Expr> diagonal =
        f.linearIn(0).map(l -> l.matrix().of(a.arguments())).flatMap(IndexTranslation::argument);
    return diagonal
        .filter(d -> d.shape().cols().isOne())
        .flatMap(d -> argument(d).filter(w -> MatrixValued.vec(w) == d));
  }

  private static Optional<Expr> argument(Expr e) {
    return e.node() instanceof Node.Apply a
        ? Optional.of(a.arguments().getFirst())
        : Optional.empty();
  }

  /// A linear function by its adjoint: f(X)_rc = ⟨E, f(X)⟩ = ⟨f*(E), X⟩, where E is one at (r,c)
  /// and zero elsewhere. `tr` has weights δ, `sum` ones.
  private Optional<IndexTerm> linear(Expr e, Node.Apply a, Pick r, Pick c, Set<String> scope) {
    Optional<Expr> weights = weights(e, r, c);
    if (weights.isEmpty() || applied.contains(a.operator())) {
      return Optional.empty();
    }
    applied.add(a.operator());
    try {
      Expr x = argument(a);
      var sums = new ArrayList<Index>();
      List<Pick> places = all(x.shape(), scope, sums);
      Pick row = places.getFirst();
      Pick col = places.getLast();
      Set<String> inner = with(scope, sums);
      IndexTerm weight = entry(weights.get(), row, col, inner);
      if (weight.all().anyMatch(t -> t instanceof Entry(Expr w, _, _) && !free(w).isEmpty())) {
        return Optional.empty();
      }
      applied.remove(a.operator());
      IndexTerm whole = product(weight, entry(x, row, col, inner));
      return Optional.of(renamed(IndexCollapse.of(summed(sums, whole)), scope));
    } finally {
      applied.remove(a.operator());
    }
  }

  /// {@return the argument in which a function may be linear: the only one that moves}
  private Expr argument(Node.Apply a) {
    return a.arguments().stream().filter(this::moves).findFirst().orElse(a.arguments().getFirst());
  }

  /// {@return f*(E), if the function is linear in the one argument that moves}
  Optional<Expr> weights(Expr e, Pick r, Pick c) {
    var a = (Node.Apply) e.node();
    Expr x = argument(a);
    if (x.isScalar() || a.arguments().stream().filter(this::moves).count() > 1) {
      return Optional.empty();
    }
    Expr unit =
        Algebra.mul(
            Selection.columns(e.shape().rows(), r),
            Selection.columns(e.shape().cols(), c).transpose());
    return ((Function) a.operator())
        .linearIn(a.arguments().indexOf(x))
        .map(l -> l.adjoint().of(unit, a.arguments()));
  }

  /// {@return the places over which all entries are summed}
  List<Pick> all(Shape shape, Set<String> scope, List<Index> sums) {
    Pick row = sum(shape.rows(), scope, sums);
    return List.of(row, sum(shape.cols(), with(scope, sums), sums));
  }

  /// {@return E of ‖E‖², where the norm is the Euclidean one}
  static Optional<Expr> squared(Node.Pow p) {
    if (p.exponent() != Algebra.TWO
        || !(p.base().node() instanceof Node.Apply a)
        || ((Function) a.operator()).square().isEmpty()) {
      return Optional.empty();
    }
    Expr stand = Algebra.variable("(norm)", a.arguments().getFirst().shape());
    Expr square = ((Function) a.operator()).square().get().of(List.of(stand));
    return square == ScalarValued.inner(stand, stand)
        ? Optional.of(a.arguments().getFirst())
        : Optional.empty();
  }

  /// {@return the entry of a product as a sum of products of entries}
  Factored factored(Node.Prod p, Pick r, Pick c, Set<String> scope) {
    var sums = new ArrayList<Index>();
    var factors = new ArrayList<Factor>();
    p.scalars().forEach(s -> factors.add(new Factor(s, ALL, ALL)));
    Pick left = r;
    for (int i = 0; i < p.chain().size(); i++) {
      Expr f = p.chain().get(i);
      boolean last = i == p.chain().size() - 1;
      Pick right = last ? c : sum(f.shape().cols(), with(scope, sums), sums);
      factors.add(new Factor(f, left, right));
      left = right;
    }
    return new Factored(sums, factors);
  }

  static IndexTerm summed(List<Index> sums, IndexTerm body) {
    IndexTerm sum = body;
    for (Index i : sums.reversed()) {
      sum = over(i, sum);
    }
    return sum;
  }

  /// {@return the term where each sum has the first letter that is free}
  IndexTerm renamed(IndexTerm t, Set<String> scope) {
    if (!(t instanceof IndexTerm.Over(Index i, IndexTerm body)) || isInside(i, body)) {
      return t.with(p -> renamed(p, scope));
    }
    Index letter = index(i.size(), LETTERS, scope);
    var own = new Index("(%d)".formatted(scope.size()), i.size()); // the letter may be used below
    IndexTerm inner = renamed(body.at(i, new Pick.At(own)), with(scope, List.of(letter)));
    return over(letter, inner.at(own, new Pick.At(letter)));
  }

  /// {@return whether the index stands in an array that is not written out}
  private static boolean isInside(Index i, IndexTerm t) {
    return t.all().anyMatch(x -> x instanceof Entry(Expr array, _, _) && free(array).contains(i));
  }

  static boolean isPoint(Node.Slice s, Pick r, Pick c) {
    return isPoint(s.rows(), r) && isPoint(s.cols(), c);
  }

  private static boolean isPoint(Pick inner, Pick outer) {
    return switch (inner) {
      case Pick.All _ -> true;
      case Pick.At _ -> outer.equals(ALL);
      case Pick.Range(int first, int last) -> first == last && outer.equals(ALL);
    };
  }

  static Pick within(Pick inner, Pick outer) {
    return inner.equals(ALL) ? outer : inner;
  }
}

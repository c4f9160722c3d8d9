package org.frechet.derive;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.shape.Dim;

/// Common factors of a sum: `A*x + A'*x` is `(A + A')*x`. Terms share a leftmost or rightmost
/// matrix factor, a scalar, or a factor of an elementwise product; of all groups the one that saves
/// most is factored, until none saves anything.
final class Factoring {
  private static final int MOST_TERMS = 40;

  /// What became of sums, for the search meets the same remainders again and again.
  private final Map<Expr, Expr> known = new IdentityHashMap<>();

  private Factoring() {}

  /// Where a factor stands in its term.
  private enum Side {
    LEFT,
    RIGHT,
    SCALAR,
    ENTRY
  }

  private record Handle(Side side, Expr factor) {
    boolean commutes() {
      return side == Side.SCALAR || side == Side.ENTRY;
    }
  }

  /// Terms that can be written as one, and how.
  record Group(List<Integer> members, Expr written) {}

  static Expr of(Expr e) {
    return new Factoring().shorter(e);
  }

  private Expr shorter(Expr e) {
    Expr done = known.get(e);
    if (done == null) {
      done = factored(e);
      known.put(e, done);
    }
    return done;
  }

  private Expr factored(Expr e) {
    if (!(e.node() instanceof Node.Add a) || a.terms().size() > MOST_TERMS) {
      return e;
    }
    List<Expr> terms = new ArrayList<>(a.terms());
    while (terms.size() > 1) {
      List<Expr> fewer = factorOnce(terms);
      if (fewer.size() == terms.size()) {
        break;
      }
      terms = fewer;
    }
    return Algebra.add(terms);
  }

  private List<Expr> factorOnce(List<Expr> terms) {
    Map<Handle, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < terms.size(); i++) {
      for (Handle h : handles(terms.get(i))) {
        List<Integer> group = groups.computeIfAbsent(h, _ -> new ArrayList<>());
        if (group.isEmpty() || group.getLast() != i) {
          group.add(i);
        }
      }
    }
    groups.values().removeIf(members -> members.size() < 2);
    for (Map.Entry<Handle, List<Integer>> group : groups.entrySet()) {
      // Factors of all terms that commute go out one after the other; trying every order of them
      // would take exponential time.
      if (group.getKey().commutes() && group.getValue().size() == terms.size()) {
        Group all = new Group(group.getValue(), factor(group.getKey(), terms));
        if (saved(all, terms) > 0) {
          return List.of(all.written());
        }
      }
    }
    var candidates = new ArrayList<>(LinearTerms.groups(terms, this::shorter));
    groups.forEach((handle, members) ->
        candidates.add(
            new Group(members, factor(handle, members.stream().map(terms::get).toList()))));
    long most = 0;
    List<Expr> best = terms;
    for (Group group : candidates) {
      long saved = saved(group, terms);
      if (saved > most) {
        most = saved;
        best = replaced(terms, group);
      }
    }
    return best;
  }

  private static long saved(Group group, List<Expr> terms) {
    long saved = group.members().size() - 1 - group.written().weight();
    for (int i : group.members()) {
      saved += terms.get(i).weight();
    }
    return saved;
  }

  private static List<Expr> replaced(List<Expr> terms, Group group) {
    var rest = new ArrayList<Expr>();
    for (int i = 0; i < terms.size(); i++) {
      if (!group.members().contains(i)) {
        rest.add(terms.get(i));
      }
    }
    if (rest.isEmpty() || !group.written().isZero()) { // terms may cancel, and zero has no factors
      rest.add(group.written());
    }
    return rest;
  }

  private static List<Handle> handles(Expr term) {
    var handles = new ArrayList<Handle>();
    if (term.node() instanceof Node.Prod p) {
      if (!term.isScalar() || p.chain().isEmpty()) {
        p.scalars().forEach(s -> handles.add(new Handle(Side.SCALAR, base(s))));
      }
      if (p.chain().size() == 1) {
        entries(p.chain().getFirst(), handles);
      }
      if (!p.chain().isEmpty()) {
        ends(p.chain().getFirst(), p.chain().getLast(), handles);
        throughDots(term).forEach(v -> handles.add(new Handle(Side.RIGHT, v.chain().getLast())));
      }
    } else if (term.isScalar()) {
      handles.add(new Handle(Side.SCALAR, base(term)));
    } else {
      entries(term, handles);
      ends(term, term, handles);
    }
    return handles;
  }

  /// A column times a scalar x'*y is also a longer chain, which ends in y or in x: (a'*x)*b is
  /// b*a'*x.
  private static List<Node.Prod> throughDots(Expr term) {
    if (!(term.node() instanceof Node.Prod p) || !term.shape().isVector()) {
      return List.of();
    }
    var longer = new ArrayList<Node.Prod>();
    for (int i = 0; i < p.scalars().size(); i++) {
      if (p.scalars().get(i).node() instanceof Node.Prod dot) {
        var scalars = new ArrayList<>(p.scalars());
        scalars.remove(i);
        for (List<Expr> way :
            List.of(dot.chain(), dot.chain().reversed().stream().map(Expr::transpose).toList())) {
          var chain = new ArrayList<>(p.chain());
          chain.addAll(way);
          longer.add(new Node.Prod(p.coefficient(), scalars, chain));
        }
      }
    }
    return longer;
  }

  /// An identity is no factor: what would be left is an identity again. Nor are ones on the right,
  /// which would leave multiples of the identity; on the left they leave scalars.
  private static void ends(Expr first, Expr last, List<Handle> handles) {
    if (!Algebra.isEye(first)) {
      handles.add(new Handle(Side.LEFT, first));
    }
    if (!Algebra.isEye(last) && !Algebra.isOnes(last)) {
      handles.add(new Handle(Side.RIGHT, last));
    }
  }

  private static void entries(Expr array, List<Handle> handles) {
    if (array.node() instanceof Node.Hadamard h) {
      h.factors().forEach(f -> handles.add(new Handle(Side.ENTRY, base(f))));
    } else if (!(array.node() instanceof Node.Fill)) {
      handles.add(new Handle(Side.ENTRY, base(array)));
    }
  }

  private static Expr base(Expr e) {
    return Algebra.exponent(e).node() instanceof Node.Num ? Algebra.base(e) : e;
  }

  private static Rational exponent(Expr e, Expr base) {
    return e != base && Algebra.base(e) == base && Algebra.exponent(e).node() instanceof Node.Num n
        ? n.value()
        : Rational.ONE;
  }

  private Expr factor(Handle h, List<Expr> terms) {
    return switch (h.side()) {
      case LEFT ->
          Algebra.mul(h.factor(), inner(terms.stream().map(t -> without(t, h)).toList(), terms));
      case RIGHT ->
          Algebra.mul(inner(terms.stream().map(t -> without(t, h)).toList(), terms), h.factor());
      case SCALAR, ENTRY -> {
        Expr common = common(h, terms);
        Expr undo = Algebra.pow(common, -1);
        List<Expr> rest =
            terms.stream()
                .map(
                    t -> h.side() == Side.SCALAR ? Algebra.mul(undo, t) : Algebra.hadamard(undo, t))
                .toList();
        yield h.side() == Side.SCALAR
            ? Algebra.mul(common, inner(rest, terms))
            : Algebra.hadamard(common, inner(rest, terms));
      }
    };
  }

  private Expr inner(List<Expr> terms, List<Expr> before) {
    Expr sum = Algebra.add(terms);
    return sum.weight() < Algebra.add(before).weight()
        ? shorter(sum)
        : sum; // else it would never end
  }

  /// The common power of a base: the one nearest to zero if all have one sign.
  private static Expr common(Handle h, List<Expr> terms) {
    Rational least = Rational.ZERO;
    for (Expr t : terms) {
      for (Expr f : factors(t, h.side())) {
        if (base(f) == h.factor() || f == h.factor()) {
          Rational x = exponent(f, h.factor());
          boolean nearer = least.isZero() || x.abs().compareTo(least.abs()) < 0;
          least = nearer ? x : least;
        }
      }
    }
    return Algebra.pow(h.factor(), Algebra.number(least));
  }

  private static List<Expr> factors(Expr t, Side side) {
    if (!(t.node() instanceof Node.Prod p)) {
      return t.node() instanceof Node.Hadamard h && side == Side.ENTRY ? h.factors() : List.of(t);
    }
    if (side == Side.SCALAR) {
      return p.scalars();
    }
    return p.chain().getFirst().node() instanceof Node.Hadamard h ? h.factors() : p.chain();
  }

  /// {@return the term without its first (left) or last (right) matrix factor}
  private static Expr without(Expr t, Handle h) {
    if (!(t.node() instanceof Node.Prod p)) {
      return Algebra.eye(h.side() == Side.LEFT ? t.shape().cols() : t.shape().rows());
    }
    if (h.side() == Side.LEFT) {
      return rest(p, p.chain().subList(1, p.chain().size()), t.shape().cols());
    }
    Node.Prod ending =
        p.chain().getLast() == h.factor()
            ? p
            : throughDots(t).stream()
                .filter(v -> v.chain().getLast() == h.factor())
                .findFirst()
                .orElseThrow();
    return rest(ending, ending.chain().subList(0, ending.chain().size() - 1), t.shape().rows());
  }

  private static Expr rest(Node.Prod p, List<Expr> chain, Dim size) {
    var factors = new ArrayList<>(p.scalars());
    factors.add(chain.isEmpty() ? Algebra.eye(size) : Algebra.mul(chain));
    return Algebra.scale(p.coefficient(), Algebra.mul(factors));
  }
}

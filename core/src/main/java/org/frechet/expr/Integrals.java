package org.frechet.expr;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Integrals over a scalar variable, in canonical form: what does not contain the variable stands
/// outside; the limits stand in order; the integral of a constant is a product.
///
/// The variable is a [Node.Bound], told apart from free variables of its name; no expression inside
/// the integral contains a free variable of that name or another integral over it, so that what is
/// printed reads back as what it is.
public final class Integrals {
  private Integrals() {}

  /// {@return the bound variable that a free one becomes when the body is integrated}
  public static Expr variable(Expr free, Expr body) {
    return Expr.of(new Node.Bound(unused(((Node.Var) free.node()).name(), List.of(body), free)));
  }

  /// {@return the integral over a bound variable} @throws org.frechet.shape.Refusal if a limit is
  /// no scalar
  public static Expr of(Expr variable, Expr body, Expr from, Expr to) {
    if (!from.isScalar() || !to.isScalar()) {
      throw Problem.of(
              Code.SHAPE_MISMATCH,
              "the limits of an integral are scalars, and these are %s and %s"
                  .formatted(from.shape(), to.shape()))
          .refusal();
    }
    if (from == to || body.isZero()) {
      return Algebra.zeros(body.shape());
    }
    Set<Expr> moving = moving(body, variable);
    if (!moving.contains(body)) {
      return Algebra.mul(Algebra.sub(to, from), body);
    }
    if (backwards(from, to)) {
      return Algebra.neg(of(variable, body, to, from));
    }
    return linear(variable, body, from, to, moving);
  }

  /// Of two numbers the smaller comes first, of two others the one that is not negative, then the
  /// one that stands first in a sum.
  private static boolean backwards(Expr from, Expr to) {
    if (from.node() instanceof Node.Num a && to.node() instanceof Node.Num b) {
      return a.value().compareTo(b.value()) > 0;
    }
    int a = Products.coefficient(from).signum();
    int b = Products.coefficient(to).signum();
    boolean numbers = from.node() instanceof Node.Num || to.node() instanceof Node.Num;
    return !numbers && a * b < 0
        ? b < 0
        : to.node() instanceof Node.Num
            || (!(from.node() instanceof Node.Num) && Order.BY_STRUCTURE.compare(from, to) > 0);
  }

  /// Constant terms and factors go outside.
  private static Expr linear(Expr variable, Expr body, Expr from, Expr to, Set<Expr> moving) {
    return switch (body.node()) {
      case Node.Add a -> {
        var inside = new ArrayList<Expr>();
        var outside = new ArrayList<Expr>();
        for (Expr t : a.terms()) {
          (moving.contains(t) ? inside : outside).add(t);
        }
        if (outside.isEmpty()) {
          yield primitive(variable, body, from, to);
        }
        yield Algebra.add(
            Algebra.mul(Algebra.sub(to, from), Algebra.add(outside)),
            of(variable, Algebra.add(inside), from, to));
      }
      case Node.Prod p -> product(variable, p, body, from, to, moving);
      case Node.Hadamard h -> {
        var inside = new ArrayList<Expr>();
        var outside = new ArrayList<Expr>();
        for (Expr f : h.factors()) {
          (moving.contains(f) ? inside : outside).add(f);
        }
        if (outside.isEmpty()) {
          yield plain(variable, body, from, to);
        }
        outside.add(of(variable, Algebra.hadamard(inside), from, to));
        yield Algebra.hadamard(outside);
      }
      case Node.Transpose t -> of(variable, t.of(), from, to).transpose();
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
          plain(variable, body, from, to);
      case Node.Bound _, Node.Pow _, Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _ ->
          plain(variable, body, from, to);
      case Node.Integral _, Node.Stop _ -> plain(variable, body, from, to);
    };
  }

  /// A number that all terms have in common goes outside.
  private static Expr primitive(Expr variable, Expr body, Expr from, Expr to) {
    var p = Products.Primitive.of(body);
    return Products.scaled(p.content(), plain(variable, p.part(), from, to));
  }

  private static Expr product(
      Expr variable, Node.Prod p, Expr body, Expr from, Expr to, Set<Expr> moving) {
    var outside = new ArrayList<Expr>();
    var inside = new ArrayList<Expr>();
    for (Expr s : p.scalars()) {
      (moving.contains(s) ? inside : outside).add(s);
    }
    int first = 0;
    int end = p.chain().size();
    while (first < end && !moving.contains(p.chain().get(first))) {
      first++;
    }
    while (first < end && !moving.contains(p.chain().get(end - 1))) {
      end--;
    }
    if (outside.isEmpty() && p.coefficient().isOne() && first == 0 && end == p.chain().size()) {
      return plain(variable, body, from, to);
    }
    inside.addAll(p.chain().subList(first, end));
    Expr integral = of(variable, Algebra.mul(inside), from, to);
    var factors = new ArrayList<>(outside);
    if (first == end) { // the chain, if any, is constant: what was integrated is a scalar
      factors.add(integral);
      factors.addAll(p.chain());
    } else {
      factors.addAll(p.chain().subList(0, first));
      factors.add(integral);
      factors.addAll(p.chain().subList(end, p.chain().size()));
    }
    return Products.of(p.coefficient(), factors);
  }

  private static Expr plain(Expr variable, Expr body, Expr from, Expr to) {
    String name = ((Node.Bound) variable.node()).name();
    if (clashes(name, body)) {
      Expr other = Expr.of(new Node.Bound(unused(name, List.of(body), variable)));
      return of(other, substitute(body, variable, other), from, to);
    }
    return Expr.of(new Node.Integral(variable, body, from, to));
  }

  /// {@return the integrand at a place}
  public static Expr at(Node.Integral integral, Expr place) {
    return substitute(integral.body(), integral.variable(), place);
  }

  /// {@return `e` with a leaf replaced where it is free}
  public static Expr substitute(Expr e, Expr leaf, Expr by) {
    Map<Expr, Expr> done = new IdentityHashMap<>();
    done.put(leaf, by);
    for (Expr part : Traversal.topological(e, done::containsKey)) {
      done.put(part, substituted(part, leaf, by, done));
    }
    return Traversal.imageOf(e, done);
  }

  private static Expr substituted(Expr part, Expr leaf, Expr by, Map<Expr, Expr> done) {
    if (!(part.node() instanceof Node.Integral i)) {
      return Traversal.rebuildWith(part, done);
    }
    Expr from = Traversal.imageOf(i.from(), done);
    Expr to = Traversal.imageOf(i.to(), done);
    if (i.variable() == leaf) { // bound here: inside it is another variable
      return of(leaf, i.body(), from, to);
    }
    if (!isFree(by, i.variable())) {
      return of(i.variable(), Traversal.imageOf(i.body(), done), from, to);
    }
    String name = ((Node.Bound) i.variable().node()).name();
    Expr other = Expr.of(new Node.Bound(unused(name, List.of(i.body(), by), leaf)));
    return of(other, substitute(substitute(i.body(), i.variable(), other), leaf, by), from, to);
  }

  /// {@return whether the bound variable is free in the expression}
  public static boolean isFree(Expr e, Expr variable) {
    return moving(e, variable).contains(e);
  }

  /// {@return the parts of `e` in which the bound variable is free}
  public static Set<Expr> moving(Expr e, Expr variable) {
    Set<Expr> moving = Collections.newSetFromMap(new IdentityHashMap<>());
    moving.add(variable);
    for (Expr part : Traversal.topological(e)) {
      List<Expr> where =
          part.node() instanceof Node.Integral i && i.variable() == variable
              ? List.of(i.from(), i.to())
              : Traversal.children(part.node());
      if (where.stream().anyMatch(moving::contains)) {
        moving.add(part);
      }
    }
    return moving;
  }

  private static boolean clashes(String name, Expr body) {
    for (Expr e : Traversal.topological(body)) {
      if (e.node() instanceof Node.Integral i
          && ((Node.Bound) i.variable().node()).name().equals(name)) {
        return true;
      }
      if (!(e.node() instanceof Node.Bound) && leafName(e).equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static String leafName(Expr e) {
    return switch (e.node()) {
      case Node.Var v -> v.name();
      case Node.Increment i -> i.name();
      case Node.Constant c -> c.name();
      case Node.Bound b -> b.name();
      case Node.Integral i -> ((Node.Bound) i.variable().node()).name();
      case Node.IndexSum s -> s.index().name();
      case Node.Num _, Node.Size _, Node.Fill _, Node.Add _, Node.Prod _, Node.Hadamard _ -> "";
      case Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _, Node.Block _ -> "";
      case Node.Stop _ -> "";
    };
  }

  /// {@return a name like `wanted` that nothing in them has, but for the variable to be replaced}
  private static String unused(String wanted, List<Expr> among, Expr replaced) {
    var taken = new HashSet<String>();
    for (Expr part : Traversal.topological(among)) {
      if (part != replaced) {
        taken.add(leafName(part));
        taken.addAll(part.shape().rows().names());
        taken.addAll(part.shape().cols().names());
      }
    }
    String free = wanted;
    for (int i = 2; taken.contains(free); i++) {
      free = wanted + "_" + i;
    }
    return free;
  }
}

package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.ScalarValued;
import org.frechet.print.Presentation;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// The places at which a variable occurs in a function as it is written, and for each the function
/// in which everything else is frozen by `sg`. A squared norm is the product of two factors; a
/// power is one occurrence of its base.
final class Occurrences {
  private static final long MANY = 1_000_000;

  private final Expr variable;
  private final Set<Expr> moving;
  private int places;

  private Occurrences(Expr f, Expr variable) {
    this.variable = variable;
    this.moving = Traversal.dependents(f, List.of(variable));
  }

  /// A function in which one occurrence moves.
  ///
  /// @param value the function
  /// @param written the same with a stand-in at each place where things move or are frozen, so that
  ///   they stand where they stood: `x'*A*sg(x)`, then `sg(x)'*A*x`
  /// @param signs what is written for the stand-ins
  record Frozen(Expr value, Expr written, Map<Expr, Phrase> signs) implements Phrase {
    static Frozen plain(Expr e) {
      return new Frozen(e, e, Map.of());
    }

    @Override
    public Syntax syntax(Manner manner) {
      Map<Expr, Syntax> standIns = new HashMap<>();
      signs.forEach((e, sign) -> standIns.put(e, sign.syntax(manner)));
      return Presentation.with(written, manner.style(), standIns, manner.sums());
    }

    Frozen transpose() {
      return new Frozen(value.transpose(), written.transpose(), signs);
    }
  }

  /// A scalar product of two factors in the order in which they are written.
  private record Pair(Phrase left, Phrase right, boolean column) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      Syntax first = left.syntax(manner);
      Syntax second = right.syntax(manner);
      return column
          ? Manner.binary("*", new Syntax.Transpose(first, Span.NONE), second)
          : Manner.call("inner", first, second);
    }
  }

  /// `sg(x)`.
  private record Still(Expr of) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.call("sg", manner.show(of));
    }
  }

  /// {@return the number of occurrences, a million where there are more}
  static long count(Expr f, Expr variable) {
    var o = new Occurrences(f, variable);
    Map<Expr, Long> counts = new IdentityHashMap<>();
    for (Expr e : Traversal.topological(f)) {
      long n = e == variable ? 1 : 0;
      for (Expr part : Traversal.children(e.node())) {
        n += o.moves(e) ? counts.getOrDefault(part, 0L) : 0;
      }
      counts.put(e, Math.min(MANY, isPair(e) ? 2 * n : n));
    }
    return counts.getOrDefault(f, 0L);
  }

  /// {@return one function for each occurrence, in the order of writing}
  static List<Frozen> of(Expr f, Expr variable) {
    return new Occurrences(f, variable).terms(f);
  }

  /// {@return the function with its squared norms as products}
  static Frozen multiplied(Expr f, Expr variable) {
    var o = new Occurrences(f, variable);
    Map<Expr, Phrase> signs = new LinkedHashMap<>();
    Map<Expr, Expr> images = new IdentityHashMap<>();
    Map<Expr, Expr> values = new IdentityHashMap<>();
    Map<Expr, Set<Node.Runs>> free = Traversal.free(List.of(f));
    for (Expr e : Traversal.topological(f)) {
      Expr image = Traversal.rebuildWith(e, images);
      Expr value = Traversal.rebuildWith(e, values);
      if (isPair(e) && o.moves(e) && free.getOrDefault(e, Set.of()).isEmpty()) {
        Expr factor = Traversal.imageOf(factor(e), images);
        Expr one = Traversal.imageOf(factor(e), values);
        value = ScalarValued.inner(one, one);
        var phrase = new Frozen(factor, factor, Map.copyOf(signs));
        image = o.standIn(e);
        signs.put(image, new Pair(phrase, phrase, isColumn(factor)));
      }
      images.put(e, image);
      values.put(e, value);
    }
    return new Frozen(Traversal.imageOf(f, values), Traversal.imageOf(f, images), signs);
  }

  private boolean moves(Expr e) {
    return !(e.node() instanceof Node.Stop)
        && (moving.contains(e) || Traversal.contains(e, variable));
  }

  private static boolean isPair(Expr e) {
    return e.isScalar() && e.node() instanceof Node.Pow p && Expansion.isSquareOfNorm(p);
  }

  private static boolean isColumn(Expr e) {
    return e.shape().cols().isOne();
  }

  private static Expr factor(Expr pair) {
    var norm = (Node.Apply) ((Node.Pow) pair.node()).base().node();
    return norm.arguments().getFirst();
  }

  /// Of a sum each term is a function of its own: the others have no part in its derivative.
  private List<Frozen> terms(Expr e) {
    if (!moves(e)) {
      return List.of();
    }
    if (e.node() instanceof Node.Add a) {
      return a.terms().stream().flatMap(t -> terms(t).stream()).toList();
    }
    return one(e);
  }

  private List<Frozen> one(Expr e) {
    if (e == variable) {
      return List.of(Frozen.plain(e));
    }
    if (isPair(e)) {
      return pair(factor(e));
    }
    List<Expr> children = Traversal.children(e.node());
    boolean several = children.stream().filter(this::moves).count() > 1;
    boolean inside = e.node() instanceof Node.Binder; // a stand-in would have one value there
    List<Expr> places = children.stream().map(c -> several && moves(c) ? place(c) : c).toList();
    var all = new ArrayList<Frozen>();
    for (int i = 0; i < children.size(); i++) {
      if (moves(children.get(i))) {
        for (Frozen f : one(base(children.get(i)))) {
          Frozen moving = children.get(i) == base(children.get(i)) ? f : f.transpose();
          Expr value = Traversal.rebuild(e.node(), frozen(children, i, moving.value()));
          all.add(
              inside
                  ? Frozen.plain(value)
                  : several
                      ? placed(e, value, children, places, i, f)
                      : new Frozen(
                          value,
                          Traversal.rebuild(e.node(), frozen(children, i, moving.written())),
                          moving.signs()));
        }
      }
    }
    return all;
  }

  private List<Expr> frozen(List<Expr> children, int at, Expr by) {
    var frozen = new ArrayList<Expr>();
    for (int i = 0; i < children.size(); i++) {
      Expr child = children.get(i);
      frozen.add(i == at ? by : moves(child) ? still(child) : child);
    }
    return frozen;
  }

  /// What has many values, under an integral, is frozen in the variable.
  private Expr still(Expr e) {
    return Traversal.free(List.of(e)).getOrDefault(e, Set.of()).isEmpty()
        ? Algebra.stop(e)
        : Traversal.substitute(e, Map.of(variable, Algebra.stop(variable)));
  }

  /// Each factor that moves has its own stand-in, the same whichever of them is frozen.
  private Frozen placed(
      Expr e, Expr value, List<Expr> children, List<Expr> places, int at, Frozen moving) {
    Map<Expr, Phrase> signs = new HashMap<>();
    for (int i = 0; i < children.size(); i++) {
      if (places.get(i) != children.get(i)) {
        signs.put(base(places.get(i)), i == at ? moving : new Still(base(children.get(i))));
      }
    }
    try {
      return new Frozen(value, Traversal.rebuild(e.node(), places), signs);
    } catch (Refusal refusal) {
      if (refusal.problem().code() == Problem.Code.TIMEOUT) {
        throw refusal;
      }
      return Frozen.plain(value); // a stand-in lacks what a function needs
    }
  }

  private Expr place(Expr child) {
    Expr standIn = standIn(base(child));
    return child == base(child) ? standIn : standIn.transpose();
  }

  /// {@return what is written under a transpose, for a row its column}
  private static Expr base(Expr e) {
    boolean row =
        e.shape().isRow() && !e.isScalar() && !(e.transpose().node() instanceof Node.Transpose);
    return e.node() instanceof Node.Transpose || row ? e.transpose() : e;
  }

  private Expr standIn(Expr e) {
    return Algebra.variable("(place %d)".formatted(++places), e.shape());
  }

  private List<Frozen> pair(Expr factor) {
    var all = new ArrayList<Frozen>();
    Phrase still = new Still(factor);
    Expr frozen = Algebra.stop(factor);
    Expr standIn = Algebra.variable("(place %d)".formatted(++places), Shape.SCALAR);
    for (boolean first : List.of(true, false)) {
      for (Frozen f : one(factor)) {
        var written = new Pair(first ? f : still, first ? still : f, isColumn(factor));
        all.add(
            new Frozen(ScalarValued.inner(f.value(), frozen), standIn, Map.of(standIn, written)));
      }
    }
    return all;
  }
}

package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.explain.Term.Inner;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// Works out one differential: `d(A*B)` in terms of `dA` and `dB`.
final class Expansion {
  private final List<Expr> variables;
  private final Held held;
  private final Set<Expr> written;
  private final Set<Expr> moving;

  Expansion(Task task) {
    this(List.of(task.f()), List.of(task.variable()), task);
  }

  /// @param roots what the differentials are of
  /// @param variables what moves, each known to the task
  Expansion(List<Expr> roots, List<Expr> variables, Task task) {
    this.variables = List.copyOf(variables);
    this.held = task.held();
    this.written = task.written();
    this.moving = new HashSet<>();
    roots.forEach(f -> moving.addAll(Traversal.dependents(f, variables)));
  }

  boolean moves(Expr e) {
    return moving.contains(e) || moving.contains(Algebra.neg(e));
  }

  /// {@return the open differentials in an expression, in a fixed order}
  List<Expr> open(Expr e) {
    return Traversal.topological(e).stream().filter(held::isOpen).toList();
  }

  /// {@return what is held as an increment}
  Expr meaning(Expr increment) {
    return java.util.Objects.requireNonNull(held.meanings().get(increment));
  }

  /// {@return whether the differential only passes through: no rule but linearity is needed}
  boolean isLinear(Expr u) {
    long count = Traversal.children(u.node()).stream().filter(this::moves).count();
    return switch (u.node()) {
      case Node.Add _, Node.Transpose _, Node.Slice _, Node.Block _ -> true;
      case Node.Prod _, Node.Hadamard _ -> count == 1;
      case Node.Apply a -> {
        int i = firstMoving(a.arguments());
        yield count == 1 && ((Function) a.operator()).linearIn(i).isPresent();
      }
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> true;
      case Node.Fill _, Node.Bound _, Node.Stop _ -> true;
      case Node.Pow _, Node.IndexSum _, Node.Integral _ -> false;
    };
  }

  private int firstMoving(List<Expr> operands) {
    for (int i = 0; i < operands.size(); i++) {
      if (moves(operands.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /// {@return the differential of `u` in those of its operands}
  Expr change(Expr u) {
    if (u.node() instanceof Node.Binder) {
      Map<Expr, Expr> increments = new HashMap<>();
      variables.forEach(v -> increments.put(v, Algebra.increment(v)));
      return Differential.of(
          u, increments); // operands under a sum have no differential of their own
    }
    Map<Expr, Expr> changes = new HashMap<>();
    for (Expr operand : Traversal.children(u.node())) {
      if (moves(operand)) {
        changes.put(operand, increment(operand));
      }
    }
    return Differential.step(u, changes);
  }

  /// {@return the differential of an operand: transposes and numbers stand outside}
  Expr increment(Expr e) {
    if (variables.contains(e)) {
      return Algebra.increment(e);
    }
    if (e.node() instanceof Node.Transpose t) {
      return increment(t.of()).transpose();
    }
    Expr plain = Algebra.scale(Algebra.coefficient(e).inverse(), e);
    return plain == e ? held.of(e) : Algebra.scale(Algebra.coefficient(e), increment(plain));
  }

  /// {@return the sum with one open differential worked out}
  Term.Sum expanded(Term.Sum sum, Expr d) {
    Expr u = meaning(d);
    var terms = new ArrayList<Term>();
    for (Term t : sum.terms()) {
      if (t instanceof Inner(Expr g, List<Expr> factors)
          && factors.equals(List.of(d))
          && u.isScalar()) {
        for (Inner part : parts(u)) {
          terms.add(new Inner(Algebra.mul(g, part.cotangent()), part.factors()));
        }
      } else {
        terms.add(t.with(Map.of(d, change(u))));
      }
    }
    List<Term> others = terms.stream().filter(t -> !t.moving().isZero()).toList();
    return new Term.Sum(others.isEmpty() ? List.of(new Term.Plain(sum.zero())) : others);
  }

  /// {@return the differential of a scalar as a sum of products}
  List<Inner> parts(Expr u) {
    return switch (u.node()) {
      case Node.Add a ->
          a.terms().stream()
              .filter(this::moves)
              .map(t -> Inner.of(Algebra.ONE, increment(t)))
              .toList();
      case Node.Prod p -> product(p);
      case Node.Pow p when isSquareOfNorm(p) -> gathered(square(p));
      case Node.IndexSum _, Node.Integral _ -> List.of(Inner.of(Algebra.ONE, change(u)));
      case Node.Pow _, Node.Apply _, Node.Slice _, Node.Block _, Node.Hadamard _ ->
          gathered(change(u));
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ ->
          gathered(change(u));
      case Node.Fill _, Node.Bound _, Node.Stop _, Node.Transpose _ -> gathered(change(u));
    };
  }

  private List<Inner> product(Node.Prod p) {
    var terms = new ArrayList<Inner>();
    for (int i = 0; i < p.scalars().size(); i++) {
      if (moves(p.scalars().get(i))) {
        var others = new ArrayList<>(p.scalars());
        Expr s = others.remove(i);
        others.addAll(p.chain());
        Expr cotangent = Algebra.scale(p.coefficient(), Algebra.mul(others));
        terms.add(Inner.of(cotangent, increment(s)));
      }
    }
    for (int i = 0; i < p.chain().size(); i++) {
      if (moves(p.chain().get(i))) {
        var factors = new ArrayList<>(p.chain());
        factors.set(i, increment(p.chain().get(i)));
        factors.addAll(0, p.scalars());
        terms.add(new Inner(Algebra.number(p.coefficient()), factors));
      }
    }
    return terms;
  }

  /// {@return whether this is a norm whose square is an inner product}
  static boolean isNorm(Expr e) {
    return e.node() instanceof Node.Apply a && ((Function) a.operator()).square().isPresent();
  }

  static boolean isSquareOfNorm(Node.Pow p) {
    return p.exponent() == Algebra.TWO && isNorm(p.base());
  }

  /// {@return 2⟨e, change⟩, the differential of the square of a norm of `e`}
  static Expr polar(Function norm, Expr e, Expr change) {
    Expr stand = Algebra.variable("(norm)", e.shape());
    Expr square = norm.square().orElseThrow().of(List.of(stand));
    return Traversal.substitute(Differential.of(square, Map.of(stand, change)), Map.of(stand, e));
  }

  /// d‖E‖² is the differential of ⟨E, E⟩, by the increment of E itself.
  private Expr square(Node.Pow p) {
    var a = (Node.Apply) p.base().node();
    Expr plain = a.arguments().getFirst();
    boolean turned = !written.contains(plain) && written.contains(Algebra.neg(plain));
    Expr e = turned ? Algebra.neg(plain) : plain; // the norm does not see the sign
    return polar((Function) a.operator(), e, turned ? held.of(e) : increment(e));
  }

  /// {@return a scalar that is linear in several increments, as one inner product with each}
  private static List<Inner> gathered(Expr change) {
    Set<Expr> increments = new LinkedHashSet<>();
    Traversal.topological(change).stream()
        .filter(e -> e.node() instanceof Node.Increment)
        .forEach(increments::add);
    var terms = new ArrayList<Inner>();
    for (Expr d : increments) {
      terms.add(Inner.of(Adjoint.gradient(alone(change, d, increments), d), d));
    }
    return terms;
  }

  /// {@return the part of a linear expression that one increment has}
  private static Expr alone(Expr change, Expr increment, Set<Expr> increments) {
    Map<Expr, Expr> zero = new HashMap<>();
    increments.forEach(d -> {
      if (d != increment) {
        zero.put(d, Algebra.zeros(d.shape()));
      }
    });
    return zero.isEmpty() ? change : Traversal.substitute(change, zero);
  }
}

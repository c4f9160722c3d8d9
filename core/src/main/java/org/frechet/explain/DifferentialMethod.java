package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.derive.TangentSpace;
import org.frechet.explain.Term.Inner;
import org.frechet.explain.Term.Plain;
import org.frechet.explain.Term.Stacked;
import org.frechet.explain.Term.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.MatrixValued;
import org.frechet.print.Presentation.Style;

/// The method of differentials (Magnus & Neudecker 1999): take the differential, push it inwards
/// rule by rule until only `dX` is left, bring `dX` to the end, read off the derivative.
final class DifferentialMethod {
  private final Task task;
  private final Held held;
  private final Expansion expansion;
  private final List<Line> lines = new ArrayList<>();
  private final Phrase left;
  private Sum now;

  private DifferentialMethod(Task task, Phrase name) {
    this(task, name, new Held(task.variable()));
  }

  private DifferentialMethod(Task task, Phrase name, Held held) {
    this(task, name, held, new Expansion(task.f(), task.variable(), held));
  }

  /// A derivation in steps, where more than the variable moves.
  DifferentialMethod(Task task, Phrase name, Held held, Expansion expansion) {
    this.task = task;
    this.held = held;
    this.expansion = expansion;
    this.left = new DifferentialOf(name);
    this.now = new Sum(List.of(start()));
  }

  static Proof explain(Task task) {
    var method = new DifferentialMethod(task, Phrase.of(Manner.name(task.functionName())));
    return new Proof(
        Method.DIFFERENTIAL,
        List.of(new Part("", method.lines(task.functionName()))),
        method.held.meanings());
  }

  /// `df` for what is called f.
  record DifferentialOf(Phrase of) implements Phrase {
    @Override
    public org.frechet.syntax.Syntax syntax(Manner manner) {
      return manner.differential(of.syntax(manner));
    }
  }

  /// `vec(df)` where matrices are stacked.
  private record VecOf(Phrase of) implements Phrase {
    @Override
    public org.frechet.syntax.Syntax syntax(Manner manner) {
      return Manner.call("vec", of.syntax(manner));
    }
  }

  private Term start() {
    Expr df = expansion.increment(task.f());
    return task.f().isScalar() && !task.variable().isScalar()
        ? Inner.of(Algebra.ONE, df)
        : task.f().isScalar() ? Inner.of(Algebra.ONE, df) : new Plain(df);
  }

  private List<Line> lines(String name) {
    Phrase f = Phrase.of(Manner.name(name));
    begin(f);
    expand();
    move();
    readOff(f);
    return lines;
  }

  void begin(Phrase f) {
    line(
        f,
        Phrase.of(task.f()),
        Rules.FUNCTION,
        new Meaning.Equal(task.f(), task.f()),
        Optional.empty());
  }

  /// {@return the lines so far, which are then forgotten}
  List<Line> drained() {
    List<Line> done = List.copyOf(lines);
    lines.clear();
    return done;
  }

  /// Puts known differentials in place of some that were not, and values in place of names.
  ///
  /// @param shown whether that is a line
  void insert(Map<Expr, Expr> known, Map<Expr, Expr> values, Rule rule, boolean shown) {
    var terms = new ArrayList<Term>();
    for (Term t : now.terms()) {
      Term in = t.with(known).with(values);
      terms.add(
          in instanceof Inner(Expr g, List<Expr> factors)
              ? apart(new Inner(Traversal.substitute(g, values), factors))
              : in);
    }
    Sum next = new Sum(terms);
    if (shown) {
      to(next, rule);
    } else {
      now = next;
    }
  }

  // inwards

  void expand() {
    boolean first = true;
    while (true) {
      List<Expr> open = open(now);
      if (open.isEmpty()) {
        return;
      }
      var rules = new ArrayList<Rule>();
      Sum next = now;
      if (!task.isShort()) {
        next = expanded(next, open.getLast(), rules);
      } else {
        List<Expr> linear = linear(next);
        for (; !linear.isEmpty(); linear = linear(next)) {
          next = expanded(next, linear.getLast(), rules);
        }
        List<Expr> others = open(next);
        if (rules.isEmpty() || !first) {
          for (Expr d : others) {
            next = expanded(next, d, rules);
          }
        }
      }
      first = false;
      to(next, Rules.together(rules));
    }
  }

  private List<Expr> linear(Sum sum) {
    return open(sum).stream().filter(d -> expansion.isLinear(expansion.meaning(d))).toList();
  }

  private List<Expr> open(Sum sum) {
    return sum.terms().stream()
        .flatMap(t -> expansion.open(t.moving()).stream())
        .distinct()
        .toList();
  }

  private Sum expanded(Sum sum, Expr d, List<Rule> rules) {
    Expr u = expansion.meaning(d);
    rules.add(Rules.of(u, expansion));
    var terms = new ArrayList<Term>();
    for (Term t : sum.terms()) {
      if (t instanceof Inner(Expr g, List<Expr> factors)
          && factors.equals(List.of(d))
          && u.isScalar()) {
        for (Term part : expansion.parts(u)) {
          var inner = (Inner) part;
          terms.add(new Inner(Algebra.mul(g, inner.cotangent()), inner.factors()));
        }
      } else {
        terms.add(t.with(Map.of(d, expansion.change(u))));
      }
    }
    return new Sum(terms.stream().filter(t -> !t.moving().isZero()).toList());
  }

  /// Scalars that do not move stand before those that do.
  private static Inner apart(Inner term) {
    if (term.factors().size() != 1
        || !(term.factors().getFirst().node() instanceof Node.Prod p)
        || !p.chain().isEmpty()) {
      return term;
    }
    var still = new ArrayList<Expr>();
    var moving = new ArrayList<Expr>();
    p.scalars().forEach(s -> (Forms.moves(s) ? moving : still).add(s));
    Expr g = Algebra.mul(term.cotangent(), Algebra.mul(still));
    Expr rest = Algebra.mul(moving);
    boolean chain = rest.node() instanceof Node.Prod q && q.scalars().isEmpty();
    return new Inner(
        Algebra.scale(p.coefficient(), g), chain ? Traversal.children(rest.node()) : List.of(rest));
  }

  // to the end

  void move() {
    if (!task.f().isScalar() && !task.variable().isScalar()) {
      stack();
    }
    while (true) {
      var rules = new ArrayList<Rule>();
      Sum next = now;
      while (true) {
        List<Term> terms = next.terms();
        Optional<Term> movable = terms.stream().filter(this::isMovable).findFirst();
        if (movable.isEmpty()) {
          break;
        }
        Movement m = Movement.of(movable.get(), task.variable(), expansion);
        boolean merges =
            rules.isEmpty() || (task.isShort() && rules.getLast().name().equals(m.rule().name()));
        boolean linear = m.rule() == Rules.SPLIT;
        if (!merges
            && !(task.isShort()
                && (linear || rules.stream().allMatch(r -> r == Rules.SPLIT || r == m.rule())))) {
          break;
        }
        rules.add(m.rule());
        next = replaced(next, movable.get(), m.terms());
      }
      if (rules.isEmpty()) {
        break;
      }
      to(
          next,
          Rules.together(
              rules.stream().filter(r -> r != Rules.SPLIT || rules.size() == 1).toList()));
    }
    collect();
  }

  private static Sum replaced(Sum sum, Term term, List<Term> by) {
    var terms = new ArrayList<Term>();
    boolean done = false;
    for (Term t : sum.terms()) {
      if (!done && t.equals(term)) {
        terms.addAll(by);
        done = true;
      } else {
        terms.add(t);
      }
    }
    return new Sum(terms);
  }

  private boolean isMovable(Term t) {
    Expr dx = Algebra.increment(task.variable());
    return switch (t) {
      case Inner i -> i.factors().size() > 1 || i.factors().getFirst() != dx;
      case Stacked s -> s.moving() != dx;
      case Plain _ -> false;
    };
  }

  /// Of vectors by vectors the matrix stands before dx; of matrices before vec(dX).
  private void stack() {
    if (task.answer().value().isEmpty()) {
      return;
    }
    Expr whole = Algebra.add(now.terms().stream().map(Term::moving).toList());
    now = new Sum(List.of(new Stacked(Algebra.eye(whole.shape().count()), whole)));
  }

  private void collect() {
    Expr dx = Algebra.increment(task.variable());
    if (now.terms().size() < 2 || now.terms().stream().anyMatch(t -> t instanceof Plain)) {
      return;
    }
    var factors = new ArrayList<Expr>();
    for (Term t : now.terms()) {
      factors.add(t instanceof Inner i ? i.cotangent() : ((Stacked) t).matrix());
    }
    Expr all = Algebra.add(factors);
    Term one = now.terms().getFirst() instanceof Inner ? Inner.of(all, dx) : new Stacked(all, dx);
    if (task.isShort()) {
      now = new Sum(List.of(one));
    } else {
      to(new Sum(List.of(one)), Rules.COLLECT);
    }
  }

  // the end

  void readOff(Phrase f) {
    Optional<Expr> answer = task.answer().value();
    if (answer.isEmpty()) {
      return; // the map is the derivative
    }
    Expr value = answer.get();
    Phrase derivative = new DerivativeOf(f, Phrase.of(task.variable()));
    Expr df = lastValue();
    Optional<TangentSpace> structure = TangentSpace.of(task.variable());
    Rule rule = structure.isPresent() ? Rules.PROJECT : Rules.READ_OFF;
    line(
        derivative,
        Phrase.of(value),
        rule,
        new Meaning.Equal(df, applied(value)),
        Optional.empty());
  }

  private record DerivativeOf(Phrase f, Phrase x) implements Phrase {
    @Override
    public org.frechet.syntax.Syntax syntax(Manner manner) {
      return Manner.call("diff", f.syntax(manner), x.syntax(manner));
    }
  }

  private Expr lastValue() {
    return now.value();
  }

  /// {@return the derivative times the increment: df again}
  private Expr applied(Expr value) {
    Expr dx = Algebra.increment(task.variable());
    boolean numerator = task.answer().numerator();
    if (task.variable().isScalar()) {
      return Algebra.mul(value, dx);
    }
    if (task.f().isScalar()) {
      return org.frechet.function.ScalarValued.inner(numerator ? value.transpose() : value, dx);
    }
    return new Stacked(numerator ? value : value.transpose(), dx).value();
  }

  private void to(Sum next, Rule rule) {
    Sum before = now;
    now = next;
    UnaryOperator<Phrase> again = _ -> next;
    boolean stacked = next.terms().stream().anyMatch(t -> t instanceof Stacked);
    Expr whole = stacked ? MatrixValued.vec(expansionStart()) : expansionStart();
    Phrase about = stacked && task.f().shape().isMatrix() ? new VecOf(left) : left;
    if (readsAsBefore(about, next)) {
      return;
    }
    line(about, next, rule, new Meaning.Equal(whole, next.value()), Optional.of(again));
    assert before != next;
  }

  /// Two forms may be written the same: ⟨A′, dX⟩ is tr(A dX).
  private boolean readsAsBefore(Phrase about, Sum next) {
    var manner =
        new Manner(Style.TYPESET, Manner.Pairing.SHORTER, Set.of(), held.meanings(), Set.of());
    return !lines.isEmpty()
        && lines.getLast().left().equals(about)
        && lines.getLast().right().syntax(manner).equals(next.syntax(manner));
  }

  private Expr expansionStart() {
    return start().value();
  }

  private void line(
      Phrase about,
      Phrase right,
      Rule rule,
      Meaning meaning,
      Optional<UnaryOperator<Phrase>> again) {
    Expr shown = ((Meaning.Equal) meaning).right();
    lines.add(
        new Line(
            about, Line.Relation.EQUAL, right, rule, "", List.of(), shown.shape(), meaning, again));
  }
}

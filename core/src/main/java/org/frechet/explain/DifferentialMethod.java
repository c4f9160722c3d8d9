package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.frechet.explain.Term.Inner;
import org.frechet.explain.Term.Plain;
import org.frechet.explain.Term.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;

/// The method of differentials (Magnus & Neudecker 1999): take the differential, push it inwards
/// rule by rule until only `dX` is left, bring `dX` to the end, read off the derivative.
final class DifferentialMethod {
  private final Task task;
  private final Expansion expansion;
  private final Phrase name;
  private final List<Line> lines = new ArrayList<>();
  private Phrase left;
  private Sum start;
  private Rewriting line;

  /// @param expansion what moves: the variable, and what it moves in turn
  DifferentialMethod(Task task, Phrase name, Expansion expansion) {
    this.task = task;
    this.expansion = expansion;
    this.name = name;
    this.left = Labels.differential(name);
    Expr df = expansion.moves(task.f()) ? expansion.increment(task.f()) : zero();
    this.start = new Sum(List.of(task.f().isScalar() ? Inner.of(Algebra.ONE, df) : new Plain(df)));
    this.line = new Rewriting(start);
  }

  static Proof explain(Task task) {
    var method =
        new DifferentialMethod(task, Labels.name(task.functionName()), new Expansion(task));
    method.begin();
    method.expand();
    method.move();
    method.end();
    return new Proof(
        Method.DIFFERENTIAL, List.of(new Part("", method.lines)), task.held().meanings());
  }

  private Expr zero() {
    return Algebra.zeros(task.f().shape());
  }

  /// The function.
  void begin() {
    var itself = new Meaning.Equal(task.f(), task.f());
    add(name, Phrase.of(task.f()), Rules.FUNCTION, itself, Optional.empty());
  }

  /// The derivative.
  void end() {
    new Ending(task, name, line.now()).lines().forEach(lines::add);
  }

  /// {@return the lines so far, which are then forgotten}
  List<Line> drained() {
    List<Line> done = List.copyOf(lines);
    lines.clear();
    return done;
  }

  /// {@return whether any of these differentials is left}
  boolean holds(Set<Expr> increments) {
    return line.now().terms().stream()
        .flatMap(t -> Traversal.topological(t.moving()).stream())
        .anyMatch(increments::contains);
  }

  /// Puts known differentials in place of some that were not, and values in place of names.
  ///
  /// @param shown whether that is a line
  void insert(Map<Expr, Expr> known, Map<Expr, Expr> values, Rule rule, boolean shown) {
    UnaryOperator<Sum> inserted =
        sum -> new Sum(sum.terms().stream().map(t -> t.with(known).everywhere(values)).toList());
    if (shown) {
      line.use(rule, inserted);
      write();
    } else {
      line.quietly(inserted);
    }
  }

  // inwards

  void expand() {
    if (!expansion.moves(task.f())) {
      line.use(Rules.CONSTANT, sum -> new Sum(List.of(new Plain(sum.zero()))));
      write();
      return;
    }
    boolean first = true;
    for (List<Expr> open = open(); !open.isEmpty(); open = open()) {
      if (task.isShort()) {
        for (List<Expr> d = linear(); !d.isEmpty(); d = linear()) {
          work(d.getLast());
        }
        if (line.isEmpty() || !first) {
          open().forEach(this::work);
        }
      } else {
        work(open.getLast());
      }
      first = false;
      write();
    }
  }

  private void work(Expr d) {
    line.use(Rules.of(expansion.meaning(d), expansion), sum -> expansion.expanded(sum, d));
  }

  private List<Expr> linear() {
    return open().stream().filter(d -> expansion.isLinear(expansion.meaning(d))).toList();
  }

  private List<Expr> open() {
    return line.now().terms().stream()
        .flatMap(t -> expansion.open(t.moving()).stream())
        .distinct()
        .toList();
  }

  // to the end

  void move() {
    if (!task.f().isScalar() && !task.variable().isScalar() && expansion.moves(task.f())) {
      if (task.answer().value().isEmpty()) {
        return; // the map is the answer
      }
      stack();
    }
    for (Optional<Movement> m = next(_ -> true); m.isPresent(); m = next(_ -> true)) {
      Rule kind = m.get().rule();
      for (; m.isPresent(); m = next(joining(kind))) {
        kind = Rules.isQuiet(kind) ? m.get().rule() : kind;
        line.use(m.get().rule(), m.get()::applied);
        if (!task.isShort()) {
          break;
        }
      }
      write();
    }
    if (line.now().terms().size() > 1 && !(line.now().terms().getFirst() instanceof Plain)) {
      boolean inner = line.now().terms().getFirst() instanceof Inner;
      line.use(inner ? Rules.COLLECT : Rules.COLLECT_VEC, Movement::collected);
      if (!task.isShort()) {
        write();
      }
    }
  }

  /// Moves of one kind, in all terms, are one line of a short derivation.
  private static Predicate<Movement> joining(Rule kind) {
    return m ->
        Rules.isQuiet(m.rule()) || Rules.isQuiet(kind) || m.rule().name().equals(kind.name());
  }

  private Optional<Movement> next(Predicate<Movement> fits) {
    return line.now().terms().stream()
        .filter(t -> Movement.isMovable(t, task.variable()))
        .map(t -> Movement.of(t, task.variable()))
        .filter(fits)
        .findFirst();
  }

  /// Matrices are stacked into columns; a column by a column is one already.
  private void stack() {
    boolean columns = task.f().shape().cols().isOne() && task.variable().shape().cols().isOne();
    start = Movement.stacked(start);
    if (columns) {
      line.quietly(Movement::stacked);
    } else {
      left = Labels.differential(Labels.vec(name));
      line.use(Rules.STACK, Movement::stacked);
      if (!task.isShort()) {
        write();
      }
    }
  }

  private void write() {
    if (lines.size() > 1) {
      if (task.isShort()) {
        line.quietly(Movement::merged);
      }
      Phrase last = lines.getLast().right();
      if (last instanceof Sum && task.writesAlike(last, line.now())) {
        return; // nothing to see
      }
    }
    Sum now = line.now();
    var meaning = new Meaning.Equal(start.value(), now.value());
    boolean begins = lines.size() == 1;
    add(left, now, line.rule(), meaning, begins ? Optional.empty() : Optional.of(line.again()));
    line = new Rewriting(now);
  }

  private void add(
      Phrase about,
      Phrase right,
      Rule rule,
      Meaning.Equal meaning,
      Optional<UnaryOperator<Phrase>> again) {
    lines.add(Line.equal(about, right, rule, meaning, again));
  }
}

package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.derive.TangentSpace;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// The method of index sums: write the function with entries, differentiate by one entry of the
/// variable, let the Kronecker deltas collapse, read the result as matrices again.
final class IndexMethod {
  /// Written with entries, shared parts are written once for each use.
  private static final long LARGEST = 400;

  private final Task task;
  private final IndexMeaning meaning;
  private final IndexTranslation translation;
  private final IndexDerivative derivative;
  private final List<Pick> row;
  private final List<Pick> variable;
  private final Set<String> scope = new HashSet<>();
  private final List<Line> lines = new ArrayList<>();
  private final Phrase f;

  private IndexMethod(Task task) {
    this.task = task;
    String name = task.functionName();
    this.f = Labels.name(name);
    var names = new HashSet<>(task.taken());
    names.add(name);
    this.translation = new IndexTranslation(task.f(), task.variable(), names);
    this.row = translation.placesOfFunction(task.f().shape());
    this.variable = translation.placesOfVariable();
    for (Pick p : List.of(row.getFirst(), row.getLast(), variable.getFirst(), variable.getLast())) {
      if (p instanceof Pick.At(Index i)) {
        scope.add(i.name());
      }
    }
    this.meaning = new IndexMeaning(task, row, variable);
    this.derivative = new IndexDerivative(task.variable(), translation, variable);
  }

  static Proof explain(Task task) {
    if (task.f().weight() > LARGEST) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "the function is too long to be written with sums over indices")
          .hint("derive by the method chain, which names intermediate results")
          .refusal();
    }
    List<Part> parts = List.of(new Part("", new IndexMethod(task).lines()));
    return new Proof(Method.INDEX, parts, task.held().meanings());
  }

  private List<Line> lines() {
    Expr whole = task.f();
    line(f, Phrase.of(whole), Rules.FUNCTION, new Meaning.Equal(whole, whole), whole.shape());
    IndexTerm entry = translation.entry(whole, row.getFirst(), row.getLast(), scope);
    Phrase one = new EntryOf(f, row);
    boolean same =
        entry.equals(new Entry(whole, row.getFirst(), row.getLast()))
            || entry.all().allMatch(IndexMethod::isWhole);
    if (!same) {
      Rule rule = entry.depth() == 0 ? IndexRules.ENTRY_BY_ENTRY : IndexRules.ENTRIES;
      line(one, entry, rule, meaning.entries(entry), Shape.SCALAR);
    }
    IndexTerm end = matrices(collapse(differentiate()));
    readOff(end);
    return lines;
  }

  private static boolean isWhole(IndexTerm t) {
    boolean index = t instanceof Entry(_, Pick r, Pick c) && (isAt(r) || isAt(c));
    return !index && !(t instanceof IndexTerm.Over) && !(t instanceof IndexTerm.Delta);
  }

  private static boolean isAt(Pick p) {
    return p instanceof Pick.At;
  }

  /// `F(p,q)`.
  private record EntryOf(Phrase of, List<Pick> places) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      var at = new ArrayList<Syntax>();
      for (Pick p : places) {
        if (p instanceof Pick.At(Index i)) {
          at.add(Manner.name(i.name()));
        }
      }
      return at.isEmpty()
          ? of.syntax(manner)
          : new Syntax.Index(of.syntax(manner), at, Syntax.Span.NONE);
    }
  }

  private Phrase left() {
    return Labels.derivative(new EntryOf(f, row), derivative.by());
  }

  private IndexTerm differentiate() {
    IndexTerm now = derivative.partial(task.f(), row.getFirst(), row.getLast(), scope);
    var rules = new ArrayList<Rule>();
    while (now.isOpen()) {
      Partial first =
          (Partial) now.all().filter(t -> t instanceof Partial).findFirst().orElseThrow();
      Rule rule = rule(first);
      IndexTerm next = derivative.expanded(now, p -> rule(p).equals(rule), scope);
      rules.add(rule);
      if (!task.isShort() && !next.equals(now)) {
        line(next, rule, t -> derivative.expanded(t, p -> rule(p).equals(rule), scope));
      }
      now = next;
    }
    if (task.isShort() || rules.isEmpty()) {
      var used = new ArrayList<>(rules);
      if (used.size() > 1) {
        used.remove(IndexRules.LINEARITY);
      }
      line(now, rules.isEmpty() ? IndexRules.LINEARITY : Rules.together(used), t -> t);
    }
    return now;
  }

  private Rule rule(Partial p) {
    return IndexRules.of(p.of(), translation, p.of() == task.variable());
  }

  private IndexTerm collapse(IndexTerm t) {
    IndexTerm now = t;
    if (task.isShort()) {
      IndexTerm end = IndexCollapse.of(now);
      if (!end.equals(now)) {
        line(end, IndexRules.COLLAPSE, IndexCollapse::of);
      }
      return end;
    }
    for (Optional<IndexTerm> next = IndexCollapse.once(now);
        next.isPresent();
        next = IndexCollapse.once(now)) {
      line(next.get(), IndexRules.COLLAPSE, x -> IndexCollapse.once(x).orElse(x));
      now = next.get();
    }
    return now;
  }

  private IndexTerm matrices(IndexTerm t) {
    boolean jacobian = !task.f().isScalar();
    List<Pick> places =
        jacobian
            ? List.of(
                row.getFirst() instanceof Pick.At ? row.getFirst() : row.getLast(),
                variable.getFirst() instanceof Pick.At ? variable.getFirst() : variable.getLast())
            : variable;
    Optional<IndexTerm> read = IndexMatrix.read(t, places);
    if (read.isEmpty() || read.get().equals(t)) {
      return t;
    }
    line(read.get(), IndexRules.MATRIX, x -> IndexMatrix.read(x, places).orElse(x));
    return read.get();
  }

  private void readOff(IndexTerm end) {
    Optional<Expr> value = task.answer().value();
    boolean structured = TangentSpace.of(task.variable()).isPresent();
    if (value.isEmpty()) {
      line(
          Labels.differential(f),
          Phrase.of(task.answer().map()),
          IndexRules.ALL_ENTRIES,
          meaning.map(),
          task.f().shape());
      return;
    }
    if (task.f().isScalar()
        && task.variable().isScalar()
        && end.equals(new Entry(value.get(), IndexTranslation.ALL, IndexTranslation.ALL))) {
      return;
    }
    line(
        Labels.derivative(f, Phrase.of(task.variable())),
        Phrase.of(value.get()),
        structured ? Rules.projection(task.variable()) : IndexRules.ALL_ENTRIES,
        meaning.answer(value.get()),
        value.get().shape());
  }

  /// A line about the derivative by one entry.
  private void line(IndexTerm right, Rule rule, UnaryOperator<IndexTerm> rewriting) {
    boolean first = !lines.getLast().left().equals(left());
    UnaryOperator<Phrase> again = p -> rewriting.apply((IndexTerm) p);
    lines.add(
        new Line(
            left(),
            Line.Relation.EQUAL,
            right,
            rule,
            "",
            List.of(),
            Shape.SCALAR,
            meaning.derivative(right),
            first ? Optional.empty() : Optional.of(again)));
  }

  private void line(Phrase left, Phrase right, Rule rule, Meaning meaning, Shape shape) {
    lines.add(Line.begin(left, right, rule, meaning, shape));
  }
}

package org.frechet.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Attributes;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// What the variables and sizes of a pattern stand for. Matching respects the algebra: sums and
/// elementwise products match in any order, a chain variable may stand for several factors.
record Match(Map<Expr, Expr> variables, Map<String, Dim> sizes) {
  static final Match EMPTY = new Match(Map.of(), Map.of());

  /// {@return the match extended so that `pattern` is `subject`, if it can be}
  Optional<Match> with(Expr pattern, Expr subject) {
    return switch (pattern.node()) {
      case Node.Var v -> variable(pattern, v, subject);
      case Node.Num _, Node.Constant _ -> pattern == subject ? Optional.of(this) : Optional.empty();
      case Node.Fill f ->
          subject.node() instanceof Node.Fill g && f.kind() == g.kind()
              ? size(f.rows(), g.rows()).flatMap(m -> m.size(f.cols(), g.cols()))
              : f.kind() == Node.Fill.Kind.ONES && subject == Algebra.ONE
                  ? shape(pattern.shape(), subject.shape())
                  : Optional.empty();
      case Node.Transpose t -> with(t.of(), subject.transpose());
      case Node.Apply a ->
          subject.node() instanceof Node.Apply b && a.operator() == b.operator()
              ? applied(a, b)
              : Optional.empty();
      case Node.Pow p ->
          subject.node() instanceof Node.Pow q
              ? with(p.base(), q.base()).flatMap(m -> m.with(p.exponent(), q.exponent()))
              : Optional.empty();
      case Node.Add a ->
          subject.node() instanceof Node.Add b && a.terms().size() == b.terms().size()
              ? some(a.terms(), b.terms()).map(Part::match)
              : Optional.empty();
      case Node.Hadamard h ->
          subject.node() instanceof Node.Hadamard g && h.factors().size() == g.factors().size()
              ? some(h.factors(), g.factors()).map(Part::match)
              : Optional.empty();
      case Node.Prod p ->
          subject.node() instanceof Node.Prod q
                  && p.coefficient().equals(q.coefficient())
                  && p.scalars().size() == q.scalars().size()
              ? some(p.scalars(), q.scalars())
                  .flatMap(m -> m.match().wholeChain(p.chain(), q.chain(), subject.isScalar()))
              : Optional.empty();
      case Node.Size s ->
          subject.node() instanceof Node.Size t ? size(s.dim(), t.dim()) : Optional.empty();
      case Node.Increment _,
          Node.Bound _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _ ->
          pattern == subject ? Optional.of(this) : Optional.empty();
    };
  }

  /// The norm of a matrix is that of its transpose, whichever of the two is written.
  private Optional<Match> applied(Node.Apply pattern, Node.Apply subject) {
    Optional<Match> match = all(pattern.arguments(), subject.arguments());
    return match.isEmpty() && ((Function) subject.operator()).isTransposeInvariant()
        ? with(pattern.arguments().getFirst(), subject.arguments().getFirst().transpose())
        : match;
  }

  /// A scalar chain is the same read backwards, transposed: `v'*w` is `w'*v`.
  private Optional<Match> wholeChain(List<Expr> patterns, List<Expr> subjects, boolean scalar) {
    Optional<Match> match = chain(patterns, subjects, true).map(Run::match);
    return match.isPresent() || !scalar
        ? match
        : chain(patterns, subjects.reversed().stream().map(Expr::transpose).toList(), true)
            .map(Run::match);
  }

  private Optional<Match> variable(Expr pattern, Node.Var v, Expr subject) {
    Expr known = variables.get(pattern);
    if (known != null) {
      return known == subject ? Optional.of(this) : Optional.empty();
    }
    if (!v.traits().stream().allMatch(t -> Attributes.has(subject, t))) {
      return Optional.empty();
    }
    return shape(v.shape(), subject.shape())
        .map(m -> {
          var more = new HashMap<>(m.variables);
          more.put(pattern, subject);
          return new Match(more, m.sizes);
        });
  }

  private Optional<Match> shape(Shape pattern, Shape subject) {
    return size(pattern.rows(), subject.rows())
        .flatMap(m -> m.size(pattern.cols(), subject.cols()));
  }

  private Optional<Match> size(Dim pattern, Dim subject) {
    if (pattern.isName() && !sizes.containsKey(pattern.name())) {
      var more = new HashMap<>(sizes);
      more.put(pattern.name(), subject);
      return Optional.of(new Match(variables, more));
    }
    boolean known = pattern.names().stream().allMatch(sizes::containsKey);
    return known && pattern.substitute(sizes::get).equals(subject)
        ? Optional.of(this)
        : Optional.empty();
  }

  private Optional<Match> all(List<Expr> patterns, List<Expr> subjects) {
    Optional<Match> match =
        patterns.size() == subjects.size() ? Optional.of(this) : Optional.empty();
    for (int i = 0; i < patterns.size() && match.isPresent(); i++) {
      int k = i;
      match = match.flatMap(m -> m.with(patterns.get(k), subjects.get(k)));
    }
    return match;
  }

  /// A match of some operands, and the operands left over.
  record Part(Match match, List<Expr> rest) {}

  /// {@return a match of all patterns with some of the commuting subjects}
  Optional<Part> some(List<Expr> patterns, List<Expr> subjects) {
    if (patterns.isEmpty()) {
      return Optional.of(new Part(this, subjects));
    }
    if (patterns.size() > subjects.size()) {
      return Optional.empty();
    }
    // the most specific pattern first: variables match anything
    int first = 0;
    while (first < patterns.size() - 1 && patterns.get(first).node() instanceof Node.Var) {
      first++;
    }
    var later = new ArrayList<>(patterns);
    Expr pattern = later.remove(first);
    for (int i = 0; i < subjects.size(); i++) {
      Optional<Match> match = with(pattern, subjects.get(i));
      if (match.isPresent()) {
        var rest = new ArrayList<>(subjects);
        rest.remove(i);
        Optional<Part> part = match.get().some(later, rest);
        if (part.isPresent()) {
          return part;
        }
      }
    }
    return Optional.empty();
  }

  /// A match of consecutive links of a chain, `from` to `to` (exclusive).
  record Run(Match match, int from, int to) {}

  /// {@return a match of the pattern chain with a run of the subject chain (all of it if `whole`)}
  Optional<Run> chain(List<Expr> patterns, List<Expr> subjects, boolean whole) {
    if (patterns.isEmpty()) {
      return whole && !subjects.isEmpty() ? Optional.empty() : Optional.of(new Run(this, 0, 0));
    }
    for (int from = 0; from < subjects.size(); from++) {
      Optional<Run> run = from(patterns, subjects, from, whole);
      if (run.isPresent()) {
        int start = from;
        return run.map(r -> new Run(r.match, start, r.to));
      }
      if (whole) {
        break;
      }
    }
    return Optional.empty();
  }

  private Optional<Run> from(List<Expr> patterns, List<Expr> subjects, int at, boolean whole) {
    if (patterns.isEmpty()) {
      return whole && at < subjects.size() ? Optional.empty() : Optional.of(new Run(this, at, at));
    }
    Expr pattern = patterns.getFirst();
    boolean several =
        pattern.node() instanceof Node.Var || pattern.node() instanceof Node.Transpose;
    int most = several ? subjects.size() - at : 1;
    for (int n = 1; n <= most && at + n <= subjects.size(); n++) {
      Expr subject = n == 1 ? subjects.get(at) : Algebra.mul(subjects.subList(at, at + n));
      int next = at + n;
      Optional<Run> run =
          with(pattern, subject)
              .flatMap(m -> m.from(patterns.subList(1, patterns.size()), subjects, next, whole));
      if (run.isPresent()) {
        return run;
      }
    }
    return Optional.empty();
  }

  /// {@return the pattern with its variables and sizes replaced}
  Expr instantiate(Expr pattern) {
    return Instance.of(pattern, this);
  }
}

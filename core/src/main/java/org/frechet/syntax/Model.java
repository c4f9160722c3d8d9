package org.frechet.syntax;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.expr.Expr;

/// What was understood: the typed function, its variables, and what was assumed.
///
/// `variables` holds every name that is used, declared or differentiated by; `assumptions` are
/// sentences for people, such as `c is taken as a scalar`; `sums` are the sums as written, with
/// their signs; `parts` are the functions, powers and divisors as written, also those that
/// cancelled; `inferred` are the names whose shape was not declared.
public record Model(
    Expr expr,
    SortedMap<String, Expr> variables,
    List<String> assumptions,
    Set<String> inferred,
    Set<Expr> sums,
    Set<Expr> parts) {
  public Model {
    variables = Collections.unmodifiableSortedMap(new TreeMap<>(variables));
    assumptions = List.copyOf(assumptions);
    sums = Set.copyOf(sums);
    parts = Collections.unmodifiableSet(new LinkedHashSet<>(parts));
    inferred = Collections.unmodifiableSet(new TreeSet<>(inferred));
  }
}

package org.frechet;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.derive.Conditions;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Naming;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// How expressions around an answer are written: sums with the signs of the request, names that are
/// variables as variables.
record Writing(Set<String> variables, Set<Expr> sums) {
  /// Expressions that would take more symbols than this are written with `let`.
  private static final long LONG = 1500;

  static Writing of(Model model) {
    return new Writing(model.variables().keySet(), model.sums());
  }

  /// {@return an expression in the input language}
  String text(Expr e) {
    return TextPrinter.print(
        e.weight() > LONG
            ? Naming.withLets(e, 2, sums)
            : Presentation.of(e, Style.TEXT, Map.of(), sums));
  }

  String unicode(Expr e) {
    return unicode(e, Map.of());
  }

  /// {@return an expression as a line of mathematics, with `names` for some of its parts}
  String unicode(Expr e, Map<Expr, String> names) {
    return UnicodePrinter.print(typeset(e, names), variables::contains);
  }

  String latex(Expr e) {
    return LatexPrinter.print(typeset(e, Map.of()), variables::contains);
  }

  private Syntax typeset(Expr e, Map<Expr, String> names) {
    return e.weight() > LONG && names.isEmpty()
        ? Naming.withLets(e, 2, sums, Style.TYPESET)
        : Presentation.of(e, Style.TYPESET, names, sums);
  }

  /// {@return what must hold for values made of these parts to exist, in words}
  List<String> conditions(Collection<Expr> parts) {
    return Conditions.ofValues(parts).stream()
        .map(c ->
            c.need().of(text(c.argument()), c.other().map(this::text).orElse(""), c.function())
                + range(c.argument(), parts))
        .distinct()
        .toList();
  }

  /// A condition inside a sum holds for every value of the index, one inside an integral between
  /// the limits.
  String range(Expr e, Collection<Expr> among) {
    var places = new TreeSet<String>();
    for (Node.Runs runs : Traversal.free(List.of(e)).getOrDefault(e, Set.of())) {
      places.add(" for all " + runs.name() + between(runs, among));
    }
    return String.join("", places);
  }

  private String between(Node.Runs runs, Collection<Expr> among) {
    for (Expr x : Traversal.topological(among)) {
      if (x.node() instanceof Node.Integral i && i.runs().equals(runs)) {
        return " between %s and %s".formatted(text(i.from()), text(i.to()));
      }
    }
    return "";
  }
}

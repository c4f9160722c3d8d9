package org.frechet.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.frechet.syntax.Syntax;

/// What a formula may lack: the factors, divisors, exponents and terms of right ones, and all
/// variables.
///
/// @param exponents of powers
/// @param variables names
record Pool(
    List<Syntax> factors,
    List<Syntax> divisors,
    List<Syntax> exponents,
    List<Syntax> terms,
    Set<String> variables) {
  private static final int MOST = 28;
  private static final int LONGEST = 3;

  /// {@return what stands in right formulas}
  ///
  /// @param composite whether products of several factors are factors too
  static Pool of(List<Syntax> right, Set<String> variables, boolean composite) {
    var factors = new LinkedHashSet<Syntax>();
    var divisors = new LinkedHashSet<Syntax>();
    var exponents = new LinkedHashSet<Syntax>();
    var terms = new LinkedHashSet<Syntax>();
    for (String name : variables) {
      var variable = new Syntax.Name(name, Syntax.Span.NONE);
      factors.add(variable);
      factors.add(new Syntax.Transpose(variable, Syntax.Span.NONE));
    }
    var open = new ArrayList<>(right);
    for (int i = 0; i < open.size() && i < 300; i++) {
      Syntax piece = open.get(i);
      open.addAll(piece.children());
      if (Spine.isSum(piece)) {
        terms.addAll(Spine.terms(piece).operands());
      } else if (Spine.isProduct(piece)) {
        collect(Spine.factors(piece), factors, divisors, composite);
      } else if (!(piece instanceof Syntax.Number)) {
        factors.add(piece);
      }
      if (piece instanceof Syntax.Binary b && b.operator().endsWith("^")) {
        exponents.add(b.right());
      }
    }
    right.stream().filter(r -> !Spine.isSum(r)).forEach(terms::add);
    right.forEach(factors::remove); // that all of it is missing says nothing
    return new Pool(first(factors), first(divisors), first(exponents), first(terms), variables);
  }

  private static void collect(
      Spine spine, SequencedSet<Syntax> factors, SequencedSet<Syntax> divisors, boolean composite) {
    for (int i = 0; i < spine.size(); i++) {
      Syntax operand = spine.operands().get(i);
      boolean divides = spine.operators().get(i).endsWith("/");
      if (!(operand instanceof Syntax.Number)) {
        (divides ? divisors : factors).add(operand);
      }
    }
    for (int length = 2; composite && length <= LONGEST; length++) {
      for (int i = 0; i + length <= spine.size(); i++) {
        factors.add(spine.part(i, i + length).piece());
      }
    }
  }

  private static List<Syntax> first(SequencedSet<Syntax> all) {
    return all.stream().limit(MOST).toList();
  }
}

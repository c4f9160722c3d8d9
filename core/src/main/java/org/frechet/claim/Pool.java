package org.frechet.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.frechet.syntax.Syntax;

/// What a formula may lack: the factors, divisors and terms of a right one, and all variables.
///
/// @param variables names
record Pool(
    List<Syntax> factors, List<Syntax> divisors, List<Syntax> terms, List<String> variables) {
  private static final int MOST = 24;

  /// {@return what stands in a right formula}
  static Pool of(Syntax right, Set<String> variables) {
    var factors = new LinkedHashSet<Syntax>();
    var divisors = new LinkedHashSet<Syntax>();
    var terms = new LinkedHashSet<Syntax>();
    var open = new ArrayList<Syntax>(List.of(right));
    for (int i = 0; i < open.size() && open.size() < 400; i++) {
      Syntax piece = open.get(i);
      open.addAll(piece.children());
      if (Spine.isSum(piece)) {
        terms.addAll(Spine.terms(piece).operands());
      }
      if (Spine.isProduct(piece)) {
        collect(Spine.factors(piece), factors, divisors);
      } else if (!(piece instanceof Syntax.Number) && !Spine.isSum(piece)) {
        factors.add(piece);
      }
    }
    if (terms.isEmpty()) {
      terms.add(right);
    }
    for (String name : variables) {
      var variable = new Syntax.Name(name, Syntax.Span.NONE);
      factors.add(variable);
      factors.add(new Syntax.Transpose(variable, Syntax.Span.NONE));
    }
    return new Pool(first(factors), first(divisors), first(terms), List.copyOf(variables));
  }

  private static void collect(
      Spine spine, SequencedSet<Syntax> factors, SequencedSet<Syntax> divisors) {
    for (int i = 0; i < spine.size(); i++) {
      Syntax operand = spine.operands().get(i);
      boolean divides = spine.operators().get(i).endsWith("/");
      if (operand instanceof Syntax.Number) {
        continue;
      }
      (divides ? divisors : factors).add(operand);
    }
  }

  private static List<Syntax> first(SequencedSet<Syntax> all) {
    return all.stream().limit(MOST).toList();
  }
}

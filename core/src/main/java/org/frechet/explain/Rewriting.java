package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.explain.Term.Sum;

/// What is done to a differential between two lines: one use of a rule, or several that a textbook
/// would merge.
final class Rewriting {
  private final List<Rule> rules = new ArrayList<>();
  private final List<UnaryOperator<Sum>> uses = new ArrayList<>();
  private Sum now;

  Rewriting(Sum from) {
    now = from;
  }

  Sum now() {
    return now;
  }

  boolean isEmpty() {
    return uses.isEmpty();
  }

  void use(Rule rule, UnaryOperator<Sum> change) {
    rules.add(rule);
    quietly(change);
  }

  /// A change that only prepares another.
  void quietly(UnaryOperator<Sum> change) {
    uses.add(change);
    now = change.apply(now);
  }

  /// {@return the rules used, as one; what goes without saying is left out}
  Rule rule() {
    boolean others = rules.stream().anyMatch(r -> !Rules.isQuiet(r));
    return Rules.together(rules.stream().filter(r -> !others || !Rules.isQuiet(r)).toList());
  }

  /// {@return the whole as a function, to be done again}
  UnaryOperator<Phrase> again() {
    List<UnaryOperator<Sum>> all = List.copyOf(uses);
    return phrase -> {
      Sum sum = (Sum) phrase;
      for (UnaryOperator<Sum> use : all) {
        sum = use.apply(sum);
      }
      return sum;
    };
  }
}

package org.frechet.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;

/// One line of a derivation.
///
/// @param left what the line is about: `df`; where it is that of the line before, it is not
///   repeated
/// @param right what the rule made of the line before
/// @param rule the rule
/// @param reason one short sentence for this use of it; may be empty
/// @param conditions what this line needs, such as `X invertible`
/// @param shape of the right side
/// @param meaning what the line claims
/// @param rewriting the use of the rule, as a function of the right side of the line before; none
///   where the line begins something
public record Line(
    Phrase left,
    Relation relation,
    Phrase right,
    Rule rule,
    String reason,
    List<String> conditions,
    Shape shape,
    Meaning meaning,
    Optional<UnaryOperator<Phrase>> rewriting) {
  public Line {
    conditions = List.copyOf(conditions);
  }

  /// {@return a line that says what the left side is equal to}
  static Line equal(
      Phrase left,
      Phrase right,
      Rule rule,
      Meaning.Equal meaning,
      Optional<UnaryOperator<Phrase>> rewriting) {
    return equal(left, right, rule, meaning, rewriting, meaning.right());
  }

  /// {@return the same, where what is shown is not what is compared}
  static Line equal(
      Phrase left,
      Phrase right,
      Rule rule,
      Meaning meaning,
      Optional<UnaryOperator<Phrase>> rewriting,
      Expr shown) {
    return new Line(
        left, Relation.EQUAL, right, rule, "", List.of(), shown.shape(), meaning, rewriting);
  }

  /// {@return this line with another left side}
  Line about(Phrase what) {
    return new Line(what, relation, right, rule, reason, conditions, shape, meaning, rewriting);
  }

  /// {@return a line that begins something: it does not follow from the line before}
  static Line begin(Phrase left, Phrase right, Rule rule, Meaning meaning, Shape shape) {
    return new Line(
        left, Relation.EQUAL, right, rule, "", List.of(), shape, meaning, Optional.empty());
  }

  /// {@return this line with what it needs}
  Line needing(List<String> needs) {
    return new Line(left, relation, right, rule, reason, needs, shape, meaning, rewriting);
  }

  /// {@return this line with another claim}
  Line claiming(Meaning claim) {
    return new Line(left, relation, right, rule, reason, conditions, shape, claim, rewriting);
  }

  /// {@return this line as what follows from the line before}
  Line following(UnaryOperator<Phrase> use) {
    return new Line(
        left, relation, right, rule, reason, conditions, shape, meaning, Optional.of(use));
  }

  /// {@return this line with a reason of its own}
  Line because(String why) {
    return new Line(left, relation, right, rule, why, conditions, shape, meaning, rewriting);
  }

  /// What stands between the sides.
  public enum Relation {
    EQUAL("="),
    AT_MOST("<="),
    /// A definition, of an intermediate variable.
    DEFINED("=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /// {@return the sign in the input language}
    public String sign() {
      return sign;
    }
  }
}

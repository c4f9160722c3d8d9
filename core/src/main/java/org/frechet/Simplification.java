package org.frechet;

import java.util.List;
import java.util.Map;
import org.frechet.check.Agreement;
import org.frechet.derive.Tidy;
import org.frechet.expr.Expr;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Model;

/// An expression in its shortest form, which has the same value at random points.
public final class Simplification implements Outcome {
  private final String source;
  private final Model model;
  private final Expr value;
  private final Agreement agreement;
  private final Writing writing;

  private Simplification(String source, Model model, Expr value, Agreement agreement) {
    this.source = source;
    this.model = model;
    this.value = value;
    this.agreement = agreement;
    this.writing = new Writing(model.variables().keySet(), model.sums());
  }

  static Simplification of(String text, Map<String, Declaration> declared) {
    Model model = Statement.model(Texts.expression(text, declared), declared);
    Expr tidy = Tidy.of(model.expr());
    return new Simplification(
        text, model, tidy, Agreement.require(model.expr(), tidy, "the simpler form of " + text));
  }

  public String source() {
    return source;
  }

  public Model model() {
    return model;
  }

  public Expr value() {
    return value;
  }

  /// {@return the simpler form in the input language}
  public String text() {
    return writing.text(value);
  }

  public String unicode() {
    return writing.unicode(value);
  }

  public String latex() {
    return writing.latex(value);
  }

  public List<String> assumptions() {
    return model.assumptions();
  }

  /// {@return where the expression as written has a value}
  public List<String> conditions() {
    var parts = new java.util.ArrayList<>(model.parts());
    parts.add(model.expr());
    return writing.conditions(parts);
  }

  /// {@return `proof`, `exact` or `numeric`}
  public String certainty() {
    return agreement.certainty().word();
  }

  public int points() {
    return agreement.points();
  }
}

package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.frechet.check.Point;
import org.frechet.concrete.Binding;
import org.frechet.concrete.Calculation;
import org.frechet.concrete.Values;
import org.frechet.concrete.Written;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// The value of an expression at data.
public final class Evaluation implements Outcome {
  private final Model model;
  private final Binding binding;
  private final RealMat value;

  private Evaluation(Model model, Binding binding, RealMat value) {
    this.model = model;
    this.binding = binding;
    this.value = value;
  }

  static Evaluation of(String text, Map<String, Declaration> declared, Map<String, Values> data) {
    Syntax syntax = Texts.expression(text, declared);
    if (declared.values().stream().anyMatch(d -> d.function().isPresent())) {
      Model general = Statement.model(syntax, declared);
      var parts = new ArrayList<>(general.parts());
      parts.add(general.expr());
      Calculation.requireDefined(parts);
    }
    Binding binding = Binding.of(syntax, declared, data);
    Model model = Statement.model(binding.syntax(), binding.declared());
    Map<Expr, Mat> leaves = new HashMap<>();
    binding
        .values()
        .forEach((name, values) -> {
          Expr variable = model.variables().get(name);
          if (variable != null) {
            leaves.put(variable, values.matrix());
          }
        });
    Point point = Point.real(leaves, binding.sizes());
    return new Evaluation(model, binding, Calculation.of(model.expr(), model.parts(), point));
  }

  public Model model() {
    return model;
  }

  /// {@return the value; a scalar is 1×1}
  public RealMat value() {
    return value;
  }

  /// {@return the value in the input language, with every digit, a line for each row}
  public String text() {
    return Written.array(value, /* lines= */ true);
  }

  /// {@return the sizes of the value: none for a scalar, one for a column, else two}
  public List<Integer> shape() {
    if (value.rows() == 1 && value.cols() == 1) {
      return List.of();
    }
    return value.cols() == 1 ? List.of(value.rows()) : List.of(value.rows(), value.cols());
  }

  /// {@return the numbers that named sizes are, by name}
  public NavigableMap<String, Integer> sizes() {
    return binding.sizes();
  }

  public List<String> assumptions() {
    return model.assumptions();
  }
}

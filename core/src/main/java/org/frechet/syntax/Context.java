package org.frechet.syntax;

import java.util.List;
import java.util.Map;

/// What elaboration is told besides the text.
///
/// - `declared`: declarations by name;
/// - `extra`: pieces whose names are variables too although the text may not use them, such as
///   those of differentiation;
/// - `differentiator`: what `diff(E, X)` calls;
/// - `increments`: whether an undeclared `dX` is the increment of a variable X;
/// - `alike`: whether several expressions should have one shape where inference leaves a choice.
public record Context(
    Map<String, Declaration> declared,
    List<Syntax> extra,
    Differentiator differentiator,
    boolean increments,
    boolean alike) {
  public Context {
    declared = Map.copyOf(declared);
    extra = List.copyOf(extra);
  }

  public static Context of(Map<String, Declaration> declared) {
    return new Context(declared, List.of(), Differentiator.NONE, false, false);
  }

  public Context extra(List<Syntax> pieces) {
    return new Context(declared, pieces, differentiator, increments, alike);
  }

  public Context differentiator(Differentiator rule) {
    return new Context(declared, extra, rule, increments, alike);
  }

  public Context withIncrements() {
    return new Context(declared, extra, differentiator, true, alike);
  }

  public Context ofOneShape() {
    return new Context(declared, extra, differentiator, increments, true);
  }
}

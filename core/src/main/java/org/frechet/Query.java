package org.frechet;

import java.util.Optional;
import org.frechet.derive.Form;
import org.frechet.derive.Layout;

/// What is asked of a formula.
///
/// @param wrt what to differentiate by: a variable, its transpose `X'`, or a part of it, `x(2)`,
///   `X(1:2,:)`
/// @param order how often
/// @param form a form other than the array in a layout
/// @param along a direction of the shape of the variable, for the directional derivative; or empty
public record Query(String wrt, int order, Layout layout, Optional<Form> form, String along) {
  /// {@return the first derivative in the default layout}
  public static Query by(String wrt) {
    return new Query(wrt, 1, Layout.MIXED, Optional.empty(), "");
  }

  public Query wrt(String text) {
    return new Query(text, order, layout, form, along);
  }

  public Query order(int k) {
    return new Query(wrt, k, layout, form, along);
  }

  public Query layout(Layout l) {
    return new Query(wrt, order, l, form, along);
  }

  public Query form(Form f) {
    return new Query(wrt, order, layout, Optional.of(f), along);
  }

  /// {@return the directional derivative along an expression, or along a new name}
  public Query along(String direction) {
    return new Query(wrt, order, layout, Optional.of(form.orElse(Form.JVP)), direction);
  }
}

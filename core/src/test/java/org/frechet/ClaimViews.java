package org.frechet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.ClaimCase.Form;
import org.frechet.ClaimCase.Kind;
import org.frechet.derive.Layout;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;

/// Claims of derivatives as the product derives them: what they claim is measured before it counts
/// as true.
final class ClaimViews {
  private ClaimViews() {}

  /// {@return what is true of the derivative of `claim` in a form}
  static Optional<ClaimCase> of(ClaimCase claim, Form form) {
    try {
      return Budget.run(Budget.DEFAULT, () -> derived(claim, form));
    } catch (Refusal | ArithmeticException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static Optional<ClaimCase> derived(ClaimCase claim, Form form) {
    Formula formula = Frechet.parse(TextPrinter.print(claim.expr()));
    for (Map.Entry<String, String> d : claim.declare().entrySet()) {
      formula = formula.declare(d.getKey(), d.getValue());
    }
    Layout layout =
        form == Form.NUMERATOR
            ? Layout.NUMERATOR
            : form == Form.DENOMINATOR ? Layout.DENOMINATOR : Layout.MIXED;
    int order = form == Form.HESSIAN ? 2 : 1;
    List<String> by = claim.wrt();
    Derivative d = formula.derivative(by.getFirst(), order, layout);
    if (form == Form.HESSIAN && (!d.function().isScalar() || d.variable().shape().isMatrix())) {
      return Optional.empty();
    }
    String text =
        switch (form) {
          case MIXED, NUMERATOR, DENOMINATOR, HESSIAN -> d.isClosed() ? d.text() : "";
          case FRECHET -> d.frechet();
          case DIFFERENTIAL -> by.size() == 1 ? d.differential() : total(formula, by);
          case IDENTITY, SOLVE -> "";
        };
    return text.isEmpty() || text.contains("sum(i,") || text.contains("integrate(")
        ? Optional.empty()
        : Optional.of(
            new ClaimCase(
                claim.origin(),
                form,
                claim.expr(),
                by,
                Parser.parse(text),
                claim.declare(),
                Kind.NONE,
                ""));
  }

  private static String total(Formula formula, List<String> by) {
    return Derivative.total(by.stream().map(v -> formula.derivative(v, 1, Layout.MIXED)).toList());
  }
}

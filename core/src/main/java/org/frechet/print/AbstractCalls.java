package org.frechet.print;

import java.util.List;
import org.frechet.function.DerivativeSymbol;
import org.frechet.syntax.Script;
import org.frechet.syntax.Syntax;

/// Calls of abstract functions and their derivatives.
///
/// | text | Unicode | LaTeX |
/// |---|---|---|
/// | `σ''(z)` | `σ″(z)` | `\sigma''(z)` |
/// | `Df(x)`, `D2f(x)` | `Df(x)`, `D²f(x)` | `\mathrm{D} f(x)`, `\mathrm{D}^2 f(x)` |
/// | `D12f(x, y)` | `D₁₂f(x, y)` | `\mathrm{D}_{12} f(x, y)` |
/// | `Df(x)'`, f scalar | `∇f(x)` | `\nabla f(x)` |
/// | `D2f(x)`, f scalar | `∇²f(x)` | `\nabla^2 f(x)` |
///
/// Typeset trees carry how the name is set in the name itself, between marks that no name of the
/// language contains.
final class AbstractCalls {
  /// U+2061, function application.
  private static final String MARK = "\u2061";

  private static final String PRIMES = "'";
  private static final String NABLA = "∇";

  private AbstractCalls() {}

  static Syntax of(DerivativeSymbol symbol, List<Syntax> arguments, Presentation.Style style) {
    String name = symbol.of().name();
    boolean primed = symbol.of().isPrimed();
    if (style == Presentation.Style.TYPESET) {
      String how =
          symbol.order() == 0
              ? ""
              : primed
                  ? PRIMES.repeat(symbol.order())
                  : symbol.isHessian() ? NABLA + "^2" : "D" + script(symbol);
      return Trees.call(MARK + name + MARK + how, arguments);
    }
    if (!primed || symbol.order() == 0) {
      return Trees.call(symbol.name(), arguments);
    }
    Syntax target = Trees.name(name);
    for (int i = 0; i < symbol.order(); i++) {
      target = Trees.transpose(target);
    }
    return new Syntax.Index(target, arguments, Syntax.Span.NONE);
  }

  static Syntax called(String name, List<Syntax> arguments) {
    return Trees.call(MARK + name + MARK, arguments);
  }

  /// {@return the gradient of a scalar function, typeset}
  static Syntax gradient(DerivativeSymbol symbol, List<Syntax> arguments) {
    String name = symbol.of().name();
    return Trees.call(MARK + name + MARK + NABLA + script(symbol), arguments);
  }

  /// An order is raised, arguments are lowered.
  private static String script(DerivativeSymbol symbol) {
    String digits = symbol.digits();
    return digits.isEmpty() ? "" : (symbol.of().arity() > 1 ? "_" : "^") + digits;
  }

  static boolean isOne(String name) {
    return name.startsWith(MARK);
  }

  private static String name(String marked) {
    return marked.substring(1, marked.indexOf(MARK, 1));
  }

  private static String how(String marked) {
    return marked.substring(marked.indexOf(MARK, 1) + 1);
  }

  static String unicode(String marked) {
    String name = UnicodePrinter.typeset(name(marked));
    String how = how(marked);
    if (how.isEmpty() || how.startsWith(PRIMES)) {
      return name + primes(how.length());
    }
    String digits = how.length() == 1 ? "" : how.substring(2);
    Script script = how.startsWith("_", 1) ? Script.SUBSCRIPT : Script.SUPERSCRIPT;
    return how.charAt(0) + script.of(digits).orElse("") + name;
  }

  private static String primes(int count) {
    return switch (count) {
      case 0 -> "";
      case 1 -> "′";
      case 2 -> "″";
      case 3 -> "‴";
      default -> "′".repeat(count);
    };
  }

  static String latex(String marked) {
    String name = LatexNames.of(name(marked)).replace("\\mathit{", "\\operatorname{");
    String how = how(marked);
    if (how.isEmpty() || how.startsWith(PRIMES)) {
      return name + how;
    }
    String symbol = how.startsWith(NABLA) ? "\\nabla" : "\\mathrm{D}";
    String digits = how.length() == 1 ? "" : how.substring(2);
    String braced = digits.length() > 1 ? "{" + digits + "}" : digits;
    return symbol + (digits.isEmpty() ? "" : how.charAt(1) + braced) + " " + name;
  }
}

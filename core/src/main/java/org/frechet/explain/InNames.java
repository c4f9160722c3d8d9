package org.frechet.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.print.Naming;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.syntax.Syntax;

/// An expression with names for intermediate variables and signs for their derivatives.
record InNames(Expr expr, Map<Expr, Sign> signs) implements Phrase {
  /// Expressions that would take more symbols than this are written with `let`.
  private static final long LONG = 400;

  /// What is written for a variable that stands for the derivative of one name.
  sealed interface Sign {
    Syntax syntax(Manner manner);
  }

  /// A sign alone.
  record Named(Sign sign) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return sign.syntax(manner);
    }
  }

  /// The cotangent of a name, `z̄1` or `zbar1`: the derivative of the function by it.
  record Bar(String name) implements Sign {
    private static final Pattern LETTERS = Pattern.compile("^\\D+");

    @Override
    public Syntax syntax(Manner manner) {
      return Manner.name(written(manner.style()));
    }

    private String written(Style style) {
      String mark = style == Style.TEXT ? "bar" : "\u0304";
      return LETTERS.matcher(name).replaceFirst(m -> m.group() + mark);
    }

    /// {@return the names that it could be confused with}
    static String confused(String name) {
      return new Bar(name).written(Style.TEXT);
    }
  }

  /// `∂z/∂x`.
  record Rate(String name, String variable) implements Sign {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.call("diff", Manner.name(name), Manner.name(variable));
    }
  }

  /// `dz`.
  record Change(String name) implements Sign {
    @Override
    public Syntax syntax(Manner manner) {
      return manner.differential(Manner.name(name));
    }
  }

  @Override
  public Syntax syntax(Manner manner) {
    if (expr.weight() > LONG) {
      return Naming.withLets(expr, 2, manner.sums(), manner.style());
    }
    Map<Expr, Syntax> standIns = new HashMap<>();
    for (Expr part : Traversal.topological(expr)) {
      Sign sign = signs.get(part);
      if (sign != null) {
        standIns.put(part, sign.syntax(manner));
      }
    }
    return Presentation.with(expr, manner.style(), standIns, manner.sums());
  }
}

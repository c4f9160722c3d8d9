package org.frechet;

import static org.frechet.EqualForms.first;
import static org.frechet.EqualForms.isCall;
import static org.frechet.EqualForms.isNegated;
import static org.frechet.EqualForms.isOperator;
import static org.frechet.EqualForms.negated;
import static org.frechet.EqualForms.second;
import static org.frechet.EqualForms.transposed;
import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.minus;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.List;
import org.frechet.syntax.Syntax;

/// Other ways to write a call of a function, by rules of the textbooks.
final class EqualCalls {
  private EqualCalls() {}

  static void of(Syntax.Call c, List<Syntax> forms) {
    if (c.arguments().isEmpty()) {
      return;
    }
    Syntax x = first(c);
    switch (c.name()) {
      case "tr" -> {
        forms.add(call("tr", transposed(x)));
        if (x instanceof Syntax.Binary b && b.operator().equals("*")) {
          forms.add(call("tr", binary("*", b.right(), b.left())));
          forms.add(call("inner", transposed(b.left()), b.right()));
          forms.add(call("sum", binary(".*", transposed(b.left()), b.right())));
          if (b.left() instanceof Syntax.Binary l && l.operator().equals("*")) {
            forms.add(call("tr", binary("*", binary("*", l.right(), b.right()), l.left())));
          }
        }
        spread("tr", x, forms);
        forms.add(call("sum", call("diag", x)));
      }
      case "inner", "dot" -> {
        Syntax y = second(c);
        forms.add(call(c.name(), y, x));
        forms.add(call("tr", binary("*", transposed(x), y)));
        forms.add(call("sum", binary(".*", x, y)));
        forms.add(binary("*", transposed(x), y));
        if (isOperator(x, "*")) {
          var b = (Syntax.Binary) x;
          forms.add(call("inner", b.right(), binary("*", transposed(b.left()), y)));
          forms.add(call("inner", b.left(), binary("*", y, transposed(b.right()))));
        }
      }
      case "inv" -> {
        forms.add(binary("^", x, minus(number("1"))));
        if (x instanceof Syntax.Binary b && b.operator().equals("*")) {
          forms.add(binary("*", call("inv", b.right()), call("inv", b.left())));
        }
        if (x instanceof Syntax.Transpose t) {
          forms.add(transpose(call("inv", t.operand())));
        }
        if (isCall(x, "inv", 1)) {
          forms.add(first(x));
        }
      }
      case "det" -> {
        forms.add(call("det", transposed(x)));
        if (x instanceof Syntax.Binary b && b.operator().equals("*")) {
          forms.add(binary("*", call("det", b.left()), call("det", b.right())));
          forms.add(binary("*", call("det", b.right()), call("det", b.left())));
        }
        if (isCall(x, "inv", 1)) {
          forms.add(binary("/", number("1"), call("det", first(x))));
        }
      }
      case "logdet" -> {
        forms.add(call("log", call("det", x)));
        forms.add(call("logdet", transposed(x)));
        if (isCall(x, "inv", 1)) {
          forms.add(minus(call("logdet", first(x))));
        }
      }
      case "sum" -> {
        forms.add(call("sum", transposed(x)));
        spread("sum", x, forms);
        if (x instanceof Syntax.Binary b && b.operator().equals(".*")) {
          forms.add(binary("*", transposed(b.left()), b.right()));
          forms.add(call("tr", binary("*", transposed(b.left()), b.right())));
          forms.add(call("inner", b.left(), b.right()));
        }
        if (x instanceof Syntax.Binary b
            && b.operator().equals(".^")
            && b.right().equals(number("2"))) {
          forms.add(binary("^", call("norm2", b.left()), number("2")));
        }
      }
      case "diag", "vec", "sym" -> {
        spread(c.name(), x, forms);
        if (c.name().equals("sym")) {
          forms.add(binary("/", binary("+", x, transposed(x)), number("2")));
        }
        if (c.name().equals("vec") && x instanceof Syntax.Binary b && b.operator().equals("*")) {
          if (b.left() instanceof Syntax.Binary l && l.operator().equals("*")) {
            forms.add(
                binary("*", call("kron", transposed(b.right()), l.left()), call("vec", l.right())));
          }
        }
      }
      case "norm2", "normF", "norm" -> {
        if (c.arguments().size() == 1) {
          forms.add(call("sqrt", binary("*", transposed(x), x)));
          forms.add(call("sqrt", call("tr", binary("*", transposed(x), x))));
          forms.add(call("sqrt", call("sum", binary(".^", x, number("2")))));
          forms.add(call("norm2", negated(x)));
        }
      }
      case "exp" -> {
        if (isNegated(x)) {
          forms.add(binary("./", number("1"), call("exp", ((Syntax.Unary) x).operand())));
        }
      }
      case "log" -> {
        if (x instanceof Syntax.Binary b && b.operator().equals("./")) {
          forms.add(binary("-", call("log", b.left()), call("log", b.right())));
        }
        if (x instanceof Syntax.Binary b && b.operator().endsWith("*")) {
          forms.add(binary("+", call("log", b.left()), call("log", b.right())));
        }
        if (x instanceof Syntax.Binary b && b.operator().endsWith("^")) {
          forms.add(binary(".*", b.right(), call("log", b.left())));
        }
        if (isCall(x, "det", 1)) {
          forms.add(call("logdet", first(x)));
        }
      }
      case "sqrt" -> forms.add(binary(".^", x, binary("/", number("1"), number("2"))));
      case "sigmoid" ->
          forms.add(binary("./", number("1"), binary("+", number("1"), call("exp", negated(x)))));
      case "abs" -> {
        forms.add(call("abs", negated(x)));
        forms.add(binary(".*", call("sign", x), x));
      }
      case "cos", "sin", "tanh" ->
          forms.add(
              c.name().equals("cos") ? call("cos", negated(x)) : minus(call(c.name(), negated(x))));
      default -> {}
    }
  }

  /// A linear function of a sum is the sum, of a multiple the multiple.
  private static void spread(String f, Syntax x, List<Syntax> forms) {
    switch (x) {
      case Syntax.Binary b when b.operator().equals("+") || b.operator().equals("-") ->
          forms.add(binary(b.operator(), call(f, b.left()), call(f, b.right())));
      case Syntax.Binary b when b.operator().equals("*") -> {
        forms.add(binary("*", b.left(), call(f, b.right())));
        forms.add(binary("*", call(f, b.left()), b.right()));
      }
      case Syntax.Unary(char sign, Syntax y, _) when sign == '-' -> forms.add(minus(call(f, y)));
      case Syntax.Binary _, Syntax.Unary _, Syntax.Call _, Syntax.Name _ -> {}
      case Syntax.Transpose _, Syntax.Number _, Syntax.Index _, Syntax.Block _ -> {}
      case Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }
}

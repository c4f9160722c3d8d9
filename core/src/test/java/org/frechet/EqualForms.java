package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.minus;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.frechet.syntax.Syntax;

/// Other ways to write an expression, by rules of the textbooks on the syntax tree alone. Some hold
/// only for some shapes or under hypotheses: [Rewriting] keeps what is measured to be equal.
final class EqualForms {
  /// Functions of which the transpose is that of the transpose, whatever the shape.
  private static final Set<String> TRANSPOSABLE =
      Set.of(
          "inv",
          "pinv",
          "adj",
          "expm",
          "exp",
          "log",
          "sqrt",
          "abs",
          "sign",
          "sin",
          "cos",
          "tanh",
          "sigmoid",
          "relu",
          "softplus",
          "eye",
          "erf",
          "step");

  private EqualForms() {}

  static List<Syntax> of(Syntax piece) {
    var forms = new ArrayList<Syntax>();
    switch (piece) {
      case Syntax.Binary b -> binaries(b, forms);
      case Syntax.Unary u when u.operator() == '-' -> signs(u.operand(), forms);
      case Syntax.Transpose t -> transposes(t.operand(), forms);
      case Syntax.Call c -> EqualCalls.of(c, forms);
      case Syntax.Number n -> numbers(n, forms);
      case Syntax.Unary _, Syntax.Name _, Syntax.Index _, Syntax.Block _ -> {}
      case Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
    return forms;
  }

  /// {@return forms that are equal where the transpose changes nothing}, as of scalars
  static List<Syntax> ofScalar(Syntax piece) {
    var forms = new ArrayList<Syntax>();
    if (isOperator(piece, "*")) {
      var b = (Syntax.Binary) piece;
      forms.add(binary("*", transposed(b.right()), transposed(b.left())));
      forms.add(call("tr", binary("*", b.right(), b.left())));
      forms.add(call("inner", transposed(b.left()), b.right()));
      forms.add(call("sum", binary(".*", transposed(b.left()), b.right())));
    }
    return forms;
  }

  private static void binaries(Syntax.Binary b, List<Syntax> forms) {
    Syntax x = b.left();
    Syntax y = b.right();
    switch (b.operator()) {
      case "+" -> {
        forms.add(binary("+", y, x));
        forms.add(binary("-", x, negated(y)));
        if (x.equals(y)) {
          forms.add(binary("*", number("2"), x));
        }
        if (isOperator(y, "+") || isOperator(y, "-")) {
          var right = (Syntax.Binary) y;
          forms.add(binary(right.operator(), binary("+", x, right.left()), right.right()));
        }
        factored("+", x, y, forms);
      }
      case "-" -> {
        forms.add(binary("+", negated(y), x));
        forms.add(minus(binary("-", y, x)));
        forms.add(binary("+", x, negated(y)));
        factored("-", x, y, forms);
      }
      case "*" -> products(x, y, forms);
      case "/" -> {
        forms.add(binary("*", binary("/", number("1"), y), x));
        forms.add(binary("*", x, binary("^", y, minus(number("1")))));
        distributed("/", x, y, forms);
        if (y instanceof Syntax.Number two && two.text().equals("2")) {
          forms.add(binary("*", number("0.5"), x));
          forms.add(binary("*", binary("/", number("1"), number("2")), x));
        }
        if (x instanceof Syntax.Binary q && q.operator().equals("/")) {
          forms.add(binary("/", q.left(), binary("*", q.right(), y)));
        }
        if (x instanceof Syntax.Binary q && q.operator().equals("*")) {
          forms.add(binary("*", q.left(), binary("/", q.right(), y)));
          forms.add(binary("*", binary("/", q.left(), y), q.right()));
        }
      }
      case "\\" -> forms.add(binary("*", call("inv", x), y));
      case ".*" -> {
        forms.add(binary(".*", y, x));
        forms.add(binary("*", call("diag", x), y));
        forms.add(binary("*", call("diag", y), x));
        distributed(".*", x, y, forms);
        if (x.equals(y)) {
          forms.add(binary(".^", x, number("2")));
        }
      }
      case "./" -> {
        forms.add(binary(".*", x, binary("./", number("1"), y)));
        forms.add(binary(".*", x, binary(".^", y, minus(number("1")))));
        distributed("./", x, y, forms);
      }
      case "^" -> powers("^", "*", x, y, forms);
      case ".^" -> powers(".^", ".*", x, y, forms);
      default -> throw new IllegalArgumentException(b.operator());
    }
  }

  private static void products(Syntax x, Syntax y, List<Syntax> forms) {
    forms.add(binary("*", y, x));
    if (isOperator(x, "*")) {
      var left = (Syntax.Binary) x;
      forms.add(binary("*", left.left(), binary("*", left.right(), y)));
      forms.add(binary("*", binary("*", left.left(), y), left.right()));
    }
    if (isOperator(y, "*")) {
      var right = (Syntax.Binary) y;
      forms.add(binary("*", binary("*", x, right.left()), right.right()));
      forms.add(binary("*", right.left(), binary("*", x, right.right())));
    }
    if (isOperator(y, "/")) {
      var right = (Syntax.Binary) y;
      forms.add(binary("/", binary("*", x, right.left()), right.right()));
    }
    distributed("*", x, y, forms);
    forms.add(transpose(binary("*", transposed(y), transposed(x))));
    if (x.equals(y)) {
      forms.add(binary("^", x, number("2")));
    }
    if (x instanceof Syntax.Number two && two.text().equals("2")) {
      forms.add(binary("+", y, y));
    }
    if (isCall(x, "diag", 1)) {
      forms.add(binary(".*", first(x), y));
    }
    if (isCall(x, "inv", 1)) {
      forms.add(binary("\\", first(x), y));
    }
    if (isCall(x, "inv", 1) && isCall(y, "inv", 1)) {
      forms.add(call("inv", binary("*", first(y), first(x))));
    }
    if (isCall(x, "kron", 2) && isCall(y, "kron", 2)) {
      forms.add(call("kron", binary("*", first(x), first(y)), binary("*", second(x), second(y))));
    }
    if (isCall(x, "exp", 1) && isCall(y, "exp", 1)) {
      forms.add(call("exp", binary("+", first(x), first(y))));
    }
  }

  private static void powers(String power, String times, Syntax x, Syntax k, List<Syntax> forms) {
    if (k instanceof Syntax.Number n) {
      switch (n.text()) {
        case "2" -> {
          forms.add(binary(times, x, x));
          if (isCall(x, "norm2", 1) || isCall(x, "normF", 1) || isCall(x, "norm", 1)) {
            Syntax r = first(x);
            forms.add(binary("*", transposed(r), r));
            forms.add(call("tr", binary("*", transposed(r), r)));
            forms.add(call("sum", binary(".^", r, number("2"))));
            forms.add(call("inner", r, r));
          }
          if (isCall(x, "cos", 1)) {
            forms.add(binary("-", number("1"), binary(power, call("sin", first(x)), number("2"))));
          }
        }
        case "3" -> {
          forms.add(binary(times, x, binary(power, x, number("2"))));
          forms.add(binary(times, binary(power, x, number("2")), x));
        }
        default -> {}
      }
    }
    if (k instanceof Syntax.Unary(char sign, Syntax to, _) && sign == '-') {
      boolean one = to.equals(number("1"));
      if (one && power.equals("^")) {
        forms.add(call("inv", x));
      }
      Syntax below = one ? x : binary(power, x, to);
      forms.add(binary(power.equals("^") ? "/" : "./", number("1"), below));
    }
    if (k.equals(number("0.5")) || k.equals(binary("/", number("1"), number("2")))) {
      forms.add(call("sqrt", x));
    }
  }

  /// `(a + b)*c` to `a*c + b*c`, and the same from the left of a product.
  private static void distributed(String operator, Syntax x, Syntax y, List<Syntax> forms) {
    if (isOperator(x, "+") || isOperator(x, "-")) {
      var sum = (Syntax.Binary) x;
      forms.add(
          binary(
              sum.operator(), binary(operator, sum.left(), y), binary(operator, sum.right(), y)));
    }
    boolean quotient = operator.equals("/") || operator.equals("./");
    if (!quotient && (isOperator(y, "+") || isOperator(y, "-"))) {
      var sum = (Syntax.Binary) y;
      forms.add(
          binary(
              sum.operator(), binary(operator, x, sum.left()), binary(operator, x, sum.right())));
    }
    if (isNegated(x)) {
      forms.add(minus(binary(operator, ((Syntax.Unary) x).operand(), y)));
    }
    if (!quotient && isNegated(y)) {
      forms.add(minus(binary(operator, x, ((Syntax.Unary) y).operand())));
    }
  }

  /// `a*c + b*c` to `(a + b)*c`, and with the common factor first.
  private static void factored(String sign, Syntax x, Syntax y, List<Syntax> forms) {
    if (!(x instanceof Syntax.Binary a)
        || !(y instanceof Syntax.Binary b)
        || !a.operator().equals(b.operator())) {
      return;
    }
    boolean times = a.operator().equals("*") || a.operator().equals(".*");
    if ((times || a.operator().equals("/")) && a.right().equals(b.right())) {
      forms.add(binary(a.operator(), binary(sign, a.left(), b.left()), a.right()));
    }
    if (times && a.left().equals(b.left())) {
      forms.add(binary(a.operator(), a.left(), binary(sign, a.right(), b.right())));
    }
  }

  private static void signs(Syntax x, List<Syntax> forms) {
    switch (x) {
      case Syntax.Unary u when u.operator() == '-' -> forms.add(u.operand());
      case Syntax.Binary b when b.operator().equals("-") ->
          forms.add(binary("-", b.right(), b.left()));
      case Syntax.Binary b when b.operator().equals("+") ->
          forms.add(binary("-", negated(b.left()), b.right()));
      case Syntax.Binary b when !b.operator().endsWith("^") -> {
        forms.add(binary(b.operator(), minus(b.left()), b.right()));
        forms.add(binary(b.operator(), b.left(), minus(b.right())));
      }
      case Syntax.Binary _, Syntax.Unary _, Syntax.Call _, Syntax.Name _ -> {}
      case Syntax.Transpose _, Syntax.Number _, Syntax.Index _, Syntax.Block _ -> {}
      case Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }

  private static void transposes(Syntax x, List<Syntax> forms) {
    switch (x) {
      case Syntax.Transpose t -> forms.add(t.operand());
      case Syntax.Unary u ->
          forms.add(new Syntax.Unary(u.operator(), transposed(u.operand()), u.span()));
      case Syntax.Binary b -> {
        switch (b.operator()) {
          case "*" -> forms.add(binary("*", transposed(b.right()), transposed(b.left())));
          case "/", "^", ".^" -> forms.add(binary(b.operator(), transposed(b.left()), b.right()));
          case "+", "-", ".*", "./" ->
              forms.add(binary(b.operator(), transposed(b.left()), transposed(b.right())));
          default -> {}
        }
      }
      case Syntax.Call c when TRANSPOSABLE.contains(c.name()) -> {
        forms.add(call(c.name(), transposed(c.arguments().getFirst())));
        forms.add(c);
      }
      case Syntax.Call c when c.name().equals("kron") ->
          forms.add(call("kron", transposed(first(c)), transposed(second(c))));
      case Syntax.Call _, Syntax.Name _, Syntax.Number _, Syntax.Index _, Syntax.Block _ ->
          forms.add(x);
      case Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }

  private static void numbers(Syntax.Number n, List<Syntax> forms) {
    switch (n.text()) {
      case "0.5" -> forms.add(binary("/", number("1"), number("2")));
      default -> {}
    }
  }

  // pieces

  static Syntax transposed(Syntax x) {
    return x instanceof Syntax.Transpose t ? t.operand() : transpose(x);
  }

  static Syntax negated(Syntax x) {
    return isNegated(x) ? ((Syntax.Unary) x).operand() : minus(x);
  }

  static boolean isNegated(Syntax x) {
    return x instanceof Syntax.Unary u && u.operator() == '-';
  }

  static boolean isOperator(Syntax x, String operator) {
    return x instanceof Syntax.Binary b && b.operator().equals(operator);
  }

  static boolean isCall(Syntax x, String name, int arguments) {
    return x instanceof Syntax.Call c && c.name().equals(name) && c.arguments().size() == arguments;
  }

  static Syntax first(Syntax x) {
    return ((Syntax.Call) x).arguments().getFirst();
  }

  static Syntax second(Syntax x) {
    return ((Syntax.Call) x).arguments().get(1);
  }
}

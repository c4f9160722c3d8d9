package org.frechet.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.print.TextPrinter;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;

/// The formulas that differ from a given one by one slip of the hand, the likeliest first: a sign,
/// a transpose, a number, the order of two factors, an exponent, a factor, a term, a name.
final class Edits {
  private static final int MOST = 2500;
  private static final Syntax.Span HERE = Syntax.Span.NONE;

  /// How likely slips are, likeliest first; a factor that is a number before any other.
  private static final List<Mistake> LIKELY =
      List.of(
          Mistake.SIGN,
          Mistake.TRANSPOSE,
          Mistake.ORDER,
          Mistake.EXPONENT,
          Mistake.FACTOR,
          Mistake.TERM,
          Mistake.VARIABLE,
          Mistake.OTHER);

  private final Pool pool;
  private final List<Edit> found = new ArrayList<>();
  private final Set<Syntax> seen = new HashSet<>();

  private final Insertions insertions;

  private Edits(Pool pool) {
    this.pool = pool;
    this.insertions = new Insertions(pool, this::add);
  }

  static List<Edit> of(Syntax formula, Pool pool) {
    var edits = new Edits(pool);
    edits.seen.add(formula);
    edits.term(formula, UnaryOperator.identity());
    edits.found.sort(Comparator.comparingInt(e -> LIKELY.indexOf(e.mistake())));
    return edits.found;
  }

  private void add(Mistake mistake, String words, Syntax result) {
    if (found.size() < MOST && seen.add(result)) {
      found.add(new Edit(mistake, words, result));
    }
  }

  private static String text(Syntax piece) {
    return TextPrinter.print(piece);
  }

  /// A sum, or one of its terms.
  private void term(Syntax piece, UnaryOperator<Syntax> around) {
    if (!Spine.isSum(piece)) {
      insertions.terms(piece, around);
      product(piece, around);
      return;
    }
    insertions.terms(piece, around);
    insertions.factors(new Spine(List.of(piece), List.of("*")), around);
    Spine sum = Spine.terms(piece);
    for (int i = 0; i < sum.size(); i++) {
      int at = i;
      Syntax one = sum.operands().get(i);
      String other = sum.operators().get(i).equals("+") ? "-" : "+";
      add(
          Mistake.SIGN,
          "the sign of the term %s is wrong".formatted(text(one)),
          around.apply(sum.withOperator(i, other).piece()));
      add(
          Mistake.TERM,
          "the term %s is too many".formatted(text(one)),
          around.apply(sum.without(i).piece()));
      product(one, p -> around.apply(sum.with(at, p).piece()));
    }
  }

  private void product(Syntax piece, UnaryOperator<Syntax> around) {
    Spine product = Spine.factors(piece);
    if (product.size() > 1) {
      turned(piece, around);
    }
    swapped(product, around);
    numbers(product, around);
    insertions.factors(product, around);
    for (int i = 0; i < product.size(); i++) {
      int at = i;
      Syntax factor = product.operands().get(i);
      if (product.size() > 1) {
        add(
            Mistake.FACTOR,
            "the factor %s is too many".formatted(text(factor)),
            around.apply(product.without(i).piece()));
      }
      operators(product, i, around);
      operand(factor, p -> around.apply(product.with(at, p).piece()));
    }
  }

  private void swapped(Spine product, UnaryOperator<Syntax> around) {
    for (int i = 0; i < product.size(); i++) {
      for (int j = i + 1; j < product.size(); j++) {
        Syntax a = product.operands().get(i);
        Syntax b = product.operands().get(j);
        if (isNumber(a) || isNumber(b) || divides(product, i) || divides(product, j)) {
          continue; // numbers stand anywhere, and divisors below
        }
        add(
            Mistake.ORDER,
            "the factors %s and %s are in the wrong order".formatted(text(a), text(b)),
            around.apply(product.with(i, b).with(j, a).piece()));
      }
    }
  }

  private static boolean isNumber(Syntax piece) {
    return piece instanceof Syntax.Number
        || (piece instanceof Syntax.Unary u && u.operand() instanceof Syntax.Number);
  }

  private static boolean divides(Spine product, int i) {
    return product.operators().get(i).endsWith("/");
  }

  private void numbers(Spine product, UnaryOperator<Syntax> around) {
    for (String number : List.of("2", "3", "4", "1/2")) {
      Syntax factor =
          number.equals("1/2")
              ? new Syntax.Binary("/", number("1"), number("2"), HERE, HERE)
              : number(number);
      add(
          Mistake.FACTOR,
          "the factor %s is missing".formatted(number),
          around.apply(product.plus(0, "*", factor).piece()));
    }
  }

  private static Syntax number(String digits) {
    return new Syntax.Number(digits, HERE);
  }

  private void operators(Spine product, int i, UnaryOperator<Syntax> around) {
    String operator = product.operators().get(i);
    if (i == 0) {
      return;
    }
    switch (operator) {
      case "*" -> {
        add(
            Mistake.OTHER,
            "a product should be entry by entry (.*)",
            around.apply(product.withOperator(i, ".*").piece()));
        divided(product, i, "/", "%s should divide", around);
      }
      case ".*" -> {
        add(
            Mistake.OTHER,
            "a product should be the matrix product (*)",
            around.apply(product.withOperator(i, "*").piece()));
        divided(product, i, "./", "%s should divide", around);
      }
      case "/" -> divided(product, i, "*", "%s should not divide", around);
      case "./" -> divided(product, i, ".*", "%s should not divide", around);
      default -> {}
    }
  }

  private void divided(
      Spine product, int i, String operator, String words, UnaryOperator<Syntax> around) {
    add(
        Mistake.EXPONENT,
        words.formatted(text(product.operands().get(i))),
        around.apply(product.withOperator(i, operator).piece()));
  }

  private void operand(Syntax piece, UnaryOperator<Syntax> around) {
    if (!Spine.isSum(piece) && !(piece instanceof Syntax.Number)) {
      insertions.terms(piece, around);
    }
    switch (piece) {
      case Syntax.Number n -> {
        changed(n, around);
        known(n, around);
      }
      case Syntax.Name n -> {
        turned(n, around);
        renamed(n, around);
        raised(n, around);
      }
      case Syntax.Unary u -> {
        add(Mistake.SIGN, "the sign of %s is wrong".formatted(text(u)), around.apply(u.operand()));
        operand(u.operand(), p -> around.apply(new Syntax.Unary(u.operator(), p, HERE)));
      }
      case Syntax.Transpose t -> {
        add(
            Mistake.TRANSPOSE,
            "a transpose is too many: %s, not %s".formatted(text(t.operand()), text(t)),
            around.apply(t.operand()));
        below(t, 1, around);
      }
      case Syntax.Call c -> {
        turned(c, around);
        raised(c, around);
        if (pool.variables().contains(c.name())) {
          return; // an entry: selectors are no values
        }
        if (c.arguments().size() == 2) {
          add(
              Mistake.ORDER,
              "the arguments of %s are in the wrong order".formatted(c.name()),
              around.apply(Pieces.withChildren(c, c.arguments().reversed())));
        }
        if (c.name().equals("inv")) {
          add(
              Mistake.EXPONENT,
              "the inverse in %s is too many".formatted(text(c)),
              around.apply(c.arguments().getFirst()));
        }
        List<Syntax> arguments = c.arguments();
        below(
            c, arguments.size() > 1 && isWord(arguments.getLast()) ? 1 : arguments.size(), around);
      }
      case Syntax.Binary b when b.operator().endsWith("^") -> {
        turned(b, around);
        exponent(b, around);
        operand(b.left(), p -> around.apply(Pieces.withChildren(b, List.of(p, b.right()))));
      }
      case Syntax.Binary b -> {
        turned(b, around);
        raised(b, around);
        term(b, around);
      }
      case Syntax.Index i -> turned(i, around);
      case Syntax.Block b -> below(b, b.children().size(), around);
      case Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }

  /// `rows` of `softmax(X, rows)` is no variable.
  private boolean isWord(Syntax argument) {
    return argument instanceof Syntax.Name n && !pool.variables().contains(n.text());
  }

  /// Arguments, entries of a block, what is transposed.
  private void below(Syntax piece, int count, UnaryOperator<Syntax> around) {
    List<Syntax> children = piece.children();
    for (int i = 0; i < count; i++) {
      int at = i;
      UnaryOperator<Syntax> outside =
          p -> {
            var changed = new ArrayList<>(children);
            changed.set(at, p);
            return around.apply(Pieces.withChildren(piece, changed));
          };
      if (piece instanceof Syntax.Transpose) {
        inside(children.get(i), outside);
      } else {
        term(children.get(i), outside);
      }
    }
  }

  /// Within a transpose nothing is turned once more.
  private void inside(Syntax piece, UnaryOperator<Syntax> around) {
    switch (piece) {
      case Syntax.Name n -> renamed(n, around);
      case Syntax.Binary b when !b.operator().endsWith("^") -> term(b, around);
      case Syntax.Call c when !pool.variables().contains(c.name()) ->
          below(c, c.arguments().size(), around);
      case Syntax.Call _ -> {}
      case Syntax.Binary b -> exponent(b, around);
      case Syntax.Number _, Syntax.Unary _, Syntax.Transpose _, Syntax.Index _ -> {}
      case Syntax.Block _, Syntax.Colon _, Syntax.Range _, Syntax.Let _, Syntax.Equation _ -> {}
    }
  }

  private void turned(Syntax piece, UnaryOperator<Syntax> around) {
    var turned = new Syntax.Transpose(piece, HERE);
    add(
        Mistake.TRANSPOSE,
        "a transpose is missing: %s, not %s".formatted(text(turned), text(piece)),
        around.apply(turned));
  }

  private void renamed(Syntax.Name name, UnaryOperator<Syntax> around) {
    if (!pool.variables().contains(name.text())) {
      return; // a size, an index, an increment
    }
    for (String other : pool.variables()) {
      if (!other.equals(name.text())) {
        add(
            Mistake.VARIABLE,
            "%s stands where %s should".formatted(name.text(), other),
            around.apply(new Syntax.Name(other, HERE)));
      }
    }
  }

  private void raised(Syntax piece, UnaryOperator<Syntax> around) {
    for (String operator : List.of("^", ".^")) {
      for (String k : List.of("2", "3")) {
        add(
            Mistake.EXPONENT,
            "the exponent %s of %s is missing".formatted(k, text(piece)),
            around.apply(power(operator, piece, number(k))));
      }
    }
    known(piece, around);
    add(
        Mistake.EXPONENT,
        "the root of %s is missing".formatted(text(piece)),
        around.apply(new Syntax.Call("sqrt", List.of(piece), HERE, HERE)));
    add(
        Mistake.EXPONENT,
        "the inverse of %s is missing".formatted(text(piece)),
        around.apply(power("^", piece, new Syntax.Unary('-', number("1"), HERE))));
  }

  /// The exponents of right formulas.
  private void known(Syntax piece, UnaryOperator<Syntax> around) {
    for (Syntax k : pool.exponents()) {
      for (String operator : List.of("^", ".^")) {
        add(
            Mistake.EXPONENT,
            "the exponent %s of %s is missing".formatted(text(k), text(piece)),
            around.apply(power(operator, piece, k)));
      }
    }
  }

  private static Syntax power(String operator, Syntax base, Syntax exponent) {
    return new Syntax.Binary(operator, base, exponent, HERE, HERE);
  }

  private void exponent(Syntax.Binary power, UnaryOperator<Syntax> around) {
    String words = "the exponent %s of %s".formatted(text(power.right()), text(power.left()));
    add(Mistake.EXPONENT, words + " is too many", around.apply(power.left()));
    for (String k : List.of("2", "3", "1/2", "-1", "-2", "-3", "4")) {
      boolean minus = k.startsWith("-");
      Syntax plain =
          k.equals("1/2")
              ? new Syntax.Binary("/", number("1"), number("2"), HERE, HERE)
              : number(minus ? k.substring(1) : k);
      Syntax other = minus ? new Syntax.Unary('-', plain, HERE) : plain;
      add(
          Mistake.EXPONENT,
          words + " should be " + k,
          around.apply(power(power.operator(), power.left(), other)));
    }
  }

  private void changed(Syntax.Number number, UnaryOperator<Syntax> around) {
    for (String other : List.of("1", "2", "3", "4")) {
      add(
          Mistake.FACTOR,
          "the number %s should be %s".formatted(number.text(), other),
          around.apply(number(other)));
    }
    add(
        Mistake.FACTOR,
        "the number %s should be 1/2".formatted(number.text()),
        around.apply(new Syntax.Binary("/", number("1"), number("2"), HERE, HERE)));
  }
}

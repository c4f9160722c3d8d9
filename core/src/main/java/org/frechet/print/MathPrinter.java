package org.frechet.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.frechet.print.Notation.Mark;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.syntax.Precedence;
import org.frechet.syntax.Syntax;

/// Writes a tree as mathematics, in a given [Notation]: products by juxtaposition, inverses and
/// transposes as superscripts, norms as bars.
///
/// Juxtaposition binds tighter than `⊙`, `⊘`, `⊗` and `/`, which therefore have a level of their
/// own, [Precedence#HADAMARD]. A sign that is not at the front of a sum is put in parentheses.
final class MathPrinter {
  private final Notation notation;
  private final Predicate<String> isVariable;
  private final Setting setting;

  MathPrinter(Notation notation, Setting setting) {
    this.notation = notation;
    this.isVariable = setting.isVariable();
    this.setting = setting;
  }

  String print(Syntax syntax) {
    return piece(syntax).text();
  }

  private Piece piece(Syntax syntax) {
    return stressed(syntax, plainPiece(syntax));
  }

  private Piece stressed(Syntax syntax, Piece printed) {
    return setting.changed().contains(syntax) ? printed.stressed() : printed;
  }

  /// {@return a mark where a line may end, if marks are asked for}
  private String mark(char place) {
    return setting.breaks() ? String.valueOf(place) : "";
  }

  private Piece plainPiece(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Number(String text, _) -> notation.number(text);
      case Syntax.Name(String text, _) -> Piece.primary(notation.name(text));
      case Syntax.Colon _ -> Piece.primary(notation.symbol(":"));
      case Syntax.Unary(char operator, Syntax operand, _) -> signed(operator, operand);
      case Syntax.Binary binary -> binary(binary);
      case Syntax.Transpose(Syntax operand, _) -> transposed(operand);
      case Syntax.Call call -> call(call);
      case Syntax.Index(Syntax target, List<Syntax> selectors, _) -> entry(target, selectors);
      case Syntax.Range(Syntax from, Syntax to, _) ->
          Piece.of(argument(from) + notation.symbol(":") + argument(to), Precedence.LOOSEST);
      case Syntax.Block(List<List<Syntax>> rows, _) ->
          Piece.primary(
              notation.block(
                  rows.stream().map(r -> r.stream().map(this::argument).toList()).toList()));
      case Syntax.Let let -> let(let);
      case Syntax.Equation(Syntax left, Syntax right, _) ->
          Piece.of(
              argument(left) + notation.symbol(" = ") + mark(Marks.SUM) + argument(right),
              Precedence.LOOSEST);
    };
  }

  /// What stands between delimiters needs none of its own.
  private String argument(Syntax syntax) {
    return piece(syntax).text();
  }

  private String grouped(Piece piece, boolean needed) {
    return needed ? notation.group(piece.text()) : piece.text();
  }

  /// What takes a superscript or a subscript.
  private String base(Syntax syntax) {
    return base(piece(syntax));
  }

  private String base(Piece piece) {
    return grouped(piece, piece.looserThan(Precedence.PRIMARY));
  }

  /// A left operand must be closed to the right.
  private String left(Piece piece, Precedence least) {
    return grouped(piece, piece.looserThan(least) || piece.open());
  }

  /// A right operand may be open, but may not begin with a sign.
  private Piece right(Piece piece, Precedence least) {
    boolean sum = piece.looserThan(Precedence.HADAMARD);
    boolean group = (piece.looserThan(least) && (sum || !piece.open())) || piece.isSigned();
    return group ? Piece.primary(notation.group(piece.text())) : piece;
  }

  /// `−(a b)` is `−a b`: a sign may be pulled through a product, so no parentheses are written.
  private Piece signed(char operator, Syntax operand) {
    Piece inside = piece(operand);
    boolean group = inside.looserThan(Precedence.HADAMARD) || inside.isSigned();
    Precedence level =
        group || !inside.looserThan(Precedence.SIGN) ? Precedence.SIGN : inside.level();
    return new Piece(
        notation.prefix(operator) + grouped(inside, group), level, inside.open() && !group);
  }

  /// Along the spine, with a loop: recursion would go as deep as a chain is long.
  private Piece binary(Syntax.Binary binary) {
    List<Syntax.Binary> spine = binary.spine();
    Piece left = piece(spine.getFirst().left());
    for (Syntax.Binary link : spine) {
      boolean last = link == binary;
      Piece piece = link(left, link, last);
      left = last ? piece : stressed(link, piece);
    }
    return left;
  }

  private Piece link(Piece left, Syntax.Binary link, boolean last) {
    Syntax right = link.right();
    return switch (link.operator()) {
      case "+" -> sum(left, '+', closed(piece(right), last));
      case "-" -> sum(left, '-', closed(piece(right), last));
      case "*" -> product(left(left, Precedence.PRODUCT), piece(right));
      case "\\" -> product(notation.marked(base(left), Mark.INVERSE), piece(right));
      case "/" -> notation.quotient(left, piece(right));
      case "^" -> power(left, link.left(), right);
      case ".^" -> raised(notation.power(base(left), exponent(right), true));
      default -> hadamard(left, link.operator(), piece(right));
    };
  }

  /// `a + (∑ᵢ x(i)) + b`: a term that is open to the right, where more follows.
  private Piece closed(Piece term, boolean last) {
    return last || !term.open() ? term : Piece.primary(notation.group(term.text()));
  }

  private Piece sum(Piece left, char operator, Piece right) {
    Piece term = right(right, Precedence.HADAMARD);
    String text =
        left(left, Precedence.SUM) + mark(Marks.SUM) + notation.infix(operator) + term.text();
    return new Piece(text, Precedence.SUM, term.open());
  }

  private Piece product(String left, Piece right) {
    Piece factor = right(right, Precedence.SIGN);
    String text = notation.product(left + mark(Marks.PRODUCT), factor.text());
    return new Piece(text, Precedence.PRODUCT, factor.open());
  }

  private Piece hadamard(Piece left, String operator, Piece right) {
    Piece factor = right(right, Precedence.SIGN);
    String text =
        left(left, Precedence.HADAMARD)
            + mark(Marks.PRODUCT)
            + notation.operator(operator)
            + factor.text();
    return new Piece(text, Precedence.HADAMARD, factor.open());
  }

  private Piece kronecker(Syntax left, Syntax right) {
    Piece last = right(piece(right), Precedence.SIGN);
    String text =
        left(piece(left), Precedence.SIGN)
            + mark(Marks.PRODUCT)
            + notation.operator("kron")
            + last.text();
    return new Piece(text, Precedence.HADAMARD, last.open());
  }

  private Piece power(Piece printedBase, Syntax base, Syntax exponent) {
    if (isMinusOne(exponent)) {
      return inverted(base);
    }
    Piece printed = exponent(exponent);
    Optional<Norm> norm = norm(base);
    return raised(
        norm.isPresent()
            ? notation.normPower(norm.get().content(), norm.get().which(), printed)
            : notation.power(base(printedBase), printed, false));
  }

  private static Piece raised(String text) {
    return Piece.of(text, Precedence.POSTFIX);
  }

  /// A fraction of plain parts stays on the line, `x^{1/3}`; a variable named T is set apart from
  /// the mark of the transpose.
  private Piece exponent(Syntax exponent) {
    return switch (exponent) {
      case Syntax.Binary(String operator, Syntax over, Syntax under, _, _)
          when operator.equals("/") && isPlain(over) && isPlain(under) ->
          Piece.of(argument(over) + notation.symbol("/") + argument(under), Precedence.HADAMARD);
      case Syntax.Unary(char sign, Syntax.Binary quotient, _)
          when quotient.operator().equals("/") ->
          Piece.of(notation.prefix(sign) + exponent(quotient).text(), Precedence.HADAMARD);
      case Syntax.Name(String text, _) when text.equals("T") ->
          Piece.primary(notation.group(argument(exponent)));
      case Syntax other -> piece(other);
    };
  }

  private static boolean isPlain(Syntax syntax) {
    return syntax instanceof Syntax.Number
        || syntax instanceof Syntax.Name
        || (syntax instanceof Syntax.Unary(_, Syntax operand, _) && isPlain(operand));
  }

  private static boolean isMinusOne(Syntax syntax) {
    return syntax instanceof Syntax.Unary(char sign, Syntax.Number(String text, _), _)
        && sign == '-'
        && text.equals("1");
  }

  private Piece transposed(Syntax operand) {
    return switch (operand) {
      case Syntax.Call(String name, List<Syntax> arguments, _, _)
          when name.equals("inv") && isFunction(name, arguments) ->
          raised(notation.marked(base(arguments.getFirst()), Mark.INVERSE_TRANSPOSE));
      case Syntax.Binary(String operator, Syntax base, Syntax exponent, _, _)
          when operator.equals("^") && isMinusOne(exponent) ->
          raised(notation.marked(base(base), Mark.INVERSE_TRANSPOSE));
      case Syntax other -> raised(notation.marked(base(other), Mark.TRANSPOSE));
    };
  }

  private Piece inverted(Syntax operand) {
    return operand instanceof Syntax.Transpose(Syntax inside, _)
        ? raised(notation.marked(base(inside), Mark.INVERSE_TRANSPOSE))
        : raised(notation.marked(base(operand), Mark.INVERSE));
  }

  private Piece entry(Syntax target, List<Syntax> selectors) {
    return Piece.primary(
        notation.entry(base(target), selectors.stream().map(this::argument).toList()));
  }

  private Piece let(Syntax.Let let) {
    var definitions = new ArrayList<String>();
    Syntax body = let;
    while (body instanceof Syntax.Let(String name, Syntax value, Syntax rest, _)) {
      definitions.add(notation.name(name) + notation.symbol(" = ") + argument(value));
      body = rest;
    }
    return Piece.of(notation.where(argument(body), definitions), Precedence.LOOSEST);
  }

  private boolean isFunction(String name, List<Syntax> arguments) {
    return FunctionNames.contains(name)
        && !isVariable.test(name)
        && arguments.stream()
            .noneMatch(a -> a instanceof Syntax.Colon || a instanceof Syntax.Range);
  }

  private Piece call(Syntax.Call call) {
    List<Syntax> arguments = call.arguments();
    if (isDifferential(call)) {
      return differential(call.name(), arguments.getFirst());
    }
    if (!isFunction(call.name(), arguments)) {
      return arguments.isEmpty()
          ? Piece.primary(notation.name(call.name()) + "()")
          : Piece.primary(
              notation.entry(
                  notation.name(call.name()), arguments.stream().map(this::argument).toList()));
    }
    Optional<Norm> norm = norm(call);
    if (norm.isPresent()) {
      return Piece.primary(notation.norm(norm.get().content(), norm.get().which()));
    }
    return switch (arguments.size()) {
      case 1 -> unaryCall(call, arguments.getFirst());
      case 2 -> binaryCall(call, arguments.getFirst(), arguments.getLast());
      case 4 -> call.name().equals("integrate") ? integral(arguments) : plain(call);
      default -> plain(call);
    };
  }

  /// The differential of something that is not a name: `d(Y - X*B)`.
  private boolean isDifferential(Syntax.Call call) {
    boolean sign = call.name().equals("d") || call.name().equals("δ");
    return sign && call.arguments().size() == 1 && !isVariable.test(call.name());
  }

  /// δ where `d` is a variable.
  private Piece differential(String name, Syntax of) {
    Differential chosen = setting.typography().differential();
    boolean taken = chosen == Differential.D && name.equals("δ");
    Piece piece = piece(of);
    boolean ofNorm =
        of instanceof Syntax.Binary b && b.operator().equals("^") && norm(b.left()).isPresent();
    String printed = ofNorm ? piece.text() : base(piece);
    boolean spaced =
        of instanceof Syntax.Call c
            && isFunction(c.name(), c.arguments())
            && Character.isLetter(Marks.none(printed).charAt(0));
    return Piece.primary(notation.differential(taken ? "δ" : chosen.sign(), printed, spaced));
  }

  private Piece plain(Syntax.Call call) {
    var arguments = new ArrayList<String>();
    for (Syntax a : call.arguments()) {
      arguments.add((arguments.isEmpty() ? "" : mark(Marks.COMMA)) + argument(a));
    }
    return Piece.primary(notation.function(call.name(), arguments));
  }

  /// Between which bars, and which norm: 2, 1, F, ∞, *, σ for the spectral one, or a printed p.
  private record Norm(String content, String which) {}

  private Optional<Norm> norm(Syntax syntax) {
    if (!(syntax instanceof Syntax.Call(String name, List<Syntax> arguments, _, _))
        || arguments.isEmpty()
        || !isFunction(name, arguments)) {
      return Optional.empty();
    }
    String which =
        switch (name + "/" + arguments.size()) {
          case "norm2/1", "norm/1" -> "2";
          case "normF/1" -> "F";
          case "norm1/1" -> "1";
          case "norminf/1" -> "∞";
          case "nucnorm/1" -> "*";
          case "specnorm/1" -> "σ";
          case "norm/2" -> argument(arguments.getLast());
          default -> "";
        };
    return which.isEmpty()
        ? Optional.empty()
        : Optional.of(new Norm(argument(arguments.getFirst()), which));
  }

  private Piece unaryCall(Syntax.Call call, Syntax x) {
    return switch (call.name()) {
      case "inv" -> inverted(x);
      case "transpose" -> transposed(x);
      case "pinv" -> raised(notation.marked(base(x), Mark.PSEUDOINVERSE));
      case "sqrt" -> notation.root(2, piece(x));
      case "cbrt" -> notation.root(3, piece(x));
      case "eye", "ones", "zeros" ->
          Piece.primary(notation.constant(call.name(), List.of(piece(x))));
      case "log" -> log(x);
      case "det", "logdet" -> determinant(call.name(), x);
      default -> plain(call);
    };
  }

  /// `log(det(X))` is `log det X`, without a second pair of parentheses.
  private Piece log(Syntax x) {
    return x instanceof Syntax.Call(String name, List<Syntax> arguments, _, _)
            && name.equals("det")
            && arguments.size() == 1
        ? determinant("logdet", arguments.getFirst())
        : Piece.primary(notation.function("log", List.of(argument(x))));
  }

  private Piece determinant(String name, Syntax x) {
    boolean log = name.equals("logdet");
    return setting.typography().determinant() == Determinant.BARS
        ? Piece.of(notation.bars(argument(x), log), log ? Precedence.POSTFIX : Precedence.PRIMARY)
        : Piece.primary(notation.function(name, List.of(argument(x))));
  }

  private Piece binaryCall(Syntax.Call call, Syntax first, Syntax second) {
    return switch (call.name()) {
      case "kron" -> kronecker(first, second);
      case "inner" ->
          Piece.primary(notation.inner(argument(first), mark(Marks.COMMA) + argument(second)));
      case "ones", "zeros" ->
          Piece.primary(notation.constant(call.name(), List.of(piece(first), piece(second))));
      case "diff" -> derivative(Nested.of(first, second), second);
      case "sum" -> first instanceof Syntax.Name ? sumOver(first, second) : plain(call);
      default -> plain(call);
    };
  }

  private Piece derivative(Nested nested, Syntax variable) {
    return notation.derivative(piece(nested.function()), argument(variable), nested.order());
  }

  private Piece sumOver(Syntax index, Syntax term) {
    Piece printed = piece(term);
    String body = right(printed, Precedence.HADAMARD).text();
    return new Piece(notation.sumOver(argument(index)) + " " + body, Precedence.HADAMARD, true);
  }

  private Piece integral(List<Syntax> arguments) {
    return notation.integral(
        piece(arguments.getFirst()),
        argument(arguments.get(1)),
        argument(arguments.get(2)),
        argument(arguments.get(3)));
  }
}

package org.frechet.print;

import java.util.List;
import org.frechet.syntax.Precedence;
import org.frechet.syntax.Syntax;

/// Writes a tree in the input language, with the fewest parentheses that keep its structure: what
/// the parser reads back is equal. `2*X'*(X*B - Y)`.
public final class TextPrinter {
  private final StringBuilder out = new StringBuilder();

  private TextPrinter() {}

  /// {@return the tree in the input language}
  public static String print(Syntax syntax) {
    var printer = new TextPrinter();
    printer.write(syntax);
    return printer.out.toString();
  }

  private void write(Syntax syntax) {
    switch (syntax) {
      case Syntax.Number number -> out.append(number.text());
      case Syntax.Name name -> out.append(name.text());
      case Syntax.Colon _ -> out.append(':');
      case Syntax.Unary(char operator, Syntax operand, _) -> {
        out.append(operator);
        operand(operand, Precedence.SIGN);
      }
      case Syntax.Binary binary -> binary(binary);
      case Syntax.Transpose(Syntax operand, _) -> {
        operand(operand, Precedence.POSTFIX);
        out.append('\'');
      }
      case Syntax.Call(String name, List<Syntax> arguments, _, _) -> {
        out.append(name);
        list("(", arguments, ")");
      }
      case Syntax.Index(Syntax target, List<Syntax> selectors, _) -> index(target, selectors);
      case Syntax.Range(Syntax from, Syntax to, _) -> {
        operand(from, Precedence.SUM);
        out.append(':');
        operand(to, Precedence.SUM);
      }
      case Syntax.Block(List<List<Syntax>> rows, _) -> block(rows);
      case Syntax.Let(String name, Syntax value, Syntax body, _) -> {
        out.append("let ").append(name).append(" = ");
        operand(value, Precedence.SUM);
        out.append("; ");
        write(body);
      }
      case Syntax.Equation(Syntax left, Syntax right, _) -> {
        operand(left, Precedence.SUM);
        out.append(" = ");
        operand(right, Precedence.SUM);
      }
    }
  }

  private void operand(Syntax syntax, Precedence least) {
    parenthesized(syntax, Precedence.of(syntax).looserThan(least));
  }

  private void parenthesized(Syntax syntax, boolean needed) {
    if (needed) {
      out.append('(');
    }
    write(syntax);
    if (needed) {
      out.append(')');
    }
  }

  private void binary(Syntax.Binary binary) {
    String operator = binary.operator();
    Precedence level = Precedence.ofOperator(operator);
    if (level == Precedence.POSTFIX) {
      power(binary);
      return;
    }
    List<Syntax.Binary> chain = chain(binary);
    operand(chain.getFirst().left(), Precedence.ofOperator(chain.getFirst().operator()));
    for (Syntax.Binary link : chain) {
      Precedence linkLevel = Precedence.ofOperator(link.operator());
      out.append(linkLevel == Precedence.SUM ? " " + link.operator() + " " : link.operator());
      operand(link.right(), linkLevel.tighter());
    }
  }

  /// The end of the spine that needs no parentheses on its left: a loop, where recursion would go
  /// as deep as the chain is long.
  private static List<Syntax.Binary> chain(Syntax.Binary last) {
    List<Syntax.Binary> spine = last.spine();
    int from = spine.size() - 1;
    while (from > 0 && !isGroup(spine.get(from - 1), spine.get(from))) {
      from--;
    }
    return spine.subList(from, spine.size());
  }

  private static boolean isGroup(Syntax.Binary left, Syntax.Binary parent) {
    Precedence level = Precedence.of(left);
    return level == Precedence.POSTFIX || level.looserThan(Precedence.of(parent));
  }

  private void power(Syntax.Binary power) {
    Syntax base = power.left();
    boolean powerOfPower = base instanceof Syntax.Binary;
    parenthesized(base, powerOfPower || Precedence.of(base).looserThan(Precedence.POSTFIX));
    out.append(power.operator());
    if (power.right() instanceof Syntax.Unary(char sign, Syntax operand, _)) {
      out.append(sign);
      parenthesized(operand, !isExponent(power.operator(), operand));
    } else {
      parenthesized(power.right(), !isExponent(power.operator(), power.right()));
    }
  }

  /// A bare T right after `^` would be the transpose.
  private static boolean isExponent(String operator, Syntax syntax) {
    boolean transposeMark =
        operator.equals("^") && syntax instanceof Syntax.Name(String text, _) && text.equals("T");
    return Precedence.of(syntax) == Precedence.PRIMARY && !transposeMark;
  }

  /// A name takes `[ ]`, since `x(i)` would be read as a call. A power takes parentheses, since a
  /// bracket after its exponent would be read as a product with the operator left out.
  private void index(Syntax target, List<Syntax> selectors) {
    boolean power = target instanceof Syntax.Binary;
    parenthesized(target, power || Precedence.of(target).looserThan(Precedence.POSTFIX));
    if (target instanceof Syntax.Name) {
      list("[", selectors, "]");
    } else {
      list("(", selectors, ")");
    }
  }

  /// `X(i,:)` and `ones(m,n)`, but `sum(i, y(i)^2)`.
  private void list(String open, List<Syntax> arguments, String close) {
    String separator = arguments.stream().allMatch(TextPrinter::isWord) ? "," : ", ";
    out.append(open);
    String before = "";
    for (Syntax argument : arguments) {
      out.append(before);
      boolean bare = argument instanceof Syntax.Range || argument instanceof Syntax.Equation;
      parenthesized(argument, !bare && Precedence.of(argument) == Precedence.LOOSEST);
      before = separator;
    }
    out.append(close);
  }

  private static boolean isWord(Syntax syntax) {
    return switch (syntax) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _ -> true;
      case Syntax.Range(Syntax from, Syntax to, _) -> isWord(from) && isWord(to);
      case Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _, Syntax.Call _ -> false;
      case Syntax.Index _, Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> false;
    };
  }

  private void block(List<List<Syntax>> rows) {
    out.append('[');
    String beforeRow = "";
    for (List<Syntax> row : rows) {
      out.append(beforeRow);
      String beforeCell = "";
      for (Syntax cell : row) {
        out.append(beforeCell);
        operand(cell, Precedence.SUM);
        beforeCell = ", ";
      }
      beforeRow = "; ";
    }
    out.append(']');
  }
}

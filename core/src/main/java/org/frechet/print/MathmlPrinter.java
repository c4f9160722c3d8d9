package org.frechet.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import org.frechet.syntax.Precedence;
import org.frechet.syntax.Syntax;

/// Writes a tree as presentation MathML, in the elements of MathML Core
/// (<https://www.w3.org/TR/mathml-core/>): what stands inside `<math>`.
///
/// Everything on one level is a flat row of elements, so that a page can part it where a line may
/// end; only fences, which grow with their content, make an `mrow`.
public final class MathmlPrinter implements Notation {
  /// What begins a signed term.
  static final String PREFIX = "<mo form=\"prefix\">";

  private static final String TIMES =
      "<mo lspace=\"0\" rspace=\"0.16em\">\u2062</mo>"; // the invisible one

  private static final String APPLY = "<mo lspace=\"0\" rspace=\"0\">\u2061</mo>";
  private static final String COMMA = "<mo lspace=\"0\" rspace=\"0.25em\">,</mo>";
  private static final List<String> TALL = List.of("<mfrac", "<mtable", "<munder", "∫");

  private final Typography typography;

  private MathmlPrinter(Typography typography) {
    this.typography = typography;
  }

  /// {@return the tree as elements of MathML, with the marks that the setting asks for}
  public static String print(Syntax syntax, Setting setting) {
    return new MathPrinter(new MathmlPrinter(setting.typography()), setting).print(syntax);
  }

  /// {@return text with the characters of markup written out}
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// {@return an operator}
  public static String operator(String sign, String attributes) {
    return "<mo" + attributes + ">" + escape(sign) + "</mo>";
  }

  private static String mo(String sign) {
    return operator(sign, "");
  }

  private static String row(String content) {
    return "<mrow>" + content + "</mrow>";
  }

  /// Fences grow only around what is tall.
  private static String fenced(String open, String content, String close) {
    boolean tall = TALL.stream().anyMatch(content::contains);
    String size = (tall ? "" : " stretchy=\"false\"") + " lspace=\"0\" rspace=\"0\"";
    return row(
        operator(open, " form=\"prefix\"" + size)
            + row(content)
            + operator(close, " form=\"postfix\"" + size));
  }

  private static String raised(String base, String exponent) {
    return "<msup>" + row(base) + row(exponent) + "</msup>";
  }

  private static String lowered(String base, String index) {
    return "<msub>" + row(base) + row(index) + "</msub>";
  }

  @Override
  public String infix(char operator) {
    return operator(sign(operator), " form=\"infix\"");
  }

  @Override
  public String prefix(char operator) {
    return PREFIX + sign(operator) + "</mo>";
  }

  private static String sign(char operator) {
    return operator == '-' ? "−" : String.valueOf(operator);
  }

  @Override
  public String symbol(String symbol) {
    String sign = symbol.strip();
    return symbol.length() > 1 ? mo(sign) : operator(sign, " lspace=\"0\" rspace=\"0\"");
  }

  @Override
  public Piece number(String literal) {
    int cut = literal.toLowerCase(Locale.ROOT).indexOf('e');
    if (cut < 0) {
      return Piece.primary("<mn>" + literal + "</mn>");
    }
    String exponent = literal.substring(cut + 1).replace("+", "").replace('-', '−');
    String power = raised("<mn>10</mn>", "<mn>" + exponent + "</mn>");
    String mantissa = literal.substring(0, cut);
    return mantissa.equals("1")
        ? Piece.of(power, Precedence.POSTFIX)
        : Piece.of("<mn>" + mantissa + "</mn>" + mo("·") + power, Precedence.PRODUCT);
  }

  @Override
  public String name(String name) {
    return MathmlNames.of(name);
  }

  @Override
  public String group(String content) {
    return fenced("(", content, ")");
  }

  @Override
  public String product(String left, String right) {
    boolean dot = Marks.none(right).startsWith("<mn>");
    return left + (dot ? mo("·") : TIMES) + right;
  }

  @Override
  public String operator(String operator) {
    return switch (operator) {
      case ".*" -> mo(typography.hadamard() == Hadamard.ODOT ? "⊙" : "∘");
      case "./" -> mo("⊘");
      case "kron" -> mo("⊗");
      default -> mo(operator);
    };
  }

  @Override
  public Piece quotient(Piece numerator, Piece denominator) {
    return Piece.of(fraction(numerator.text(), denominator.text()), Precedence.SIGN);
  }

  private static String fraction(String over, String under) {
    return "<mfrac>" + row(over) + row(under) + "</mfrac>";
  }

  @Override
  public String power(String base, Piece exponent, boolean elementwise) {
    String circle = elementwise ? operator("∘", " lspace=\"0\" rspace=\"0\"") : "";
    return raised(base, circle + exponent.text());
  }

  @Override
  public String marked(String base, Mark mark) {
    boolean top = typography.transpose() == Transpose.TOP;
    String transpose = top ? "<mi mathvariant=\"normal\">⊤</mi>" : "<mo>′</mo>";
    String minus = PREFIX + "−</mo>";
    return raised(
        base,
        switch (mark) {
          case TRANSPOSE -> transpose;
          case INVERSE -> minus + "<mn>1</mn>";
          case INVERSE_TRANSPOSE -> minus + (top ? "" : "<mn>1</mn>") + transpose;
          case PSEUDOINVERSE -> "<mo form=\"prefix\">+</mo>";
        });
  }

  @Override
  public Piece root(int degree, Piece radicand) {
    return Piece.primary(
        degree == 2
            ? "<msqrt>" + radicand.text() + "</msqrt>"
            : "<mroot>" + row(radicand.text()) + "<mn>3</mn></mroot>");
  }

  private static String norm(String content) {
    return fenced("‖", content, "‖");
  }

  private static String which(String which) {
    return switch (which) {
      case "σ" -> "<mn>2</mn>";
      case "1", "2" -> "<mn>" + which + "</mn>";
      case "F" -> "<mi>F</mi>";
      case "∞", "*" -> "<mi>" + which + "</mi>";
      case String printed -> printed;
    };
  }

  @Override
  public String norm(String content, String which) {
    return which.equals("2") ? norm(content) : lowered(norm(content), which(which));
  }

  @Override
  public String normPower(String content, String which, Piece exponent) {
    return which.equals("2")
        ? raised(norm(content), exponent.text())
        : "<msubsup>"
            + row(norm(content))
            + row(which(which))
            + row(exponent.text())
            + "</msubsup>";
  }

  @Override
  public String inner(String left, String right) {
    return fenced("⟨", left + COMMA + right, "⟩");
  }

  @Override
  public String differential(String sign, String of, boolean spaced) {
    String gap = spaced ? "<mspace width=\"0.17em\"></mspace>" : "";
    return row("<mi mathvariant=\"normal\">" + sign + "</mi>" + gap + of);
  }

  @Override
  public String bars(String content, boolean log) {
    String bars = fenced("|", content, "|");
    return log ? row(MathmlNames.function("log") + bars) : bars;
  }

  @Override
  public String function(String name, List<String> arguments) {
    return row(MathmlNames.function(name) + APPLY + group(String.join(COMMA, arguments)));
  }

  @Override
  public String entry(String target, List<String> selectors) {
    String comma = operator(",", " lspace=\"0\" rspace=\"0\"");
    return lowered(target, String.join(comma, selectors));
  }

  @Override
  public String constant(String name, List<Piece> sizes) {
    String symbol =
        switch (name) {
          case "eye" -> "<mi>I</mi>";
          case "ones" -> "<mn class=\"bold\">𝟏</mn>";
          default -> "<mn class=\"bold\">𝟎</mn>";
        };
    return lowered(
        symbol,
        sizes.stream()
            .map(Piece::text)
            .collect(Collectors.joining(operator("×", " lspace=\"0\" rspace=\"0\""))));
  }

  @Override
  public String block(List<List<String>> rows) {
    var table = new ArrayList<String>();
    for (List<String> entries : rows) {
      table.add(
          entries.stream()
              .map(e -> "<mtd>" + row(e) + "</mtd>")
              .collect(Collectors.joining("", "<mtr>", "</mtr>")));
    }
    return fenced("[", "<mtable>" + String.join("", table) + "</mtable>", "]");
  }

  @Override
  public String sumOver(String index) {
    return "<munder><mo>∑</mo>" + row(index) + "</munder>";
  }

  @Override
  public Piece derivative(Piece function, String variable, int order) {
    String sign = "<mi mathvariant=\"normal\">∂</mi>";
    String times = "<mn>" + order + "</mn>";
    String over = order == 1 ? sign : "<msup>" + sign + times + "</msup>";
    String under = sign + (order == 1 ? variable : "<msup>" + row(variable) + times + "</msup>");
    return Piece.of(
        function.looserThan(Precedence.POSTFIX)
            ? fraction(over, under) + group(function.text())
            : fraction(over + function.text(), under),
        Precedence.SIGN);
  }

  @Override
  public Piece integral(Piece integrand, String variable, String from, String to) {
    boolean group = integrand.looserThan(Precedence.HADAMARD) || integrand.open();
    return Piece.of(
        "<msubsup><mo>∫</mo>"
            + row(from)
            + row(to)
            + "</msubsup>"
            + (group ? group(integrand.text()) : integrand.text())
            + "<mspace width=\"0.17em\"></mspace><mi mathvariant=\"normal\">d</mi>"
            + variable,
        Precedence.HADAMARD);
  }

  @Override
  public String where(String body, List<String> definitions) {
    return body
        + "<mspace width=\"1em\"></mspace><mtext>where </mtext>"
        + String.join(COMMA, definitions);
  }
}

package org.frechet.print;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.frechet.print.Typography.Transpose;
import org.frechet.syntax.Precedence;
import org.frechet.syntax.Script;
import org.frechet.syntax.Syntax;

/// Writes a tree as one line of Unicode mathematics: `2 Xᵀ (X B − Y)`, `‖Y − X B‖²_F`, `A⁻ᵀ x ⊙ y`.
///
/// | form | written | where Unicode lacks the character |
/// |---|---|---|
/// | `x^2`, `x^n` | `x²`, `xⁿ` | `x^q`, `x^(1/3)` |
/// | `x.^2` | `x∘²` | `x.^q` |
/// | `W_1`, `theta` | `W₁`, `θ` | `W_q` |
/// | `eye(n)`, `ones(n)`, `ones(m,n)` | `Iₙ`, `1ₙ`, `1ₘₓₙ` | `I_q`, `ones(q)` |
/// | `x(i)`, `X(i,:)` | as typed, since `x₁` is the name `x_1` | |
///
/// `norm2` is written `‖x‖`: of a matrix, hand in `normF`.
public final class UnicodePrinter implements Notation {
  private final Typography typography;

  private UnicodePrinter(Typography typography) {
    this.typography = typography;
  }

  /// {@return the tree as Unicode mathematics}
  public static String print(Syntax syntax) {
    return print(syntax, _ -> false);
  }

  /// {@return the tree as Unicode mathematics}; a call of a variable is an entry of it, even where
  /// a function has the same name
  public static String print(Syntax syntax, Predicate<String> isVariable) {
    return print(syntax, Setting.of(isVariable, Typography.DEFAULT));
  }

  /// {@return the tree as Unicode mathematics, with the marks that the setting asks for}
  public static String print(Syntax syntax, Setting setting) {
    return new MathPrinter(new UnicodePrinter(setting.typography()), setting).print(syntax);
  }

  @Override
  public String infix(char operator) {
    return " " + prefix(operator) + " ";
  }

  @Override
  public String prefix(char operator) {
    return operator == '-' ? "−" : String.valueOf(operator);
  }

  @Override
  public Piece number(String literal) {
    return Piece.primary(literal);
  }

  @Override
  public String name(String name) {
    return typeset(name);
  }

  static String typeset(String name) {
    int cut = name.indexOf('_');
    if (cut < 1) {
      return Greek.character(name).orElse(name);
    }
    String below = name.substring(cut + 1);
    String base = typeset(name.substring(0, cut));
    return base + Script.SUBSCRIPT.of(below).orElse("_" + below);
  }

  @Override
  public String group(String content) {
    return "(" + content + ")";
  }

  @Override
  public String product(String left, String right) {
    char first = Marks.none(right).charAt(0);
    return left + (Character.isDigit(first) || first == '.' ? " · " : " ") + right;
  }

  @Override
  public String operator(String operator) {
    return switch (operator) {
      case ".*" -> " " + typography.hadamard().sign() + " ";
      case "./" -> " ⊘ ";
      case "kron" -> " ⊗ ";
      default -> " " + operator + " ";
    };
  }

  @Override
  public Piece quotient(Piece numerator, Piece denominator) {
    boolean overGroup = numerator.looserThan(Precedence.HADAMARD) || numerator.open();
    boolean underGroup =
        denominator.looserThan(Precedence.SIGN) || denominator.isSigned() || denominator.open();
    String over = overGroup ? group(numerator.text()) : numerator.text();
    String under = underGroup ? group(denominator.text()) : denominator.text();
    boolean tight = !(over + under).contains(" ");
    return Piece.of(over + (tight ? "/" : " / ") + under, Precedence.HADAMARD);
  }

  @Override
  public String power(String base, Piece exponent, boolean elementwise) {
    Optional<String> superscript = superscript(exponent);
    if (superscript.isPresent()) {
      return base + (elementwise ? "∘" : "") + superscript.get();
    }
    boolean group = exponent.looserThan(Precedence.PRIMARY);
    return base + (elementwise ? ".^" : "^") + (group ? group(exponent.text()) : exponent.text());
  }

  /// An integer or one letter.
  private static Optional<String> superscript(Piece exponent) {
    String text = Marks.none(exponent.text()).replace('−', '-');
    return text.matches("[+-]?([0-9]+|[a-z])") ? Script.SUPERSCRIPT.of(text) : Optional.empty();
  }

  @Override
  public String marked(String base, Mark mark) {
    return base
        + switch (mark) {
          case TRANSPOSE -> typography.transpose() == Transpose.TOP ? "ᵀ" : "′";
          case INVERSE -> "⁻¹";
          case INVERSE_TRANSPOSE -> typography.transpose() == Transpose.TOP ? "⁻ᵀ" : "⁻¹′";
          case PSEUDOINVERSE -> "⁺";
        };
  }

  /// A root reaches to the end of what follows it without a gap, so that as a base it needs
  /// parentheses.
  @Override
  public Piece root(int degree, Piece radicand) {
    String inside =
        radicand.looserThan(Precedence.PRIMARY) ? group(radicand.text()) : radicand.text();
    return Piece.of((degree == 2 ? "√" : "∛") + inside, Precedence.SIGN);
  }

  @Override
  public String norm(String content, String which) {
    return "‖" + content + "‖" + normSubscript(which);
  }

  private static String normSubscript(String which) {
    return switch (which) {
      case "2" -> "";
      case "σ" -> "₂";
      default -> Script.SUBSCRIPT.of(Marks.none(which)).orElse("_" + which);
    };
  }

  /// A subscript without a character of its own comes last: `‖X‖²_F`.
  @Override
  public String normPower(String content, String which, Piece exponent) {
    String below = normSubscript(which);
    return below.startsWith("_") && superscript(exponent).isPresent()
        ? power("‖" + content + "‖", exponent, false) + below
        : power(norm(content, which), exponent, false);
  }

  @Override
  public String inner(String left, String right) {
    return "⟨" + left + ", " + right + "⟩";
  }

  @Override
  public String differential(String sign, String of, boolean spaced) {
    return sign + (spaced ? " " : "") + of;
  }

  @Override
  public String bars(String content, boolean log) {
    return (log ? "log " : "") + "|" + content + "|";
  }

  @Override
  public String function(String name, List<String> arguments) {
    return FunctionNames.unicode(name) + group(String.join(", ", arguments));
  }

  @Override
  public String entry(String target, List<String> selectors) {
    return target + group(String.join(",", selectors));
  }

  @Override
  public String constant(String name, List<Piece> sizes) {
    List<String> texts = sizes.stream().map(Piece::text).map(Marks::none).toList();
    String symbol =
        switch (name) {
          case "eye" -> "I";
          case "ones" -> "1";
          default -> "0";
        };
    Optional<String> below = Script.SUBSCRIPT.of(String.join("x", texts));
    if (below.isPresent()) {
      return symbol + below.get();
    }
    boolean word = name.equals("eye") && !sizes.getFirst().looserThan(Precedence.PRIMARY);
    return word ? "I_" + texts.getFirst() : name + group(String.join(", ", texts));
  }

  @Override
  public String block(List<List<String>> rows) {
    return "[" + String.join("; ", rows.stream().map(r -> String.join(", ", r)).toList()) + "]";
  }

  @Override
  public String sumOver(String index) {
    return "∑" + Script.SUBSCRIPT.of(Marks.none(index)).orElse("_" + index);
  }

  @Override
  public Piece derivative(Piece function, String variable, int order) {
    boolean group = function.looserThan(Precedence.PRIMARY);
    String over = group ? group(function.text()) : function.text();
    String times = order == 1 ? "" : Script.SUPERSCRIPT.of("" + order).orElse("^" + order);
    return Piece.of("∂" + times + over + "/∂" + variable + times, Precedence.HADAMARD);
  }

  /// `∫₀¹ exp(t) dt`; limits without characters of their own stand in brackets, `∫[0, 2 π]`.
  @Override
  public Piece integral(Piece integrand, String variable, String from, String to) {
    Optional<String> below = Script.SUBSCRIPT.of(Marks.none(from).replace('−', '-'));
    Optional<String> above = Script.SUPERSCRIPT.of(Marks.none(to).replace('−', '-'));
    String limits =
        below.isPresent() && above.isPresent()
            ? below.get() + above.get()
            : "[" + from + ", " + to + "]";
    boolean group = integrand.looserThan(Precedence.HADAMARD) || integrand.open();
    String inside = group ? group(integrand.text()) : integrand.text();
    return Piece.of("∫" + limits + " " + inside + " d" + variable, Precedence.HADAMARD);
  }

  @Override
  public String where(String body, List<String> definitions) {
    var out = new StringBuilder();
    definitions.forEach(d -> out.append("let ").append(d).append("; "));
    return out.append(body).toString();
  }
}

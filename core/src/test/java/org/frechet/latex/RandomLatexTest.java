package org.frechet.latex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.frechet.latex.Latex.Known;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.junit.jupiter.api.Test;

/// Mutated formulas and random signs are read or refused, with a place in the text; nothing else
/// happens.
class RandomLatexTest {
  private static final int INPUTS = 20_000;
  private static final int MAX_LENGTH = 400;

  private static final String[] SIGNS =
      ("\\frac { } ( ) [ ] ^ _ ^\\top ^T ^{-1} \\partial d \\mathrm{d} \\nabla \\nabla_x \\sum_i \\sum_{i=1}^n \\log"
              + " \\det \\operatorname{tr} tr \\exp e | \\| \\left( \\right) \\left| \\right| \\langle \\rangle , ; :"
              + " = \\le + - \\pm \\cdot \\odot \\circ \\otimes / x y z A B X Y W a b c f g \\theta \\sigma \\Delta"
              + " \\mathbf{x} \\hat{x} \\hat \\vec I \\mathbf{1} \\begin{bmatrix} \\end{bmatrix} & \\\\ \\begin{aligned}"
              + " \\end{aligned} \\mapsto \\to \\text{a b} \\quad \\, 1 2 0.5 . \\int_0^1 dt \\sqrt \\sqrt[3]{ ' \\prime"
              + " x_i X_{ij} x_1 \\in \\mathbb{R} D \\arg\\min_x \\over \\dots \\max \\infty % $ ~ ∂ ∇ ᵀ ‖ é \uD835"
              + " \\label{ \\mathrm{ \\{ \\} \\Gamma( \\lambda_{\\max}( \\begin{ \\end \\frac12")
          .split(" ");

  private final Random random = new Random(1);

  private String sign() {
    return SIGNS[random.nextInt(SIGNS.length)];
  }

  private String soup() {
    var text = new StringBuilder();
    for (int i = random.nextInt(25); i >= 0; i--) {
      text.append(sign()).append(random.nextBoolean() ? " " : "");
    }
    return text.toString();
  }

  private String mutated(List<String> formulas) {
    String text = formulas.get(random.nextInt(formulas.size()));
    for (int i = random.nextInt(4); i >= 0 && !text.isEmpty(); i--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(9));
      String other = formulas.get(random.nextInt(formulas.size()));
      text =
          switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, from) + sign() + text.substring(to);
            case 2 -> text.substring(0, from) + other.substring(random.nextInt(other.length()));
            default -> text.substring(0, to) + text.substring(from);
          };
    }
    return text.substring(0, Math.min(text.length(), MAX_LENGTH));
  }

  @Test
  void isReadOrRefused() throws IOException {
    List<String> formulas =
        FormulasTest.formulas().stream().map(FormulasTest.Formula::latex).toList();
    Map<String, Declaration> declared = new HashMap<>();
    Declarations.parse("A: matrix(n,n); x: vector(n); X: matrix(n,p); t: scalar")
        .forEach(d -> declared.put(d.name(), d));
    var known = new Known(declared, List.of());
    var odd = new ArrayList<String>();
    for (int i = 0; i < INPUTS; i++) {
      String text = random.nextInt(3) == 0 ? soup() : mutated(formulas);
      try {
        Latex.relations(text, random.nextBoolean() ? known : Known.NOTHING);
      } catch (Refusal r) {
        Problem p = r.problem();
        if (p.end() > text.length() || (p.message() + p.hint()).chars().anyMatch(c -> c < ' ')) {
          odd.add(text + " → " + p);
        }
      } catch (RuntimeException | StackOverflowError e) {
        odd.add(text + " → " + e);
      }
    }
    assertThat(odd).isEmpty();
  }

  @Test
  void whatIsLongOrDeepIsRefused() {
    for (String text :
        List.of(
            "(".repeat(10_000) + "x" + ")".repeat(10_000),
            "\\frac{1}{".repeat(2_000) + "x" + "}".repeat(2_000),
            "x + ".repeat(5_000) + "x",
            "\\mathbf{".repeat(3_000) + "x" + "}".repeat(3_000),
            "\\log ".repeat(2_000) + "x",
            "\\frac{d}{dx} ".repeat(300) + "x",
            "\\nabla_x ".repeat(300) + "x",
            "|".repeat(4_000),
            "x^{".repeat(3_000) + "x" + "}".repeat(3_000),
            "a/b".repeat(2_000))) {
      try {
        Latex.relations(text, Known.NOTHING);
      } catch (Refusal expected) {
        assertThat(expected.problem().end()).isLessThanOrEqualTo(text.length());
      }
    }
  }
}

package org.frechet.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.latex.Latex.Known;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Formulas as they stand in the Matrix Cookbook, lecture notes and papers.
class FormulasTest {
  private static final Path FILE = Path.of("src/test/resources/latex/formulas.tsv");

  /// A line of the file: the LaTeX, declarations, and what it says in the input language; or `!`
  /// with the code and the place of the refusal.
  record Formula(String latex, String declarations, String expected) {
    Known known() {
      Map<String, Declaration> declared = new HashMap<>();
      if (!declarations.isEmpty()) {
        Declarations.parse(declarations).forEach(d -> declared.put(d.name(), d));
      }
      return new Known(declared, List.of());
    }

    @Override
    public String toString() {
      return latex;
    }
  }

  static List<Formula> formulas() throws IOException {
    return Files.readAllLines(FILE).stream()
        .map(line -> line.split("\t", -1))
        .map(parts -> new Formula(parts[0], parts[1], parts[2]))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void isReadAsItIsMeant(Formula f) {
    if (!f.expected.startsWith("! ")) {
      assertThat(Written.of(Latex.relation(f.latex, f.known()))).isEqualTo(f.expected);
      return;
    }
    String[] parts = f.expected.split(" ");
    assertThatThrownBy(() -> Latex.relation(f.latex, f.known()))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              Problem p = r.problem();
              assertThat(p.code().word()).isEqualTo(parts[1]);
              assertThat(List.of(p.start(), p.end()))
                  .containsExactly(Integer.parseInt(parts[2]), Integer.parseInt(parts[3]));
            });
  }
}

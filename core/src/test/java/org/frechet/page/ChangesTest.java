package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.frechet.print.TextPrinter;
import org.frechet.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2*inner(X*B - Y, X*B) | 2*inner(X'*(X*B - Y), B) | X'",
        "tr(A*X*B)             | tr(B*A*X)                | B",
        "a + b                 | a + b                    | ''",
        "a + b                 | a + b + c*d              | c*d",
        "tr(X)                 | inner(A, B)              | ''",
        "2*inner(G, X)         | 2*G                      | ''",
        "a - b                 | -(a - c)                 | c",
      })
  void onlyWhatIsNew(String old, String now, String changed) {
    String found =
        Changes.between(Parser.parse(old), Parser.parse(now)).stream()
            .map(TextPrinter::print)
            .sorted()
            .collect(Collectors.joining(", "));
    assertThat(found).isEqualTo(changed);
  }
}

package org.frechet.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.frechet.function.Function;
import org.frechet.function.Functions;

/// A call whose last argument is a word or number that tells functions of one name apart: `sum(X,
/// rows)`, `norm(X, inf)`, `norm(X, 1)`. What is declared for `rows` serves `cols` through the
/// transpose. A variable of that name wins over the word.
///
/// @param turned whether the arguments are to be transposed, and the value after
/// @param arguments all but the word
record Option(Function function, boolean turned, List<Syntax> arguments) {
  private static final String ROWS = "rows";
  private static final String COLS = "cols";

  /// {@return what the call is, if its last argument is a word that the function knows}
  static Optional<Option> of(Syntax.Call call, Predicate<String> isVariable) {
    String text = call.arguments().size() < 2 ? "" : word(call.arguments().getLast());
    if (text.isEmpty() || isVariable.test(text)) {
      return Optional.empty();
    }
    boolean turned = text.equals(COLS);
    return Functions.withOption(call.name(), turned ? ROWS : text)
        .map(f -> new Option(f, turned, call.arguments().subList(0, call.arguments().size() - 1)));
  }

  private static String word(Syntax last) {
    return last instanceof Syntax.Name name
        ? name.text().equals("Inf") ? "inf" : name.text()
        : last instanceof Syntax.Number number ? number.text() : "";
  }

  /// {@return how to say which way a function of rows and columns goes; empty for any other}
  static String hint(String name) {
    return Functions.withOption(name, ROWS).isEmpty()
        ? ""
        : "for each row of a matrix write %s(X, rows), for each column %s(X, cols)"
            .formatted(name, name);
  }
}

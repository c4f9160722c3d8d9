package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.frechet.derive.Tidy;
import org.frechet.expr.Expr;
import org.frechet.latex.Latex;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;

/// What the product writes in LaTeX it reads back as the same expression.
class LatexRoundTripTest {
  private record Text(String id, Map<String, String> declare, String text) {}

  private static Stream<Text> texts() {
    return Stream.concat(
            Problems.published().stream()
                .flatMap(p ->
                    Stream.of(p.expr(), p.expected()).map(t -> new Text(p.id(), p.declare(), t))),
            Problems.identities().stream()
                .flatMap(p ->
                    Stream.of(p.expr(), p.equals(), p.correct(), p.expected())
                        .map(t -> new Text(p.id(), p.declare(), t))))
        .filter(t -> t.text != null && !t.text.isBlank());
  }

  @Test
  void everyFormulaOfTheProblemsIsReadBack() {
    var different = new ArrayList<String>();
    texts().forEach(t -> readBack(t).ifPresent(different::add));
    assertThat(different).isEmpty();
  }

  private static java.util.Optional<String> readBack(Text t) {
    Map<String, Declaration> declared = Statement.declarations(t.declare);
    Model first = Statement.model(Parser.parse(t.text), declared);
    Map<String, Declaration> all = new HashMap<>(declared);
    first
        .variables()
        .forEach((name, v) -> {
          if (!all.containsKey(name)) {
            all.put(name, Declarations.parse(name, v.shape().declaration()));
          }
        });
    Model model = Statement.model(Parser.parse(t.text), all);
    String latex = latex(model, model.expr());
    try {
      Model back = Statement.model(Latex.expression(latex, new Latex.Known(all, List.of())), all);
      boolean same =
          back.expr() == model.expr()
              || Tidy.of(back.expr()) == Tidy.of(model.expr())
              // log det and the logarithm of det are written alike
              || (latex.contains("\\log\\det") && latex(back, back.expr()).equals(latex));
      return same ? java.util.Optional.empty() : java.util.Optional.of(t.id + ": " + latex);
    } catch (Refusal r) {
      // the sum of all entries and the largest column sum are both written so
      boolean open = latex.contains("\\rVert_1") && r.problem().message().contains("of a matrix");
      return open
          ? java.util.Optional.empty()
          : java.util.Optional.of(t.id + ": " + latex + " → " + r.problem().message());
    }
  }

  private static String latex(Model model, Expr e) {
    return new Writing(model.variables().keySet(), model.sums()).latex(e);
  }
}

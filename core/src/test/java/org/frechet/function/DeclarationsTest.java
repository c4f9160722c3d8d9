package org.frechet.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.frechet.Derivative;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.syntax.Nodes;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every declaration, present and future: it says what it is, and its example is its test.
class DeclarationsTest {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
  private static final Pattern HOLE = Pattern.compile("\\{(\\d)[a-z]?}");

  private static Stream<DynamicTest> each(java.util.function.Consumer<Function> test) {
    return Functions.all().stream().map(f -> dynamicTest(f.name(), () -> test.accept(f)));
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    return Functions.all().stream()
        .flatMap(f -> f.examples().stream())
        .map(e -> dynamicTest(e.expr() + " by " + e.wrt(), () -> holds(e)));
  }

  private static void holds(Function.Example example) {
    Derivative d = formula(example.expr(), example).derivative(example.wrt());
    Formula expected = formula(example.expected(), example);
    for (Map.Entry<String, Expr> v : d.model().variables().entrySet()) {
      if (v.getValue().node() instanceof Node.Var x && x.traits().isEmpty()) {
        expected = expected.declare(v.getKey(), x.shape().declaration());
      }
    }
    Expr wanted = expected.model().expr();
    assertThat(d.value().shape()).as(d.text()).isEqualTo(wanted.shape());
    Equality equality = Equality.of(d.value(), wanted, 1);
    assertThat(equality.verdict())
        .as("%s, expected %s: %s", d.text(), example.expected(), equality)
        .isIn(Verdict.EQUAL_EXACT, Verdict.EQUAL_NUMERIC);
    assertThat(Nodes.count(d.text()))
        .as("symbols of %s, expected %s", d.text(), example.expected())
        .isLessThanOrEqualTo(Nodes.count(example.expected()));
  }

  private static Formula formula(String expr, Function.Example example) {
    Formula formula = Frechet.parse(expr);
    return example.declare().isEmpty() ? formula : formula.declare(example.declare());
  }

  @TestFactory
  Stream<DynamicTest> declarationsAreComplete() {
    return each(f -> {
      assertThat(f.summary()).isNotBlank();
      assertThat(f.signatures()).isNotEmpty();
      assertThat(f.numpy().isEmpty())
          .as("either spelled in NumPy or an abbreviation")
          .isEqualTo(f.isAbbreviation());
      boolean differentiable =
          f.isAbbreviation() || f.slope().isPresent() || f.differential().isPresent();
      boolean linear = f.linearIn(0).isPresent();
      if (differentiable || linear) {
        assertThat(f.examples()).as("an example of its derivative").isNotEmpty();
      }
    });
  }

  /// The example of a function uses it, and names only what is there.
  @TestFactory
  Stream<DynamicTest> examplesUseTheirFunction() {
    return each(f ->
        f.examples()
            .forEach(e -> {
              assertThat(e.expr()).contains(f.name() + "(");
              assertThat(Nodes.names(Parser.parse(e.expr()))).contains(e.wrt());
            }));
  }

  /// Overloads share a name; an alias belongs to one function alone.
  @TestFactory
  Stream<DynamicTest> namesAreUnique() {
    var names = new HashSet<String>();
    Functions.all().forEach(f -> names.add(f.name()));
    return each(f -> {
      assertThat(f.name()).matches(NAME);
      assertThat(Functions.byName(f.name()).map(Function::name)).contains(f.name());
      for (String alias : f.aliases()) {
        assertThat(alias).matches(NAME);
        assertThat(names.add(alias)).as("%s is free", alias).isTrue();
        assertThat(Functions.byName(alias)).contains(f);
      }
    });
  }

  @TestFactory
  Stream<DynamicTest> signaturesAndSpellingsFitTogether() {
    return each(f -> {
      int most = f.signatures().stream().mapToInt(s -> s.arguments().size()).max().orElseThrow();
      HOLE.matcher(f.numpy())
          .results()
          .forEach(hole -> assertThat(Integer.parseInt(hole.group(1))).isLessThan(most));
      f.conditions().forEach(c -> assertThat(c.argument()).isBetween(0, most - 1));
      if (f.elementwise()) {
        assertThat(f.signatures())
            .extracting(Signature::text)
            .containsExactly("matrix(m,n) -> matrix(m,n)");
        assertThat(f.slope().isPresent() || f.isAbbreviation() || f.examples().isEmpty()).isTrue();
      }
    });
  }
}

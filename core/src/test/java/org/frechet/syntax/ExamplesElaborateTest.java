package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Published problems and their answers: both are understood, and the answer has the shape that its
/// kind promises.
class ExamplesElaborateTest {
  private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\": \"([^\"]*)\"");
  private static final Pattern DECLARE = Pattern.compile("\"declare\": \\{([^}]*)}");

  record Example(
      String id, String kind, String expr, String wrt, String expected, String declarations) {
    static Example of(String line) {
      Map<String, String> members = members(line.replaceAll("\"source\": \"[^\"]*\", ", ""));
      Matcher declare = DECLARE.matcher(line);
      assertThat(declare.find()).isTrue();
      String declarations =
          members(declare.group(1)).entrySet().stream()
              .map(e -> e.getKey() + ": " + e.getValue())
              .collect(Collectors.joining("; "));
      return new Example(
          member(members, "id"),
          member(members, "kind"),
          member(members, "expr"),
          member(members, "wrt"),
          member(members, "expected"),
          declarations);
    }

    private static String member(Map<String, String> members, String name) {
      return Objects.requireNonNull(members.get(name), name);
    }

    private static Map<String, String> members(String json) {
      var members = new LinkedHashMap<String, String>();
      Matcher m = MEMBER.matcher(json);
      while (m.find()) {
        members.putIfAbsent(m.group(1), m.group(2));
      }
      return members;
    }
  }

  static List<Arguments> examples() throws IOException {
    try (InputStream in =
        ExamplesElaborateTest.class.getResourceAsStream("/problems/examples.jsonl")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank())
          .map(Example::of)
          .map(e -> argumentSet(e.id(), e))
          .map(Arguments.class::cast)
          .toList();
    }
  }

  @Test
  void allAreHere() throws IOException {
    assertThat(examples()).hasSize(101);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shapesAreThoseOfTheKind(Example e) {
    Model model = Elaborated.model(e.expr(), e.declarations(), e.wrt());
    Model answer = Elaborated.model(e.expected(), e.declarations());
    assertThat(Stream.of(model, answer).map(Model::inferred)).allMatch(java.util.Set::isEmpty);
    Shape f = model.expr().shape();
    Shape x = Objects.requireNonNull(model.variables().get(e.wrt())).shape();
    Expr derivative = answer.expr();
    Shape expected =
        switch (e.kind()) {
          case "gradient" -> x;
          case "tangent" -> f;
          case "jacobian" -> Shape.matrix(f.count(), x.count());
          case "hessian" -> Shape.matrix(x.count(), x.count());
          default -> throw new IllegalArgumentException(e.kind());
        };
    // cb-044 prints the transpose of the tangent matrix
    assertThat(derivative.shape())
        .isIn(expected, e.id().equals("cb-044") ? expected.transposed() : expected);
  }

  /// Without declarations inference may choose otherwise, but it never fails oddly.
  @ParameterizedTest
  @MethodSource("examples")
  void declarationsCanBeLeftOut(Example e) {
    assertThat(Elaborated.model(e.expr(), "", e.wrt()).variables()).containsKey(e.wrt());
  }
}

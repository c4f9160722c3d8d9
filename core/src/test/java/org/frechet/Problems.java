package org.frechet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// The problems of `src/test/resources/problems`, one a line.
final class Problems {
  private static final Path FOLDER = Path.of("src/test/resources/problems");

  /// The files that are not derivatives with a kind.
  private static final Set<Path> OTHERS =
      Set.of(Path.of("refused.jsonl"), Path.of("identities.jsonl"));

  private static final ObjectMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /// A published derivative: `expected` is what the source prints, in the input language; `domain`
  /// says of variables where values are to be compared.
  record Published(
      String id,
      String source,
      String kind,
      String expr,
      Map<String, String> declare,
      String wrt,
      String expected,
      Map<String, String> domain) {

    int order() {
      return kind.equals("hessian") ? 2 : 1;
    }

    @Override
    public String toString() {
      return id + ": " + expr + " by " + wrt;
    }
  }

  /// A line of a table: either an identity, `expr` equal to `equals`, or where `wrong` is set not
  /// equal to that but to `correct`; or a derivative of `expr` by `wrt`, equal to `expected`,
  /// `along` a direction or in a `form` if one is named.
  record Identity(
      String id,
      String source,
      String statement,
      Map<String, String> declare,
      String expr,
      String equals,
      boolean wrong,
      String correct,
      String wrt,
      int order,
      String along,
      String form,
      String expected) {

    Identity {
      equals = Objects.requireNonNullElse(equals, "");
      correct = Objects.requireNonNullElse(correct, "");
      wrt = Objects.requireNonNullElse(wrt, "");
      along = Objects.requireNonNullElse(along, "");
      form = Objects.requireNonNullElse(form, "");
      expected = Objects.requireNonNullElse(expected, "");
    }

    boolean isDerivative() {
      return !wrt.isEmpty();
    }

    @Override
    public String toString() {
      return id + ": " + expr + (isDerivative() ? " by " + wrt : " = " + equals);
    }
  }

  /// A request that must be refused with the code `code`, or one of `also`; or, with `answerOk`,
  /// may be answered as long as nothing crashes.
  record Refused(
      String id,
      String expr,
      Map<String, String> declare,
      String wrt,
      String code,
      @Nullable List<String> also,
      @Nullable Generator generator,
      boolean answerOk) {

    String text() {
      return generator == null ? expr : generator.text();
    }

    boolean accepts(Response response) {
      return switch (response) {
        case Response.Answer _, Response.Found _ -> answerOk;
        case Response.Refused r -> {
          String got = r.problem().code().word();
          yield got.equals(code) || (also != null && also.contains(got));
        }
      };
    }

    @Override
    public String toString() {
      String start = expr.length() > 60 ? expr.substring(0, 60) + "…" : expr;
      return id + ": " + start + " by " + wrt;
    }
  }

  /// A text too long to be written out: `open` and `close` repeated around `core`.
  record Generator(String open, String core, String close, int depth) {
    String text() {
      return open.repeat(depth) + core + close.repeat(depth);
    }
  }

  private Problems() {}

  /// {@return the problems of every file of derivatives with a kind}
  static List<Published> published() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      var all = new ArrayList<Published>();
      files
          .filter(f -> f.toString().endsWith(".jsonl") && !OTHERS.contains(f.getFileName()))
          .sorted()
          .forEach(f -> all.addAll(read(f, Published.class)));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the tables of identities and derivatives}
  static List<Identity> identities() {
    return read(FOLDER.resolve("identities.jsonl"), Identity.class);
  }

  /// {@return what must be refused; nothing while there is no such file}
  static List<Refused> refused() {
    Path file = FOLDER.resolve("refused.jsonl");
    return Files.exists(file) ? read(file, Refused.class) : List.of();
  }

  private static <T> List<T> read(Path file, Class<T> type) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> !line.isBlank())
          .map(line -> Objects.requireNonNull(JSON.readValue(line, type)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

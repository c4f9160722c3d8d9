package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.frechet.print.LatexPrinter;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Problem;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Hostile lengths and depths: refused with a reason, soon, and on a usual stack.
class LimitsTest {
  static List<String> tooLarge() {
    return List.of(
        "(".repeat(100_000) + "x'*x" + ")".repeat(100_000),
        "(".repeat(401) + "x" + ")".repeat(401),
        "sin(".repeat(401) + "x" + ")".repeat(401),
        "[".repeat(401) + "x" + "]".repeat(401),
        "√".repeat(401) + "x",
        "(".repeat(90_000),
        "a" + "+a".repeat(49_999),
        "-".repeat(99_000) + "x",
        "x" + "'".repeat(99_000),
        "x" + "(1)".repeat(1_000),
        "let a = 1; ".repeat(1_000) + "a",
        "x".repeat(1_000_001),
        "x".repeat(1_001),
        "1".repeat(900_000),
        "x" + "²".repeat(900_000),
        "1,".repeat(60_000),
        "1e999");
  }

  @ParameterizedTest
  @MethodSource("tooLarge")
  void refuses(String text) {
    Problem problem =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(5), () -> DiagnosticsTest.problem(text));
    assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
    assertThat(problem.start()).isNotNegative();
    assertThat(problem.end()).isLessThanOrEqualTo(text.length());
  }

  static List<String> largeEnough() {
    return List.of(
        "(".repeat(400) + "x" + ")".repeat(400),
        "inv(".repeat(390) + "x" + ")".repeat(390),
        "a" + "+a".repeat(990),
        "a" + "*a".repeat(990),
        "[" + "1, ".repeat(40_000) + "1]");
  }

  @ParameterizedTest
  @MethodSource("largeEnough")
  void readsAndPrintsOnAUsualStack(String text) throws InterruptedException {
    var thrown = new ArrayList<Throwable>();
    Runnable work =
        () -> {
          Syntax syntax = Parser.parse(text);
          assertThat(Parser.parse(TextPrinter.print(syntax)).equals(syntax)).isTrue();
          assertThat(UnicodePrinter.print(syntax)).isNotEmpty();
          assertThat(LatexPrinter.print(syntax)).isNotEmpty();
        };
    var thread =
        new Thread(
            null,
            () -> {
              Throwable t = catchThrowable(work::run);
              if (t != null) {
                thrown.add(t);
              }
            },
            "a stack of 1 MB",
            1 << 20);
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
  }
}

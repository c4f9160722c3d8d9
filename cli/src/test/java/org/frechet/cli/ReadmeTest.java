package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every command of the README is run, and prints what the README says.
class ReadmeTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("```console\n\\$ ([^\n]*)\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'((?:[^']|'\\\\'')*)'|(\\S+)");

  private record Example(String command, String output) {}

  private static List<Example> examples() throws IOException {
    var examples = new ArrayList<Example>();
    Matcher m = EXAMPLE.matcher(Files.readString(Path.of("../README.md")));
    while (m.find()) {
      examples.add(new Example(m.group(1), m.group(2)));
    }
    return examples;
  }

  @Test
  void thereAreTenExamplesAndMore() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(10);
  }

  @TestFactory
  Stream<DynamicTest> examplesPrintWhatTheReadmeSays() throws IOException {
    return examples().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.command(),
                () -> {
                  Run run = run(e.command());
                  assertThat(comparable(run.out() + run.err())).isEqualTo(comparable(e.output()));
                }));
  }

  /// The last digits of a measured error differ between processors.
  private static String comparable(String output) {
    return output
        .strip()
        .replace("../docs/", "docs/")
        .replaceAll("(rror\":? ?)[0-9.]+[eE]-[0-9]+", "$1…");
  }

  /// A small part of a shell: quotes, and `echo INPUT | ./frechet …`.
  private static Run run(String command) {
    int pipe = command.indexOf("' | ");
    String input = "";
    String rest = command;
    if (command.startsWith("echo ")) {
      input = words(command.substring(5, pipe + 1)).getFirst() + "\n";
      rest = command.substring(pipe + 4);
    }
    List<String> words = words(rest);
    assertThat(words.getFirst()).isEqualTo("./frechet");
    return Run.reading(
        input,
        words.stream()
            .skip(1)
            .map(w -> w.startsWith("docs/") ? "../" + w : w)
            .toArray(String[]::new));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text)
        .results()
        .map(m ->
            m.group(1) != null
                ? m.group(1)
                : m.group(2) != null ? m.group(2).replace("'\\''", "'") : m.group(3))
        .toList();
  }
}

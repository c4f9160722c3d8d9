package org.frechet.book;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A question in the text.
///
/// Within a sentence it is a code span, `` `diff: x'*A*x by x where A: matrix(n,n) symmetric` ``;
/// on lines of its own a fenced block, whose first line is the question and the others are options:
///
/// ```derive
/// norm2(Y - X*B)^2 by B
/// where: Y: matrix(n,q); X: matrix(n,p)
/// method: perturbation
/// ```
///
/// @param name what is asked
/// @param question the first line
/// @param options by name
/// @param place of the question
record Directive(String name, String question, Map<String, String> options, Place place) {
  private static final Pattern SPAN =
      Pattern.compile(
          "(true|false|diff|map|differential|matrix|kind|shape|conditions)((?: [a-z0-9-]+)*): (.+)",
          Pattern.DOTALL);
  private static final Pattern BY = Pattern.compile("(.+) by (\\S+)", Pattern.DOTALL);
  private static final String WHERE = " where ";
  private static final Set<String> BLOCKS =
      Set.of(
          "math",
          "derive",
          "rule",
          "stationary",
          "answer",
          "compare",
          "refused",
          "implicit",
          "numpy");
  private static final Set<String> VERBATIM = Set.of("sh", "text", "java", "json", "python");
  private static final Set<String> OPTIONS =
      Set.of("where", "method", "detail", "order", "layout", "pairing", "expect", "of", "table");

  Directive {
    options = Map.copyOf(options);
  }

  /// {@return the question in a code span, if it is one}
  static Optional<Directive> span(String code, Place place) {
    if (code.startsWith("$")) {
      return Optional.of(new Directive("formula", code.substring(1).strip(), Map.of(), place));
    }
    Matcher m = SPAN.matcher(code);
    if (!m.matches()) {
      return Optional.empty();
    }
    var options = new HashMap<String, String>();
    String[] words = m.group(2).strip().split(" ");
    for (int i = 0; i + 1 < words.length; i += 2) {
      options.put(words[i], words[i + 1]);
    }
    String question = m.group(3).strip();
    int where = question.indexOf(WHERE);
    if (where >= 0) {
      options.put("where", question.substring(where + WHERE.length()).strip());
      question = question.substring(0, where).strip();
    }
    return Optional.of(new Directive(m.group(1), question, options, place).known());
  }

  /// {@return the question in a fenced block, if it is one}
  static Optional<Directive> block(String info, String body, Place place) {
    String name = info.strip();
    if (VERBATIM.contains(name)) {
      return Optional.empty();
    }
    if (!BLOCKS.contains(name)) {
      throw place.error("there is no block \"%s\"".formatted(name));
    }
    if (name.equals("math")) {
      return Optional.of(new Directive(name, body.strip(), Map.of(), place.plus(1)));
    }
    List<String> lines = body.lines().toList();
    if (lines.isEmpty()) {
      throw place.error("the block %s is empty".formatted(name));
    }
    var options = new HashMap<String, String>();
    for (int i = 1; i < lines.size(); i++) {
      int colon = lines.get(i).indexOf(": ");
      if (colon < 0) {
        throw place.plus(i + 1).error("an option is written \"name: value\"");
      }
      options.put(
          lines.get(i).substring(0, colon).strip(), lines.get(i).substring(colon + 1).strip());
    }
    return Optional.of(
        new Directive(name, lines.getFirst().strip(), options, place.plus(1)).known());
  }

  private Directive known() {
    for (String option : options.keySet()) {
      if (!OPTIONS.contains(option)) {
        throw place.error("there is no option \"%s\"".formatted(option));
      }
    }
    return this;
  }

  Optional<String> option(String option) {
    return Optional.ofNullable(options.get(option));
  }

  String where() {
    return option("where").orElse("");
  }

  /// {@return the expression before ` by `}
  String expression() {
    return by().group(1).strip();
  }

  /// {@return the variable after ` by `}
  String variable() {
    return by().group(2).strip();
  }

  private Matcher by() {
    Matcher m = BY.matcher(question);
    if (!m.matches()) {
      throw place.error("\"%s\" does not say by which variable".formatted(question));
    }
    return m;
  }
}

package org.frechet.document;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the type of letters says: a bold lower-case letter is a vector, and nobody transposes a
/// scalar.
final class Typography {
  private static final Pattern BOLD =
      Pattern.compile(
          "\\\\(?:mathbf|boldsymbol|bm|vec|mathbfit|symbf)\\s*\\{?\\s*([a-z]|\\\\[a-z]+)\\s*\\}?");

  private static final Pattern TRANSPOSED =
      Pattern.compile(
          "(?<![A-Za-z\\\\}])([a-gi-z]|\\\\(?:alpha|beta|theta|mu|phi|gamma|lambda|delta))(?:_\\{?[a-z0-9]\\}?)?\\^\\s*(?:\\{\\s*)?(?:\\\\top|T\\b|\\\\mathsf|\\\\mathrm\\s*\\{?T|\\\\intercal|\\\\text\\{T|\\\\transpose)");

  private Typography() {}

  /// Adds what the letters of the statements say, from where on they say it.
  static void read(List<Candidate> candidates, Spaces spaces, List<Fact> facts) {
    var seen = new TreeMap<String, Fact>();
    for (Candidate c : candidates) {
      String latex = c.latex().text();
      for (Pattern pattern : List.of(BOLD, TRANSPOSED)) {
        Matcher matcher = pattern.matcher(latex);
        while (matcher.find()) {
          for (String name : spaces.names(matcher.group(1))) {
            String key = name + "@" + c.section();
            seen.computeIfAbsent(
                key,
                _ ->
                    new Fact(
                        name,
                        Fact.HINT,
                        "",
                        Set.of(),
                        Set.of(),
                        c.sentenceStart(),
                        Integer.MAX_VALUE,
                        c.section()));
          }
        }
      }
    }
    facts.addAll(seen.values());
  }
}

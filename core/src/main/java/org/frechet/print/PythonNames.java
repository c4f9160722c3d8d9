package org.frechet.print;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Set;

/// The names of one Python function. Every name is given once; Python reads identifiers in the
/// compatibility form NFKC (Python language reference, 2.3), so `ϵ` and `ε` are one name to it.
final class PythonNames {
  private static final Set<String> RESERVED =
      Set.of(
          // keywords of Python 3
          "False",
          "None",
          "True",
          "and",
          "as",
          "assert",
          "async",
          "await",
          "break",
          "class",
          "continue",
          "def",
          "del",
          "elif",
          "else",
          "except",
          "finally",
          "for",
          "from",
          "global",
          "if",
          "import",
          "in",
          "is",
          "lambda",
          "nonlocal",
          "not",
          "or",
          "pass",
          "raise",
          "return",
          "try",
          "while",
          "with",
          "yield",
          // what the generated code itself calls
          "np",
          "scipy",
          "float",
          "range",
          "round",
          "sum",
          "ValueError");

  private final Set<String> taken = new HashSet<>(RESERVED);
  private int temporaries;

  /// {@return the identifier for a name, with underscores until nothing else has it}
  String give(String name) {
    var identifier = new StringBuilder();
    Normalizer.normalize(name, Normalizer.Form.NFKC)
        .codePoints()
        .map(c -> Character.isUnicodeIdentifierPart(c) ? c : '_')
        .forEach(identifier::appendCodePoint);
    while (!taken.add(identifier.toString())) {
      identifier.append('_');
    }
    return identifier.toString();
  }

  String temporary() {
    String name = "t" + temporaries++;
    return taken.add(name) ? name : temporary();
  }
}

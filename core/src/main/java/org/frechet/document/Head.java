package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The left side of what may be a definition: `y =`, `f(X) =`, `L(w, b) :=`.
///
/// @param after the offset in the LaTeX after the sign
/// @param defines whether the sign says that it is a definition
record Head(String name, List<String> parameters, int after, boolean defines) {
  private static final Pattern SIGN =
      Pattern.compile(
          "(?::=|\\\\coloneqq(?![a-zA-Z])|\\\\triangleq(?![a-zA-Z])|\\\\equiv(?![a-zA-Z])|\\\\doteq(?![a-zA-Z])|\\\\defeq(?![a-zA-Z])|=)");

  private static final Pattern APPLIED =
      Pattern.compile(
          "^(.{1,60}?)\\s*(?:\\\\[,!;:]\\s*)?(?:\\\\left\\s*|\\\\[bB]igl?\\s*)?\\(\\s*(.{1,80}?)\\s*(?:\\\\right\\s*|\\\\[bB]igr?\\s*)?\\)$",
          Pattern.DOTALL);

  private static final Pattern DIFFERENTIAL =
      Pattern.compile(
          "^(?:\\\\(?:mathrm|text|rm|operatorname)\\s*\\{?\\s*d|\\\\partial|\\\\nabla|\\\\dd(?![a-zA-Z])|\\\\diff(?![a-zA-Z])|\\\\delta|\\\\frac|d\\s*[A-Za-z\\\\({\\[]).*",
          Pattern.DOTALL);

  /// {@return the left sides that may be defined, from the left: of `y = f(x) = x^\top A x` two}
  static List<Head> of(String latex) {
    var heads = new ArrayList<Head>();
    int from = 0;
    Matcher sign = SIGN.matcher(latex);
    while (heads.size() < 3 && sign.find()) {
      Optional<Head> head = read(latex.substring(from, sign.start()).strip(), sign);
      if (head.isEmpty()) {
        break;
      }
      heads.add(head.get());
      from = sign.end();
    }
    return heads;
  }

  private static Optional<Head> read(String left, Matcher sign) {
    if (left.isEmpty() || left.length() > 160 || DIFFERENTIAL.matcher(left).matches()) {
      return Optional.empty();
    }
    boolean defines = !sign.group().equals("=");
    Optional<String> plain = Spaces.name(left);
    if (plain.isPresent()) {
      return Optional.of(new Head(plain.get(), List.of(), sign.end(), defines));
    }
    Matcher applied = APPLIED.matcher(left);
    if (!applied.matches()) {
      return Optional.empty();
    }
    Optional<String> name = Spaces.name(applied.group(1));
    var parameters = new ArrayList<String>();
    for (String parameter : applied.group(2).split("[,;]|\\\\mid", -1)) {
      Optional<String> plainParameter = Spaces.name(parameter.strip());
      if (plainParameter.isEmpty()) {
        return Optional.empty();
      }
      parameters.add(plainParameter.get());
    }
    return name.map(n -> new Head(n, List.copyOf(parameters), sign.end(), defines));
  }
}

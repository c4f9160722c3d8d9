package org.frechet.document;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// By what a formula differentiates, before it is read: what such a name stands for elsewhere does
/// not matter in it.
final class Variables {
  private static final String NAME =
      "((?:\\\\(?:mathbf|boldsymbol|bm|vec)\\s*\\{?\\s*)?(?:\\\\[a-zA-Z]+|[A-Za-z])\\}?(?:_(?:[A-Za-z0-9]|\\{[A-Za-z0-9]{1,8}\\}))?)";

  private static final Pattern BY =
      Pattern.compile(
          "\\}\\s*\\{\\s*(?:\\\\partial|d|\\\\mathrm\\s*\\{?d\\}?|\\\\mathrm d)\\s*"
              + NAME
              + "|\\\\nabla\\s*_\\s*\\{?\\s*"
              + NAME);

  /// The number e, whatever else is called so.
  private static final Pattern EXPONENTIAL = Pattern.compile("(?<![A-Za-z\\\\])e\\s*\\^");

  private Variables() {}

  static Set<String> of(String latex) {
    var names = new HashSet<String>();
    Matcher by = BY.matcher(latex);
    while (by.find()) {
      String name = by.group(1) == null ? by.group(2) : by.group(1);
      Spaces.name(balanced(name)).ifPresent(names::add);
    }
    if (EXPONENTIAL.matcher(latex).find()) {
      names.add("e");
    }
    return names;
  }

  private static String balanced(String name) {
    long open = name.chars().filter(c -> c == '{').count();
    long close = name.chars().filter(c -> c == '}').count();
    return close > open
        ? name.substring(0, name.lastIndexOf('}'))
        : open > close ? name + "}" : name;
  }
}

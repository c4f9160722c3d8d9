package org.frechet.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.latex.Latex;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.syntax.Syntax;

/// Reads of formulas to which space a name belongs: $A, B \in \mathbb{R}^{m \times n}$, $f :
/// \mathbb{R}^n \to \mathbb{R}$, $S \succ 0$.
final class Spaces {
  private static final String SCRIPT =
      "(?:\\{((?:[^{}]|\\{[^{}]{0,40}\\}){0,80})\\}|(\\\\[a-zA-Z]{1,12}|[A-Za-z0-9+]))";

  private static final String SPACE =
      "(?:\\\\mathbb\\s?\\{?\\s?|\\\\mathbf\\s?\\{|\\\\mathcal\\s?\\{?|\\\\Bbb\\s?\\{?|\\\\mathrm\\s?\\{|\\\\operatorname\\{|\\\\)?(R|S|Re|reals|ℝ|Sym|O)\\}?";

  private static final Pattern MEMBER =
      Pattern.compile("(?:\\\\in(?![a-zA-Z])|∈)\\s*" + SPACE + "(?![a-zA-Z])");

  private static final Pattern FUNCTION =
      Pattern.compile("^\\s*([^:,]{1,40}?)\\s*(?::|\\\\colon)\\s*" + SPACE + "(?![a-zA-Z])");

  private static final Pattern ARROW =
      Pattern.compile("\\s*\\\\(?:to|rightarrow|longrightarrow)\\s*" + SPACE + "(?![a-zA-Z])");

  private static final Pattern DEFINITE =
      Pattern.compile(
          "^(.{1,60}?)\\s*\\\\(succ|succeq)(?![a-zA-Z])\\s*(?:0|\\\\mathbf\\s?\\{?0\\}?|O)\\s*$",
          Pattern.DOTALL);

  private static final Pattern SIZES = Pattern.compile("\\\\times(?![a-zA-Z])|×");
  private static final Pattern SIZE = Pattern.compile("[A-Za-z0-9_+*()-]{1,40}");

  private static final Pattern LETTER = Pattern.compile("[A-Za-z](?:_[A-Za-z0-9])?");

  /// A name with what it is.
  record Member(String name, String kind, String specification, Set<Trait> traits) {}

  private final Map<String, List<String>> names = new HashMap<>();

  /// {@return the plain names in a list: of `x, y` both; none if something else stands there}
  List<String> names(String latex) {
    String list = latex.strip();
    if (list.length() > 200) {
      return List.of();
    }
    return names.computeIfAbsent(list, Spaces::read);
  }

  private static List<String> read(String list) {
    Matcher member = MEMBER.matcher(list);
    String left = member.find() ? list.substring(0, member.start()) : list;
    var found = new ArrayList<String>();
    for (String item : left.split(",|\\\\quad|\\\\text\\{ ?and ?\\}|\\\\;", -1)) {
      String name = item.strip().replaceAll("^(\\\\[,;:! ])+|(\\\\[,;:! ])+$", "").strip();
      if (name.equals("\\dots")
          || name.equals("\\ldots")
          || name.equals("\\cdots")
          || name.isEmpty()) {
        continue;
      }
      Optional<String> plain = name(name);
      if (plain.isEmpty()) {
        return List.of();
      }
      found.add(plain.get());
    }
    return List.copyOf(found);
  }

  /// {@return the name that the LaTeX is, spelled as in the input language}
  static Optional<String> name(String latex) {
    if (latex.length() > 60) {
      return Optional.empty();
    }
    if (LETTER.matcher(latex).matches()) {
      return Optional.of(latex);
    }
    try {
      return Latex.expression(latex, Latex.Known.NOTHING) instanceof Syntax.Name name
              && !name.text().isEmpty()
          ? Optional.of(name.text())
          : Optional.empty();
    } catch (Refusal notAName) {
      return Optional.empty();
    }
  }

  /// {@return what the formula says of names}
  List<Member> members(String latex) {
    if (latex.length() > 2_000) {
      return List.of();
    }
    var found = new ArrayList<Member>();
    Matcher function = FUNCTION.matcher(latex);
    if (function.find()) {
      function(function, latex).ifPresent(found::add);
      return found;
    }
    Matcher definite = DEFINITE.matcher(latex);
    if (definite.find()) {
      Trait trait = definite.group(2).equals("succ") ? Trait.SPD : Trait.PSD;
      names(definite.group(1)).forEach(n -> found.add(new Member(n, "", "", EnumSet.of(trait))));
      return found;
    }
    Matcher member = MEMBER.matcher(latex);
    int from = 0;
    while (member.find()) {
      String left = latex.substring(from, member.start()).replaceAll("^[\\s,;.]+", "");
      Space space = space(latex, member.end(), member.group(1));
      for (String name : names(left)) {
        space
            .specification()
            .ifPresent(
                s -> found.add(new Member(name, s.replaceAll("\\(.*", ""), s, space.traits())));
      }
      from = space.end();
      member.region(Math.min(from, latex.length()), latex.length());
    }
    return found;
  }

  private Optional<Member> function(Matcher function, String latex) {
    Space from = space(latex, function.end(), function.group(2));
    Matcher arrow = ARROW.matcher(latex).region(from.end(), latex.length());
    List<String> name = names(function.group(1));
    if (name.size() != 1 || !arrow.lookingAt()) {
      return Optional.empty();
    }
    Space to = space(latex, arrow.end(), arrow.group(1));
    return from.specification().isEmpty() || to.specification().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Member(
                name.getFirst(),
                "function",
                from.specification().get() + " -> " + to.specification().get(),
                Set.of()));
  }

  private record Space(Optional<String> specification, Set<Trait> traits, int end) {}

  private static final Pattern SUB = Pattern.compile("\\s*_\\s*" + SCRIPT);
  private static final Pattern SUPER = Pattern.compile("\\s*\\^\\s*" + SCRIPT);

  private static Space space(String latex, int offset, String letter) {
    var traits = EnumSet.noneOf(Trait.class);
    int end = offset;
    String sizes = "";
    String sub = "";
    for (int i = 0; i < 2; i++) {
      Matcher script = SUPER.matcher(latex).region(end, latex.length());
      Matcher index = SUB.matcher(latex).region(end, latex.length());
      if (script.lookingAt()) {
        sizes = script.group(1) == null ? script.group(2) : script.group(1);
        end = script.end();
      } else if (index.lookingAt()) {
        sub = index.group(1) == null ? index.group(2) : index.group(1);
        end = index.end();
      }
    }
    boolean symmetric = letter.startsWith("S");
    if (symmetric) {
      traits.add(
          sub.contains("++") || sizes.contains("++")
              ? Trait.SPD
              : sub.contains("+") || sizes.contains("+") ? Trait.PSD : Trait.SYMMETRIC);
    } else if (letter.equals("O")) {
      traits.add(Trait.ORTHOGONAL);
    } else if (sub.contains("+") || sub.contains(">")) {
      traits.add(
          sub.contains("++") || sub.contains("> 0") || sub.contains(">0")
              ? Trait.POSITIVE
              : Trait.NONNEGATIVE);
    }
    return new Space(
        specification(sizes.replace("+", symmetric ? "" : "+"), symmetric || letter.equals("O")),
        traits,
        end);
  }

  /// {@return the declaration that sizes make: of `m \times n` `matrix(m,n)`}
  static Optional<String> sizes(String latex) {
    return latex.length() > 60
        ? Optional.empty()
        : specification(latex.strip(), false).filter(s -> !s.equals("scalar"));
  }

  private static Optional<String> specification(String sizes, boolean square) {
    if (sizes.isBlank()) {
      return square ? Optional.empty() : Optional.of("scalar");
    }
    String[] parts = SIZES.split(sizes, -1);
    if (parts.length > 2) {
      return Optional.empty();
    }
    Optional<String> rows = size(parts[0]);
    Optional<String> columns =
        parts.length == 2 ? size(parts[1]) : square ? rows : Optional.of("1");
    if (rows.isEmpty() || columns.isEmpty()) {
      return Optional.empty();
    }
    String m = rows.get();
    String n = columns.get();
    return Optional.of(
        n.equals("1")
            ? m.equals("1") ? "scalar" : "vector(" + m + ")"
            : m.equals("1") ? "row(" + n + ")" : "matrix(" + m + "," + n + ")");
  }

  /// {@return a size in the input language: of `d_{\text{in}}` `d_in`, of `2n` `2*n`}
  static Optional<String> size(String latex) {
    String plain =
        latex
            .replaceAll("\\\\(?:text|mathrm|mathit|textrm|operatorname)\\s*", "")
            .replaceAll("\\\\(?:cdot|,|;|!| )\\s*", "*")
            .replaceAll("\\\\([a-zA-Z]+)", "$1")
            .replaceAll("[{}\\s'|]", "")
            .replaceAll("^\\*+|\\*+$", "")
            .replaceAll("(?<![A-Za-z_0-9])(\\d+)(?=[A-Za-z])", "$1*");
    String product = plain.matches("[a-z][a-z]") ? plain.charAt(0) + "*" + plain.charAt(1) : plain;
    return SIZE.matcher(product).matches() ? Optional.of(product) : Optional.empty();
  }
}

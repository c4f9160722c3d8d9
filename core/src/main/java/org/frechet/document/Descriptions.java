package org.frechet.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.shape.Trait;

/// Words that say what something is: `a real symmetric $n \times n$ matrix`.
final class Descriptions {
  /// What a run of words says.
  ///
  /// @param kind `matrix`, `vector`, `row`, `scalar`, or empty
  /// @param specification kind and sizes; empty where no sizes are given
  /// @param end the index after the run
  record Description(
      String kind, String specification, Set<Trait> traits, Set<Trait> not, int end) {}

  private static final Map<String, Trait> ADJECTIVES =
      Map.ofEntries(
          Map.entry("symmetric", Trait.SYMMETRIC),
          Map.entry("skew-symmetric", Trait.SKEW),
          Map.entry("antisymmetric", Trait.SKEW),
          Map.entry("anti-symmetric", Trait.SKEW),
          Map.entry("skew", Trait.SKEW),
          Map.entry("invertible", Trait.INVERTIBLE),
          Map.entry("nonsingular", Trait.INVERTIBLE),
          Map.entry("non-singular", Trait.INVERTIBLE),
          Map.entry("regular", Trait.INVERTIBLE),
          Map.entry("diagonal", Trait.DIAGONAL),
          Map.entry("orthogonal", Trait.ORTHOGONAL),
          Map.entry("orthonormal", Trait.ORTHONORMAL),
          Map.entry("spd", Trait.SPD),
          Map.entry("psd", Trait.PSD),
          Map.entry("positive-definite", Trait.SPD),
          Map.entry("positive-semidefinite", Trait.PSD),
          Map.entry("square", Trait.SQUARE),
          Map.entry("covariance", Trait.SYMMETRIC));

  private static final Map<String, Trait> DENIED =
      Map.of(
          "nonsymmetric",
          Trait.SYMMETRIC,
          "non-symmetric",
          Trait.SYMMETRIC,
          "asymmetric",
          Trait.SYMMETRIC,
          "unsymmetric",
          Trait.SYMMETRIC);

  private static final Map<String, String> NOUNS =
      Map.ofEntries(
          Map.entry("matrix", "matrix"),
          Map.entry("matrices", "matrix"),
          Map.entry("vector", "vector"),
          Map.entry("vectors", "vector"),
          Map.entry("scalar", "scalar"),
          Map.entry("scalars", "scalar"),
          Map.entry("number", "scalar"),
          Map.entry("numbers", "scalar"));

  private static final Set<String> FILLERS =
      Set.of(
          "real",
          "real-valued",
          "dimensional",
          "constant",
          "fixed",
          "given",
          "known",
          "arbitrary",
          "dense",
          "random",
          "unknown",
          "column",
          "and",
          "full-rank",
          "generic",
          "general",
          "weight",
          "data",
          "parameter",
          "feature",
          "input",
          "output",
          "design",
          "precision",
          "mean",
          "hessian",
          "coefficient",
          "projection",
          "constants");

  private Descriptions() {}

  /// {@return what the words from here on say, if they describe something}
  static Optional<Description> at(List<Token> tokens, int from) {
    var traits = EnumSet.noneOf(Trait.class);
    var not = EnumSet.noneOf(Trait.class);
    String kind = "";
    String sizes = "";
    boolean row = false;
    boolean denied = false;
    boolean said = false;
    int i = from;
    for (; i < tokens.size() && kind.isEmpty(); i++) {
      Token token = tokens.get(i);
      String word = token.lower();
      Optional<Trait> pair = pair(tokens, i);
      if (pair.isPresent()) {
        (denied ? not : traits).add(pair.get());
        said = true;
        i++;
      } else if (ADJECTIVES.containsKey(word)) {
        (denied ? not : traits).add(ADJECTIVES.get(word));
        said = true;
      } else if (DENIED.containsKey(word)) {
        not.add(DENIED.get(word));
        said = true;
      } else if (NOUNS.containsKey(word)) {
        kind = NOUNS.get(word);
        said = true;
      } else if (word.equals("row")) {
        row = true;
      } else if (word.equals("not") || word.equals("necessarily") || word.equals("longer")) {
        denied = true;
      } else if (isSize(tokens, i)) {
        sizes = token.word();
      } else if (!FILLERS.contains(word) || word.equals("and") && !said) {
        break;
      }
    }
    if (!said) {
      return Optional.empty();
    }
    int end = i;
    while (end > from + 1 && tokens.get(end - 1).is("and")) {
      end--;
    }
    if (end + 2 < tokens.size()
        && tokens.get(end).is("of")
        && Set.of("size", "dimension", "dimensions", "shape", "length", "order")
            .contains(tokens.get(end + 1).lower())
        && tokens.get(end + 2).isFormula()) {
      sizes = tokens.get(end + 2).word();
      end += 3;
    }
    String shape = kind.equals("vector") && row ? "row" : kind;
    return Optional.of(new Description(shape, specification(shape, sizes), traits, not, end));
  }

  /// `$m \times n$`, or `$n$` in `an $n$-dimensional vector`.
  private static boolean isSize(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    if (!token.isFormula() || i + 1 >= tokens.size()) {
      return false;
    }
    boolean product = token.word().contains("\\times") && !token.word().contains("\\in");
    String next = tokens.get(i + 1).lower();
    boolean dimensional =
        next.equals("dimensional") || next.equals("vector") || next.equals("vectors");
    return (product || dimensional) && Spaces.sizes(token.word()).isPresent();
  }

  private static Optional<Trait> pair(List<Token> tokens, int i) {
    if (i + 1 >= tokens.size()) {
      return Optional.empty();
    }
    String word = tokens.get(i).lower() + " " + tokens.get(i + 1).lower();
    return switch (word) {
      case "positive definite", "symmetric positive-definite" -> Optional.of(Trait.SPD);
      case "positive semidefinite", "positive semi-definite", "nonnegative definite" ->
          Optional.of(Trait.PSD);
      case "lower triangular", "lower-triangular matrix" -> Optional.of(Trait.LOWER);
      case "upper triangular" -> Optional.of(Trait.UPPER);
      case "unit vector", "unit norm" -> Optional.of(Trait.UNIT);
      default -> Optional.empty();
    };
  }

  private static String specification(String kind, String sizes) {
    if (kind.equals("scalar")) {
      return "scalar";
    }
    return sizes.isEmpty()
        ? ""
        : Spaces.sizes(sizes)
            .filter(s ->
                s.startsWith(kind)
                    || kind.isEmpty()
                    || s.startsWith("row")
                    || s.startsWith("vector") && kind.equals("vector"))
            .orElse("");
  }
}

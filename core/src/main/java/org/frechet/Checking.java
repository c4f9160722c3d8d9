package org.frechet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.derive.Layout;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;

/// The operation `check` of the contract.
final class Checking {
  private static final List<String> FORMS =
      List.of("numerator", "denominator", "frechet", "differential", "identity", "solve");

  /// What holds of random samples anyway.
  private static final Set<String> GENERIC =
      Set.of(
          "full_rank",
          "full_column_rank",
          "full_row_rank",
          "nonsingular",
          "nonzero",
          "det>0",
          "square",
          "real");

  private Checking() {}

  static Judgments of(Request request) {
    Claimed claimed = request.operands().claimed();
    Conventions conventions = conventions(request, claimed);
    if (!claimed.claim().isBlank()) {
      return Claims.check(claimed.claim(), conventions);
    }
    if (claimed.claimed().isBlank()) {
      throw Problem.of(Code.BAD_REQUEST, "there is no claim")
          .hint("give claim, or expr and claimed")
          .refusal();
    }
    return Claims.check(
        request.expr(),
        request.wrt(),
        request.order(),
        claimed.claimed(),
        form(request.layout()),
        conventions);
  }

  private static String form(String layout) {
    String word = layout.toLowerCase(Locale.ROOT);
    if (word.isEmpty() || word.equals("mixed") || word.equals("default")) {
      return "";
    }
    if (!FORMS.contains(word)) {
      throw Problem.of(Code.BAD_REQUEST, "there is no layout \"" + layout + "\"")
          .hint("layouts of claims are " + String.join(", ", FORMS))
          .refusal();
    }
    return word;
  }

  private static Conventions conventions(Request request, Claimed claimed) {
    Map<String, Declaration> declared = new HashMap<>(Statement.declarations(request.declare()));
    Set<String> singular = new TreeSet<>();
    claimed
        .attributes()
        .forEach((name, words) -> {
          for (String word : words) {
            String plain = word.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
            if (plain.equals("singular")) {
              singular.add(name);
            } else if (!GENERIC.contains(plain)) {
              declared.compute(name, (n, d) -> with(n, d, plain));
            }
          }
        });
    Layout layout = Claims.layout(form(request.layout()));
    return new Conventions(declared, List.of(), layout, singular);
  }

  private static Declaration with(
      String name, @org.jspecify.annotations.Nullable Declaration known, String word) {
    if (known == null) {
      throw Problem.of(Code.BAD_REQUEST, name + " has attributes, but no declaration")
          .hint("declare it, for example as matrix(n,n)")
          .refusal();
    }
    String attribute = word.equals("probability") ? "stochastic" : word;
    Declaration more =
        Declarations.parse(name, "%s %s".formatted(known.shape().declaration(), attribute));
    var traits = EnumSet.noneOf(Trait.class);
    traits.addAll(known.traits());
    traits.addAll(more.traits());
    return new Declaration(name, known.kind(), known.shape(), traits);
  }
}

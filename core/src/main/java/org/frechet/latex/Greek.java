package org.frechet.latex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Greek letters have two spellings as names, `theta` and `θ`.
final class Greek {
  private static final Map<String, String> CHARACTERS = new HashMap<>();

  static {
    String lower =
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma"
            + " tau upsilon phi chi psi omega";
    int i = 0;
    for (String name : lower.split(" ")) {
      CHARACTERS.put(name, Character.toString('α' + i));
      CHARACTERS.put(
          Character.toUpperCase(name.charAt(0)) + name.substring(1), Character.toString('Α' + i));
      i++;
    }
    CHARACTERS.put("varepsilon", "ε");
    CHARACTERS.put("vartheta", "ϑ");
    CHARACTERS.put("varphi", "φ");
    CHARACTERS.put("ell", "ℓ");
  }

  private Greek() {}

  /// {@return the other spelling if only that is known}
  static String known(String name, Predicate<String> isKnown) {
    if (isKnown.test(name)) {
      return name;
    }
    List<String> others = new ArrayList<>();
    if (CHARACTERS.containsKey(name)) {
      others.add(CHARACTERS.get(name));
    }
    CHARACTERS.forEach((word, character) -> {
      if (character.equals(name)) {
        others.add(word);
      }
    });
    if (name.startsWith("var")) {
      others.add(name.substring(3));
    }
    return others.stream().filter(isKnown).sorted().findFirst().orElse(name);
  }
}

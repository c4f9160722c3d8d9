package org.frechet.print;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Greek letters: the name that is typed, the character, and what LaTeX calls it.
final class Greek {
  private static final String[] LOWER = {
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda",
    "mu", "nu", "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi",
    "omega"
  };

  /// Capitals that differ from Latin ones, and so have a command of their own in LaTeX.
  private static final String CAPITALS = "ΓΔΘΛΞΠΣΥΦΨΩ";

  private static final Map<String, String> CHARACTERS = new TreeMap<>();
  private static final Map<String, String> COMMANDS = new TreeMap<>();

  static {
    for (int i = 0; i < LOWER.length; i++) {
      String name = LOWER[i];
      if (name.isEmpty()) {
        continue; // final sigma
      }
      String character = Character.toString('α' + i);
      CHARACTERS.put(name, character);
      COMMANDS.put(character, name.equals("omicron") ? "o" : "\\" + name);
      String capital = Character.toString('Α' + i);
      if (CAPITALS.contains(capital)) {
        String spelled = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        CHARACTERS.put(spelled, capital);
        COMMANDS.put(capital, "\\" + spelled);
      }
    }
  }

  private Greek() {}

  /// {@return `θ` for `theta`}
  static Optional<String> character(String name) {
    return Optional.ofNullable(CHARACTERS.get(name));
  }

  /// {@return `\theta` for `theta` or `θ`}
  static Optional<String> command(String nameOrCharacter) {
    String character = CHARACTERS.getOrDefault(nameOrCharacter, nameOrCharacter);
    return Optional.ofNullable(COMMANDS.get(character));
  }
}

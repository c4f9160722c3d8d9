package org.frechet.cli;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// `frechet diff "-x'*A*x" --wrt x`: an expression may begin with a minus, which looks like an
/// option. Such arguments get a mark in front that no argument of an operating system can contain.
final class SignedExpression {
  private static final String MARK = "\0";

  /// The commands that take expressions.
  private static final Set<String> COMMANDS =
      Set.of("diff", "derive", "simplify", "equal", "check", "eval", "solve");

  private SignedExpression() {}

  /// {@return the arguments, with those marked that begin with one minus and are not an option}
  static String[] protect(CommandLine line, String[] arguments) {
    String[] all = arguments.clone();
    if (all.length == 0 || !COMMANDS.contains(all[0])) {
      return all;
    }
    CommandLine command = Objects.requireNonNull(line.getSubcommands().get(all[0]));
    Map<String, OptionSpec> options = command.getCommandSpec().optionsMap();
    for (int i = 1; i < all.length && !all[i].equals("--"); i++) {
      OptionSpec before = options.get(all[i - 1]);
      boolean isValue = before != null && before.arity().max() > 0;
      boolean signed = all[i].length() > 1 && all[i].charAt(0) == '-' && all[i].charAt(1) != '-';
      if (signed && !isValue && !options.containsKey(all[i])) {
        all[i] = MARK + all[i];
      }
    }
    return all;
  }

  /// {@return the text without marks}
  static String plain(String text) {
    return text.replace(MARK, "");
  }
}

package org.frechet.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The entry. Picks the command, and turns every failure into one message and an exit code.
public final class Main {
  private static final int REFUSED = 1;
  private static final int WRONG_USAGE = 2;

  /// Each command is made only when it is called: reading all their options would double the time
  /// that starting takes.
  private static final Map<String, Function<Stdio, Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("diff", DiffCommand::new);
    COMMANDS.put("derive", DeriveCommand::new);
    COMMANDS.put("simplify", SimplifyCommand::new);
    COMMANDS.put("equal", EqualCommand::new);
    COMMANDS.put("check", CheckCommand::new);
    COMMANDS.put("eval", EvalCommand::new);
    COMMANDS.put("solve", SolveCommand::new);
    COMMANDS.put("batch", BatchCommand::new);
    COMMANDS.put("repl", ReplCommand::new);
    COMMANDS.put("functions", FunctionsCommand::new);
    COMMANDS.put("completion", CompletionCommand::new);
    COMMANDS.put("training", _ -> new TrainingCommand());
  }

  private final Stdio io;

  private Main(Stdio io) {
    this.io = io;
  }

  public static void main(String[] arguments) {
    int code = run(Stdio.ofSystem(), arguments);
    Optional<String> failure = Stdio.failure();
    if (failure.isPresent()) {
      System.err.println("frechet: cannot write standard output: " + failure.get());
      code = REFUSED;
    }
    System.exit(code);
  }

  /// {@return the exit code}
  static int run(Stdio io, String... arguments) {
    int code = new Main(io).execute(arguments);
    io.out().flush();
    io.err().flush();
    return code;
  }

  /// {@return the command line with all commands} for completion and help
  static CommandLine allCommands(Stdio io) {
    var root = new CommandLine(new FrechetCommand());
    COMMANDS.forEach((name, make) -> root.addSubcommand(name, make.apply(io)));
    return root;
  }

  private CommandLine commandLine(String[] arguments) {
    Function<Stdio, Object> make = arguments.length == 0 ? null : COMMANDS.get(arguments[0]);
    if (make == null) {
      return allCommands(io);
    }
    return new CommandLine(new FrechetCommand()).addSubcommand(arguments[0], make.apply(io));
  }

  /// `frechet help diff` asks for what `frechet diff --help` tells.
  private static String[] withoutHelpCommand(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("help")) {
      return arguments;
    }
    return arguments.length == 1 ? new String[] {"--help"} : new String[] {arguments[1], "--help"};
  }

  private int execute(String[] given) {
    String[] arguments = withoutHelpCommand(given);
    Ink ink = io.ink();
    CommandLine line =
        commandLine(arguments)
            .setOut(writer(io.out()))
            .setErr(writer(io.err()))
            .setColorScheme(Help.defaultColorScheme(ink.coloured() ? Help.Ansi.ON : Help.Ansi.OFF))
            .setExpandAtFiles(false)
            .setPosixClusteredShortOptionsAllowed(false)
            .setUsageHelpAutoWidth(false)
            .setUsageHelpWidth(96)
            .setParameterExceptionHandler((e, _) -> wrongUsage(e))
            .setExecutionExceptionHandler((e, _, _) -> failed(e));
    return line.execute(SignedExpression.protect(line, arguments));
  }

  private static PrintWriter writer(java.io.PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  private int wrongUsage(ParameterException e) {
    complain(
        e instanceof UnmatchedArgumentException u ? unmatched(u) : String.valueOf(e.getMessage()));
    io.complain("Try '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
    return WRONG_USAGE;
  }

  private static String unmatched(UnmatchedArgumentException e) {
    String word = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    boolean isOption = word.startsWith("-");
    boolean isCommand = !isOption && !command.getSubcommands().isEmpty();
    Collection<String> known =
        isOption
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    String what =
        isOption ? "unknown option " : isCommand ? "unknown command " : "unexpected argument ";
    return what
        + word
        + Nearest.to(word, known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private int failed(Exception e) {
    trace(e);
    return switch (e) {
      case UsageError usage -> {
        complain(usage.message());
        yield WRONG_USAGE;
      }
      case Refusal r -> {
        io.complain(Complaint.of(r.problem(), "", io.inkOfErrors()));
        yield REFUSED;
      }
      default -> {
        complain("internal error, please report it: " + e);
        yield REFUSED;
      }
    };
  }

  private void complain(String message) {
    io.complain(
        io.inkOfErrors().red("frechet:") + " " + Columns.visible(SignedExpression.plain(message)));
  }

  private void trace(Exception e) {
    if (io.isSet("FRECHET_DEBUG")) {
      io.err().println(e);
      Arrays.stream(e.getStackTrace()).forEach(frame -> io.err().println("  at " + frame));
    }
  }
}

package org.frechet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.frechet.Frechet;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

@Command(
    name = "repl",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    description =
        "Differentiates and checks line by line, with declarations that stay, history and completion.")
final class ReplCommand implements Callable<Integer> {
  private static final String PROMPT = "frechet> ";

  private final Stdio io;

  ReplCommand(Stdio io) {
    this.io = io;
  }

  @Override
  public Integer call() throws IOException {
    var session = new Session(io);
    if (io.terminals().in() && io.terminals().out() && io.isCapable()) {
      io.out().println("frechet " + Frechet.VERSION + ", :help tells what can be typed");
      io.out().flush();
      try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
        edit(new Editor(terminal, session, history()), session);
      }
    } else {
      plain(session);
    }
    return 0;
  }

  static void edit(Editor editor, Session session) {
    Optional<String> line = editor.next(PROMPT);
    while (line.isPresent() && session.handle(line.get())) {
      line = editor.next(PROMPT);
    }
  }

  /// Without a capable terminal: lines in, answers out, no escape sequences.
  private void plain(Session session) {
    String prompt = io.terminals().in() ? PROMPT : "";
    var lines = new BoundedLines(io.in());
    do {
      io.out().print(prompt);
      io.out().flush();
    } while (lines.advance() && session.handle(lines.current()) && !io.out().checkError());
  }

  /// {@return the file of the history: in the user's state folder where there is one (XDG Base
  /// Directory Specification), else in the home folder}
  private Optional<Path> history() {
    String home = io.environment().getOrDefault("HOME", System.getProperty("user.home", ""));
    if (home.isEmpty()) {
      return Optional.empty();
    }
    String xdg = io.environment().getOrDefault("XDG_STATE_HOME", "");
    Path state = xdg.startsWith("/") ? Path.of(xdg) : Path.of(home, ".local", "state");
    if (!Files.isDirectory(state)) {
      return Optional.of(Path.of(home, ".frechet_history"));
    }
    try {
      return Optional.of(Files.createDirectories(state.resolve("frechet")).resolve("history"));
    } catch (IOException e) {
      return Optional.empty(); // a history is a convenience
    }
  }
}

package org.frechet.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// Reads lines with editing, history and completion. The only class that needs JLine.
final class Editor {
  private final LineReader reader;

  Editor(Terminal terminal, Session session, Optional<Path> history) {
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("frechet")
            .parser((line, cursor, _) -> WordAtCursor.of(line, cursor))
            .completer((_, line, candidates) -> candidates.addAll(candidates(session, line.line())))
            // A quote is a transpose here, and an exclamation mark nothing special.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.AUTO_PARAM_SLASH, false)
            // JLine does not know NO_COLOR.
            .variable(LineReader.COMPLETION_STYLE_STARTING, "bold");
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    reader = builder.build();
  }

  /// {@return what a word of the line may be} No blank follows: a function is followed by a
  /// parenthesis.
  static List<Candidate> candidates(Session session, String line) {
    return (line.startsWith(":") ? Session.COMMANDS : session.words())
        .stream().map(word -> new Candidate(word, word, null, null, null, null, false)).toList();
  }

  /// {@return the next line; nothing at the end}
  Optional<String> next(String prompt) {
    while (true) {
      try {
        return Optional.of(reader.readLine(prompt));
      } catch (UserInterruptException e) {
        // Ctrl-C drops the line
      } catch (EndOfFileException e) {
        return Optional.empty();
      }
    }
  }
}

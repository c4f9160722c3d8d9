package org.frechet.cli;

import java.util.concurrent.Callable;
import org.frechet.Frechet;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    description = "Prints a script that completes commands and options in a shell.",
    footer = {
      "",
      "bash:  source <(frechet completion bash)",
      "zsh:   autoload -U +X compinit bashcompinit; compinit; bashcompinit",
      "       source <(frechet completion zsh)",
    })
final class CompletionCommand implements Callable<Integer> {
  private final Stdio io;

  CompletionCommand(Stdio io) {
    this.io = io;
  }

  /// The shells that picocli's script serves; it turns on the completion of bash in zsh.
  enum Shell {
    BASH,
    ZSH;

    /// Reads the argument.
    static final class Converter extends EnumWord<Shell> {
      Converter() {
        super(Shell.values());
      }
    }

    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      converter = Shell.Converter.class,
      description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  @Override
  public Integer call() {
    // Where nothing else can stand, the shell completes names of files.
    String script =
        AutoComplete.bash("frechet", Main.allCommands(io))
            .replace("  type compopt &>/dev/null && compopt +o default\n", "");
    io.out()
        .print(
            shell == Shell.ZSH ? "autoload -U +X bashcompinit && bashcompinit\n" + script : script);
    return 0;
  }
}

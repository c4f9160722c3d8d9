package org.frechet.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.frechet.document.Document;

/// The documents among the arguments of a command: files, and the files in folders.
final class Documents {
  /// More would be a mistake.
  private static final int MOST_FILES = 10_000;

  /// The longest name that file systems take.
  private static final int LONGEST_PATH = 4096;

  /// What is meant as the name of a document: no claim ends so.
  private static final Pattern NAME =
      Pattern.compile(
          "[^\\n={}$]+\\.(?:md|markdown|mdown|tex|latex|ltx)", Pattern.CASE_INSENSITIVE);

  private Documents() {}

  /// {@return the file or folder that an argument names, if there is one}
  ///
  /// @throws UsageError if it is the name of a document that is not there
  static Optional<Path> named(String argument) {
    try {
      if (argument.length() <= LONGEST_PATH) {
        Path path = Path.of(argument);
        if (!argument.isBlank() && Files.exists(path)) {
          return Optional.of(path);
        }
      }
    } catch (InvalidPathException e) {
      return Optional.empty(); // a claim may contain anything
    }
    if (NAME.matcher(argument).matches()) {
      throw new UsageError("cannot read " + argument + ": no such file");
    }
    return Optional.empty();
  }

  /// {@return the files, those in folders in the order of their names}
  ///
  /// @throws UsageError if there is no document in a folder
  static List<Path> files(List<Path> paths) {
    var files = new ArrayList<Path>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> found = below(path);
        if (found.isEmpty()) {
          throw new UsageError(
              "there is no document in %s: they end in .md, .markdown, .tex or .latex"
                  .formatted(path));
        }
        files.addAll(found);
      } else {
        files.add(path);
      }
    }
    return files.stream().distinct().toList();
  }

  /// Links are not followed, and hidden folders are not entered.
  private static List<Path> below(Path folder) {
    var found = new ArrayList<Path>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
              boolean hidden =
                  !at.equals(folder) && String.valueOf(at.getFileName()).startsWith(".");
              return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile()
                  && Document.Format.ofName(String.valueOf(file.getFileName())).isPresent()) {
                found.add(file);
              }
              return found.size() > MOST_FILES
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UsageError("cannot read " + folder + ": " + e.getMessage());
    }
    if (found.size() > MOST_FILES) {
      throw new UsageError("there are more than %d documents in %s".formatted(MOST_FILES, folder));
    }
    return found.stream().sorted().toList();
  }

  /// {@return how a document is written: as its name says, else as it looks}
  static Document.Format format(String name, String text) {
    return Document.Format.ofName(name)
        .orElseGet(() ->
            text.contains("\\begin{") || text.contains("\\documentclass")
                ? Document.Format.LATEX
                : Document.Format.MARKDOWN);
  }
}

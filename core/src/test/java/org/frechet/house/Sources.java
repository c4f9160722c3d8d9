package org.frechet.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// The source files of all modules, as text and as syntax trees.
final class Sources {
  /// Tests run in the folder of their module.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Sources() {}

  /// {@return the Java files of every module below `src/main/java` or `src/test/java`}
  static List<Path> all() {
    return Stream.concat(main().stream(), below("src/test/java").stream()).toList();
  }

  static List<Path> main() {
    return below("src/main/java");
  }

  private static List<Path> below(String folder) {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules
          .map(module -> module.resolve(folder))
          .filter(Files::isDirectory)
          .flatMap(Sources::files)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(p -> p.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    return String.join("\n", lines(file));
  }

  /// {@return the file as people write it, from the root of the project}
  static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  /// {@return the parsed files, not attributed}
  static List<CompilationUnitTree> trees(List<Path> files) {
    return parsed(files, (units, _) -> units);
  }

  /// {@return the files with a top-level type that has no documentation}
  static List<String> undocumented(List<Path> files) {
    return parsed(
        files,
        (units, docs) ->
            units.stream()
                .filter(unit ->
                    unit.getTypeDecls().stream()
                        .filter(type -> !isCommand(type))
                        .map(type -> TreePath.getPath(unit, type))
                        .anyMatch(path -> docs.getDocComment(path) == null))
                .map(unit -> name(Path.of(unit.getSourceFile().toUri())))
                .toList());
  }

  /// A command of the command line is described by its annotation.
  private static boolean isCommand(Tree type) {
    return type instanceof ClassTree c
        && c.getModifiers().getAnnotations().stream()
            .anyMatch(a -> a.getAnnotationType().toString().equals("Command"));
  }

  private static <T> T parsed(
      List<Path> files, BiFunction<List<CompilationUnitTree>, DocTrees, T> use) {
    JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    try (StandardJavaFileManager manager =
        javac.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var units = manager.getJavaFileObjectsFromPaths(files);
      var options = List.of("-proc:none");
      var task = (JavacTask) javac.getTask(null, manager, null, options, null, units);
      var trees = new ArrayList<CompilationUnitTree>();
      task.parse().forEach(trees::add);
      return use.apply(trees, DocTrees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

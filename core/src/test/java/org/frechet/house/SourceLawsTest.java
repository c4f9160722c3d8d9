package org.frechet.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The laws of the house that source files show.
class SourceLawsTest {
  private static final int LONGEST_FILE = 400;

  /// The sealed kinds that algorithms switch over, as they are named in a case.
  private static final Pattern KIND =
      Pattern.compile("(Node|Syntax|Pick)\\.\\w+.*", Pattern.DOTALL);

  @Test
  void noFileIsLong() {
    Stream<String> longer =
        Sources.all().stream()
            .filter(file -> Sources.lines(file).size() > LONGEST_FILE)
            .map(file -> Sources.name(file) + ": " + Sources.lines(file).size() + " lines");
    assertThat(longer).as("files over %d lines", LONGEST_FILE).isEmpty();
  }

  /// A new kind must show in the compiler's errors, so a switch lists the kinds.
  @Test
  void noDefaultOverNodeKinds() {
    var found = new ArrayList<String>();
    for (CompilationUnitTree unit : Sources.trees(Sources.main())) {
      new Defaults(unit, found).scan(unit, null);
    }
    assertThat(found).isEmpty();
  }

  private static final class Defaults extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final List<String> found;

    Defaults(CompilationUnitTree unit, List<String> found) {
      this.unit = unit;
      this.found = found;
    }

    @Override
    public Void visitSwitch(SwitchTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitch(tree, null);
    }

    @Override
    public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
      look(tree.getExpression(), tree.getCases());
      return super.visitSwitchExpression(tree, null);
    }

    private void look(ExpressionTree subject, List<? extends CaseTree> cases) {
      List<? extends Tree> labels = cases.stream().flatMap(c -> c.getLabels().stream()).toList();
      boolean overKinds =
          subject.toString().endsWith(".node())")
              || labels.stream().anyMatch(label -> KIND.matcher(label.toString()).matches());
      if (overKinds && labels.stream().anyMatch(DefaultCaseLabelTree.class::isInstance)) {
        found.add(Sources.name(Path.of(unit.getSourceFile().toUri())) + ": switch " + subject);
      }
    }
  }

  @Test
  void everyPackageOpensWithWhatIsInIt() {
    var folders = new TreeSet<Path>();
    Sources.main().forEach(file -> folders.add(file.getParent()));
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      assertThat(Files.exists(info)).as("%s has a package-info", Sources.name(folder)).isTrue();
      assertThat(Sources.text(info))
          .as(Sources.name(info))
          .startsWith("/// ")
          .contains("/// |---|", "@NullMarked");
    }
  }

  @Test
  void everyTypeSaysWhatItIs() {
    assertThat(Sources.undocumented(Sources.main())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TO" + "DO", "FIX" + "ME", "XX" + "X", "enable-" + "preview"})
  void nothingIsLeftForLater(String word) {
    Stream<String> found =
        Sources.all().stream().filter(file -> Sources.text(file).contains(word)).map(Sources::name);
    assertThat(found).as("files that contain %s", word).isEmpty();
  }
}

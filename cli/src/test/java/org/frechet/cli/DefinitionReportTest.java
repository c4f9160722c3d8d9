package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.frechet.Conventions;
import org.frechet.MapCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionReportTest {
  private static DefinitionReport report(String f, String wrt, String map) {
    return new DefinitionReport(MapCheck.of(f, wrt, map, Conventions.NONE));
  }

  @Test
  void aWrongMapShowsItsTable() {
    DefinitionReport report = report("x'*A*x", "x", "2*x'*A*dx");
    assertThat(report.isRight()).isFalse();
    assertThat(report.lines(Ink.NONE))
        .anyMatch(l -> l.startsWith("WRONG  linear, but not the derivative"))
        .contains("correct: dx'*A*x + x'*A*dx")
        .anyMatch(l -> l.matches("\\s+1e-05\\s+\\S+\\s+\\S+\\s+1\\.00"));
  }

  @Test
  void aRightMapIsCalledRight() {
    assertThat(report("inv(X)", "X", "Δ ↦ -inv(X)*Δ*inv(X)").lines(Ink.NONE).getFirst())
        .startsWith("RIGHT  this is the derivative");
  }

  @Test
  void picturesAreWrittenInBothFormats(@TempDir Path folder) throws Exception {
    DefinitionReport report = report("x'*A*x", "x", "2*x'*A*dx");
    report.save(folder.resolve("a.svg"));
    report.save(folder.resolve("a.png"));
    assertThat(Files.readString(folder.resolve("a.svg"))).contains("<svg", "worst direction");
    BufferedImage image = ImageIO.read(folder.resolve("a.png").toFile());
    var colours = new HashSet<Integer>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(10).contains(0xffcf5500, 0xffffffff);
    assertThatThrownBy(() -> report.save(folder.resolve("a.pdf"))).isInstanceOf(UsageError.class);
  }
}

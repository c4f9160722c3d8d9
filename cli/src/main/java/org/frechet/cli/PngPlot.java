package org.frechet.cli;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.frechet.page.Plot;
import org.frechet.page.Plot.Mark;
import org.frechet.page.Plot.Place;
import org.frechet.page.Plot.Stroke;
import org.frechet.page.Plot.Tone;

/// Draws a picture in pixels, two for each unit, on light ground.
final class PngPlot {
  private static final int SCALE = 2;

  private PngPlot() {}

  /// {@return the bytes of a PNG file}
  static byte[] of(Plot plot) {
    System.setProperty("java.awt.headless", "true"); // a picture needs no screen
    var image =
        new BufferedImage(plot.width() * SCALE, plot.height() * SCALE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      g.setColor(colour(Tone.GROUND));
      g.fillRect(0, 0, image.getWidth(), image.getHeight());
      g.scale(SCALE, SCALE);
      plot.marks().forEach(mark -> draw(g, mark));
    } finally {
      g.dispose();
    }
    try {
      var bytes = new ByteArrayOutputStream();
      ImageIO.write(image, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void draw(Graphics2D g, Mark mark) {
    switch (mark) {
      case Plot.Line line -> draw(g, line);
      case Plot.Dot dot -> draw(g, dot);
      case Plot.Words words -> draw(g, words);
    }
  }

  private static void draw(Graphics2D g, Plot.Line line) {
    var path = new Path2D.Double();
    Place first = line.through().getFirst();
    path.moveTo(first.x(), first.y());
    line.through().stream().skip(1).forEach(p -> path.lineTo(p.x(), p.y()));
    g.setColor(colour(line.tone()));
    g.setStroke(stroke(line));
    g.draw(path);
  }

  private static BasicStroke stroke(Plot.Line line) {
    float width = (float) line.width();
    return line.stroke() == Stroke.PLAIN
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            width,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_ROUND,
            1,
            line.stroke() == Stroke.DASHED ? new float[] {7, 5} : new float[] {1.5f, 4},
            0);
  }

  private static void draw(Graphics2D g, Plot.Dot dot) {
    double r = dot.radius();
    var circle = new Ellipse2D.Double(dot.at().x() - r, dot.at().y() - r, 2 * r, 2 * r);
    g.setColor(colour(dot.filled() ? dot.tone() : Tone.GROUND));
    g.fill(circle);
    g.setColor(colour(dot.tone()));
    g.setStroke(new BasicStroke(1.5f));
    g.draw(circle);
  }

  private static void draw(Graphics2D g, Plot.Words words) {
    int style = words.bold() ? Font.BOLD : Font.PLAIN;
    g.setFont(new Font(Font.SANS_SERIF, style, 1).deriveFont((float) words.size()));
    double width = g.getFontMetrics().getStringBounds(words.text(), g).getWidth();
    double from =
        switch (words.anchor()) {
          case START -> 0;
          case MIDDLE -> -width / 2;
          case END -> -width;
        };
    AffineTransform upright = g.getTransform();
    g.translate(words.at().x(), words.at().y());
    if (words.turned()) {
      g.rotate(-Math.PI / 2);
    }
    g.setColor(colour(words.tone()));
    g.drawString(words.text(), (float) from, 0f);
    g.setTransform(upright);
  }

  private static Color colour(Tone tone) {
    return new Color(Integer.parseInt(tone.light(), 16));
  }
}

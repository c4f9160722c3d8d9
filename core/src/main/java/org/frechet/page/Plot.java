package org.frechet.page;

import java.util.List;

/// A drawing as a value: lines, dots and words at places counted from the top left corner, so that
/// whoever writes it, as SVG or in pixels, draws the same.
///
/// @param description what it shows, for those who cannot see it
public record Plot(int width, int height, String description, List<Mark> marks) {
  /// A colour, on light and on dark ground, as `rrggbb`. Those of curves can be told apart by
  /// people who do not see all colours (Okabe and Ito 2008, Color universal design).
  public enum Tone {
    GROUND("ffffff", "17191e"),
    INK("24272d", "e3e5e8"),
    SOFT("6a7079", "a2a8b1"),
    GRID("e4e6ea", "2c3037"),
    BLUE("0072b2", "56b4e9"),
    GREEN("00835f", "2fc99b"),
    PURPLE("a8508a", "e08cc0"),
    ORANGE("cf5500", "ff8a3d");

    private final String light;
    private final String dark;

    Tone(String light, String dark) {
      this.light = light;
      this.dark = dark;
    }

    public String light() {
      return light;
    }

    public String dark() {
      return dark;
    }
  }

  /// How a line is drawn.
  public enum Stroke {
    PLAIN,
    DASHED,
    DOTTED
  }

  /// Which point of the words stands at the place.
  public enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// What is drawn.
  public sealed interface Mark {}

  /// A line through these places.
  public record Line(List<Place> through, double width, Stroke stroke, Tone tone) implements Mark {
    public Line {
      through = List.copyOf(through);
    }
  }

  /// A dot, or a ring.
  public record Dot(Place at, double radius, boolean filled, Tone tone) implements Mark {}

  /// Words on a base line, upwards if turned.
  public record Words(
      Place at, String text, double size, boolean bold, Anchor anchor, boolean turned, Tone tone)
      implements Mark {}

  /// A place in pixels.
  public record Place(double x, double y) {}

  public Plot {
    marks = List.copyOf(marks);
  }
}

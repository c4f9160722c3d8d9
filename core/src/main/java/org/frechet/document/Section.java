package org.frechet.document;

import java.util.Optional;
import org.frechet.derive.Layout;

/// A section of a document and the layout of derivatives in it.
///
/// @param title its heading, empty before the first
/// @param level 0 of the whole document, 1 of chapters or first headings, …
/// @param place where the heading stands
/// @param layout in which its derivatives stand, where it is known
/// @param source how it is known
/// @param evidence how many claims of the section are right in this layout only
public record Section(
    String title, int level, Place place, Optional<Layout> layout, Source source, int evidence) {
  /// How the layout of a section is known.
  public enum Source {
    NOTHING,
    /// The text, a comment for this program, or the caller says so.
    STATED,
    /// The section around it has it.
    INHERITED,
    /// Its claims are right in this layout only.
    EVIDENCE
  }
}

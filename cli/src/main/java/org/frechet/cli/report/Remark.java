package org.frechet.cli.report;

import java.util.List;

/// One remark about a claim.
///
/// @param pieces together with nothing between them they are the sentence
public record Remark(Role role, List<Piece> pieces) {
  /// What a remark is about.
  public enum Role {
    VERDICT(""),
    COUNTEREXAMPLE("counterexample"),
    CLAIMED("claimed"),
    CORRECT("correct"),
    DIAGNOSIS("probably"),
    REASON("because"),
    CERTAINTY("how sure"),
    CONDITIONS("holds where"),
    EXCEPTIONS("but"),
    ASSUMPTIONS("assumed"),
    SHAPES("shapes"),
    NOTE("note");

    private final String label;

    Role(String label) {
      this.label = label;
    }

    /// {@return what stands before the remark; empty before the verdict}
    public String label() {
      return label;
    }
  }

  public Remark {
    pieces = List.copyOf(pieces);
  }

  static Remark words(Role role, String text) {
    return new Remark(role, List.of(new Piece.Words(text)));
  }

  static Remark clause(Role role, String text) {
    return new Remark(role, List.of(new Piece.Clause(text)));
  }
}

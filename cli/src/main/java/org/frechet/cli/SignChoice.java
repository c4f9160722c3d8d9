package org.frechet.cli;

import org.frechet.explain.Manner.Pairing;
import org.frechet.print.Typography;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import picocli.CommandLine.Option;

/// The signs on which books differ, each as a word or as the sign itself.
final class SignChoice {
  @Option(
      names = "--differential",
      paramLabel = "SIGN",
      converter = DeriveWords.Differentials.class,
      completionCandidates = DeriveWords.Differentials.class,
      description = "Sign of differentials: d (the default), partial or ∂, delta or Δ.")
  private Differential differential = Differential.D;

  @Option(
      names = "--transpose",
      paramLabel = "SIGN",
      converter = DeriveWords.Transposes.class,
      completionCandidates = DeriveWords.Transposes.class,
      description = "Sign of transposes: top or ⊤ (the default), prime or '.")
  private Transpose transpose = Transpose.TOP;

  @Option(
      names = "--hadamard",
      paramLabel = "SIGN",
      converter = DeriveWords.Hadamards.class,
      completionCandidates = DeriveWords.Hadamards.class,
      description = "Sign of products entry by entry: odot or ⊙ (the default), circ or ∘.")
  private Hadamard hadamard = Hadamard.ODOT;

  @Option(
      names = "--det",
      paramLabel = "SIGN",
      converter = DeriveWords.Determinants.class,
      completionCandidates = DeriveWords.Determinants.class,
      description = "Determinants: det (the default), bars or |X|.")
  private Determinant determinant = Determinant.DET;

  @Option(
      names = "--pairing",
      paramLabel = "FORM",
      converter = DeriveWords.Pairings.class,
      completionCandidates = DeriveWords.Pairings.class,
      description = "Inner products: shorter (the default: whichever is), inner, trace.")
  private Pairing pairing = Pairing.SHORTER;

  Typography typography() {
    return new Typography(differential, transpose, hadamard, determinant);
  }

  Pairing pairing() {
    return pairing;
  }
}

package org.frechet;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declaration;

/// Claims about functions that exist for some matrices only, such as the eigenvalues of symmetric
/// ones, where nobody said that the matrix is one.
final class Attributed {
  private static final Trait[] TRAITS = {Trait.SYMMETRIC, Trait.SPD};

  private Attributed() {}

  /// {@return the judgment under the hypothesis that one of the matrices has the attribute that a
  /// function asks for}
  ///
  /// @param names that are written in the claim
  static Optional<Judgment> repaired(
      Map<String, Declaration> declared,
      Set<String> names,
      Function<Map<String, Declaration>, Judgment> judge) {
    for (Map.Entry<String, Declaration> matrix : matrices(declared, names).entrySet()) {
      for (Trait trait : TRAITS) {
        Map<String, Declaration> more = new HashMap<>(declared);
        Declaration d = matrix.getValue();
        var traits = EnumSet.of(trait);
        traits.addAll(d.traits());
        more.put(d.name(), new Declaration(d.name(), d.kind(), d.shape(), traits));
        try {
          Judgment j = judge.apply(more);
          if (j.verdict() == Verdict.RIGHT || j.verdict() == Verdict.RIGHT_IF) {
            String definite = d.name() + " positive definite";
            String words = trait == Trait.SPD ? definite : d.name() + " " + trait.word();
            return j.hypotheses().contains(definite)
                ? Optional.of(j) // which says that it is symmetric too
                : Optional.of(
                    Squares.under(j, words, words.replaceFirst(" ", " is used as if it were ")));
          }
        } catch (Refusal r) {
          if (r.problem().code() == Problem.Code.TIMEOUT) {
            throw r;
          }
        }
      }
    }
    return Optional.empty();
  }

  /// Declared square matrices, and undeclared names that are capitals.
  private static Map<String, Declaration> matrices(
      Map<String, Declaration> declared, Set<String> names) {
    var matrices = new TreeMap<String, Declaration>();
    declared.forEach((name, d) -> {
      if (d.function().isEmpty() && d.shape().isSquare() && !d.shape().isScalar()) {
        matrices.put(name, d);
      }
    });
    Dim size = Dim.of("n");
    for (String name : names) {
      if (!declared.containsKey(name) && Character.isUpperCase(name.charAt(0))) {
        matrices.put(name, Equation.declaration(name, new Shape(size, size), Set.of()));
      }
    }
    return matrices;
  }
}

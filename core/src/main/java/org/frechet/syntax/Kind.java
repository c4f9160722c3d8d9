package org.frechet.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// What an undeclared name may be, and what it is by default: the defaults of matrixcalculus.org.
enum Kind {
  /// The value of a size.
  SIZE,
  SCALAR,
  VECTOR,
  MATRIX;

  private static final Set<String> GREEK =
      Set.of(
          ("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu"
                  + " nu xi omicron rho varrho sigma varsigma tau upsilon phi varphi chi psi omega")
              .split(" "));

  Shape shape(Supplier<Dim> size) {
    return switch (this) {
      case SIZE, SCALAR -> Shape.SCALAR;
      case VECTOR -> Shape.vector(size.get());
      case MATRIX -> Shape.matrix(size.get(), size.get());
    };
  }

  /// {@return the kinds to try where this one does not fit}
  List<Kind> others() {
    return Arrays.stream(values()).filter(k -> k != this && k != SIZE).toList();
  }

  /// A letter decides, where use does not: `c(i)`, `c'` and the d of `c'*A*d` are said of vectors,
  /// `C(i,:)` of matrices.
  static Kind of(String name, Names names) {
    if (names.sizeValues().contains(name)) {
      return SIZE;
    }
    if (names.isIntegrated(name)) {
      return SCALAR;
    }
    int subscripts = names.subscripts(name);
    if (subscripts > 0) {
      return subscripts == 1 ? VECTOR : MATRIX;
    }
    Kind kind = ofLetter(name);
    return kind == SCALAR && names.isLikeVector(name) ? VECTOR : kind;
  }

  private static Kind ofLetter(String name) {
    int first = name.codePointAt(0);
    if (Character.isUpperCase(first)) {
      return MATRIX;
    }
    boolean greek = Character.UnicodeBlock.of(first) == Character.UnicodeBlock.GREEK;
    String word = name.replaceFirst("_?[0-9]+$", "").toLowerCase(Locale.ROOT);
    return greek || GREEK.contains(word) || (first >= 'a' && first <= 'g') ? SCALAR : VECTOR;
  }
}

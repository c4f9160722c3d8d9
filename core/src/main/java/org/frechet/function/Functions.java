package org.frechet.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The register of all declarations.
public final class Functions {
  private static final Map<String, Function> BY_NAME = new TreeMap<>();
  private static final Map<String, Function> BY_OPTION = new TreeMap<>();
  private static final List<Function> ALL = new ArrayList<>();

  static {
    Stream.of(
            Elementwise.values(),
            GammaFunction.values(),
            ScalarValued.values(),
            MatrixValued.values(),
            VectorValued.values(),
            MatrixFunction.values(),
            FrechetDerivative.values(),
            MatrixEquation.values(),
            RowWise.values(),
            Trigonometric.values(),
            Rounding.values(),
            Activation.values(),
            Loss.values(),
            VectorProduct.values(),
            HalfVectorization.values(),
            Norm.values(),
            BlockMatrix.values(),
            Toeplitz.values(),
            Decomposition.values(),
            Spectral.values(),
            SingularValue.values())
        .flatMap(Stream::of)
        .map(Declared::function)
        .forEach(ALL::add);
    ALL.stream().filter(f -> f.option().isEmpty()).forEach(f -> register(BY_NAME, f, ""));
    ALL.stream()
        .filter(f -> !f.option().isEmpty())
        .forEach(f -> register(BY_OPTION, f, " " + f.option()));
  }

  /// The first declaration of a name is the one that is called by it.
  private static void register(Map<String, Function> by, Function f, String suffix) {
    by.putIfAbsent(f.name() + suffix, f);
    f.aliases().forEach(alias -> by.putIfAbsent(alias + suffix, f));
  }

  private Functions() {}

  public static Optional<Function> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// {@return the function of this name that is told apart by a word after its arguments, as in
  /// `softmax(X, rows)`}
  public static Optional<Function> withOption(String name, String option) {
    return Optional.ofNullable(BY_OPTION.get(name + " " + option));
  }

  /// {@return all names and aliases, in alphabetical order}
  public static SequencedCollection<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(BY_NAME.keySet()));
  }

  /// {@return all functions in the order of declaration}
  public static List<Function> all() {
    return Collections.unmodifiableList(ALL);
  }
}

package org.frechet.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.print.Presentation;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.syntax.Model;
import org.frechet.syntax.Script;
import org.frechet.syntax.Syntax;

/// The function as understood, and the shapes of its variables: `‖Y − X B‖²_F` with `Y: n×q X: n×p
/// B: p×q (shapes inferred)`.
record Heading(String source, Model model) {
  /// Functions that take more symbols are shown as they were typed, and of those only the
  /// beginning.
  private static final int LONGEST = 300;

  /// {@return the function in Unicode}
  String function() {
    if (model.expr().weight() > LONGEST) {
      String shown = Columns.visible(source.strip());
      return shown.length() > LONGEST ? shown.substring(0, LONGEST) + " …" : shown;
    }
    return typeset(model.expr(), Map.of());
  }

  /// {@return an expression of this model in Unicode, with names for some of its parts}
  String typeset(Expr e, Map<Expr, String> names) {
    return UnicodePrinter.print(
        Presentation.of(e, Presentation.Style.TYPESET, names, model.sums()),
        name -> model.variables().containsKey(name));
  }

  /// {@return a name as it is typeset: `theta` is `θ`}
  static String name(String name) {
    return UnicodePrinter.print(new Syntax.Name(name, Syntax.Span.NONE));
  }

  /// {@return the shapes of the variables of the function, in the order in which they are written}
  String shapes() {
    var used = new HashSet<>(Traversal.variables(model.expr()).keySet());
    used.addAll(model.inferred());
    var names = new ArrayList<String>();
    var shapes = new ArrayList<String>();
    model.variables().entrySet().stream()
        .filter(v -> used.contains(v.getKey()))
        .sorted(Comparator.comparingInt(v -> position(v.getKey())))
        .forEach(v -> {
          names.add(v.getKey());
          shapes.add(name(v.getKey()) + ": " + declared(v.getValue()));
        });
    return String.join("   ", shapes) + inferred(names);
  }

  private String inferred(List<String> names) {
    List<String> guessed = names.stream().filter(model.inferred()::contains).toList();
    if (guessed.isEmpty()) {
      return "";
    }
    return guessed.size() == names.size()
        ? "   (shapes inferred)"
        : guessed.stream()
            .map(Heading::name)
            .collect(Collectors.joining(", ", "   (inferred: ", ")"));
  }

  /// {@return where the name first stands in the source as a word}
  private int position(String name) {
    for (int i = source.indexOf(name); i >= 0; i = source.indexOf(name, i + 1)) {
      int end = i + name.length();
      boolean begins = i == 0 || !isNamePart(source.charAt(i - 1));
      if (begins && (end == source.length() || !isNamePart(source.charAt(end)))) {
        return i;
      }
    }
    return Integer.MAX_VALUE;
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  private static String declared(Expr variable) {
    Set<Trait> traits = ((Node.Var) variable.node()).traits();
    String shape = shape(variable.shape());
    String words = essential(traits).stream().map(t -> t.word()).collect(Collectors.joining(" "));
    return words.isEmpty() ? shape : shape + " " + words;
  }

  /// {@return the traits that no other of them implies}
  private static Set<Trait> essential(Set<Trait> traits) {
    var essential = EnumSet.noneOf(Trait.class);
    essential.addAll(traits);
    for (Trait t : traits) {
      Set<Trait> implied = EnumSet.copyOf(Trait.closure(List.of(t)));
      implied.remove(t);
      essential.removeAll(implied);
    }
    essential.remove(Trait.SQUARE);
    return essential;
  }

  /// {@return `∂²`}
  static String power(String base, int exponent) {
    return exponent == 1 ? base : base + Script.SUPERSCRIPT.of("" + exponent).orElse("");
  }

  /// {@return `scalar`, `p×q` or, with composed sizes, `m×(p·q)`}
  static String shape(Shape shape) {
    return shape.isScalar() ? "scalar" : size(shape.rows()) + "×" + size(shape.cols());
  }

  private static String size(Dim dim) {
    String text = dim.toString();
    boolean single = text.chars().allMatch(Character::isLetterOrDigit) || dim.isConstant();
    return single ? text : "(" + text.replace('*', '·') + ")";
  }

  /// {@return a name for the function that no variable has}
  String letter() {
    for (String letter : List.of("f", "g", "h", "F", "φ")) {
      if (!model.variables().containsKey(letter)) {
        return letter;
      }
    }
    return "f".toUpperCase(Locale.ROOT) + "₁";
  }
}

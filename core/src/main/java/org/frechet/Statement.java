package org.frechet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// Several expressions over common variables: the sides of an equation, a function and its
/// derivative.
final class Statement {
  private Statement() {}

  /// {@return declarations by name}
  static Map<String, Declaration> declarations(Map<String, String> specifications) {
    Map<String, Declaration> declared = new HashMap<>();
    new TreeMap<>(specifications)
        .forEach((name, as) -> {
          Declaration d = Declarations.parse(name, as);
          declared.put(d.name(), d);
        });
    return declared;
  }

  /// {@return what the pieces mean; of one shape if `alike` and inference leaves the choice}
  static List<Model> models(
      List<Syntax> pieces, Map<String, Declaration> declared, List<Syntax> extra, boolean alike) {
    Context context = Context.of(declared).extra(extra).differentiator(Formula::nested);
    return Elaborator.elaborate(pieces, alike ? context.ofOneShape() : context);
  }

  static Model model(Syntax piece, Map<String, Declaration> declared) {
    return models(List.of(piece), declared, List.of(), /* alike= */ false).getFirst();
  }
}

package org.frechet.syntax;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.frechet.expr.Expr;

/// Text elaborated, for tests.
public final class Elaborated {
  private Elaborated() {}

  public static Map<String, Declaration> declared(String text) {
    return Declarations.parse(text).stream()
        .collect(Collectors.toMap(Declaration::name, d -> d, (a, _) -> a, LinkedHashMap::new));
  }

  public static Model model(String expr, String declarations, String... extra) {
    List<Syntax> pieces = List.of(extra).stream().map(Parser::parse).toList();
    return Elaborator.elaborate(Parser.parse(expr), declared(declarations), pieces);
  }

  public static Expr expr(String expr, String declarations) {
    return model(expr, declarations).expr();
  }

  /// {@return the inferred declarations, alphabetically}
  public static String inferred(Model model) {
    return model.variables().entrySet().stream()
        .filter(e -> model.inferred().contains(e.getKey()))
        .map(e -> e.getKey() + ": " + e.getValue().shape().declaration())
        .collect(Collectors.joining("; "));
  }
}

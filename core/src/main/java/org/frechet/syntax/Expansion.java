package org.frechet.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts what names stand for in their place.
final class Expansion {
  private final Map<String, Definition> definitions = new HashMap<>();

  /// @param definitions each may use the ones before it; of two of one name the later one counts
  Expansion(List<Definition> definitions) {
    for (Definition d : definitions) {
      var before = new Expansion(this.definitions);
      this.definitions.put(d.name(), new Definition(d.name(), d.parameters(), before.within(d)));
    }
  }

  private Expansion(Map<String, Definition> definitions) {
    this.definitions.putAll(definitions);
  }

  private Syntax within(Definition d) {
    var inner = new Expansion(definitions);
    d.parameters().forEach(inner.definitions::remove);
    return inner.expanded(d.value());
  }

  boolean knows(String name) {
    return definitions.containsKey(name);
  }

  /// {@return what a name by itself stands for}, with the place of the name
  Optional<Syntax> value(Syntax.Name name) {
    return Optional.ofNullable(definitions.get(name.text()))
        .map(d -> placed(d.value(), name.span()));
  }

  /// {@return what a call of a defined function stands for}
  private Optional<Syntax> applied(Syntax.Call call) {
    Definition d = definitions.get(call.name());
    if (d == null || d.parameters().isEmpty() || d.parameters().size() != call.arguments().size()) {
      return Optional.empty();
    }
    var arguments = new HashMap<String, Definition>();
    for (int i = 0; i < d.parameters().size(); i++) {
      String name = d.parameters().get(i);
      arguments.put(name, Definition.of(name, call.arguments().get(i)));
    }
    return Optional.of(new Expansion(arguments).expanded(placed(d.value(), call.span())));
  }

  /// {@return what a call of a defined function, or an entry of a defined name, stands for}
  Optional<Syntax> called(Syntax.Call call) {
    return applied(call)
        .or(() ->
            value(new Syntax.Name(call.name(), call.nameSpan()))
                .filter(_ -> !call.arguments().isEmpty())
                .map(target -> entry(target, call.arguments(), call.span())));
  }

  private Syntax expanded(Syntax piece) {
    return switch (piece) {
      case Syntax.Name n -> value(n).orElse(n);
      case Syntax.Call c -> {
        List<Syntax> arguments = c.arguments().stream().map(this::expanded).toList();
        var call = new Syntax.Call(c.name(), arguments, c.span(), c.nameSpan());
        yield called(call).orElse(call);
      }
      case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ -> mapped(piece);
      case Syntax.Index _, Syntax.Colon _, Syntax.Range _, Syntax.Block _ -> mapped(piece);
      case Syntax.Let _, Syntax.Equation _ -> mapped(piece);
    };
  }

  private static Syntax entry(Syntax target, List<Syntax> selectors, Syntax.Span span) {
    return target instanceof Syntax.Name n
        ? new Syntax.Call(n.text(), selectors, span, n.span())
        : new Syntax.Index(target, selectors, span);
  }

  private Syntax mapped(Syntax piece) {
    return Pieces.mapped(piece, this::expanded);
  }

  private static Syntax placed(Syntax piece, Syntax.Span span) {
    return Pieces.at(piece, span);
  }
}

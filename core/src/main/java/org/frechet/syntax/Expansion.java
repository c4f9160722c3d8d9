package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;

/// Puts what names stand for in their place.
final class Expansion {
  /// Pieces that definitions may put in together: two dozen of them, each of which has the one
  /// before it twice, are millions.
  private static final int LARGEST = 100_000;

  private final Map<String, Definition> definitions = new HashMap<>();

  /// Names whose definitions are too large, so that they cannot be used.
  private final Map<String, Refusal> refused = new HashMap<>();

  private int pieces;

  /// @param definitions each may use the ones before it; of two of one name the later one counts
  Expansion(List<Definition> definitions) {
    for (Definition d : definitions) {
      var before = new Expansion(this.definitions);
      before.refused.putAll(refused);
      refused.remove(d.name());
      try {
        Syntax value = before.within(d);
        this.definitions.put(d.name(), new Definition(d.name(), d.parameters(), value));
      } catch (Refusal r) {
        this.definitions.put(d.name(), d);
        refused.put(d.name(), r);
      }
    }
  }

  private Expansion(Map<String, Definition> definitions) {
    this.definitions.putAll(definitions);
  }

  private Syntax within(Definition d) {
    var inner = new Expansion(definitions);
    inner.refused.putAll(refused);
    d.parameters().forEach(inner.definitions::remove);
    d.parameters().forEach(inner.refused::remove);
    return inner.expanded(d.value());
  }

  boolean knows(String name) {
    return definitions.containsKey(name);
  }

  /// {@return what a name by itself stands for}, with the place of the name
  Optional<Syntax> value(Syntax.Name name) {
    return Optional.ofNullable(definitions.get(name.text())).map(d -> placed(d, name.span()));
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
    return Optional.of(new Expansion(arguments).expanded(placed(d, call.span())));
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

  private Syntax placed(Definition d, Syntax.Span span) {
    Refusal refusal = refused.get(d.name());
    if (refusal != null) {
      throw refusal;
    }
    pieces += size(d.value());
    if (pieces > LARGEST) {
      throw Problem.of(Code.TOO_LARGE, "the definitions make this too large")
          .hint("use fewer definitions within definitions")
          .refusal();
    }
    return Pieces.at(d.value(), span);
  }

  private static int size(Syntax piece) {
    var pieces = new ArrayList<>(List.of(piece));
    for (int i = 0; i < pieces.size() && pieces.size() <= LARGEST; i++) {
      pieces.addAll(pieces.get(i).children());
    }
    return pieces.size();
  }
}

package org.frechet.syntax;

import java.util.ArrayList;
import java.util.Optional;
import org.frechet.syntax.Token.Kind;
import org.jspecify.annotations.Nullable;

/// The loosest level of the grammar: definitions, then sides joined by `=`, `<=`, …, or a linear
/// map `Δ ↦ …`.
final class Relations {
  private final Tokens tokens;
  private final Parser parser;

  /// Of `Δ ↦ …`, which may stand on either side.
  private Syntax.@Nullable Name increment;

  Relations(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  Relation relation() {
    var definitions = new ArrayList<Definition>();
    while (parser.atDefinition()) {
      definitions.add(parser.definition());
    }
    var sides = new ArrayList<Syntax>();
    var signs = new ArrayList<Relation.Sign>();
    sides.add(side());
    while (tokens.at(Kind.EQUALS) || tokens.at(Kind.COMPARISON)) {
      signs.add(sign(tokens.next()));
      sides.add(side());
    }
    Optional<Declaration> shape = sides.size() == 1 ? shape() : Optional.empty();
    if (!tokens.at(Kind.END)) {
      throw parser.unexpected();
    }
    return new Relation(definitions, Optional.ofNullable(increment), sides, signs, shape);
  }

  private Syntax side() {
    if (tokens.at(Kind.NAME) && tokens.peek(1).kind() == Kind.ARROW) {
      Token name = tokens.next();
      tokens.next();
      increment = new Syntax.Name(name.text(), Tokens.span(name));
    }
    Syntax side = parser.sum();
    Parser.checkExtent(side);
    return side;
  }

  /// `: matrix(m,n)`
  private Optional<Declaration> shape() {
    return tokens.skip(Kind.COLON)
        ? Optional.of(new Specification(tokens, "").read())
        : Optional.empty();
  }

  private static Relation.Sign sign(Token token) {
    return switch (token.text()) {
      case "<" -> Relation.Sign.LESS;
      case "<=" -> Relation.Sign.AT_MOST;
      case ">" -> Relation.Sign.GREATER;
      case ">=" -> Relation.Sign.AT_LEAST;
      default -> Relation.Sign.EQUAL;
    };
  }
}

package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.AbstractFunction;
import org.frechet.function.SlopeFormula;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Token.Kind;

/// What stands after the colon of a declared function: `vector(n), scalar -> vector(m)`, or
/// `elementwise`, or `elementwise with derivative 1/(1 + t^2)`.
final class Signatures {
  /// A shape as written.
  record Type(Declaration.Kind kind, Shape shape, Token word) {}

  /// One digit tells the argument in the name of a derivative.
  private static final int MOST_ARGUMENTS = 9;

  private static final String EXAMPLE = "write elementwise with derivative 1/(1 + t^2)";

  private final Tokens tokens;
  private final String name;

  Signatures(Tokens tokens, String name) {
    this.tokens = tokens;
    this.name = name;
  }

  /// {@return whether a signature goes on here}: with an arrow, or with a comma and one more shape,
  /// which is no declaration of its own
  static boolean goesOn(Tokens tokens) {
    return tokens.at(Kind.ARROW)
        || (tokens.at(Kind.COMMA)
            && Set.of("scalar", "vector", "row", "matrix").contains(tokens.peek(1).text())
            && tokens.peek(2).kind() != Kind.COLON);
  }

  /// {@return the function whose first argument was read already}
  AbstractFunction rest(Declaration.Kind kind, Shape shape, Token word, Supplier<Type> nextType) {
    var arguments = new ArrayList<Shape>();
    arguments.add(argument(new Type(kind, shape, word)));
    while (tokens.skip(Kind.COMMA)) {
      arguments.add(argument(nextType.get()));
    }
    if (!tokens.skip(Kind.ARROW)) {
      Token found = tokens.peek();
      throw Diagnostics.syntax(
          found.kind() == Kind.END
              ? "expected -> and the shape of the value of " + name
              : "expected ->, found " + Diagnostics.quoted(found),
          found.kind() == Kind.END ? tokens.previous() : found,
          "declare a function as " + name + ": vector(n), scalar -> scalar");
    }
    if (arguments.size() > MOST_ARGUMENTS) {
      throw Declarations.bad(
          "a function takes at most " + MOST_ARGUMENTS + " arguments", word, "use blocks [x; y]");
    }
    return named(AbstractFunction.of(name, arguments, argument(nextType.get())), word);
  }

  /// Attributes of arguments or values are not known to derivatives, so they are refused.
  private Shape argument(Type type) {
    if (type.kind == Declaration.Kind.INDEX || type.kind == Declaration.Kind.FUNCTION) {
      throw Declarations.bad(
          type.kind.word() + " is no argument or value of a function",
          type.word,
          "these are scalar, vector(n), row(n) or matrix(m,n)");
    }
    Token next = tokens.peek();
    if (next.kind() == Kind.NAME && !next.newLine() && tokens.peek(1).kind() != Kind.COLON) {
      throw attribute(next);
    }
    return type.shape;
  }

  static Refusal attribute(Token word) {
    return Declarations.bad(
        "attributes are for variables, not for the signature of a function", word, "drop it");
  }

  private static AbstractFunction named(AbstractFunction function, Token place) {
    Abstractions.refuseNameOfLanguage(function, place);
    return function;
  }

  /// {@return the elementwise function, the word having been read}
  AbstractFunction elementwise() {
    Token word = tokens.previous();
    Token next = tokens.peek();
    boolean given =
        next.kind() == Kind.NAME && !next.newLine() && tokens.peek(1).kind() != Kind.COLON;
    if (!given) {
      return named(AbstractFunction.elementwise(name, Optional.empty()), word);
    }
    if (!next.text().equals("with") || !tokens.peek(1).is(Kind.NAME, "derivative")) {
      throw Diagnostics.syntax(
          "unexpected " + Diagnostics.quoted(next) + " after elementwise", next, EXAMPLE);
    }
    tokens.next();
    tokens.next();
    Syntax piece = Parser.parseNext(tokens);
    return named(AbstractFunction.elementwise(name, Optional.of(slope(piece))), word);
  }

  private SlopeFormula slope(Syntax piece) {
    Set<String> variables = Elaborator.variables(piece, Map.of());
    if (variables.size() > 1) {
      throw refusal(
          "the derivative of an elementwise function has one variable, this has "
              + String.join(" and ", variables),
          piece);
    }
    Map<String, Declaration> declared = new java.util.HashMap<>();
    for (String v : variables) {
      declared.put(v, new Declaration(v, Declaration.Kind.SCALAR, Shape.SCALAR, Set.of()));
    }
    Model model = Elaborator.elaborate(piece, declared, List.of());
    if (!model.expr().isScalar()) {
      throw refusal("the derivative of an elementwise function is a scalar formula", piece);
    }
    Map<Expr, Expr> renamed = new java.util.HashMap<>();
    model.variables().values().forEach(v -> renamed.put(v, SlopeFormula.T));
    try {
      return new SlopeFormula(Traversal.substitute(model.expr(), renamed));
    } catch (Refusal r) {
      throw Wording.placed(r, piece.span());
    }
  }

  private static Refusal refusal(String message, Syntax piece) {
    return new Problem(Code.BAD_REQUEST, message, piece.span().start(), piece.span().end(), EXAMPLE)
        .refusal();
  }
}

package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Token.Kind;

/// Reads declarations: `A: matrix(m,n); x: vector(n) positive`, one name at a time or many in a
/// text.
///
/// A malformed text is refused as `syntax`; a well-formed one that makes no sense (an unknown word,
/// a size of zero, attributes that contradict each other) as `bad-request`; an attribute of square
/// matrices on another matrix as `not-square`.
public final class Declarations {
  private final Tokens tokens;

  private Declarations(String text) {
    this.tokens = new Tokens(text);
  }

  /// {@return the declarations in a text, separated by `;`, `,` or line breaks}
  ///
  /// @throws Refusal with places in this text
  public static List<Declaration> parse(String text) {
    return new Declarations(text).all();
  }

  /// {@return the declaration of one name, from what stands after its colon}
  ///
  /// @throws Refusal that names the variable and has no place, since places count in expressions
  public static Declaration parse(String name, String specification) {
    try {
      var reader = new Declarations(specification);
      Declaration declaration = reader.specification(Parser.parseName(name));
      if (!reader.tokens.at(Kind.END)) {
        throw reader.afterDeclaration();
      }
      return declaration;
    } catch (Refusal refusal) {
      Problem p = refusal.problem();
      String message =
          "in the declaration "
              + Diagnostics.shortened(name)
              + ": "
              + Diagnostics.shortened(specification.strip())
              + ": "
              + p.message();
      throw Problem.of(p.code(), message).hint(p.hint()).refusal();
    }
  }

  /// {@return the declarations of a request, in its order}
  ///
  /// @throws Refusal that names the variable and has no place
  public static List<Declaration> parse(Map<String, String> specifications) {
    var names = new HashSet<String>();
    return specifications.entrySet().stream()
        .map(e -> parse(e.getKey(), e.getValue()))
        .peek(d -> {
          if (!names.add(d.name())) {
            throw Problem.of(Code.BAD_REQUEST, d.name() + " is declared twice").refusal();
          }
        })
        .toList();
  }

  private List<Declaration> all() {
    var declarations = new ArrayList<Declaration>();
    var names = new HashSet<String>();
    while (!tokens.at(Kind.END)) {
      if (isSeparator(tokens.peek()) && !declarations.isEmpty()) {
        tokens.next();
        continue;
      }
      Token name = tokens.peek();
      declarations.add(declaration());
      if (!names.add(name.text())) {
        throw bad(name.text() + " is declared twice", name, "");
      }
      if (!tokens.at(Kind.END) && !isSeparator(tokens.peek()) && !tokens.peek().newLine()) {
        throw afterDeclaration();
      }
    }
    return declarations;
  }

  private static boolean isSeparator(Token token) {
    return token.kind() == Kind.SEMICOLON || token.kind() == Kind.COMMA;
  }

  private Declaration declaration() {
    Token name = tokens.next();
    if (name.kind() != Kind.NAME) {
      throw Diagnostics.syntax(
          "expected a name, found " + Diagnostics.quoted(name), name, "declare as x: vector(n)");
    }
    Token colon = tokens.peek();
    if (!tokens.skip(Kind.COLON)) {
      throw Diagnostics.syntax(
          "expected : after " + name.text(), colon, "declare as " + name.text() + ": vector(n)");
    }
    return specification(name.text());
  }

  private Declaration specification(String name) {
    return new Specification(tokens, name).read();
  }

  private Refusal afterDeclaration() {
    Token found = tokens.peek();
    return Diagnostics.syntax(
        "unexpected " + Diagnostics.quoted(found) + " after a declaration",
        found,
        "separate declarations with ;");
  }

  static Refusal bad(String message, Token place, String hint) {
    return new Problem(Code.BAD_REQUEST, message, place.start(), place.end(), hint).refusal();
  }
}

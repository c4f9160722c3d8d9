package org.frechet.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.syntax.Token.Kind;

/// What stands after the colon of a declaration: a kind, its sizes, and attributes.
final class Specification {
  /// Words that people use for an attribute under another name.
  private static final Map<String, String> SYNONYMS =
      Map.of(
          "pd", "spd",
          "definite", "spd",
          "semidefinite", "psd",
          "antisymmetric", "skew",
          "nonsingular", "invertible",
          "triangular", "lower",
          "unitary", "orthogonal",
          "stiefel", "orthonormal",
          "normalized", "unit");

  /// Traits that only the zero matrix, or no matrix, has together.
  private static final List<Set<Trait>> CONTRADICTIONS =
      List.of(
          EnumSet.of(Trait.SKEW, Trait.SYMMETRIC),
          EnumSet.of(Trait.SKEW, Trait.LOWER),
          EnumSet.of(Trait.SKEW, Trait.UPPER),
          EnumSet.of(Trait.SKEW, Trait.NONNEGATIVE),
          EnumSet.of(Trait.POSITIVE, Trait.LOWER),
          EnumSet.of(Trait.POSITIVE, Trait.UPPER));

  /// Names and numbers in the sizes of one declaration.
  private static final int MAX_FACTORS = 64;

  private final Tokens tokens;
  private final String name;
  private int factors;

  Specification(Tokens tokens, String name) {
    this.tokens = tokens;
    this.name = name;
  }

  Declaration read() {
    Token word = tokens.peek();
    Declaration.Kind kind = kind();
    Shape shape = shape(kind, sizes(kind, word));
    if (kind == Declaration.Kind.FUNCTION) {
      return Declaration.of(new Signatures(tokens, name).elementwise());
    }
    if (Signatures.goesOn(tokens)) {
      return Declaration.of(new Signatures(tokens, name).rest(kind, shape, word, this::type));
    }
    Set<Trait> traits = EnumSet.noneOf(Trait.class);
    while (tokens.at(Kind.NAME) && !beginsDeclaration()) {
      Token attribute = tokens.next();
      traits.add(trait(attribute, kind, shape));
      refuseContradictions(traits, attribute);
    }
    if (tokens.at(Kind.ARROW)) {
      throw Signatures.attribute(tokens.previous());
    }
    return new Declaration(name, kind, shape, completed(traits, shape));
  }

  /// One more shape in the signature of a function.
  private Signatures.Type type() {
    Token word = tokens.peek();
    Declaration.Kind kind = kind();
    return new Signatures.Type(kind, shape(kind, sizes(kind, word)), word);
  }

  /// In a list of declarations, a name on a new line and before a colon is the next one.
  private boolean beginsDeclaration() {
    return tokens.peek().newLine() || tokens.peek(1).kind() == Kind.COLON;
  }

  private Declaration.Kind kind() {
    Token word = tokens.next();
    for (Declaration.Kind kind : Declaration.Kind.values()) {
      if (word.is(Token.Kind.NAME, kind.word())) {
        return kind;
      }
    }
    List<String> words =
        Arrays.stream(Declaration.Kind.values()).map(Declaration.Kind::word).toList();
    String all = "scalar, vector(n), row(n), matrix(m,n), index(n) or elementwise";
    if (word.kind() != Token.Kind.NAME) {
      throw Diagnostics.syntax(
          "expected a kind, found " + Diagnostics.quoted(word), word, "write " + all);
    }
    throw Diagnostics.syntax(
        "unknown kind " + Diagnostics.quoted(word), word, suggestion(word, words, "write " + all));
  }

  private static String suggestion(Token word, List<String> words, String otherwise) {
    return Nearest.to(word.text(), words).map(w -> "did you mean " + w + "?").orElse(otherwise);
  }

  private List<Dim> sizes(Declaration.Kind kind, Token word) {
    var sizes = new ArrayList<Dim>();
    Token open = tokens.peek();
    if (open.is(Kind.OPEN, "(")) {
      tokens.next();
      do {
        sizes.add(size());
      } while (tokens.skip(Kind.COMMA));
      close(open);
    }
    if (sizes.size() != kind.sizes()) {
      String wants =
          switch (kind.sizes()) {
            case 0 -> "no size";
            case 1 -> "one size";
            default -> "two sizes";
          };
      throw Diagnostics.syntax(
          kind.word() + " takes " + wants + ", not " + sizes.size(),
          word.start(),
          tokens.previous().end(),
          "write " + kind.form());
    }
    return sizes;
  }

  private void close(Token open) {
    Token found = tokens.peek();
    if (found.is(Kind.CLOSE, ")")) {
      tokens.next();
      return;
    }
    throw found.kind() == Kind.END
        ? Diagnostics.neverClosed(open)
        : Diagnostics.syntax(
            "unexpected " + Diagnostics.quoted(found) + " in a size",
            found,
            "a size is a name, a number, or made of them: n, 3, 2*n, m + 1");
  }

  private static Shape shape(Declaration.Kind kind, List<Dim> sizes) {
    return switch (kind) {
      case SCALAR, FUNCTION -> Shape.SCALAR;
      case VECTOR, INDEX -> Shape.vector(sizes.getFirst());
      case ROW -> Shape.row(sizes.getFirst());
      case MATRIX -> Shape.matrix(sizes.getFirst(), sizes.getLast());
    };
  }

  private Dim size() {
    Token first = tokens.peek();
    Dim size;
    try {
      size = sum();
    } catch (ArithmeticException overflow) {
      throw tooLarge(first);
    }
    if (!size.isWhole()) {
      int end = tokens.previous().end();
      throw new Problem(
              Code.BAD_REQUEST, "the size " + size + " is not always whole", first.start(), end, "")
          .hint("sizes are whole numbers, such as n, 2*n or n*(n+1)/2")
          .refusal();
    }
    if (size.isConstant() && size.constant() < 1) {
      int end = tokens.previous().end();
      throw new Problem(
              Code.BAD_REQUEST, "the size " + size + " is not positive", first.start(), end, "")
          .hint("sizes are names or positive integers")
          .refusal();
    }
    if (size.isConstant() && size.constant() > Integer.MAX_VALUE) {
      throw tooLarge(first);
    }
    return size;
  }

  private Refusal tooLarge(Token first) {
    int end = tokens.previous().end();
    return new Problem(Code.TOO_LARGE, "the size is too large", first.start(), end, "").refusal();
  }

  private Dim sum() {
    boolean negative = tokens.at(Kind.OPERATOR, "-");
    if (negative) {
      tokens.next();
    }
    Dim sum = negative ? Dim.of(0).minus(product()) : product();
    while (tokens.at(Kind.OPERATOR, "+") || tokens.at(Kind.OPERATOR, "-")) {
      sum = tokens.next().text().equals("+") ? sum.plus(product()) : sum.minus(product());
    }
    return sum;
  }

  private Dim product() {
    Dim product = factor();
    while (tokens.at(Kind.OPERATOR, "*") || tokens.at(Kind.OPERATOR, "/")) {
      if (tokens.next().text().equals("*")) {
        product = product.times(factor());
      } else {
        Token divisor = tokens.peek();
        Dim by = factor();
        if (!by.isConstant() || by.constant() < 1) {
          throw Declarations.bad(
              "a size is divided by a positive number only", divisor, "as in n*(n+1)/2");
        }
        product = product.over(by.constant());
      }
    }
    return product;
  }

  private Dim factor() {
    Token token = tokens.next();
    if (++factors > MAX_FACTORS) {
      throw tooLarge(token);
    }
    if (token.is(Kind.OPEN, "(")) {
      Dim inner = sum();
      close(token);
      return inner;
    }
    if (token.kind() == Kind.NAME) {
      return Dim.of(token.text());
    }
    if (token.kind() != Kind.NUMBER) {
      throw Diagnostics.syntax(
          "expected a size, found " + Diagnostics.quoted(token),
          token.kind() == Kind.END ? tokens.previous() : token,
          "a size is a name, a number, or made of them: n, 3, 2*n, m + 1");
    }
    if (!token.text().chars().allMatch(Character::isDigit)) {
      throw Declarations.bad(
          "the size " + Diagnostics.quoted(token) + " is not an integer",
          token,
          "sizes are names or positive integers");
    }
    try {
      return Dim.of(Long.parseLong(token.text()));
    } catch (NumberFormatException tooLong) {
      throw tooLarge(token);
    }
  }

  private Trait trait(Token word, Declaration.Kind kind, Shape shape) {
    Trait trait = named(word.text()).orElseThrow(() -> unknown(word));
    boolean square = Trait.closure(List.of(trait)).contains(Trait.SQUARE);
    boolean needsMatrix = trait == Trait.ORTHONORMAL || trait == Trait.TOEPLITZ;
    boolean needsArray = trait == Trait.UNIT || trait == Trait.STOCHASTIC;
    if (!square && needsMatrix && kind != Declaration.Kind.MATRIX) {
      throw Declarations.bad(
          name + " is a " + kind.word() + ", only a matrix can be " + word.text(),
          word,
          trait == Trait.ORTHONORMAL
              ? "a vector of norm one is unit"
              : "declare it as matrix(m,n) " + word.text());
    }
    if (needsArray && shape.isScalar()) {
      throw Declarations.bad(
          name + " is a scalar, only a vector or matrix can be " + word.text(),
          word,
          "drop the attribute");
    }
    if (trait == Trait.ORTHONORMAL
        && shape.rows().isConstant()
        && shape.cols().isConstant()
        && shape.cols().constant() > shape.rows().constant()) {
      throw Declarations.bad(
          "%s is %s: no more columns than rows can be orthonormal".formatted(name, shape),
          word,
          "declare its transpose, which has orthonormal columns");
    }
    if (!square) {
      return trait;
    }
    if (kind != Declaration.Kind.MATRIX) {
      throw Declarations.bad(
          name + " is a " + kind.word() + ", only a square matrix can be " + word.text(),
          word,
          "declare it as matrix(n,n) " + word.text() + ", or drop the attribute");
    }
    if (!shape.isSquare()) {
      throw new Problem(
              Code.NOT_SQUARE,
              name + " is " + shape + ", only a square matrix can be " + word.text(),
              word.start(),
              word.end(),
              "declare it as matrix(" + shape.rows() + "," + shape.rows() + ") " + word.text())
          .refusal();
    }
    return trait;
  }

  private static Optional<Trait> named(String word) {
    return Arrays.stream(Trait.values())
        .filter(t -> t != Trait.SQUARE && t.word().equals(word))
        .findFirst();
  }

  private static Refusal unknown(Token word) {
    List<String> words =
        Arrays.stream(Trait.values()).filter(t -> t != Trait.SQUARE).map(Trait::word).toList();
    String synonym = SYNONYMS.get(word.text());
    String hint =
        synonym != null
            ? "did you mean " + synonym + "?"
            : suggestion(word, words, "the attributes are " + String.join(", ", words));
    return Declarations.bad("unknown attribute " + Diagnostics.quoted(word), word, hint);
  }

  private static void refuseContradictions(Set<Trait> traits, Token place) {
    Set<Trait> closed = Trait.closure(traits);
    for (Set<Trait> pair : CONTRADICTIONS) {
      if (closed.containsAll(pair)) {
        String words = traits.stream().map(Trait::word).collect(Collectors.joining(" and "));
        throw Declarations.bad("no nonzero matrix is " + words, place, "drop one of them");
      }
    }
  }

  /// Lower and upper together, or symmetric with either, is diagonal; square with orthonormal
  /// columns is orthogonal; semidefinite and invertible is definite.
  private static Set<Trait> completed(Set<Trait> traits, Shape shape) {
    if (traits.contains(Trait.ORTHONORMAL) && shape.isSquare()) {
      traits.add(Trait.ORTHOGONAL);
    }
    Set<Trait> closed = Trait.closure(traits);
    long kinds =
        List.of(Trait.LOWER, Trait.UPPER, Trait.SYMMETRIC).stream()
            .filter(closed::contains)
            .count();
    if (kinds >= 2) {
      traits.add(Trait.DIAGONAL);
    }
    if (closed.contains(Trait.PSD) && closed.contains(Trait.INVERTIBLE)) {
      traits.add(Trait.SPD);
    }
    return traits;
  }
}

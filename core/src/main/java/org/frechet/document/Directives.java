package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Reads comments for this program: `<!-- frechet: A: matrix(n,n) symmetric; layout numerator -->`.
///
/// Besides declarations they hold `layout numerator|denominator|mixed`, definitions `let y =
/// x'*A*x`, claims in the input language, and `ignore`, `ignore-begin`, `ignore-end`.
final class Directives {
  /// A comment that could not be read, and why.
  record Unread(Piece.Directive directive, String message) {}

  /// A claim in a comment.
  record Claim(Piece.Directive directive, String text, int section) {}

  private static final int MOST = 100;

  private final List<Fact> facts = new ArrayList<>();
  private final List<Knowledge.Defined> definitions = new ArrayList<>();
  private final List<Layouts.Stated> layouts = new ArrayList<>();
  private final List<Claim> claims = new ArrayList<>();
  private final List<Unread> unread = new ArrayList<>();

  void read(Piece.Directive directive, int section, Silence silence, List<Candidate> candidates) {
    String[] parts = directive.text().split(";", MOST);
    for (String part : parts) {
      String said = part.strip();
      try {
        read(said, directive, section, silence, candidates);
      } catch (Refusal r) {
        unread.add(new Unread(directive, r.problem().message()));
      }
    }
  }

  private void read(
      String said,
      Piece.Directive directive,
      int section,
      Silence silence,
      List<Candidate> candidates) {
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.isEmpty()) {
      return;
    }
    switch (lower) {
      case "ignore" -> silence.next(directive, candidates);
      case "ignore-begin" -> silence.begin(directive.start());
      case "ignore-end" -> silence.end(directive.end());
      default -> {
        if (lower.startsWith("layout ")) {
          layouts.add(
              new Layouts.Stated(
                  layout(lower.substring(7).strip()), directive.start(), section, true));
        } else if (lower.startsWith("let ")) {
          definition(said.substring(4), directive, section);
        } else if (said.contains("=") || said.contains("<")) {
          claims.add(new Claim(directive, said, section));
        } else {
          Declarations.parse(said).forEach(d -> facts.add(fact(d, directive, section)));
        }
      }
    }
  }

  private static Layout layout(String word) {
    return switch (word) {
      case "numerator" -> Layout.NUMERATOR;
      case "denominator" -> Layout.DENOMINATOR;
      case "mixed" -> Layout.MIXED;
      default ->
          throw org.frechet.shape.Problem.of(
                  org.frechet.shape.Problem.Code.BAD_REQUEST, "unknown layout '" + word + "'")
              .hint("write layout numerator, layout denominator or layout mixed")
              .refusal();
    };
  }

  private void definition(String said, Piece.Directive directive, int section) {
    Relation relation = Parser.parseRelation(said);
    Syntax left = relation.sides().getFirst();
    Syntax value = relation.sides().getLast();
    if (left instanceof Syntax.Name n) {
      define(Definition.of(n.text(), value), directive, section);
    } else if (left instanceof Syntax.Call c
        && c.arguments().stream().allMatch(a -> a instanceof Syntax.Name)) {
      List<String> parameters = c.arguments().stream().map(a -> ((Syntax.Name) a).text()).toList();
      define(new Definition(c.name(), parameters, value), directive, section);
    }
  }

  private void define(Definition definition, Piece.Directive directive, int section) {
    definitions.add(
        new Knowledge.Defined(
            definition.name(),
            Optional.of(definition),
            directive.start(),
            Integer.MAX_VALUE,
            section));
  }

  private static Fact fact(Declaration d, Piece.Directive directive, int section) {
    String specification =
        d.function()
            .map(org.frechet.function.AbstractFunction::declaration)
            .orElse(d.shape().declaration());
    return new Fact(
        d.name(),
        d.kind().word(),
        specification,
        d.traits(),
        Set.of(),
        directive.start(),
        Integer.MAX_VALUE,
        section);
  }

  List<Fact> facts() {
    return facts;
  }

  List<Knowledge.Defined> definitions() {
    return definitions;
  }

  List<Layouts.Stated> layouts() {
    return layouts;
  }

  List<Claim> claims() {
    return claims;
  }

  List<Unread> unread() {
    return unread;
  }
}

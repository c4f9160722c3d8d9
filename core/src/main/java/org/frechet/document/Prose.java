package org.frechet.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.derive.Layout;
import org.frechet.shape.Trait;

/// Reads of sentences what they say of names, and of layouts.
final class Prose {
  private static final Set<String> VERBS = Set.of("is", "are", "be", "being", "denotes", "denote");

  private static final Set<String> ARTICLES =
      Set.of(
          "a", "an", "the", "any", "some", "all", "both", "also", "assumed", "to", "be", "two",
          "again", "now", "our");

  private static final Set<String> CONDITIONS =
      Set.of("if", "when", "whenever", "unless", "for", "provided", "case", "only", "once", "were");

  private static final Set<String> BEFORE_ATTRIBUTE =
      Set.of("with", "for", "assuming", "if", "(", "when", "and", "where", "that");

  private static final Set<String> BACKWARD = Set.of("where", "here", "with");

  private final Spaces spaces;
  private final List<Fact> facts = new ArrayList<>();

  Prose(Spaces spaces) {
    this.spaces = spaces;
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  /// Reads a sentence.
  ///
  /// @param before where the sentence before it begins, which a `where …` still explains
  void read(Reading.Sentence sentence, int before) {
    List<Token> tokens = sentence.tokens();
    boolean backward = BACKWARD.contains(tokens.getFirst().lower());
    int from = backward ? before : sentence.start();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean conditional = isConditional(tokens, i);
      int to = conditional ? sentence.end() : Integer.MAX_VALUE;
      if (token.isFormula()) {
        for (Spaces.Member m : spaces.members(token.word())) {
          facts.add(
              new Fact(
                  m.name(),
                  m.kind(),
                  m.specification(),
                  m.traits(),
                  Set.of(),
                  from,
                  Integer.MAX_VALUE,
                  sentence.section()));
        }
        assumption(tokens, i, from, to, sentence.section());
      }
      Optional<Descriptions.Description> description = Descriptions.at(tokens, i);
      if (description.isPresent()) {
        Descriptions.Description d = description.get();
        Set<String> names = described(tokens, i, d);
        for (String name : names) {
          facts.add(
              new Fact(
                  name,
                  d.kind(),
                  d.specification(),
                  d.traits(),
                  d.not(),
                  from,
                  to,
                  sentence.section()));
        }
        i = Math.max(i, d.end() - 1);
      }
    }
  }

  private static boolean isConditional(List<Token> tokens, int i) {
    for (int k = i - 1; k >= 0 && k >= i - 12; k--) {
      if (CONDITIONS.contains(tokens.get(k).lower())) {
        return true;
      }
      if (tokens.get(k).is(";") || tokens.get(k).is("then")) {
        return false;
      }
    }
    return false;
  }

  /// {@return the names that a description is of: before it, `A is symmetric`, or behind it}
  private Set<String> described(List<Token> tokens, int from, Descriptions.Description d) {
    var names = new HashSet<String>();
    int end = d.end();
    if (end < tokens.size() && tokens.get(end).isFormula()) {
      for (int k = end; k < tokens.size(); k++) {
        Token token = tokens.get(k);
        if (token.isFormula()) {
          List<String> list = spaces.names(token.word());
          if (list.isEmpty()) {
            break;
          }
          names.addAll(list);
        } else if (!token.is("and") && !token.is(",")
            || k + 1 < tokens.size() && !tokens.get(k + 1).isFormula()) {
          break;
        }
      }
      return names;
    }
    int k = from - 1;
    boolean article = false;
    while (k >= 0 && ARTICLES.contains(tokens.get(k).lower())) {
      article |= !tokens.get(k).is("be");
      k--;
    }
    boolean verb =
        k >= 0 && VERBS.contains(tokens.get(k).lower())
            || k + 1 < from && tokens.get(k + 1).is("be");
    if (k >= 0 && VERBS.contains(tokens.get(k).lower())) {
      k--;
    }
    boolean direct =
        !verb
            && !article
            && k >= 1
            && tokens.get(k).isFormula()
            && (BEFORE_ATTRIBUTE.contains(tokens.get(k - 1).lower())
                || tokens.get(k).word().contains("\\in"));
    return verb || direct ? namesBefore(tokens, k) : names;
  }

  private Set<String> namesBefore(List<Token> tokens, int last) {
    boolean single = last + 1 < tokens.size() && tokens.get(last + 1).is("is");
    var names = new HashSet<String>();
    for (int k = last; k >= 0; k--) {
      Token token = tokens.get(k);
      List<String> list = token.isFormula() ? spaces.names(token.word()) : plain(token, tokens, k);
      if (!list.isEmpty()) {
        names.addAll(list);
        if (single) {
          break;
        }
      } else if (!token.is("and")
              && !token.is(",")
              && !token.is("matrix")
              && !token.is("matrices")
              && !token.is("that")
          || token.isFormula()) {
        break;
      }
    }
    return names;
  }

  /// An upper-case letter in the text, as conversions from print leave them: `A is a … matrix`.
  private static List<String> plain(Token token, List<Token> tokens, int k) {
    String word = token.word();
    boolean letter = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean pronoun =
        word.equals("I")
            || word.equals("A")
                && k + 1 < tokens.size()
                && !VERBS.contains(tokens.get(k + 1).lower())
                && !tokens.get(k + 1).is("and");
    return letter && !pronoun ? List.of(word) : List.of();
  }

  /// `Suppose $A = A^\top$`, `with $Q^\top Q = I$`.
  private void assumption(List<Token> tokens, int i, int from, int to, int section) {
    String before = new Around(tokens, i).before();
    boolean assumed =
        Cue.ASSUME.in(before) || before.matches("(.* )?(let|since|with|where|because|as|for)");
    if (!assumed) {
      return;
    }
    String latex =
        tokens
            .get(i)
            .word()
            .replaceAll("\\\\(?:mathrm|mathsf|text|intercal)\\s*|\\\\top(?![a-zA-Z])|[{}\\s]", "~")
            .replaceAll("~+", "~");
    String t =
        latex
            .replace("^~T~", "'")
            .replace("^~T", "'")
            .replace("^T", "'")
            .replace("^~", "'")
            .replace("~", "");
    int sign = t.indexOf('=');
    if (sign < 0 || t.indexOf('=', sign + 1) >= 0 || t.length() > 40) {
      return;
    }
    String left = t.substring(0, sign);
    String right = t.substring(sign + 1).replaceAll("[.,;]$", "");
    String name = left.replace("'", "").replace("-", "");
    Optional<Trait> trait = trait(left, right, name);
    if (trait.isPresent()) {
      String plain =
          name.length() % 2 == 0 && right.matches("I(_.*)?")
              ? name.substring(0, name.length() / 2)
              : name;
      spaces
          .names(plain)
          .forEach(n ->
              facts.add(new Fact(n, "", "", EnumSet.of(trait.get()), Set.of(), from, to, section)));
    }
  }

  private static Optional<Trait> trait(String left, String right, String name) {
    if (left.equals(name + "'") && right.equals(name)
        || left.equals(name) && right.equals(name + "'")) {
      return Optional.of(Trait.SYMMETRIC);
    }
    if (left.equals(name + "'") && right.equals("-" + name)
        || left.equals(name) && right.equals("-" + name + "'")) {
      return Optional.of(Trait.SKEW);
    }
    String half = name.length() % 2 == 0 ? name.substring(0, name.length() / 2) : "?";
    if (right.matches("I(_.*)?") && name.equals(half + half)) {
      return left.equals(half + "'" + half)
          ? Optional.of(Trait.ORTHONORMAL)
          : left.equals(half + half + "'") ? Optional.of(Trait.ORTHOGONAL) : Optional.empty();
    }
    return Optional.empty();
  }

  /// {@return the layout that a sentence says derivatives have}
  static Optional<Layout> layout(Reading.Sentence sentence) {
    String said =
        sentence.tokens().stream()
            .map(Token::lower)
            .collect(Collectors.joining(" "))
            .replace('-', ' ');
    if (said.length() > 2_000
        || said.matches(
            ".*\\b(unlike|others|other authors|some authors|instead of|rather than|not|either|both|alternatively|some books|converts?|transposes?)\\b.*")) {
      return Optional.empty();
    }
    boolean gradients = said.contains("gradient") || said.contains("derivative");
    boolean conventional =
        said.matches(".*\\b(convention|conventions|we|our|always|all|throughout|are|here)\\b.*");
    boolean numerator =
        said.contains("numerator layout")
            || said.contains("jacobian layout")
            || said.contains("jacobian formulation")
            || gradients && conventional && said.matches(".*\\brow vectors?\\b.*");
    boolean denominator =
        said.contains("denominator layout")
            || said.contains("hessian formulation")
            || said.contains("gradient layout");
    boolean columns =
        gradients
            && conventional
            && said.matches(
                ".*\\b(gradients?|derivatives?)\\b.{0,60}\\b(is|are|as)\\b.{0,20}\\bcolumn vectors?\\b.*");
    if (numerator && (denominator || columns)) {
      return Optional.empty();
    }
    return numerator
        ? Optional.of(Layout.NUMERATOR)
        : denominator
            ? Optional.of(Layout.DENOMINATOR)
            : columns ? Optional.of(Layout.MIXED) : Optional.empty();
  }
}

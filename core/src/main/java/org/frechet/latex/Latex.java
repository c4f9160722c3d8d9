package org.frechet.latex;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Reads mathematics in LaTeX.
public final class Latex {
  /// Products, primes, elementwise operators and calls of the input language.
  private static final Pattern NATIVE =
      Pattern.compile("[*'\u2032]|\\.[*/^]|(?<![\\\\\\p{L}])\\p{L}{2,}[0-9]*\\(");

  /// A product that is only implied, after a transpose.
  private static final Pattern IMPLIED = Pattern.compile("\\^T\\s*\\p{L}");

  /// A call that LaTeX has no sign for.
  private static final Pattern WORD =
      Pattern.compile("(?<!\\p{L})(?!(?:tr|Tr|det|log|exp|ln|d)\\()\\p{L}{2,}[0-9]*\\(");

  private static final Pattern COMMAND = Pattern.compile("\\\\([A-Za-z]+|[|{},;!])");

  private Latex() {}

  /// What is known of names before a text is read.
  ///
  /// @param declared declarations by name
  /// @param definitions what names stand for
  public record Known(Map<String, Declaration> declared, List<Definition> definitions) {
    public static final Known NOTHING = new Known(Map.of(), List.of());

    public Known {
      declared = Map.copyOf(declared);
      definitions = List.copyOf(definitions);
    }

    /// {@return the known names of several characters}
    Set<String> words() {
      var words = new HashSet<String>();
      declared.keySet().stream().filter(n -> n.length() > 1).forEach(words::add);
      definitions.stream().map(Definition::name).filter(n -> n.length() > 1).forEach(words::add);
      return words;
    }
  }

  /// {@return whether a text is LaTeX rather than the input language}
  ///
  /// A command, a brace after `^` or `_`, or two dollars make it LaTeX. A backslash that no command
  /// follows stays a left division.
  public static boolean isLatex(String text) {
    return text.contains("^{")
        || text.contains("_{")
        || text.indexOf('$') != text.lastIndexOf('$')
        || text.contains("∇")
        || text.stripLeading().startsWith("\\[")
        || text.stripLeading().startsWith("\\(")
        || (COMMAND.matcher(text).results().anyMatch(m -> isCommand(m.group(1)))
            && !isNative(text));
  }

  /// `a*(X\max(x))` has signs that only the input language has, and is read there.
  private static boolean isNative(String text) {
    if (text.contains("{") || !NATIVE.matcher(text).find()) {
      return false;
    }
    try {
      Parser.parseRelation(text);
      return true;
    } catch (Refusal notTheLanguage) {
      return false;
    }
  }

  /// `x^TAx`, `(AB)^T = B^TA^T`: implied products after a transpose, with no sign and no word of
  /// the input language.
  public static boolean isHandwritten(String text) {
    return IMPLIED.matcher(text).find() && !text.contains("*") && !WORD.matcher(text).find();
  }

  private static boolean isCommand(String command) {
    return !Character.isLetter(command.charAt(0)) || Commands.isKnown(command);
  }

  /// Refuses a text such as `A\exp(b)`, a product in LaTeX and a left division in the input
  /// language.
  ///
  /// @throws Refusal if nothing in the text tells which is meant
  public static void requireUnmistakable(String text) {
    if (!isLatex(text) || text.contains("{") || text.contains("$") || text.contains("∇")) {
      return;
    }
    try {
      Parser.parseRelation(text);
    } catch (Refusal notTheLanguage) {
      return;
    }
    Matcher command = COMMAND.matcher(text);
    if (command.find()) {
      throw Errors.syntax(
          "%s is a command of LaTeX, and a left division in the input language"
              .formatted(command.group()),
          new Syntax.Span(command.start(), command.end()),
          "write a space after \\ for the division, * for a product");
    }
  }

  /// {@return the expression that the text is}
  ///
  /// @throws Refusal with the place in the LaTeX
  public static Syntax expression(String text, Known known) {
    Relation relation = relation(text, known);
    if (relation.sides().size() > 1 || relation.increment().isPresent()) {
      throw Errors.syntax(
          "a statement stands where an expression is wanted",
          relation.span(),
          "give the expression alone");
    }
    return Arbiter.defined(relation.definitions(), relation.sides().getFirst());
  }

  /// {@return the statement that the text is: an expression, an equation, a chain of them}
  ///
  /// @throws Refusal with the place in the LaTeX
  public static Relation relation(String text, Known known) {
    List<Relation> relations = relations(text, known);
    if (relations.size() > 1) {
      throw Errors.syntax(
          "there are %d statements on these lines".formatted(relations.size()),
          relations.get(1).span(),
          "give them one by one, or begin a line that goes on with =");
    }
    return relations.getFirst();
  }

  /// {@return the statements on the lines of a text} A line that begins with a relation or an
  /// operator goes on with the one before.
  ///
  /// @throws Refusal with the place in the LaTeX
  public static List<Relation> relations(String text, Known known) {
    try {
      return Lines.statements(Lexer.tokens(text, known.words())).stream()
          .map(tokens -> new Arbiter(tokens, known).relation())
          .toList();
    } catch (StackOverflowError deep) {
      throw Errors.tooLarge("nested too deep", 0, text.length());
    }
  }
}

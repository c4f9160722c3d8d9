package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.syntax.Definition;

/// Reads how a text calls derivatives: "let f and g be functions with derivatives A, B at x_0".
final class NamedDerivatives {
  private NamedDerivatives() {}

  /// {@return what the names of derivatives in a sentence stand for}
  static List<Knowledge.Defined> of(Reading.Sentence sentence, Spaces spaces) {
    List<Token> tokens = sentence.tokens();
    int word = 0;
    while (word < tokens.size() && !tokens.get(word).is("derivatives")) {
      word++;
    }
    var names = new ArrayList<String>();
    int i = word + 1;
    for (; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Optional<String> name = letter(token);
      if (name.isPresent()) {
        names.add(name.get());
      } else if (!token.is(",") && !token.is("and")) {
        break;
      }
    }
    var functions = new ArrayList<String>();
    tokens.subList(0, Math.min(word, tokens.size())).stream()
        .filter(Token::isFormula)
        .flatMap(t -> spaces.members(t.word()).stream())
        .filter(m -> m.kind().equals("function"))
        .forEach(m -> functions.add(m.name()));
    boolean at = i + 1 < tokens.size() && tokens.get(i).is("at");
    Optional<String> point = at ? Spaces.name(tokens.get(i + 1).word()) : Optional.empty();
    var defined = new ArrayList<Knowledge.Defined>();
    for (int k = 0;
        point.isPresent() && functions.size() == names.size() && k < names.size();
        k++) {
      var x = Trees.name(point.get());
      var derivative = Trees.call("diff", Trees.call(functions.get(k), x), x);
      defined.add(
          new Knowledge.Defined(
              names.get(k),
              Optional.of(Definition.of(names.get(k), derivative)),
              sentence.start(),
              Integer.MAX_VALUE,
              sentence.section()));
    }
    return defined;
  }

  private static Optional<String> letter(Token token) {
    boolean capital = token.word().length() == 1 && Character.isUpperCase(token.word().charAt(0));
    return token.isFormula()
        ? Spaces.name(token.word())
        : capital ? Optional.of(token.word()) : Optional.empty();
  }
}

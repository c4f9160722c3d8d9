package org.frechet.document;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.Budget;
import org.frechet.Claims;
import org.frechet.Conventions;
import org.frechet.Judgment;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// What was found of the relations of a document. The same question comes up again with what the
/// section says of names, in another layout, or for another reason.
final class Answers {
  private record Question(
      List<Syntax> sides,
      List<Relation.Sign> signs,
      Map<String, Declaration> declared,
      List<Definition> definitions,
      Layout layout) {}

  /// What was found.
  ///
  /// @param judgment empty where there is none
  /// @param refusal why not
  record Answer(Optional<Judgment> judgment, String refusal) {}

  private final Duration time;
  private final Map<Question, Answer> known = new HashMap<>();

  /// @param time what one relation may take
  Answers(Duration time) {
    this.time = time;
  }

  Answer to(Relation relation, Conventions conventions) {
    var question =
        new Question(
            relation.sides(),
            relation.signs(),
            conventions.declared(),
            conventions.definitions(),
            conventions.layout());
    Answer answer = known.get(question);
    if (answer == null) {
      answer = asked(relation, conventions);
      known.put(question, answer);
    }
    return answer;
  }

  private Answer asked(Relation relation, Conventions conventions) {
    try {
      Judgment judgment = Budget.run(time, () -> Claims.check(relation, conventions)).decisive();
      return new Answer(Optional.of(judgment), "");
    } catch (Refusal r) {
      return new Answer(Optional.empty(), r.problem().message());
    }
  }
}

package org.frechet.print;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import org.frechet.syntax.Syntax;

/// How a tree is to be set as mathematics.
///
/// @param isVariable names of variables: a call of one is an entry of it, even where a function has
///   the same name
/// @param typography the signs
/// @param changed pieces, by identity, that are to stand out; they come out between [Marks]
/// @param breaks whether places where a line may end come out as [Marks]
public record Setting(
    Predicate<String> isVariable, Typography typography, Set<Syntax> changed, boolean breaks) {
  public Setting {
    Set<Syntax> pieces = Collections.newSetFromMap(new IdentityHashMap<>());
    pieces.addAll(changed);
    changed = Collections.unmodifiableSet(pieces);
  }

  /// A line without marks.
  public static Setting of(Predicate<String> isVariable, Typography typography) {
    return new Setting(isVariable, typography, Set.of(), false);
  }

  /// {@return the same with places where a line may end}
  public Setting breakable() {
    return new Setting(isVariable, typography, changed, true);
  }

  /// {@return the same where these pieces stand out}
  public Setting stressing(Set<Syntax> pieces) {
    return new Setting(isVariable, typography, pieces, breaks);
  }
}

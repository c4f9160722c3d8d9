package org.frechet.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words before a formula that say what it is for.
enum Cue {
  /// It says what a name stands for.
  DEFINE(
      "let|define|defined|defines|denote|denotes|denoted|consider|where|write|put|set|given by|call|model|given|with|here|letting|setting|abbreviate|introduce|objective|loss|cost|function|functional|likelihood|log-likelihood|suppose that|function defined"),
  /// It holds by assumption, or is wanted.
  ASSUME(
      "suppose|assume|assuming|assumes|assumed|if|when|whenever|such that|subject to|s\\.t|constraint|constraints|constrained|require|requires|required|satisfy|satisfies|satisfying|solve|solves|solving|provided|want|goal|minimize|minimise|maximize|maximise|minimizing|find|unless|until|while|for which|so that|set equal|equating|equate|to zero|vanishes|system|unknown|condition|conditions|equation to solve|holds if|only if|until convergence|update|updates|updated|iterate|iteration|initialize|replace|unlike|approximately|approximate|approximation|expect|hope|guess|ansatz|try"),
  /// It is denied.
  DENY(
      "not|wrong|false|incorrect|incorrectly|mistake|mistaken|error|erroneous|never|cannot|doesn't|isn't|fails|fail|untrue|invalid|contrary|misleading|naive|naively|tempting"),
  /// It follows.
  FOLLOW(
      "therefore|thus|hence|so|then|obtain|obtains|get|gets|yields|gives|becomes|follows|implies|conclude|find that|have|equals|is|shows|show|simplifies|simplify|compute|result"),
  /// It is said to hold for all values.
  IDENTITY(
      "identity|identities|property|properties|note that|recall|theorem|lemma|proposition|corollary|fact|well known|known that|always|since|because|using|cyclic|rule|rules|observe|notice"),
  /// It is only referred to.
  MENTION("using|since|because|property|identity|recall|note|where|from|rule|fact|trick|as");

  private static final int REACH = 400;

  private final Pattern pattern;

  Cue(String words) {
    this.pattern = Pattern.compile("(?<![\\p{L}-])(?:" + words + ")(?![\\p{L}-])");
  }

  boolean in(String prose) {
    return last(prose) >= 0;
  }

  /// {@return where the last such word begins; −1 where there is none}
  int last(String prose) {
    String near = prose.substring(Math.max(0, prose.length() - REACH));
    Matcher matcher = pattern.matcher(near);
    int found = -1;
    while (matcher.find()) {
      found = matcher.start();
    }
    return found;
  }
}

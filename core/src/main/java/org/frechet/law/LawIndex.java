package org.frechet.law;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;

/// The compiled laws, by the kind of their left side. A law is compiled when the first expression
/// has all of its functions, since compiling them all takes longer than a derivative; a law that is
/// not compiled yet could not match, so answers do not depend on what was asked before.
final class LawIndex {
  private static final Map<LawBook, List<Law>> COMPILED = new EnumMap<>(LawBook.class);
  private static final Set<LawBook> WAITING = EnumSet.allOf(LawBook.class);
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile Map<Class<? extends Node>, List<Law>> byRoot = Map.of();

  static {
    compileFor(""); // the laws without functions
  }

  private LawIndex() {}

  /// {@return the laws that may fit at this node, whose parts were asked for before}
  static List<Law> candidates(Expr e) {
    if (!SEEN.contains(LawBook.RARE_WORD) && mayBeRare(e)) {
      compileFor(LawBook.RARE_WORD);
    }
    String word =
        switch (e.node()) {
          case Node.Apply a -> a.operator().name();
          case Node.Fill f ->
              switch (f.kind()) {
                case ONES -> "ones";
                case EYE -> "eye";
                case COMMUTATION -> "commat";
                case DUPLICATION -> "dupmat";
                case ELIMINATION -> "elimat";
                case ZEROS -> "zeros";
              };
          case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Add _ -> "";
          case Node.Var _, Node.Bound _ -> "";
          case Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Slice _ -> "";
          case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> "";
        };
    if (!word.isEmpty() && !SEEN.contains(word)) {
      compileFor(word);
    }
    return byRoot.getOrDefault(e.node().getClass(), List.of());
  }

  /// {@return whether traits that guards seldom ask for may come from here}
  private static boolean mayBeRare(Expr e) {
    return (e.node() instanceof Node.Var v && v.traits().stream().anyMatch(LawBook.RARE::contains))
        || (e.node() instanceof Node.Apply a
            && LawBook.RARE.stream().anyMatch(((Function) a.operator())::mayGive))
        || (e.node() instanceof Node.Fill f && f.kind() == Node.Fill.Kind.COMMUTATION);
  }

  static synchronized List<Law> of(LawBook entry) {
    compile(entry);
    return COMPILED.getOrDefault(entry, List.of());
  }

  /// The word counts as seen only when its laws are there, so that nobody goes on without them, and
  /// an interrupted compilation is made up for by the next request.
  private static synchronized void compileFor(String word) {
    var words = new HashSet<>(SEEN);
    words.add(word);
    for (LawBook entry : List.copyOf(WAITING)) {
      if (words.containsAll(entry.words())) {
        compile(entry);
      }
    }
    SEEN.add(word);
  }

  /// Entries keep the order of the book, whatever the order in which they are compiled.
  private static void compile(LawBook entry) {
    if (!WAITING.contains(entry)) {
      return;
    }
    COMPILED.put(entry, entry.compile());
    WAITING.remove(entry);
    Map<Class<? extends Node>, List<Law>> index = new HashMap<>();
    COMPILED
        .values()
        .forEach(laws ->
            laws.forEach(law ->
                index
                    .computeIfAbsent(law.left().node().getClass(), _ -> new ArrayList<>())
                    .add(law)));
    byRoot = index;
  }
}

package org.frechet.law;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Trait;

/// The compiled laws, by the kind of their left side. A law is compiled when the first expression
/// has all of its functions, since compiling them all takes longer than a derivative; a law that is
/// not compiled yet could not match, so answers do not depend on what was asked before.
final class LawIndex {
  private static final Map<LawBook, List<Law>> COMPILED = new EnumMap<>(LawBook.class);
  private static final Set<LawBook> WAITING = EnumSet.allOf(LawBook.class);
  private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
  private static volatile Map<Class<? extends Node>, List<Law>> byRoot = Map.of();

  static {
    compileReady(); // the laws without functions
  }

  private LawIndex() {}

  /// {@return the laws that may fit at this node, whose parts were asked for before}
  static List<Law> candidates(Expr e) {
    boolean fresh =
        switch (e.node()) {
          case Node.Apply a -> SEEN.add(a.operator().name());
          case Node.Fill f ->
              switch (f.kind()) {
                case ONES -> SEEN.add("ones");
                case EYE -> SEEN.add("eye");
                case COMMUTATION -> SEEN.add("commat");
                case ZEROS -> false;
              };
          case Node.Var v ->
              v.traits().contains(Trait.ORTHOGONAL) && SEEN.add(Trait.ORTHOGONAL.word());
          case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Add _ -> false;
          case Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Slice _ -> false;
          case Node.Block _, Node.IndexSum _, Node.Stop _ -> false;
        };
    if (fresh) {
      compileReady();
    }
    return byRoot.getOrDefault(e.node().getClass(), List.of());
  }

  static synchronized List<Law> of(LawBook entry) {
    compile(entry);
    return COMPILED.getOrDefault(entry, List.of());
  }

  private static synchronized void compileReady() {
    for (LawBook entry :
        EnumSet.copyOf(WAITING.isEmpty() ? EnumSet.noneOf(LawBook.class) : WAITING)) {
      if (SEEN.containsAll(entry.words())) {
        compile(entry);
      }
    }
  }

  /// Entries keep the order of the book, whatever the order in which they are compiled.
  private static void compile(LawBook entry) {
    if (!WAITING.remove(entry)) {
      return;
    }
    COMPILED.put(entry, entry.compile());
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

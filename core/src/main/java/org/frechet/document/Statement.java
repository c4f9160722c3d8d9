package org.frechet.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.derive.Layout;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// A statement with all that is needed to judge it, perhaps again in another layout.
record Statement(
    Entry entry,
    Knowledge.Scene scene,
    Knowledge.Scene near,
    Knowledge.Scene recalling,
    Governing governing,
    boolean strict,
    Set<String> known,
    Answers answers) {

  void judge() {
    List<Link> links = links(scene);
    boolean faulty = links.stream().anyMatch(l -> l.status().isFault());
    boolean differs =
        !near.declared().equals(scene.declared())
            || !near.definitions().equals(scene.definitions());
    if (faulty && differs) {
      List<Link> closer = links(near);
      if (closer.stream().noneMatch(l -> l.status().isFault())) {
        links = closer;
        faulty = false;
      }
    }
    if (faulty && !recalling.definitions().equals(scene.definitions())) {
      List<Link> recalled = links(recalling);
      links = recalled.stream().allMatch(Link::isRight) ? recalled : links;
    }
    boolean taken = entry.taken().isPresent();
    entry.found(taken ? links.stream().map(Link::taken).toList() : links);
  }

  private List<Link> links(Knowledge.Scene with) {
    Relation relation = entry.relation().orElseThrow();
    Set<String> moved = moved(relation);
    moved.addAll(bare(relation, with));
    Knowledge.Scene scene = entry.taken().map(t -> with.with(t.definition())).orElse(with);
    entry.taken().ifPresent(t -> moved.remove(t.definition().name()));
    var setting = new Stepping.Setting(scene, governing, strict, layout(), known, answers);
    return new Stepping(setting, moved).links(relation.sides(), relation.signs());
  }

  /// {@return names of functions that stand without arguments}: of `x(t) = …` the x in `x' * A` is
  /// another
  private static Set<String> bare(Relation relation, Knowledge.Scene scene) {
    Set<String> functions =
        scene.definitions().stream()
            .filter(d -> !d.parameters().isEmpty())
            .map(Definition::name)
            .collect(Collectors.toSet());
    var bare = new HashSet<String>();
    relation.sides().forEach(s -> bare(s, functions, bare));
    return bare;
  }

  private static void bare(Syntax piece, Set<String> functions, Set<String> bare) {
    if (piece instanceof Syntax.Name n && functions.contains(n.text())) {
      bare.add(n.text());
    }
    boolean differentiated =
        piece instanceof Syntax.Call c && (c.name().equals("diff") || c.name().matches("d[1-8]?"));
    if (!differentiated) {
      piece.children().forEach(p -> bare(p, functions, bare));
    }
  }

  private Layout layout() {
    return entry.layout();
  }

  /// {@return the names by which is differentiated}: what they stand for does not matter then
  private static Set<String> moved(Relation relation) {
    var moved = new HashSet<String>();
    var open = new ArrayList<>(relation.sides());
    for (int i = 0; i < open.size(); i++) {
      Syntax piece = open.get(i);
      open.addAll(piece.children());
      if (Trees.isDerivative(piece)) {
        moved.addAll(Trees.names(piece.children().getLast()));
      }
      if (piece instanceof Syntax.Binary b
          && b.operator().equals("/")
          && Trees.isDifferential(b.left())
          && b.right() instanceof Syntax.Name n
          && n.text().startsWith("d")) {
        moved.add(n.text().substring(1));
      }
    }
    return moved;
  }
}

package org.frechet.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.function.AbstractFunction;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;

/// What a statement says that names stand for.
final class Definitions {
  private static final Pattern MATRIX =
      Pattern.compile(
          "(?:\\\\left\\s*[\\[(]\\s*)?\\\\begin\\{(?:[bpvBV]?matrix|smallmatrix)\\}(.*)\\\\end\\{[a-zB-V]*\\}(?:\\s*\\\\right\\s*[\\])])?",
          Pattern.DOTALL);

  private final Knowledge knowledge;
  private final Candidate candidate;

  Definitions(Knowledge knowledge, Candidate candidate) {
    this.knowledge = knowledge;
    this.candidate = candidate;
  }

  /// Takes in that left sides stand for a value.
  ///
  /// @param declared functions that are known without a definition
  /// @return the definitions that later statements can use
  List<Definition> made(List<Head> heads, Syntax value, Set<String> declared) {
    var made = new ArrayList<Definition>();
    for (Head head : heads) {
      boolean plain = head.parameters().isEmpty();
      if (Trees.isAtom(value) || plain && isNotation(head.name(), value)) {
        continue;
      }
      Set<String> names = Trees.names(value);
      Set<String> calls = Trees.calls(value);
      boolean circular = names.contains(head.name()) || calls.contains(head.name());
      boolean open =
          calls.stream()
              .anyMatch(c -> !Functions.isKnown(c) && !declared.contains(c) && !names.contains(c));
      var definition =
          new Definition(head.name(), head.parameters(), Pieces.at(value, Syntax.Span.NONE));
      boolean useful =
          !circular && !open && !(value instanceof Syntax.Block b && b.children().size() == 1);
      define(head.name(), useful ? Optional.of(definition) : Optional.empty());
      if (useful) {
        made.add(definition);
      }
    }
    return made;
  }

  /// `X = [x_{ij}]` says how entries are called.
  private static boolean isNotation(String name, Syntax value) {
    Syntax inner =
        value instanceof Syntax.Block b && b.children().size() == 1
            ? b.children().getFirst()
            : value;
    String entry =
        inner instanceof Syntax.Name n ? n.text() : inner instanceof Syntax.Call c ? c.name() : "";
    return entry.equalsIgnoreCase(name)
        || entry.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + "_");
  }

  /// What a function is declared to take is the shape of its parameter: `f(B) = …` after `f:
  /// matrix(p,q) -> scalar`.
  void parameters(List<Head> heads, Map<String, Declaration> declared) {
    for (Head head : heads) {
      List<Shape> shapes =
          Optional.ofNullable(declared.get(head.name()))
              .flatMap(Declaration::function)
              .map(AbstractFunction::arguments)
              .orElse(List.of());
      for (int i = 0; i < shapes.size() && shapes.size() == head.parameters().size(); i++) {
        String said = shapes.get(i).declaration();
        String kind = said.replaceAll("\\(.*", "");
        knowledge.declare(
            new Fact(
                head.parameters().get(i),
                kind,
                said,
                Set.of(),
                Set.of(),
                candidate.start(),
                Integer.MAX_VALUE,
                candidate.section()));
      }
    }
  }

  void opaque(Head head) {
    define(head.name(), Optional.empty());
  }

  private void define(String name, Optional<Definition> definition) {
    knowledge.define(
        new Knowledge.Defined(name, definition, from(), Integer.MAX_VALUE, candidate.section()));
  }

  /// `…, where y = A*x` explains what stands before it.
  private int from() {
    boolean backward = candidate.before().matches("(.* )?(where|with|here)( .*)?");
    return backward ? candidate.sentenceStart() : candidate.start();
  }

  /// `x = [x_1; x_2]` says what x_1 and x_2 are, and how long x is.
  ///
  /// @return whether the LaTeX is such a matrix of names
  boolean entries(String name, String latex) {
    Matcher matrix = MATRIX.matcher(latex.strip());
    if (latex.length() > 1_000 || !matrix.matches()) {
      return false;
    }
    var rows = new ArrayList<List<String>>();
    var different = new HashSet<String>();
    for (String row : matrix.group(1).strip().replaceAll("\\\\\\\\$", "").split("\\\\\\\\", -1)) {
      var names = new ArrayList<String>();
      for (String entry : row.split("&", -1)) {
        Optional<String> plain = Spaces.name(entry.strip());
        if (plain.isEmpty() || !different.add(plain.get())) {
          return false;
        }
        names.add(plain.get());
      }
      rows.add(names);
    }
    return different.size() > 1 && components(name, rows);
  }

  private boolean components(String name, List<List<String>> entries) {
    int rows = entries.size();
    int columns = entries.getFirst().size();
    if (entries.stream().anyMatch(r -> r.size() != columns)) {
      return false;
    }
    String kind = columns == 1 ? "vector" : rows == 1 ? "row" : "matrix";
    String sizes =
        columns == 1
            ? "(" + rows + ")"
            : rows == 1 ? "(" + columns + ")" : "(" + rows + "," + columns + ")";
    knowledge.declare(
        new Fact(
            name,
            kind,
            kind + sizes,
            Set.of(),
            Set.of(),
            from(),
            Integer.MAX_VALUE,
            candidate.section()));
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        String entry = entries.get(i).get(j);
        Syntax place =
            kind.equals("matrix")
                ? Trees.call(name, number(i + 1), number(j + 1))
                : Trees.call(name, number(i + j + 1));
        if (!entry.startsWith(name + "_") && !entry.equals(name)) {
          define(entry, Optional.of(Definition.of(entry, place)));
        }
      }
    }
    return true;
  }

  private static Syntax number(int value) {
    return new Syntax.Number(Integer.toString(value), Syntax.Span.NONE);
  }
}

package org.frechet.latex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.latex.Latex.Known;
import org.frechet.shape.Shape;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Finds out whether a reading fits: shapes are inferred for what was read, with stand-ins for what
/// only a later stage knows, such as derivatives and functions without a definition.
///
/// A stand-in is a call of `diff` by a name that no text can spell; [#derivative] then sees the
/// shape of what it stands for.
final class Probe {
  /// How a reading fits: what its sides mean, and the shapes of marked pieces.
  record Fit(List<Expr> sides, Map<Integer, Shape> shapes, int departures) {
    /// {@return whether all sides have one shape, up to transposition}
    boolean isEven() {
      Shape first = sides.getFirst().shape();
      return sides.stream()
          .map(Expr::shape)
          .allMatch(s -> s.equals(first) || s.equals(first.transposed()));
    }
  }

  private static final String DIFFERENTIAL = "\u0002d";
  private static final String CALLED = "\u0003";
  private static final String MATRIX = "I\u0004";
  private static final String VECTOR = "ones\u0004";

  private final Known known;
  private final Map<String, Definition> definitions = new HashMap<>();
  private final Map<List<Object>, String> derivatives = new HashMap<>();
  private final Map<Integer, Shape> shapes = new HashMap<>();
  private Set<String> called = Set.of();
  private int unfolded;

  Probe(Known known) {
    this.known = known;
    known.definitions().forEach(d -> definitions.put(d.name(), d));
  }

  /// @throws org.frechet.shape.Refusal if it does not fit
  Fit fit(List<Syntax> sides, List<Mark> marks, List<Reader.Bound> bounds, Set<String> functions) {
    shapes.clear();
    called = functions;
    unfolded = 0;
    Map<String, Declaration> declared = new HashMap<>(known.declared());
    declare(declared, DIFFERENTIAL);
    for (int i = 0; i < marks.size(); i++) {
      declare(declared, Mark.name(i));
    }
    bounds.forEach(b -> b.declare(declared));
    var extra = new ArrayList<Syntax>();
    var pieces = new ArrayList<Syntax>();
    sides.forEach(s -> pieces.add(standIn(s, marks, extra, 0)));
    int count = pieces.size();
    pieces.addAll(extra);
    Context context = Context.of(declared).withIncrements().differentiator(this::derivative);
    boolean sized =
        marks.stream().anyMatch(m -> m.kind() == Mark.Kind.IDENTITY || m.kind() == Mark.Kind.ONES);
    List<Model> models =
        Elaborator.elaborate(pieces, sized && extra.isEmpty() ? context.ofOneShape() : context);
    for (int i = 0; i < marks.size(); i++) {
      for (String name : List.of(MATRIX + i, VECTOR + i)) {
        Expr variable = models.getFirst().variables().get(name);
        if (variable != null) {
          shapes.put(i, variable.shape());
        }
      }
    }
    return new Fit(
        models.subList(0, count).stream().map(Model::expr).toList(),
        Map.copyOf(shapes),
        departures(models.getFirst()));
  }

  /// {@return how many names had to be something else than their letters say}: scalars that are
  /// usually vectors, capitals that are no matrices
  private static int departures(Model model) {
    int count = 0;
    for (String name : model.inferred()) {
      Expr variable = Objects.requireNonNull(model.variables().get(name));
      char first = name.charAt(0);
      boolean vector = first >= 'h' && first <= 'z' && !Commands.GREEK.contains(name);
      boolean capital = Character.isUpperCase(first) && !Commands.GREEK.contains(name);
      if ((vector && !variable.shape().isVector()) || (capital && !variable.shape().isMatrix())) {
        count++;
      }
    }
    return count;
  }

  private static void declare(Map<String, Declaration> declared, String name) {
    declared.put(name, new Declaration(name, Declaration.Kind.SCALAR, Shape.SCALAR, Set.of()));
  }

  private Expr derivative(Expr function, Expr variable) {
    if (variable.node() instanceof Node.Var v && Mark.is(v.name())) {
      shapes.put(Mark.number(v.name()), function.shape());
      return function;
    }
    Shape shape =
        function.isScalar()
            ? variable.shape()
            : variable.isScalar()
                ? function.shape()
                : new Shape(function.shape().count(), variable.shape().count());
    String name =
        derivatives.computeIfAbsent(List.of(function, variable), _ -> CALLED + derivatives.size());
    return Algebra.variable(name, shape);
  }

  private static Syntax diff(Syntax of, String by) {
    return new Syntax.Call(
        "diff", List.of(of, new Syntax.Name(by, Span.NONE)), of.span(), of.span());
  }

  private Syntax standIn(Syntax piece, List<Mark> marks, List<Syntax> extra, int depth) {
    return switch (piece) {
      case Syntax.Number _, Syntax.Colon _ -> piece;
      case Syntax.Name n -> name(n, marks, extra, depth);
      case Syntax.Call c -> call(c, marks, extra, depth);
      case Syntax.Unary _,
          Syntax.Binary _,
          Syntax.Transpose _,
          Syntax.Index _,
          Syntax.Range _,
          Syntax.Block _,
          Syntax.Let _,
          Syntax.Equation _ ->
          Pieces.mapped(piece, p -> standIn(p, marks, extra, depth));
    };
  }

  private Syntax name(Syntax.Name n, List<Mark> marks, List<Syntax> extra, int depth) {
    Definition definition = definitions.get(n.text());
    if (definition == null
        || !definition.parameters().isEmpty()
        || depth > 10
        || ++unfolded > 200) {
      return n;
    }
    return standIn(definition.value(), marks, extra, depth + 1);
  }

  private Syntax call(Syntax.Call c, List<Mark> marks, List<Syntax> extra, int depth) {
    if (Mark.is(c)) {
      return marked(c, marks, extra, depth);
    }
    var arguments = new ArrayList<Syntax>();
    for (Syntax a : c.arguments()) {
      arguments.add(standIn(a, marks, extra, depth));
    }
    if (known.declared().containsKey(c.name())) {
      return new Syntax.Call(c.name(), arguments, c.span(), c.nameSpan());
    }
    Definition definition = definitions.get(c.name());
    if (definition != null
        && definition.parameters().size() == arguments.size()
        && !arguments.isEmpty()) {
      if (depth > 10 || ++unfolded > 200) {
        return new Syntax.Name(CALLED + c.name(), c.span());
      }
      Syntax body = standIn(definition.value(), marks, extra, depth + 1);
      for (int i = 0; i < arguments.size(); i++) {
        body = new Syntax.Let(definition.parameters().get(i), arguments.get(i), body, c.span());
      }
      return body;
    }
    if (c.name().matches("d[2-9]?") && arguments.size() == 1) {
      return diff(arguments.getFirst(), DIFFERENTIAL);
    }
    if (c.name().equals("diff") && arguments.size() == 2) {
      return byVariable(c, arguments);
    }
    if (c.name().matches("argmin|argmax") && arguments.size() == 2) {
      extra.add(arguments.getFirst());
      return arguments.getLast();
    }
    if (!called.contains(c.name())) {
      return new Syntax.Call(c.name(), arguments, c.span(), c.nameSpan());
    }
    extra.addAll(arguments);
    return new Syntax.Name(c.name() + CALLED, c.span());
  }

  private Syntax byVariable(Syntax.Call c, List<Syntax> arguments) {
    Syntax of = arguments.getFirst();
    Syntax by = c.arguments().getLast();
    if (by instanceof Syntax.Name n && !definitions.containsKey(n.text())) {
      return new Syntax.Call("diff", List.of(of, n), c.span(), c.nameSpan());
    }
    if (by instanceof Syntax.Transpose(Syntax.Name n, Span _)) {
      Syntax upright = new Syntax.Call("diff", List.of(of, n), c.span(), c.nameSpan());
      return new Syntax.Transpose(upright, c.span());
    }
    return diff(of, DIFFERENTIAL);
  }

  private Syntax marked(Syntax.Call c, List<Mark> marks, List<Syntax> extra, int depth) {
    int number = Mark.number(c.name());
    Mark mark = marks.get(number);
    switch (mark.kind()) {
      case IDENTITY -> {
        return new Syntax.Call(
            "inv", List.of(new Syntax.Name(MATRIX + number, c.span())), c.span(), c.span());
      }
      case ONES -> {
        return new Syntax.Name(VECTOR + number, c.span());
      }
      case BARS, NORM, FUNCTION -> {}
    }
    Syntax of = standIn(c.arguments().getFirst(), marks, extra, depth);
    Syntax seen = diff(of, Mark.name(number));
    String function =
        switch (mark.kind()) {
          case BARS -> "det";
          case NORM -> "norm2";
          default -> mark.detail().equals("e") ? "exp" : mark.detail();
        };
    return Trees.call(function, List.of(seen), c.span(), c.span());
  }
}

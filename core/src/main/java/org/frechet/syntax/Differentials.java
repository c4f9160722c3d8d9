package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.frechet.shape.Problem.Code;

/// Reads the signs of differentiation in statements, which are ordinary names, calls and quotients
/// to the parser: `d(E)/dX`, `dy/dx`, `d2(E)/dx^2` and `d2(E)/(dx*dx')` become `diff(E, X)`, nested
/// for higher orders, and `d(E)` by itself the differential of E. Names that were defined are
/// replaced by what they stand for.
public final class Differentials {
  /// The call that a differential becomes; no text can spell it.
  static final String TOTAL = "d(E)";

  private static final int HIGHEST = 8;

  private final Map<String, Declaration> declared;
  private final Expansion definitions;

  private Differentials(Map<String, Declaration> declared, List<Definition> definitions) {
    this.declared = declared;
    this.definitions = new Expansion(definitions);
  }

  /// {@return the piece with derivatives as calls of `diff`, differentials as such, and definitions
  /// in place}
  ///
  /// @throws org.frechet.shape.Refusal if a derivative cannot be read
  public static Syntax read(
      Syntax piece, Map<String, Declaration> declared, List<Definition> definitions) {
    return new Differentials(declared, definitions).read(piece);
  }

  /// {@return what this is the differential of, if it is one}
  public static Optional<Syntax> total(Syntax piece) {
    return piece instanceof Syntax.Call c && c.name().equals(TOTAL)
        ? Optional.of(c.arguments().getFirst())
        : Optional.empty();
  }

  /// {@return the piece as it is written, with `d(E)` for differentials}
  public static Syntax written(Syntax piece) {
    Syntax written = Pieces.mapped(piece, Differentials::written);
    return written instanceof Syntax.Call c && c.name().equals(TOTAL)
        ? new Syntax.Call("d", c.arguments(), c.span(), c.nameSpan())
        : written;
  }

  /// {@return the names X whose increment dX is written somewhere}
  public static Set<String> moving(List<Syntax> pieces) {
    var names = new HashSet<String>();
    var moving = new HashSet<String>();
    var open = new ArrayList<>(pieces);
    for (int i = 0; i < open.size(); i++) {
      open.addAll(open.get(i).children());
      switch (open.get(i)) {
        case Syntax.Name n -> names.add(n.text());
        case Syntax.Call c -> {
          names.add(c.name());
          total(c)
              .filter(e -> e instanceof Syntax.Name)
              .ifPresent(e -> moving.add(((Syntax.Name) e).text()));
        }
        case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ -> {}
        case Syntax.Index _, Syntax.Colon _, Syntax.Range _, Syntax.Block _ -> {}
        case Syntax.Let _, Syntax.Equation _ -> {}
      }
    }
    names.stream()
        .filter(n -> n.length() > 1 && n.startsWith("d") && names.contains(n.substring(1)))
        .forEach(n -> moving.add(n.substring(1)));
    return moving.isEmpty() ? within(pieces) : moving;
  }

  /// In `tr(A*d(inv(X)))` X moves, since no differential has an A.
  private static Set<String> within(List<Syntax> pieces) {
    var common = new HashSet<String>();
    boolean first = true;
    for (Syntax piece : pieces) {
      var names = new HashSet<String>();
      collect(piece, false, names);
      if (!names.isEmpty()) {
        if (first) {
          common.addAll(names);
        } else {
          common.retainAll(names);
        }
        first = false;
      }
    }
    return common;
  }

  private static void collect(Syntax piece, boolean inside, Set<String> names) {
    if (inside && piece instanceof Syntax.Name n) {
      names.add(n.text());
    }
    boolean below = inside || total(piece).isPresent();
    piece.children().forEach(c -> collect(c, below, names));
  }

  /// {@return the names X by which the pieces differentiate: `dX` below a stroke, `diff(E, X)`}
  public static Set<String> by(List<Syntax> pieces) {
    var names = new HashSet<String>();
    var open = new ArrayList<>(pieces);
    for (int i = 0; i < open.size(); i++) {
      Syntax piece = open.get(i);
      open.addAll(piece.children());
      if (piece instanceof Syntax.Binary b && b.operator().equals("/")) {
        variable(b.right(), "d").ifPresent(x -> names(x, names));
      } else if (piece instanceof Syntax.Call c
          && c.name().equals("diff")
          && c.arguments().size() == 2) {
        names(c.arguments().getLast(), names);
      }
    }
    return names;
  }

  /// {@return the names below a `d(…)`}
  public static Set<String> under(List<Syntax> pieces) {
    var names = new HashSet<String>();
    var open = new ArrayList<>(pieces);
    for (int i = 0; i < open.size(); i++) {
      Optional<Syntax> below = total(open.get(i));
      if (below.isPresent()) {
        names(below.get(), names);
      } else {
        open.addAll(open.get(i).children());
      }
    }
    return names;
  }

  private static void names(Syntax piece, Set<String> names) {
    if (piece instanceof Syntax.Name n) {
      names.add(n.text());
    }
    piece.children().forEach(child -> names(child, names));
  }

  private Syntax read(Syntax piece) {
    if (piece instanceof Syntax.Binary b) {
      return binary(b);
    }
    return operator(piece).map(this::differential).orElseGet(() -> plain(piece));
  }

  /// Along the spine, without recursion.
  private Syntax binary(Syntax.Binary last) {
    List<Syntax.Binary> spine = last.spine();
    Syntax head = spine.getFirst().left();
    Optional<Applied> pending = operator(head).or(() -> undefined(head, spine.getFirst()));
    Optional<Syntax> factor = Optional.empty();
    Syntax value = pending.isPresent() ? head : read(head);
    for (Syntax.Binary b : spine) {
      refuseOpenOrder(b);
      refuseGluedTranspose(b);
      Optional<Applied> next = operator(b.right());
      if (b.operator().equals("/") && pending.isPresent()) {
        Optional<By> by = by(b.right(), pending.get().order());
        if (by.isPresent()) {
          Syntax quotient = derivative(pending.get(), by.get(), b.span());
          value = factor.isPresent() ? with(b, "*", factor.get(), quotient) : quotient;
          pending = Optional.empty();
          factor = Optional.empty();
          continue;
        }
      }
      if (pending.isPresent()) {
        Syntax d = differential(pending.get());
        value = factor.isPresent() ? with(b, "*", factor.get(), d) : d;
      }
      factor = Optional.empty();
      pending = Optional.empty();
      if (b.operator().equals("*") && next.isPresent()) {
        factor = Optional.of(value); // 2*d(E)/dx is 2 times the derivative
        pending = next;
      } else {
        value = with(b, b.operator(), value, read(b.right()));
      }
    }
    if (pending.isPresent()) {
      Syntax d = differential(pending.get());
      value = factor.isPresent() ? with(last, "*", factor.get(), d) : d;
    }
    return value;
  }

  /// `x^Tx` is a transpose to everybody but the grammar.
  private void refuseGluedTranspose(Syntax.Binary power) {
    if (power.operator().equals("^")
        && power.right() instanceof Syntax.Name t
        && t.text().matches("T\\p{L}.*")
        && !declared.containsKey(t.text())) {
      throw Wording.refusal(
          Code.SYNTAX,
          "^%s may be the power %s, or a transpose before %s"
              .formatted(t.text(), t.text(), t.text().substring(1)),
          power.span(),
          "write x'*A for the transpose, or declare %s".formatted(t.text()));
    }
  }

  /// `d^n/dx^n`
  private void refuseOpenOrder(Syntax.Binary quotient) {
    if (quotient.operator().equals("/")
        && quotient.left() instanceof Syntax.Binary power
        && power.operator().equals("^")
        && power.left() instanceof Syntax.Name d
        && d.text().equals("d")
        && !declared.containsKey("d")) {
      throw Wording.refusal(
          Code.UNSUPPORTED,
          "a derivative of an order that is no number is not read",
          quotient.span(),
          "write d2(E)/dx2, or declare d if it is a variable");
    }
  }

  private static Syntax with(Syntax.Binary b, String operator, Syntax left, Syntax right) {
    return new Syntax.Binary(operator, left, right, b.span(), b.operatorSpan());
  }

  private Syntax plain(Syntax piece) {
    return switch (piece) {
      case Syntax.Name n -> definitions.value(n).map(this::again).orElse(n);
      case Syntax.Call c when c.name().equals("diff") && c.arguments().size() == 2 ->
          new Syntax.Call(
              "diff",
              List.of(read(c.arguments().getFirst()), c.arguments().getLast()),
              c.span(),
              c.nameSpan());
      case Syntax.Call c -> {
        List<Syntax> arguments = c.arguments().stream().map(this::read).toList();
        var call = new Syntax.Call(c.name(), arguments, c.span(), c.nameSpan());
        yield definitions.called(call).map(this::again).orElse(call);
      }
      case Syntax.Unary _, Syntax.Transpose _, Syntax.Index _, Syntax.Range _ ->
          Pieces.mapped(piece, this::read);
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> Pieces.mapped(piece, this::read);
      case Syntax.Number _, Syntax.Colon _ -> piece;
      case Syntax.Binary b -> binary(b);
    };
  }

  /// What a definition stands for may have differentials, but definitions are in place there.
  private Syntax again(Syntax value) {
    return new Differentials(declared, List.of()).read(value);
  }

  /// `d(E)`, `d2(E)`, or `dy` of a defined y: what d is applied to, and how often.
  private record Applied(Syntax to, int order, Syntax.Span span) {}

  private Optional<Applied> operator(Syntax piece) {
    if (piece instanceof Syntax.Unary u && u.operator() == '+') {
      return operator(u.operand());
    }
    if (piece instanceof Syntax.Call c && c.arguments().size() == 1) {
      int order = order(c.name());
      return order > 0 && !isEntry(c)
          ? Optional.of(new Applied(c.arguments().getFirst(), order, c.span()))
          : Optional.empty();
    }
    if (piece instanceof Syntax.Name n && !declared.containsKey(n.text())) {
      for (int order = 1; order <= HIGHEST; order++) {
        String prefix = order == 1 ? "d" : "d" + order;
        if (n.text().startsWith(prefix)) {
          String base = n.text().substring(prefix.length());
          if (definitions.knows(base)) {
            return Optional.of(new Applied(new Syntax.Name(base, n.span()), order, n.span()));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// `d(2)` is an entry of a vector d; a variable d does not hinder anybody from writing `d(x'*x)`.
  private boolean isEntry(Syntax.Call c) {
    Declaration known = declared.get(c.name());
    if (known == null || known.shape().isScalar()) {
      return false;
    }
    Syntax inside = c.arguments().getFirst();
    boolean index =
        inside instanceof Syntax.Name n
            && declared.containsKey(n.text())
            && Objects.requireNonNull(declared.get(n.text())).kind() == Declaration.Kind.INDEX;
    return index
        || inside instanceof Syntax.Number
        || inside instanceof Syntax.Range
        || inside instanceof Syntax.Colon;
  }

  /// `dy/dx` of a y of which nothing is known yet is a derivative all the same.
  private Optional<Applied> undefined(Syntax head, Syntax.Binary first) {
    return first.operator().equals("/")
            && head instanceof Syntax.Name n
            && !declared.containsKey(n.text())
            && first.right() instanceof Syntax.Name x
            && !declared.containsKey(x.text())
            && by(x, 1).isPresent()
        ? variable(n, "d").map(y -> new Applied(y, 1, n.span()))
        : Optional.empty();
  }

  private static int order(String name) {
    if (name.equals("d")) {
      return 1;
    }
    return name.matches("d[1-" + HIGHEST + "]") ? name.charAt(1) - '0' : 0;
  }

  private Syntax differential(Applied applied) {
    Syntax value = read(applied.to());
    for (int i = 0; i < applied.order(); i++) {
      value = new Syntax.Call(TOTAL, List.of(value), applied.span(), applied.span());
    }
    return value;
  }

  /// What stands below the stroke: the variables, innermost derivative first.
  private record By(List<Syntax> variables) {}

  private Optional<By> by(Syntax piece, int order) {
    if (piece instanceof Syntax.Binary b && b.operator().equals("*")) {
      Optional<By> left = by(b.left(), 1);
      Optional<By> right = by(b.right(), 1);
      return left.isPresent() && right.isPresent() && order == 2
          ? Optional.of(new By(List.of(upright(left.get()), upright(right.get()))))
          : Optional.empty();
    }
    if (piece instanceof Syntax.Binary b
        && b.operator().equals("^")
        && b.right() instanceof Syntax.Number k
        && k.text().equals("" + order)) {
      return variable(b.left(), "d").map(x -> repeated(x, order));
    }
    Optional<Syntax> plain = variable(piece, "d");
    if (order > 1 && piece instanceof Syntax.Name n && n.text().endsWith("" + order)) {
      String text = n.text().substring(0, n.text().length() - 1);
      plain = variable(new Syntax.Name(text, n.span()), "d");
    }
    return plain.map(x -> repeated(x, order));
  }

  private static By repeated(Syntax x, int order) {
    return new By(java.util.Collections.nCopies(order, x));
  }

  private static Syntax upright(By by) {
    Syntax x = by.variables().getFirst();
    return x instanceof Syntax.Transpose t ? t.operand() : x;
  }

  /// `dX` is X, `dX'` is X', `d(x(2))` is x(2), `dx(2)` too.
  private static Optional<Syntax> variable(Syntax piece, String d) {
    return switch (piece) {
      case Syntax.Name n when n.text().length() > d.length() && n.text().startsWith(d) ->
          Optional.of(new Syntax.Name(n.text().substring(d.length()), n.span()));
      case Syntax.Transpose t ->
          variable(t.operand(), d).map(x -> new Syntax.Transpose(x, t.span()));
      case Syntax.Call c when c.name().equals(d) && c.arguments().size() == 1 ->
          Optional.of(c.arguments().getFirst());
      case Syntax.Call c when c.name().length() > d.length() && c.name().startsWith(d) ->
          Optional.of(
              new Syntax.Call(
                  c.name().substring(d.length()), c.arguments(), c.span(), c.nameSpan()));
      case Syntax.Name _, Syntax.Call _, Syntax.Number _, Syntax.Unary _, Syntax.Binary _ ->
          Optional.empty();
      case Syntax.Index _, Syntax.Colon _, Syntax.Range _, Syntax.Block _ -> Optional.empty();
      case Syntax.Let _, Syntax.Equation _ -> Optional.empty();
    };
  }

  private Syntax derivative(Applied applied, By by, Syntax.Span span) {
    if (by.variables().size() != applied.order()) {
      throw Wording.refusal(
          Code.SYNTAX,
          "a derivative of order %d is by as many variables".formatted(applied.order()),
          span,
          "write d2(E)/dx^2 or d2(E)/(dx*dy)");
    }
    Syntax value = read(applied.to());
    for (Syntax x : by.variables()) {
      value = new Syntax.Call("diff", List.of(value, x), span, applied.span());
    }
    return value;
  }
}

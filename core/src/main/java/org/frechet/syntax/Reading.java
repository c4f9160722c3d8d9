package org.frechet.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Meaning.Link;
import org.frechet.syntax.Meaning.Operand;
import org.frechet.syntax.Scope.Bound;
import org.frechet.syntax.Scope.Running;

/// Walks over what was written and says what it means. Scopes, the meaning of names and the kinds
/// of calls are settled here once, for the shapes of [Shapes] and the expressions of [Expressions]
/// alike.
///
/// Sums, products and definitions are walked without recursion along their spine.
final class Reading<V> {
  private final Names names;
  private final Meaning<V> meaning;

  Reading(Names names, Meaning<V> meaning) {
    this.names = names;
    this.meaning = meaning;
  }

  V read(Syntax piece) {
    return read(piece, Scope.empty());
  }

  V read(Syntax piece, Scope<V> scope) {
    try {
      return switch (piece) {
        case Syntax.Number n -> meaning.number(n);
        case Syntax.Name n -> name(n, scope);
        case Syntax.Unary u when u.operator() == '-' -> meaning.negated(read(u.operand(), scope));
        case Syntax.Unary u -> read(u.operand(), scope);
        case Syntax.Binary b -> binary(b, scope);
        case Syntax.Transpose t -> meaning.transposed(read(t.operand(), scope));
        case Syntax.Call c -> call(c, scope);
        case Syntax.Index i -> index(i, scope);
        case Syntax.Block b -> block(b, scope);
        case Syntax.Let l -> let(l, scope);
        case Syntax.Colon _, Syntax.Range _ ->
            throw Wording.refusal(
                Code.SYNTAX, ": stands only among indices", piece.span(), "as in X(1:2, :)");
        case Syntax.Equation e ->
            throw Wording.refusal(
                Code.BAD_REQUEST,
                "an equation has no value",
                e.span(),
                "give its sides one by one");
      };
    } catch (Refusal refusal) {
      throw Wording.placed(refusal, piece.span());
    }
  }

  private Operand<V> operand(Syntax piece, Scope<V> scope) {
    return new Operand<>(piece, read(piece, scope));
  }

  private List<Operand<V>> operands(List<Syntax> pieces, Scope<V> scope) {
    var operands = new ArrayList<Operand<V>>();
    for (Syntax piece : pieces) {
      operands.add(operand(piece, scope));
    }
    return operands;
  }

  private V name(Syntax.Name name, Scope<V> scope) {
    Optional<Bound<V>> bound = scope.find(name.text());
    if (bound.isPresent() && bound.get() instanceof Bound.Defined<V>(V value)) {
      return value;
    }
    if (bound.isEmpty()) {
      Abstractions.refuseBare(name, names.declared());
    }
    if (bound.isPresent() || isIndex(name.text())) {
      throw Wording.refusal(
          Code.UNSUPPORTED,
          "the index " + name.text() + " stands for a position, its value cannot be used",
          name.span(),
          "declare a vector that holds the numbers, and write its entry");
    }
    return meaning.global(name);
  }

  private boolean isIndex(String name) {
    return names.isIndex(name);
  }

  private V binary(Syntax.Binary b, Scope<V> scope) {
    Precedence level = Precedence.ofOperator(b.operator());
    if (level == Precedence.POSTFIX) {
      return meaning.infix(b, operand(b.left(), scope), operand(b.right(), scope));
    }
    var spine = new ArrayDeque<Syntax.Binary>();
    Syntax head = b;
    while (head instanceof Syntax.Binary l && Precedence.ofOperator(l.operator()) == level) {
      spine.push(l);
      head = l.left();
    }
    Operand<V> left = operand(head, scope);
    var links = new ArrayList<Link<V>>();
    for (Syntax.Binary node : spine) {
      var link = new Link<>(node, operand(node.right(), scope));
      if (level == Precedence.SUM || node.operator().equals("*")) {
        links.add(link);
        continue;
      }
      try {
        left =
            new Operand<>(
                node.left(), links.isEmpty() ? left.value() : meaning.product(left, links));
        left = new Operand<>(node, meaning.infix(node, left, link.right()));
      } catch (Refusal refusal) {
        throw Wording.placed(refusal, node.span());
      }
      links.clear();
    }
    if (links.isEmpty()) {
      return left.value();
    }
    return level == Precedence.SUM ? meaning.sum(left, links) : meaning.product(left, links);
  }

  private V let(Syntax.Let first, Scope<V> scope) {
    Scope<V> inner = scope;
    Syntax piece = first;
    while (piece instanceof Syntax.Let l) {
      inner = inner.define(l.name(), read(l.value(), inner));
      piece = l.body();
    }
    return read(piece, inner);
  }

  private V block(Syntax.Block b, Scope<V> scope) {
    var rows = new ArrayList<List<Operand<V>>>();
    for (List<Syntax> row : b.rows()) {
      rows.add(operands(row, scope));
    }
    return meaning.block(rows, b);
  }

  /// A variable wins over a function of its name.
  private V call(Syntax.Call c, Scope<V> scope) {
    Optional<DerivativeSymbol> symbol = Abstractions.called(c, names.declared(), scope);
    if (symbol.isPresent()) {
      return applied(symbol.get(), c, scope);
    }
    boolean bound = scope.find(c.name()).isPresent() || names.isDeclared(c.name());
    Optional<Option> option =
        bound
            ? Optional.empty()
            : Option.of(c, word -> scope.find(word).isPresent() || names.isDeclared(word));
    if (option.isPresent()) {
      return option(option.get(), c, scope);
    }
    Optional<Special> special = bound ? Optional.empty() : Special.of(c);
    if (special.isPresent()) {
      return special(special.get(), c, scope);
    }
    Optional<Function> function = bound ? Optional.empty() : Functions.byName(c.name());
    if (function.isPresent()) {
      return meaning.apply(function.get(), operands(c.arguments(), scope), c);
    }
    if (!bound && !names.isVariable(c.name()) && !names.increments().containsKey(c.name())) {
      throw Unknown.function(c, names);
    }
    var target = new Syntax.Name(c.name(), c.nameSpan());
    return entry(c, operand(target, scope), c.arguments(), scope);
  }

  private V index(Syntax.Index i, Scope<V> scope) {
    Optional<DerivativeSymbol> symbol = Abstractions.primed(i, names.declared(), scope);
    return symbol.isPresent()
        ? applied(symbol.get(), Abstractions.call(i), scope)
        : entry(i, operand(i.target(), scope), i.selectors(), scope);
  }

  private V applied(DerivativeSymbol symbol, Syntax.Call c, Scope<V> scope) {
    return meaning.apply(symbol.function(), operands(c.arguments(), scope), c);
  }

  private V option(Option option, Syntax.Call c, Scope<V> scope) {
    List<Operand<V>> arguments = operands(option.arguments(), scope);
    if (!option.turned()) {
      return meaning.apply(option.function(), arguments, c);
    }
    arguments.replaceAll(a -> new Operand<>(a.piece(), meaning.transposed(a.value())));
    return meaning.transposed(meaning.apply(option.function(), arguments, c));
  }

  private V entry(Syntax whole, Operand<V> target, List<Syntax> pieces, Scope<V> scope) {
    Shape shape = meaning.shape(target.value());
    Selectors selectors =
        Selectors.read(whole, target.piece(), shape, pieces, scope, this::isIndex);
    selectors.runs(shape, meaning::runs);
    return meaning.selected(target, selectors);
  }

  private V special(Special kind, Syntax.Call c, Scope<V> scope) {
    kind.checkArity(c);
    List<Dim> sizes = kind.sizes(c).stream().map(this::size).toList();
    if (kind == Special.SUM) {
      return indexSum(c, scope);
    }
    if (kind == Special.INTEGRATE) {
      Integration.check(c, scope, names);
    }
    List<Operand<V>> values = operands(kind.values(c), scope);
    return switch (kind) {
      case EYE, DUPLICATION, ELIMINATION -> meaning.fill(kind, sizes.getFirst(), sizes.getFirst());
      case ONES, ZEROS ->
          meaning.fill(kind, sizes.getFirst(), sizes.size() == 1 ? Dim.ONE : sizes.get(1));
      case COMMUTATION -> meaning.fill(kind, sizes.get(0), sizes.get(1));
      case RESHAPE -> meaning.reshaped(values.getFirst(), sizes.get(0), sizes.get(1), c);
      case STOP -> meaning.stopped(values.getFirst().value());
      case DIFF -> meaning.derivative(values.getFirst(), variable(values.get(1), scope), c);
      case TOTAL -> meaning.total(values.getFirst().value());
      case INTEGRATE -> meaning.integral(values, c);
      case MAX, MIN ->
          meaning.extreme(
              Functions.byName(c.name()).orElseThrow(() -> Unknown.function(c, names)),
              values.get(0),
              values.get(1),
              c);
      case SUM -> throw new IllegalStateException("sums over an index are read before");
    };
  }

  private Dim size(Syntax piece) {
    if (piece instanceof Syntax.Name n && names.isDeclared(n.text())) {
      throw Wording.refusal(
          Code.BAD_REQUEST,
          n.text() + " is declared as a variable and cannot be a size",
          piece.span(),
          "use another name for the size");
    }
    return Sizes.read(piece);
  }

  private Operand<V> variable(Operand<V> operand, Scope<V> scope) {
    if (operand.piece() instanceof Syntax.Name n
        && scope.find(n.text()).isEmpty()
        && names.isVariable(n.text())) {
      return operand;
    }
    throw Wording.refusal(
        Code.BAD_REQUEST,
        "diff differentiates by a variable, and " + Wording.of(operand.piece()) + " is none",
        operand.piece().span(),
        "write " + Special.DIFF.form() + " with the name of a variable X");
  }

  private V indexSum(Syntax.Call c, Scope<V> scope) {
    if (!(c.arguments().getFirst() instanceof Syntax.Name n)) {
      throw Wording.refusal(
          Code.SYNTAX,
          "sum with two arguments runs over an index, and this is not a name",
          c.arguments().getFirst().span(),
          "write sum(i, EXPR); " + Option.hint("sum"));
    }
    Optional<Dim> range =
        Optional.ofNullable(names.declared().get(n.text()))
            .filter(d -> d.kind() == Declaration.Kind.INDEX)
            .map(Declaration::range);
    var index = new Running(scope.unused(n.text()), range);
    Operand<V> body = operand(c.arguments().get(1), scope.run(n.text(), index));
    if (index.size().isEmpty()) {
      throw Wording.refusal(
          Code.SHAPE_MISMATCH,
          "the index " + n.text() + " selects nothing, so its range is unknown",
          n.span(),
          Sizes.literal(c.arguments().get(1)).isPresent()
              ? "sum(X) sums all entries; " + Option.hint("sum")
              : "write entries such as x(%s) or X(%s,:), or declare %s: index(n)"
                  .replace("%s", n.text()));
    }
    return meaning.indexSum(index, body, c);
  }
}

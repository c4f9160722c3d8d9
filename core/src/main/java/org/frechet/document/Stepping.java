package org.frechet.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.Conventions;
import org.frechet.Judgment;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Relation.Sign;
import org.frechet.syntax.Syntax;

/// Judges the steps `a = b` of one statement, and decides of each whether it claims anything.
///
/// The decision is on the safe side: what may be an equation to be solved, an assumption or an
/// abbreviation is never called wrong.
final class Stepping {
  /// What the statement is about.
  ///
  /// @param governing what the words before it make of it
  /// @param strict whether an identity that fails is a mistake: it is a step of a derivation, or
  ///   the text calls it an identity
  /// @param known names that the document has used before
  record Setting(
      Knowledge.Scene scene,
      Governing governing,
      boolean strict,
      Layout layout,
      Set<String> known,
      Answers answers) {}

  private final Setting setting;
  private final Map<String, Declaration> declared;
  private final List<Definition> definitions;

  Stepping(Setting setting, Set<String> moved) {
    this.setting = setting;
    this.declared = new HashMap<>(setting.scene().declared());
    this.definitions = new ArrayList<>(setting.scene().definitions());
    definitions.removeIf(d -> moved.contains(d.name()));
  }

  /// {@return what was found of each step}
  List<Link> links(List<Syntax> sides, List<Sign> signs) {
    var links = new ArrayList<Link>();
    for (int i = 0; i < signs.size(); i++) {
      boolean inside = i > 0 && signs.get(i - 1) == Sign.EQUAL;
      Link link = link(sides.get(i), sides.get(i + 1), signs.get(i), inside);
      links.add(inside && !link.isRight() ? fromTheFirst(sides, i + 1, link) : link);
    }
    return links;
  }

  /// `dy = f(x + dx) - f(x) = 2*x*dx` leaves out terms between its last two sides, and is right
  /// from the first to the last.
  private Link fromTheFirst(List<Syntax> sides, int to, Link link) {
    if (!Trees.differentiates(read(sides.getFirst())) || !link.status().isFault()) {
      return link;
    }
    Link whole = link(sides.getFirst(), sides.get(to), Sign.EQUAL, false);
    return whole.status() == Status.RIGHT
        ? whole.with(Status.RIGHT_IF, "terms of higher order are left out in this step")
        : link;
  }

  private Syntax read(Syntax piece) {
    return Differentials.read(piece, declared, definitions);
  }

  private Link link(Syntax left, Syntax right, Sign sign, boolean inside) {
    var relation = new Relation(List.of(), Optional.empty(), List.of(left, right), List.of(sign));
    if (sign == Sign.DEFINES) {
      return Link.of(relation, Status.DEFINITION, "");
    }
    Syntax a;
    Syntax b;
    try {
      a = read(left);
      b = read(right);
    } catch (Refusal r) {
      return Link.of(relation, Status.UNKNOWN, r.problem().message());
    }
    if (a.equals(b)) {
      return Link.of(relation, Status.NOT_A_CLAIM, "");
    }
    return sign == Sign.EQUAL ? equal(relation, a, b, inside) : compared(relation, a, b);
  }

  private Link compared(Relation relation, Syntax a, Syntax b) {
    boolean constraint = Trees.isAtom(a) || Trees.isAtom(b);
    if (constraint || !Trees.names(a).containsAll(Trees.names(b))) {
      return Link.of(relation, Status.NOT_A_CLAIM, "");
    }
    Link link = judged(relation);
    return link.isRight()
        ? link
        : link.with(Status.UNKNOWN, "the inequality was not found to hold everywhere");
  }

  private Link equal(Relation relation, Syntax a, Syntax b, boolean inside) {
    boolean derivative =
        Trees.isDerivative(a)
            || Trees.isDerivative(b)
            || Differentials.total(a).isPresent()
            || Differentials.total(b).isPresent();
    if (derivative && !Trees.isZero(a) && !Trees.isZero(b)) {
      return derivative(relation, a, b);
    }
    Set<String> unknown = unknownSubject(a);
    if (!unknown.isEmpty()) {
      return Link.of(
          relation, Status.UNKNOWN, "it is not said what " + unknown.iterator().next() + " is");
    }
    if (Trees.isZero(a) || Trees.isZero(b)) {
      return rightOrNothing(relation, "an equation");
    }
    return identity(relation, a, b, inside);
  }

  /// `dz` where nothing is known of z.
  private static Set<String> unknownSubject(Syntax a) {
    return a instanceof Syntax.Name n
            && n.text().length() > 1
            && n.text().matches("d[A-Za-z](_.*)?")
        ? Set.of(n.text().substring(1))
        : Set.of();
  }

  private Link rightOrNothing(Relation relation, String what) {
    Link link = judged(relation);
    return link.status() == Status.RIGHT ? link : Link.of(relation, Status.NOT_A_CLAIM, what);
  }

  private Link derivative(Relation relation, Syntax a, Syntax b) {
    boolean onLeft = Trees.isDerivative(a) || Differentials.total(a).isPresent();
    Syntax subject = Trees.subject(onLeft ? a : b);
    Syntax value = onLeft ? b : a;
    if (subject instanceof Syntax.Name n
        && Trees.isDerivative(onLeft ? a : b)
        && !wrt(onLeft ? a : b).contains(n.text())) {
      return Link.of(relation, Status.UNKNOWN, "it is not said what " + n.text() + " is");
    }
    Optional<String> undefined = undefinedCall(subject);
    if (undefined.isPresent()) {
      return Link.of(relation, Status.UNKNOWN, "it is not said what " + undefined.get() + " is");
    }
    Optional<String> strange =
        strange(value, subject, onLeft ? a : b).or(() -> undefinedCall(value));
    if (strange.isPresent()) {
      return Link.of(relation, Status.UNKNOWN, "it is not said what " + strange.get() + " is");
    }
    Link link = judged(relation);
    if (link.status() == Status.RIGHT) {
      return link;
    }
    if (link.status().isFault()
        && Differentials.total(onLeft ? a : b).isPresent()
        && isDifference(value, subject)) {
      return Link.of(
          relation, Status.RIGHT_IF, "right to first order: terms of higher order are left out");
    }
    if (setting.governing() == Governing.ASSUMED || setting.governing() == Governing.DENIED) {
      return Link.of(relation, Status.NOT_A_CLAIM, "");
    }
    return link;
  }

  /// Whether a value is f(X + dX) − f(X), which many call dy.
  private boolean isDifference(Syntax value, Syntax subject) {
    Set<String> names = Trees.names(value);
    Set<String> moving = new HashSet<>(Trees.names(subject));
    moving.removeIf(x -> !names.contains("d" + x));
    if (moving.isEmpty()) {
      return false;
    }
    Syntax moved =
        Trees.replaced(
            subject,
            p ->
                p instanceof Syntax.Name n && moving.contains(n.text())
                    ? Trees.binary("+", n, Trees.name("d" + n.text()))
                    : p);
    var relation = Relation.equal(List.of(value, Trees.binary("-", moved, subject)));
    return asked(relation, declared).status() == Status.RIGHT;
  }

  private static Set<String> wrt(Syntax derivative) {
    var names = new HashSet<String>();
    for (Syntax d = derivative; Trees.isDerivative(d); d = d.children().getFirst()) {
      names.addAll(Trees.names(d.children().getLast()));
    }
    return names;
  }

  /// {@return a function that is called and that nobody has defined}
  private Optional<String> undefinedCall(Syntax piece) {
    return Trees.calls(piece).stream()
        .filter(name ->
            !name.equals("diff")
                && !name.startsWith("d(")
                && !Functions.isKnown(name)
                && !declared.containsKey(name)
                && !Trees.names(piece).contains(name))
        .filter(name -> !setting.known().contains(name) || setting.scene().opaque().contains(name))
        .sorted()
        .findFirst();
  }

  /// {@return a name in a claimed value that the function does not have and nobody has declared}
  private Optional<String> strange(Syntax value, Syntax subject, Syntax derivative) {
    Set<String> own = new HashSet<>(Trees.names(subject));
    own.addAll(Trees.calls(subject));
    own.addAll(wrt(derivative));
    Set<String> sizes = Trees.sizes(value);
    return Trees.names(value).stream()
        .filter(name ->
            !own.contains(name)
                && !name.equals("I")
                && !sizes.contains(name)
                && !declared.containsKey(name))
        .filter(name -> !(name.startsWith("d") && own.contains(name.substring(1))))
        .filter(name -> !setting.known().contains(name) || setting.scene().opaque().contains(name))
        .sorted()
        .findFirst();
  }

  private Link identity(Relation relation, Syntax a, Syntax b, boolean inside) {
    boolean plain = Trees.isAtom(a) || Trees.isAtom(b);
    if (plain && !inside) {
      return plainIdentity(relation, a, b);
    }
    Set<String> left = Trees.names(a);
    Set<String> right = Trees.names(b);
    Optional<String> undefined = undefinedCall(a).or(() -> undefinedCall(b));
    Link link = judged(relation);
    if (link.status() == Status.RIGHT) {
      return link;
    }
    boolean same =
        left.containsAll(right) || inside && setting.known().containsAll(right) && !right.isEmpty();
    boolean claimed =
        (setting.strict() || inside)
            && setting.governing() != Governing.ASSUMED
            && setting.governing() != Governing.DENIED;
    if (undefined.isPresent() || !same || plain) {
      return Link.of(
          relation,
          plain || !inside ? Status.NOT_A_CLAIM : Status.UNKNOWN,
          undefined.map(u -> "it is not said what " + u + " is").orElse(""));
    }
    if (link.status() == Status.RIGHT_IF) {
      return claimed ? link : Link.of(relation, Status.NOT_A_CLAIM, "an assumption");
    }
    if (link.status() == Status.ILL_SHAPED && !declared.keySet().containsAll(left)) {
      return link.with(Status.UNKNOWN, link.message());
    }
    return claimed && link.status().isFault()
        ? link
        : Link.of(relation, inside ? Status.UNKNOWN : Status.NOT_A_CLAIM, "");
  }

  /// `A = A'`, `x = 0`, `y = A*x`: mostly no claims.
  private Link plainIdentity(Relation relation, Syntax a, Syntax b) {
    boolean constant =
        Trees.names(a).isEmpty() || Trees.names(b).isEmpty() || Trees.isAtom(a) && Trees.isAtom(b);
    return constant ? Link.of(relation, Status.NOT_A_CLAIM, "") : rightOrNothing(relation, "");
  }

  /// Asks, first with all that is known, then without what earlier sections say of names.
  private Link judged(Relation relation) {
    Link link = asked(relation, declared);
    if (link.isRight()) {
      return link;
    }
    Optional<Link> sized = sized(relation, link);
    if (sized.isPresent()) {
      return sized.get();
    }
    if (link.status().isFault() && isPrimed(relation)) {
      return link.with(Status.UNKNOWN, "a prime may be a transpose or a derivative");
    }
    var more = new HashMap<>(declared);
    var names = new HashSet<String>();
    relation.sides().forEach(s -> names.addAll(Trees.names(read(s))));
    names.retainAll(setting.scene().vectors());
    names.removeAll(declared.keySet());
    if (names.isEmpty()) {
      return link;
    }
    for (String name : names) {
      Declarations.parse(name + ": vector(n_" + name + ")").forEach(d -> more.put(name, d));
    }
    Link other = asked(relation, more);
    return other.isRight() ? other : link;
  }

  /// How large an identity is, nobody writes: it is as large as it has to be.
  private Optional<Link> sized(Relation relation, Link link) {
    Set<String> sizes = new HashSet<>();
    relation.sides().forEach(s -> sizes.addAll(Trees.sizes(s)));
    if (sizes.isEmpty()) {
      return Optional.empty();
    }
    var dims = new TreeSet<String>();
    declared.values().forEach(d -> dims.add(d.shape().rows().toString()));
    for (String dim : dims.stream().filter(d -> d.matches("[A-Za-z]\\w*")).limit(6).toList()) {
      List<Syntax> sides = relation.sides().stream().map(s -> Trees.sized(s, dim)).toList();
      Link other =
          asked(new Relation(List.of(), Optional.empty(), sides, relation.signs()), declared);
      if (other.isRight()) {
        return Optional.of(other);
      }
    }
    return link.status() == Status.ILL_SHAPED
        ? Optional.of(Link.of(relation, Status.UNKNOWN, "it is not said how large the identity is"))
        : Optional.empty();
  }

  /// `(uv)' = u'v + uv'` is the product rule of two functions of which nothing was said.
  private boolean isPrimed(Relation relation) {
    var names = new HashSet<String>();
    boolean turned = false;
    for (Syntax side : relation.sides()) {
      Syntax read = read(side);
      names.addAll(Trees.names(read));
      if (Trees.any(read, p -> p instanceof Syntax.Call)) {
        return false;
      }
      turned |= Trees.any(read, p -> p instanceof Syntax.Transpose);
    }
    return turned
        && names.stream()
            .noneMatch(n -> declared.containsKey(n) || !Character.isLowerCase(n.charAt(0)));
  }

  private Link asked(Relation relation, Map<String, Declaration> names) {
    var conventions = new Conventions(names, definitions, setting.layout());
    Answers.Answer answer = setting.answers().to(relation, conventions);
    return answer
        .judgment()
        .map(j -> new Link(relation, status(j), answer.judgment(), "", false))
        .orElseGet(() -> Link.of(relation, Status.UNKNOWN, answer.refusal()));
  }

  private Status status(Judgment judgment) {
    return switch (judgment.verdict()) {
      case RIGHT -> Status.RIGHT;
      case RIGHT_IF -> isStated(judgment.hypotheses()) ? Status.RIGHT : Status.RIGHT_IF;
      case RIGHT_OTHER_LAYOUT -> Status.RIGHT_OTHER_LAYOUT;
      case WRONG -> Status.WRONG;
      case ILL_SHAPED -> Status.ILL_SHAPED;
      case NOT_DIFFERENTIABLE -> Status.NOT_DIFFERENTIABLE;
      case UNKNOWN -> Status.UNKNOWN;
    };
  }

  /// Whether the text says what the claim needs: `A symmetric`, of an A whose size it does not say.
  private boolean isStated(List<String> hypotheses) {
    return !hypotheses.isEmpty()
        && hypotheses.stream()
            .allMatch(h -> {
              int blank = h.indexOf(' ');
              String name = blank < 0 ? h : h.substring(0, blank);
              String word = blank < 0 ? "" : h.substring(blank + 1);
              Set<Trait> traits = setting.scene().loose().getOrDefault(name, Set.of());
              return traits.stream().anyMatch(t -> t.word().equals(word));
            });
  }
}

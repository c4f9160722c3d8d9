package org.frechet.document;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.frechet.derive.Layout;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Goes through the statements of a document in their order: reads each with what is known by then,
/// takes in what it defines, and judges the rest.
final class Examination {
  /// Signs of mathematics that the language does not have; what the reader makes of them is not
  /// what is meant.
  private static final Pattern BEYOND =
      Pattern.compile(
          "\\\\mathbb\\s*\\{?\\s*[EPV]\\b|\\\\operatorname\\*?\\{\\s*(?:E|Var|Cov|Pr|KL|Tr?ace)\\}|\\\\(?:Pr|lim|limsup|liminf|sup|inf|int|iint|oint|E|Var|Cov|KL|prod|bigcup|bigcap|mid|exists|forall|cdots|ldots|dots|vdots|ddots|hdots|mathcal\\s*\\{?\\s*[NO]\\b)(?![a-zA-Z])|[oO]\\(\\\\\\||\\bo\\(");

  private static final String MAPS_TO = "\\mapsto";

  private static final Pattern UPDATE =
      Pattern.compile(
          "^[^=]*(?:_\\s*\\{[^{}]*(?:[a-z]\\s*[+-]\\s*1|\\\\mid|\\|)[^{}]*\\}|\\^\\s*\\{?\\s*\\(\\s*[a-z]\\s*(?:[+-]\\s*1\\s*)?\\)|_\\s*\\{\\s*(?:new|\\\\text\\{new\\}|\\\\mathrm\\{new\\})).*",
          Pattern.DOTALL);

  private static final Pattern DERIVATIVE =
      Pattern.compile(
          "\\\\(?:partial|nabla|mathrm\\s*\\{?\\s*d|dd|mapsto)(?![a-zA-Z])|\\\\d?frac\\s*\\{\\s*d");

  private final Knowledge knowledge;
  private final Answers answers;
  private final Silence silence;
  private final Set<String> known = new HashSet<>();
  private final Subjects subjects = new Subjects();
  private boolean listed;

  Examination(Knowledge knowledge, Answers answers, Silence silence) {
    this.knowledge = knowledge;
    this.answers = answers;
    this.silence = silence;
  }

  /// {@return what is found of a statement, if anything is to be said of it}
  Optional<Entry> examine(Candidate c, Layout layout, boolean identities) {
    listed = identities;
    var entry = new Entry(c, layout);
    if (silence.covers(c)) {
      return Optional.of(entry.decided(Status.SILENCED, ""));
    }
    String latex = c.latex().text();
    if (Signs.needsRight(latex) || Signs.needsLeft(latex)) {
      return shown(entry.decided(Status.NOT_A_CLAIM, ""));
    }
    Knowledge.Scene scene = knowledge.at(c, true);
    List<Head> heads = Head.of(latex);
    int defining = 0;
    while (defining < heads.size() && defines(heads.get(defining), c, scene, defining == 0)) {
      defining++;
    }
    Optional<Entry> redefined = defining == 0 ? claimed(entry, scene, heads) : Optional.empty();
    return redefined.isPresent() ? redefined : defined(entry, scene, heads.subList(0, defining));
  }

  /// Whether a left side gets its meaning here.
  private boolean defines(Head head, Candidate c, Knowledge.Scene scene, boolean first) {
    if (Functions.isKnown(head.name()) || head.parameters().contains(head.name())) {
      return false;
    }
    if (head.defines() || !scene.nearby().contains(head.name())) {
      return true;
    }
    return !first || Governing.of(c.before()) == Governing.DEFINED;
  }

  /// A left side that has a meaning already: it is claimed to be equal to another expression, if it
  /// is; otherwise it gets a new meaning.
  private Optional<Entry> claimed(Entry entry, Knowledge.Scene scene, List<Head> heads) {
    if (heads.isEmpty()) {
      return Optional.empty();
    }
    Candidate c = entry.candidate();
    var probe = new Entry(c, entry.layout());
    Optional<Entry> found = defined(probe, scene, List.of());
    boolean follows = Governing.of(c.before()) == Governing.CLAIMED;
    boolean right = !probe.links().isEmpty() && probe.links().getFirst().isRight();
    boolean decided = probe.status() == Status.UNKNOWN && follows;
    return right || decided ? found : defined(entry, scene, heads.subList(0, 1));
  }

  private Optional<Entry> defined(Entry entry, Knowledge.Scene scene, List<Head> heads) {
    Candidate c = entry.candidate();
    String latex = c.latex().text();
    int after = heads.isEmpty() ? 0 : heads.getLast().after();
    entry.from(after);
    String rest = latex.substring(after);
    if (UPDATE.matcher(latex).matches()
        && !DERIVATIVE.matcher(latex.substring(0, Math.max(0, latex.indexOf('=')))).find()) {
      heads.forEach(h -> opaque(h, c));
      return shown(entry.decided(Status.NOT_A_CLAIM, ""));
    }
    int arrow = mapsTo(rest);
    var definitions = new Definitions(knowledge, c);
    definitions.parameters(heads, scene.declared());
    Knowledge.Scene here =
        (heads.isEmpty() ? scene : knowledge.at(c, true)).without(Variables.of(rest));
    if (heads.size() == 1
        && heads.getFirst().parameters().isEmpty()
        && definitions.entries(heads.getFirst().name(), rest)) {
      return Optional.of(entry.decided(Status.DEFINITION, ""));
    }
    var known = new Latex.Known(here.declared(), here.definitions());
    Relation relation;
    Optional<Syntax> from = Optional.empty();
    try {
      from =
          arrow < 0 ? from : Optional.of(Latex.expression(rest.substring(0, arrow).strip(), known));
      int begin = arrow < 0 ? 0 : arrow + MAPS_TO.length();
      entry.from(after + begin);
      relation =
          Latex.relation(
              rest.substring(begin),
              from.isPresent() ? subjects.moving(from.get(), c, here) : known);
    } catch (Refusal r) {
      Optional<Entry> misfit =
          heads.isEmpty() && arrow < 0 ? misfit(entry, here, r.problem()) : Optional.empty();
      heads.forEach(h -> opaque(h, c));
      return misfit.isPresent() ? misfit : unread(entry, r.problem(), !heads.isEmpty());
    }
    if (BEYOND.matcher(rest).find() && !rest.contains("\\begin")) {
      heads.forEach(h -> opaque(h, c));
      boolean claims = DERIVATIVE.matcher(latex).find();
      return shown(
          entry.decided(
              claims ? Status.UNKNOWN : Status.NOT_A_CLAIM,
              claims ? "it uses signs that are not checked" : ""));
    }
    if (from.isPresent()) {
      return map(entry, scene, from.get(), relation);
    }
    List<Definition> made =
        definitions.made(heads, relation.sides().getFirst(), scene.declared().keySet());
    Optional<Entry> judged = judge(entry, here, relation, heads.isEmpty(), made);
    if (!made.isEmpty()
        || judged
            .filter(e -> e.status() == Status.RIGHT || e.status() == Status.RIGHT_IF)
            .isPresent()) {
      relation.sides().forEach(s -> this.known.addAll(Trees.names(s)));
    }
    heads.forEach(h -> this.known.add(h.name()));
    return judged;
  }

  /// A derivation whose last line has no meaning: the lines before it are judged, and show that the
  /// reader knows what the letters mean.
  private Optional<Entry> misfit(Entry entry, Knowledge.Scene scene, Problem problem) {
    String latex = entry.candidate().latex().text();
    boolean shapes =
        problem.code() == Problem.Code.SHAPE_MISMATCH || problem.code() == Problem.Code.NOT_SQUARE;
    int sign = shapes && problem.start() > 0 ? latex.lastIndexOf('=', problem.start()) : -1;
    if (sign < 0 || latex.indexOf('=') == sign) {
      return Optional.empty();
    }
    try {
      Relation before =
          Latex.relation(
              latex.substring(0, sign), new Latex.Known(scene.declared(), scene.definitions()));
      judge(entry, scene, before, true, List.of());
    } catch (Refusal r) {
      return Optional.empty();
    }
    if (entry.links().isEmpty() || !entry.links().stream().allMatch(Link::isRight)) {
      return Optional.empty();
    }
    entry.misfit(problem);
    return Optional.of(entry);
  }

  /// {@return where the arrow of a map stands; −1 where there is none}
  private static int mapsTo(String latex) {
    int arrow = latex.indexOf(MAPS_TO);
    return arrow >= 0 && latex.indexOf(MAPS_TO, arrow + 1) < 0 ? arrow : -1;
  }

  private Optional<Entry> map(Entry entry, Knowledge.Scene scene, Syntax from, Relation value) {
    Candidate c = entry.candidate();
    boolean increment = from instanceof Syntax.Name n && Subjects.isIncrement(n.text(), scene);
    if (!increment) {
      subjects.mapping(from, value.sides().getFirst(), c);
      return shown(entry.decided(Status.NOT_A_CLAIM, ""));
    }
    Optional<Relation> claim = subjects.map(((Syntax.Name) from).text(), value.sides(), c, scene);
    return claim.isEmpty()
        ? shown(entry.decided(Status.NOT_A_CLAIM, ""))
        : judge(entry, scene, claim.get(), true, List.of());
  }

  private void opaque(Head head, Candidate c) {
    new Definitions(knowledge, c).opaque(head);
  }

  private static Optional<Entry> unread(Entry entry, Problem problem, boolean definition) {
    Candidate c = entry.candidate();
    boolean derivative = DERIVATIVE.matcher(c.latex().text()).find();
    if (!c.display() && !derivative) {
      return Optional.empty();
    }
    Status status = definition && !derivative ? Status.DEFINITION : Status.UNREADABLE;
    if (problem.start() >= 0) {
      entry.at(problem);
    }
    return Optional.of(entry.decided(status, problem.message()));
  }

  /// Inline formulas that claim nothing are not worth a line.
  private static Optional<Entry> shown(Entry entry) {
    boolean quiet = entry.status() == Status.NOT_A_CLAIM && !entry.candidate().display();
    return quiet ? Optional.empty() : Optional.of(entry);
  }

  private Optional<Entry> judge(
      Entry entry, Knowledge.Scene scene, Relation relation, boolean claim, List<Definition> made) {
    Candidate c = entry.candidate();
    if (relation.signs().isEmpty()) {
      boolean nothing = made.isEmpty() && (claim || Trees.isAtom(relation.sides().getFirst()));
      return shown(entry.decided(nothing ? Status.NOT_A_CLAIM : Status.DEFINITION, ""));
    }
    Governing said = Governing.of(c.before());
    Governing governing = said == Governing.NOTHING && listed ? Governing.GENERAL : said;
    var statement =
        new Statement(
            entry,
            scene,
            knowledge.at(c, false),
            knowledge.recalling(c),
            governing,
            governing == Governing.GENERAL || !claim,
            Set.copyOf(known),
            answers);
    entry.judging(statement, relation, subjects.taken(relation, c, scene));
    statement.judge();
    subjects.note(relation, c, scene);
    return shown(entry);
  }
}

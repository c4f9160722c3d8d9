package org.frechet;

import java.util.List;
import java.util.Optional;
import org.frechet.check.Agreement.Certainty;
import org.frechet.claim.Mistake;
import org.frechet.claim.Repair;
import org.frechet.derive.Tidy;
import org.frechet.expr.Expr;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;

/// A judgment in the making.
final class Ruling {
  private final Case of;
  private final Verdict verdict;
  private Truth truth;
  private List<String> hypotheses = List.of();
  private List<String> conditions = List.of();
  private Optional<Judgment.Written> correct = Optional.empty();
  private Optional<Judgment.Example> example = Optional.empty();
  private Judgment.Diagnosis diagnosis = Judgment.Diagnosis.NONE;
  private String certainty = "";
  private int points;
  private double bound;
  private String reason = "";
  private Syntax.Span place;

  Ruling(Case of, Verdict verdict, Truth truth) {
    this.of = of;
    this.verdict = verdict;
    this.truth = truth;
    this.place = of.span();
  }

  Ruling truth(Truth other) {
    truth = other;
    return correct.isPresent() ? correct() : this;
  }

  Ruling hypotheses(List<String> words) {
    hypotheses = words;
    return this;
  }

  Ruling conditions(List<String> words) {
    conditions = words;
    return this;
  }

  Ruling sure(Certainty how, int tried, double errorBound) {
    certainty = how.word();
    points = tried;
    bound = how == Certainty.EXACT ? errorBound : 0;
    return this;
  }

  Ruling points(int tried) {
    points = tried;
    return this;
  }

  Ruling example(Judgment.Example found) {
    example = Optional.of(found);
    boolean exact = found.exact() && !certainty.equals(Certainty.NUMERIC.word());
    certainty = (exact ? Certainty.EXACT : Certainty.NUMERIC).word();
    return this;
  }

  Ruling diagnosis(Mistake mistake, String words) {
    diagnosis = new Judgment.Diagnosis(mistake, words);
    return this;
  }

  /// Of what does not fit, at least that.
  Ruling orShape() {
    if (diagnosis.text().isEmpty()) {
      diagnosis = new Judgment.Diagnosis(Mistake.SHAPE, reason);
    }
    return this;
  }

  Ruling reason(String words) {
    reason = words;
    return this;
  }

  Ruling place(Problem problem) {
    if (problem.start() >= 0) {
      place = new Syntax.Span(problem.start(), problem.end());
    }
    return this;
  }

  Ruling correct() {
    return correct(truth);
  }

  Ruling correct(Truth right) {
    correct = Optional.of(written(right.value()));
    return this;
  }

  /// {@return this with a right declaration, unless the claim is}
  Ruling correct(String declaration, boolean right) {
    if (!right) {
      var name = new Syntax.Name(declaration, Syntax.Span.NONE);
      correct =
          Optional.of(new Judgment.Written(declaration, declaration, declaration, name, of.left()));
    }
    return this;
  }

  /// Of an identity the repaired side is a better answer than the other side once more.
  Ruling repaired(Repair repair) {
    if (of.kind().equals("identity") && correct.isPresent()) {
      correct = Optional.of(written(Differentials.written(repair.edit().result())));
    }
    return this;
  }

  private Judgment.Written written(Expr e) {
    Writing writing = of.scene().writing();
    return new Judgment.Written(
        writing.text(e),
        writing.unicode(e),
        writing.latex(e),
        Presentation.of(e, Presentation.Style.TYPESET, java.util.Map.of(), of.scene().sums()),
        of.left());
  }

  private Judgment.Written claimed() {
    return written(Differentials.written(of.claimed()));
  }

  /// Of a matrix `norm2` is the Frobenius norm, which books never write ‖X‖₂.
  private Syntax typeset(Syntax piece) {
    Syntax typeset = Pieces.mapped(piece, this::typeset);
    return typeset instanceof Syntax.Call c && c.name().equals("norm2") && isMatrix(c)
        ? new Syntax.Call("normF", c.arguments(), c.span(), c.nameSpan())
        : typeset;
  }

  private boolean isMatrix(Syntax.Call norm) {
    try {
      var shape = of.scene().expr(norm.arguments().getFirst()).shape();
      return !shape.isScalar() && !shape.isVector() && !shape.isRow();
    } catch (Refusal _) {
      return false; // an index, or something ill-shaped
    }
  }

  private Judgment.Written written(Syntax s) {
    Syntax shown = typeset(s);
    return new Judgment.Written(
        TextPrinter.print(s),
        UnicodePrinter.print(shown, of.scene().names()::contains),
        LatexPrinter.print(shown, of.scene().names()::contains),
        shown,
        of.left());
  }

  /// That a side of an identity is itself corrects nothing, as long as another form is known.
  private Optional<Judgment.Written> corrected() {
    boolean empty =
        of.kind().equals("identity")
            && correct.filter(c -> c.text().equals(of.left())).isPresent()
            && verdict == Verdict.WRONG;
    return empty ? Optional.of(written(Tidy.of(truth.value()))) : correct;
  }

  Judgment judgment() {
    return new Judgment(
        verdict,
        of.kind(),
        truth.layout(),
        hypotheses,
        claimed(),
        corrected(),
        certainty,
        points,
        bound,
        example,
        diagnosis,
        reason,
        of.scene().assumptions(),
        conditions,
        place);
  }
}

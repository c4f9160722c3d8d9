package org.frechet.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.frechet.explain.IndexTerm.Applied;
import org.frechet.explain.IndexTerm.Delta;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Over;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.explain.IndexTerm.Power;
import org.frechet.explain.IndexTerm.Product;
import org.frechet.explain.IndexTerm.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Writes terms with indices: sums come last in a product, negative powers below a bar.
record IndexWriter(Manner manner) {
  Syntax write(IndexTerm t) {
    return switch (t) {
      case Entry e -> entry(e);
      case Delta(Pick one, Pick other, var size) ->
          manner.style() == Style.TYPESET && !manner.variables().contains("δ")
              ? Manner.call("δ", place(one), place(other))
              : manner.show(Selection.slice(Algebra.eye(size), one, other));
      case Product p -> product(p);
      case Sum(List<IndexTerm> terms) -> sum(terms);
      case Over(Index index, IndexTerm body) ->
          Manner.call("sum", Manner.name(index.name()), write(body));
      case Applied a -> applied(a);
      case Power(IndexTerm base, IndexTerm exponent) ->
          Manner.binary("^", write(base), write(exponent));
      case Partial p -> Manner.call("diff", write(p.shown()), write(p.by()));
    };
  }

  private Syntax entry(Entry e) {
    Expr array = e.array();
    boolean named =
        switch (array.node()) {
          case Node.Transpose(Expr of) -> of.node() instanceof Node.Var;
          case Node.Var _, Node.Increment _, Node.Fill _, Node.Slice _ -> true;
          case Node.Num _, Node.Constant _, Node.Size _, Node.Add _, Node.Prod _ -> false;
          case Node.Hadamard _, Node.Pow _, Node.Apply _, Node.Block _ -> false;
          case Node.IndexSum _, Node.Bound _, Node.Integral _, Node.Stop _ -> false;
        };
    if (named || array.isScalar()) {
      return manner.show(Selection.slice(array, e.row(), e.col()));
    }
    return new Syntax.Index(manner.show(array), places(e), Span.NONE);
  }

  /// A vector has one index.
  private static List<Syntax> places(Entry e) {
    var places = new ArrayList<Syntax>();
    for (Pick p : List.of(e.row(), e.col())) {
      if (!(p instanceof Pick.All)) {
        places.add(place(p));
      }
    }
    return places;
  }

  private static Syntax place(Pick p) {
    return switch (p) {
      case Pick.All() -> new Syntax.Colon(Span.NONE);
      case Pick.Range(int first, int _) -> new Syntax.Number(Integer.toString(first), Span.NONE);
      case Pick.At(Index index) -> Manner.name(index.name());
    };
  }

  private Syntax applied(Applied a) {
    Expr hole = Algebra.variable("(u)", Shape.SCALAR);
    return Presentation.with(
        a.of(hole), manner.style(), Map.of(hole, write(a.argument())), manner.sums());
  }

  private Syntax product(Product p) {
    var above = new ArrayList<Syntax>();
    var sums = new ArrayList<Syntax>();
    var below = new ArrayList<Syntax>();
    for (IndexTerm f : p.factors()) {
      if (f instanceof Power(IndexTerm base, IndexTerm exponent)
          && exponent instanceof Product(Rational c, List<IndexTerm> rest)
          && rest.isEmpty()
          && c.signum() < 0) {
        below.add(write(IndexTerm.power(base, IndexTerm.number(c.negate()))));
      } else {
        (f instanceof Over ? sums : above).add(write(f));
      }
    }
    Rational c = p.coefficient();
    above.addAll(sums);
    if (above.isEmpty()) {
      above.add(Forms.number(c.abs()));
    }
    Syntax over = Forms.product(List.of(), above);
    Syntax quotient =
        below.isEmpty() ? over : Manner.binary("/", over, Forms.product(List.of(), below));
    Syntax scaled =
        above.size() == 1 && p.factors().size() == below.size()
            ? quotient
            : Forms.scaled(c.abs(), quotient);
    return c.signum() < 0 ? new Syntax.Unary('-', scaled, Span.NONE) : scaled;
  }

  private Syntax sum(List<IndexTerm> terms) {
    var ordered = new ArrayList<>(terms);
    ordered.sort(Comparator.comparing(t -> IndexTerm.coefficient(t).signum() < 0));
    Syntax sum = write(ordered.getFirst());
    for (IndexTerm t : ordered.subList(1, ordered.size())) {
      boolean minus = IndexTerm.coefficient(t).signum() < 0;
      Rational sign = Rational.of(minus ? -1 : 1);
      sum =
          Manner.binary(
              minus ? "-" : "+", sum, write(IndexTerm.product(IndexTerm.number(sign), t)));
    }
    return sum;
  }
}

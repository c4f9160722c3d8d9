package org.frechet.check;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Expressions over variables of other sizes: names for numbers, or numbers for names.
public final class Resizing {
  private final UnaryOperator<Dim> size;
  private final Map<Expr, Expr> images = new IdentityHashMap<>();

  public Resizing(UnaryOperator<Dim> size) {
    this.size = size;
  }

  /// {@return the expressions with other sizes}
  ///
  /// @throws org.frechet.shape.Refusal if the sizes do not fit together
  public List<Expr> of(List<Expr> roots) {
    var replaced = new ArrayList<Expr>();
    for (Expr root : roots) {
      replaced.add(image(root));
    }
    return replaced;
  }

  private Expr image(Expr root) {
    for (Expr e : Traversal.topological(root, images::containsKey)) {
      images.put(
          e,
          switch (e.node()) {
            case Node.Var v -> Algebra.variable(v.name(), shape(v.shape()), v.traits());
            case Node.Increment i ->
                Algebra.increment(Algebra.variable(i.name().substring(1), shape(i.shape())));
            case Node.Fill f ->
                switch (f.kind()) {
                  case ZEROS -> Algebra.zeros(shape(e.shape()));
                  case ONES -> Algebra.ones(shape(e.shape()));
                  case EYE -> Algebra.eye(dim(f.rows()));
                  case COMMUTATION -> Algebra.commutation(dim(f.rows()), dim(f.cols()));
                  case DUPLICATION -> Algebra.duplication(dim(f.rows()));
                  case ELIMINATION -> Algebra.elimination(dim(f.rows()));
                };
            case Node.Size s -> Algebra.size(dim(s.dim()));
            case Node.Num _, Node.Constant _, Node.Add _, Node.Prod _ ->
                Traversal.rebuildWith(e, images);
            case Node.Apply a when ((Function) a.operator()).symbol().isPresent() ->
                declared(((Function) a.operator()).symbol().get(), a.arguments());
            case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Apply _ ->
                Traversal.rebuildWith(e, images);
            case Node.Slice s ->
                Selection.slice(Traversal.imageOf(s.of(), images), pick(s.rows()), pick(s.cols()));
            case Node.IndexSum s ->
                Selection.indexed(index(s.index()), Traversal.imageOf(s.body(), images));
            case Node.Bound _ -> e;
            case Node.Block _, Node.Integral _, Node.Stop _ -> Traversal.rebuildWith(e, images);
          });
    }
    return Traversal.imageOf(root, images);
  }

  private Expr declared(DerivativeSymbol symbol, List<Expr> arguments) {
    return new DerivativeSymbol(symbol.of().withSizes(size), symbol.by())
        .function()
        .canonical(arguments.stream().map(x -> Traversal.imageOf(x, images)).toList());
  }

  private Node.Pick pick(Node.Pick p) {
    return p instanceof Node.Pick.At(Node.Index i) ? new Node.Pick.At(index(i)) : p;
  }

  private Node.Index index(Node.Index i) {
    return new Node.Index(i.name(), dim(i.size()));
  }

  private Shape shape(Shape s) {
    return new Shape(dim(s.rows()), dim(s.cols()));
  }

  private Dim dim(Dim d) {
    return size.apply(d);
  }
}

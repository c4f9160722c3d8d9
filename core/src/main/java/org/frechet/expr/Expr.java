package org.frechet.expr;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.concurrent.ConcurrentHashMap;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.jspecify.annotations.Nullable;

/// An expression: an interned handle whose equality is identity. The only way to make one is [#of],
/// which types the node, so an ill-shaped expression cannot exist.
public final class Expr {
  private static final ConcurrentHashMap<Node, Ref> TABLE = new ConcurrentHashMap<>();
  private static final ReferenceQueue<Expr> QUEUE = new ReferenceQueue<>();

  private static final class Ref extends WeakReference<Expr> {
    private final Node node;

    Ref(Expr expr) {
      super(expr, QUEUE);
      this.node = expr.node;
    }
  }

  /// Above this weight the transpose is made step by step.
  private static final long DEEP = 2000;

  private final Node node;
  private final Shape shape;
  private final Order.Key key;
  private @Nullable Expr transposed; // racy cache: every thread computes the same object

  private Expr(Node node, Shape shape, Order.Key key) {
    this.node = node;
    this.shape = shape;
    this.key = key;
  }

  /// {@return the one expression with this node} @throws org.frechet.shape.Refusal if ill-shaped
  static Expr of(Node node) {
    for (var dead = QUEUE.poll(); dead != null; dead = QUEUE.poll()) {
      TABLE.remove(((Ref) dead).node, dead);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Problem.of(Problem.Code.TIMEOUT, "the time budget of this request is used up")
          .refusal();
    }
    Ref known = TABLE.get(node);
    Expr expr = known == null ? null : known.get();
    if (expr != null) {
      return expr;
    }
    var fresh = new Expr(node, Types.shape(node), Order.key(node));
    var ref = new Ref(fresh);
    while (true) {
      Ref other = TABLE.putIfAbsent(node, ref);
      if (other == null) {
        return fresh;
      }
      expr = other.get();
      if (expr != null) {
        return expr;
      }
      TABLE.remove(node, other); // its expression was collected
    }
  }

  public Node node() {
    return node;
  }

  public Shape shape() {
    return shape;
  }

  Order.Key key() {
    return key;
  }

  /// {@return the number of nodes when written out as a tree, saturating}
  public long weight() {
    return key.weight();
  }

  /// {@return the transpose, in canonical form}
  public Expr transpose() {
    Expr t = transposed;
    if (t == null) {
      if (key.weight() > DEEP) { // inner parts first, so that no call goes deep
        for (Expr part : Traversal.topological(this, Expr::needsNoTurning)) {
          part.transposed = Transposition.of(part);
        }
      }
      t = Transposition.of(this);
      transposed = t;
    }
    return t;
  }

  private boolean needsNoTurning() {
    return transposed != null || isScalar() || !Transposition.goesInward(node);
  }

  public boolean isScalar() {
    return shape.isScalar();
  }

  /// {@return whether this is the number or array zero}
  public boolean isZero() {
    return switch (node) {
      case Node.Num n -> n.value().isZero();
      case Node.Bound _, Node.Integral _ -> false;
      case Node.Fill f -> f.kind() == Node.Fill.Kind.ZEROS;
      case Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Add _, Node.Prod _ ->
          false;
      case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _ -> false;
      case Node.Block _, Node.IndexSum _, Node.Stop _ -> false;
    };
  }

  /// {@return whether this equals its transpose}
  public boolean isSymmetric() {
    return shape.isSquare() && transpose() == this;
  }

  /// A fully parenthesised form for debugging; people are shown the output of `print`.
  @Override
  public String toString() {
    return Debug.text(this);
  }
}

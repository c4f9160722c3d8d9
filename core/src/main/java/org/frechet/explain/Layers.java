package org.frechet.explain;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;

/// Which parts of a function get a name: those that a textbook would name, or all.
///
/// @param isShort products stand within their sums, and linear functions with what they are applied
///   to, so that a layer is one name
record Layers(Operands operands, boolean isShort) {
  boolean isNamed(Expr e) {
    if (!operands.moves(e)
        || operands.isTurned(e)
        || Operands.isMultiple(e)
        || e.node() instanceof Node.Var
        || isSquared(e)
        || operands.isOpen(e)) {
      return false;
    }
    List<Expr> users = operands.users(e);
    boolean once = users.size() == 1;
    boolean inSum =
        once
            && (users.getFirst().node() instanceof Node.Add
                || operands.isTurned(users.getFirst())
                || Operands.isMultiple(users.getFirst()));
    boolean inLinear = once && isLinear(users.getFirst());
    return switch (e.node()) {
      case Node.Add a -> !isShort || !(once && isComplement(a) && isProduct(users.getFirst()));
      case Node.Prod _, Node.Hadamard _ -> !isShort || !(inSum || inLinear);
      case Node.Pow _ -> !isShort || !(inSum || inLinear || (once && isProduct(users.getFirst())));
      case Node.Apply _ -> !isShort || !(inSum || (once && isLinear(e)));
      case Node.Block _ -> !isShort || !once;
      case Node.IndexSum _, Node.Integral _ -> !inSum;
      case Node.Slice _, Node.Transpose _ -> false;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> false;
      case Node.Fill _, Node.Bound _, Node.Stop _ -> false;
    };
  }

  Stage.Role role(Expr e) {
    List<Expr> users = operands.users(e);
    if (e.isScalar()) {
      return Stage.Role.SCALAR;
    }
    if (isActivation(e)) {
      return Stage.Role.ACTIVATION;
    }
    if (users.stream().anyMatch(this::isActivation)) {
      return Stage.Role.PREACTIVATION;
    }
    return users.stream().allMatch(Layers::measures) ? Stage.Role.RESIDUAL : Stage.Role.OTHER;
  }

  /// A norm that is squared: its own derivative would divide by it.
  private boolean isSquared(Expr e) {
    return Expansion.isNorm(e)
        && operands.users(e).stream()
            .allMatch(u -> u.node() instanceof Node.Pow p && Expansion.isSquareOfNorm(p));
  }

  private static boolean measures(Expr user) {
    return Expansion.isNorm(user)
        || (user.node() instanceof Node.Pow p && p.exponent() == Algebra.TWO);
  }

  /// A function entry by entry, or of a vector with as many entries, as softmax is.
  private boolean isActivation(Expr e) {
    return e.node() instanceof Node.Apply a
        && !e.isScalar()
        && (a.operator().elementwise()
            || (e.shape().isVector()
                && !isLinear(e)
                && a.arguments().getFirst().shape().equals(e.shape())));
  }

  static boolean isElementwise(Expr e) {
    return e.node() instanceof Node.Apply a && a.operator().elementwise() && !e.isScalar();
  }

  private static boolean isProduct(Expr e) {
    return e.node() instanceof Node.Prod || e.node() instanceof Node.Hadamard;
  }

  /// `1 - h.^2`: one term that moves, and numbers.
  private boolean isComplement(Node.Add a) {
    return a.terms().stream().filter(operands::moves).count() == 1
        && a.terms().stream()
            .allMatch(t ->
                operands.moves(t)
                    || Algebra.withoutScalars(t).node() instanceof Node.Fill
                    || t.node() instanceof Node.Num);
  }

  private boolean isLinear(Expr e) {
    if (!(e.node() instanceof Node.Apply a)) {
      return false;
    }
    List<Expr> arguments = a.arguments();
    int moving = -1;
    for (int i = 0; i < arguments.size(); i++) {
      if (operands.moves(arguments.get(i))) {
        if (moving >= 0) {
          return false;
        }
        moving = i;
      }
    }
    return moving >= 0 && ((Function) a.operator()).linearIn(moving).isPresent();
  }
}

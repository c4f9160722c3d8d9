package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;

/// An index form as calls of `einsum`, where it is a sum of products of entries:
/// `2*einsum("ki,kj->ij", A, X)`.
final class Einsum {
  private final List<String> free;
  private final List<String> terms = new ArrayList<>();

  private Einsum(List<Index> indices) {
    free = indices.stream().map(Index::name).toList();
  }

  /// {@return the calls; nothing if some part is not a product of entries of variables}
  static Optional<String> of(IndexForm form) {
    var e = new Einsum(form.indices());
    boolean plain = e.free.stream().allMatch(i -> i.length() == 1);
    for (Expr term :
        form.entry().node() instanceof Node.Add a ? a.terms() : List.of(form.entry())) {
      plain = plain && e.term(term);
    }
    return plain ? Optional.of(String.join(" + ", e.terms)) : Optional.empty();
  }

  private boolean term(Expr term) {
    Rational c = Algebra.coefficient(term);
    var subscripts = new ArrayList<String>();
    var operands = new ArrayList<String>();
    if (!collect(term, subscripts, operands)
        || operands.isEmpty()
        || !free.stream().allMatch(String.join("", subscripts)::contains)) {
      return false;
    }
    String call =
        "einsum(\"%s->%s\", %s)"
            .formatted(
                String.join(",", subscripts), String.join("", free), String.join(", ", operands));
    String factor = c.isInteger() && c.signum() > 0 ? c.toString() : "(" + c + ")";
    terms.add(c.isOne() ? call : factor + "*" + call);
    return true;
  }

  private static boolean collect(Expr e, List<String> subscripts, List<String> operands) {
    return switch (e.node()) {
      case Node.Num _ -> true;
      case Node.Var v -> operand("", v.name(), subscripts, operands);
      case Node.Size s -> operand("", s.dim().toString(), subscripts, operands);
      case Node.Prod p ->
          p.chain().isEmpty()
              && p.scalars().stream().allMatch(s -> collect(s, subscripts, operands));
      case Node.IndexSum s ->
          s.index().name().length() == 1 && collect(s.body(), subscripts, operands);
      case Node.Slice s -> entry(s, subscripts, operands);
      case Node.Pow p
          when !(p.base().node() instanceof Node.IndexSum)
              && p.exponent().node() instanceof Node.Num n
              && n.value().isSmallInteger()
              && n.value().signum() > 0
              && n.value().intValue() <= 4 -> {
        boolean all = true;
        for (int i = 0; i < n.value().intValue(); i++) {
          all &= collect(p.base(), subscripts, operands);
        }
        yield all;
      }
      case Node.Constant _, Node.Increment _, Node.Fill _, Node.Add _, Node.Hadamard _ -> false;
      case Node.Pow _, Node.Transpose _, Node.Apply _, Node.Block _, Node.Stop _ -> false;
      case Node.Bound _, Node.Integral _ -> false;
    };
  }

  private static boolean entry(Node.Slice s, List<String> subscripts, List<String> operands) {
    String array =
        s.of().node() instanceof Node.Var v
            ? v.name()
            : Algebra.isEye(s.of()) ? "eye(" + s.of().shape().rows() + ")" : "";
    var letters = new ArrayList<String>();
    for (Pick p : List.of(s.rows(), s.cols())) {
      if (p instanceof Pick.At(Index i)) {
        letters.add(i.name());
      } else if (p instanceof Pick.Range) {
        return false;
      }
    }
    boolean plain = letters.stream().allMatch(l -> l.length() == 1);
    return plain
        && !array.isEmpty()
        && operand(letters.stream().collect(Collectors.joining()), array, subscripts, operands);
  }

  private static boolean operand(
      String letters, String name, List<String> subscripts, List<String> operands) {
    subscripts.add(letters);
    operands.add(name);
    return true;
  }
}

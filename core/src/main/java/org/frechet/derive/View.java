package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Functions;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// A derivative in one of the forms that are not arrays in a layout.
///
/// @param expr the derivative in this form
/// @param direction what it acts on: of the shape of the variable, for a vector-Jacobian product of
///   the shape of the function
/// @param index the same entry by entry, for the index form
public record View(Form form, Expr expr, Optional<Expr> direction, Optional<IndexForm> index) {
  private static final List<String> MATRICES = List.of("V", "U", "W", "Z", "H");
  private static final List<String> OTHERS = List.of("v", "u", "w", "z", "h");

  /// {@return a derivative in another form}
  ///
  /// @param direction what the form acts on; without one, a variable with a new name
  /// @param taken names with another meaning
  public static View of(Derivation d, Form form, Optional<Expr> direction, Set<String> taken) {
    Expr f = d.source();
    Expr x = d.variable();
    if (direction.isPresent() && form != Form.JVP && form != Form.HVP && form != Form.VJP) {
      throw Problem.of(Code.BAD_REQUEST, "the form " + form.word() + " takes no direction")
          .hint("directions are for jvp, hvp and vjp")
          .refusal();
    }
    return switch (form) {
      case MAP -> new View(form, d.map(), Optional.empty(), Optional.empty());
      case MATRIX -> new View(form, matrix(d), Optional.empty(), Optional.empty());
      case JVP -> {
        Expr v = direction.orElseGet(() -> fresh(x.shape(), taken));
        yield acting(form, isCurved(d) ? contracted(d, v) : Directional.of(f, x, v, d.order()), v);
      }
      case VJP -> {
        requireFirst(d, form);
        Expr u = direction.orElseGet(() -> fresh(f.shape(), taken));
        Expr free = Adjoint.of(Differential.of(f, x), d.increment(), u);
        yield acting(form, projected(Tidy.of(free), x), u);
      }
      case HVP -> {
        if (!f.isScalar()) {
          throw Problem.of(Code.BAD_REQUEST, "only a scalar function has a Hessian-vector product")
              .hint("ask for jvp or vjp")
              .refusal();
        }
        Expr v = direction.orElseGet(() -> fresh(x.shape(), taken));
        yield acting(form, going(Directional.of(slope(f, x), x, v, 1)), v);
      }
      case EINSUM -> {
        boolean gradient = f.isScalar() && d.order() == 1;
        if (!gradient && !x.isScalar() && TangentSpace.of(x).isPresent()) {
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the entries of a structured variable depend on each other, so this has no index form")
              .hint("ask for the form map or matrix, or drop the attribute")
              .refusal();
        }
        IndexForm index = IndexForm.of(d, taken);
        yield new View(form, index.entry(), Optional.empty(), Optional.of(index));
      }
    };
  }

  private static View acting(Form form, Expr expr, Expr direction) {
    return new View(form, expr, Optional.of(direction), Optional.empty());
  }

  private static void requireFirst(Derivation d, Form form) {
    if (d.order() != 1) {
      throw Problem.of(Code.BAD_REQUEST, form.word() + " is a form of the first derivative")
          .hint("leave out the order, or ask for hvp")
          .refusal();
    }
  }

  /// {@return what a Hessian is the derivative of: the gradient, on a curved set with a projection
  /// that stands still}
  public static Expr slope(Expr f, Expr x) {
    Derivation first = Derivation.of(f, x, 1, Layout.DENOMINATOR);
    Expr g = first.value().orElseThrow();
    return TangentSpace.of(x)
        .filter(TangentSpace::isCurved)
        .map(s -> s.covariant(first, g))
        .orElse(g);
  }

  private static Expr going(Expr e) {
    return Tidy.of(Traversal.map(e, x -> x.node() instanceof Node.Stop s ? s.of() : x));
  }

  /// A second derivative along a straight line is none along the set that the variable moves in.
  private static boolean isCurved(Derivation d) {
    return d.order() > 1
        && d.total().isPresent()
        && TangentSpace.of(d.variable()).filter(TangentSpace::isCurved).isPresent();
  }

  private static Expr contracted(Derivation d, Expr v) {
    return Tidy.of(Traversal.substitute(d.total().orElseThrow(), Map.of(d.increment(), v)));
  }

  private static Expr projected(Expr g, Expr x) {
    return TangentSpace.of(x).map(s -> Tidy.of(s.project(g))).orElse(g);
  }

  private static Expr matrix(Derivation d) {
    Expr value =
        d.value()
            .orElseThrow(() ->
                Problem.of(Code.UNSUPPORTED, "only the map of this derivative has a closed form")
                    .hint("ask for the form map")
                    .refusal());
    if (d.order() > 1 && !d.variable().isScalar()) {
      return d.numerator() || d.source().isScalar() ? value : Tidy.of(value.transpose());
    }
    if (d.variable().isScalar()) {
      return MatrixValued.vec(value);
    }
    Expr numerator = d.numerator() ? value : value.transpose();
    return d.source().isScalar()
        ? Tidy.of(MatrixValued.vec(numerator.transpose()).transpose())
        : numerator;
  }

  private static Expr fresh(Shape shape, Set<String> taken) {
    var names = new ArrayList<>(shape.isMatrix() ? MATRICES : OTHERS);
    for (int i = 1; i < 100; i++) {
      names.add((shape.isMatrix() ? "V" : "v") + i);
    }
    String name =
        names.stream()
            .filter(n -> !taken.contains(n) && Functions.byName(n).isEmpty())
            .findFirst()
            .orElseThrow();
    return Algebra.variable(name, shape);
  }

  /// {@return the form acting on another direction}
  public View along(Expr other) {
    Expr pointed = Tidy.of(Traversal.substitute(expr, Map.of(direction.orElseThrow(), other)));
    return new View(form, pointed, Optional.of(other), index);
  }

  /// {@return this form in other variables}
  public View substituted(Map<Expr, Expr> replacement) {
    return new View(form, Tidy.of(Traversal.substitute(expr, replacement)), direction, index);
  }

  /// {@return what the form is called}
  public String title(Derivation d) {
    return form == Form.JVP && d.source().isScalar() ? "directional derivative" : form.title();
  }

  /// {@return what must be said of a direction, and of indices}
  public List<String> notes() {
    if (index.isPresent()) {
      return index.get().einsum().map(e -> List.of("as an einsum: " + e)).orElse(List.of());
    }
    return direction
        .filter(_ -> form == Form.JVP && expr.isScalar())
        .filter(v -> !isUnit(v))
        .map(
            v -> "the direction is taken as it is: divide by its norm for the rate per unit length")
        .stream()
        .toList();
  }

  private static boolean isUnit(Expr v) {
    return v.isScalar() || (v.node() instanceof Node.Var x && x.traits().contains(Trait.UNIT));
  }
}

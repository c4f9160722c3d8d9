package org.frechet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Operator;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.jspecify.annotations.Nullable;

/// A declared function. A declaration says how to type, differentiate, evaluate and spell the
/// function, under which conditions, and gives an example that is also a test.
public final class Function implements Operator {
  /// The derivative of an elementwise function at x, where y is the value there.
  public interface Slope {
    Expr of(Expr x, Expr y);
  }

  /// The differential for increments of the arguments (zero where there is none).
  public interface Differential {
    Expr of(List<Expr> arguments, List<Expr> increments, Expr value);
  }

  /// A form built from the arguments.
  public interface Form {
    Expr of(List<Expr> arguments);
  }

  /// The adjoint of a linear function: ⟨f(X), G⟩ = ⟨X, adjoint(G)⟩.
  public interface Adjoint {
    Expr of(Expr cotangent, List<Expr> arguments);
  }

  public interface Kernel {
    Mat of(List<Mat> arguments);
  }

  /// A kernel of a value whose sizes the arguments do not tell.
  interface Sized {
    Mat of(List<Mat> arguments, ToIntFunction<Dim> size);
  }

  /// Linear in argument `index`: the adjoint, and the matrix M with vec(f(X)) = M*vec(X).
  public record Linear(int index, Adjoint adjoint, Form matrix) {}

  /// What an argument needs; of two arguments, `other` is what stands for the second.
  public record Condition(int argument, Need need, Optional<Form> other) {}

  /// `derivative of expr by wrt is expected`; `declare` says what inference cannot know.
  public record Example(String expr, String wrt, String expected, String declare) {}

  private static final double NEXT_TO_ZERO = 1e-12;

  private final String name;
  final List<String> aliases = new ArrayList<>();
  final List<Signature> signatures = new ArrayList<>();
  final List<Condition> conditions = new ArrayList<>();
  final List<Linear> linear = new ArrayList<>();
  final List<Example> examples = new ArrayList<>();
  String summary = "";
  String numpy = "";
  String option = "";
  String hint = "";
  String rule = "";
  String notOfMatrices = "";
  boolean elementwise;
  boolean nonnegative;
  boolean positive;
  boolean keepsPositive;
  boolean inverts;
  boolean raises;
  boolean rational;
  boolean transposeInvariant;
  Set<Trait> gives = Set.of();
  final List<Inheritance> inheritances = new ArrayList<>();
  Optional<Trait> required = Optional.empty();
  Optional<Slope> slope = Optional.empty();
  Optional<Differential> differential = Optional.empty();
  Optional<Differential> everywhere = Optional.empty();
  Optional<Kernel> kernel = Optional.empty();
  Optional<Kernel> precise = Optional.empty();
  Optional<Sized> sized = Optional.empty();
  Optional<DerivativeSymbol> symbol = Optional.empty();
  Optional<Form> canonical = Optional.empty();
  Optional<Form> transposed = Optional.empty();
  Optional<Form> expansion = Optional.empty();
  Optional<Form> square = Optional.empty();
  Optional<Form> logarithm = Optional.empty();
  Optional<Definition> definition = Optional.empty();
  Optional<java.util.function.Function<List<Expr>, Shape>> shapeRule = Optional.empty();

  Function(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  public List<String> aliases() {
    return List.copyOf(aliases);
  }

  public String summary() {
    return summary;
  }

  public List<Signature> signatures() {
    return List.copyOf(signatures);
  }

  public List<Condition> conditions() {
    return List.copyOf(conditions);
  }

  public List<Example> examples() {
    return List.copyOf(examples);
  }

  /// {@return the word written after the arguments, as in `softmax(X, rows)`; empty if there is
  /// none}
  public String option() {
    return option;
  }

  /// {@return why this is not a function of matrices; empty where there is no reason to ask}
  public String notOfMatrices() {
    return notOfMatrices;
  }

  /// {@return what the rule of its differential is called, if it has a name of its own: `Jacobi's
  /// formula`; else empty}
  public String rule() {
    return rule;
  }

  /// {@return what to say where the arguments do not fit; may be empty}
  public String hint() {
    return hint;
  }

  /// {@return the NumPy spelling with `{0}`, `{1}` for the arguments; empty if there is none}
  public String numpy() {
    return numpy;
  }

  /// {@return whether values at rational points are rational, so that exact checks apply}
  public boolean isRational() {
    return rational;
  }

  /// {@return whether there are values to about 31 digits: by a kernel for them, or by one in ring
  /// operations}
  public boolean isPrecise() {
    return rational || precise.isPresent();
  }

  /// {@return whether f(X') = f(X)}
  public boolean isTransposeInvariant() {
    return transposeInvariant;
  }

  /// {@return the traits that every value has, if its shape allows them}
  public Set<Trait> gives() {
    return gives;
  }

  /// {@return whether values may have this trait, whatever the arguments are}
  public boolean mayGive(Trait value) {
    return gives.contains(value) || inheritances.stream().anyMatch(i -> i.gives(value));
  }

  /// {@return whether this is an abbreviation of other functions and never appears in expressions}
  public boolean isAbbreviation() {
    return expansion.isPresent();
  }

  /// {@return whether the value is constant between jumps: the derivative is zero wherever there is
  /// one}
  public boolean isStaircase(List<Expr> arguments, Expr value) {
    if (slope.isPresent()) {
      return slope.get().of(arguments.getFirst(), value).isZero();
    }
    return differential.isPresent()
        && linear.isEmpty()
        && differential
            .get()
            .of(arguments, arguments.stream().map(x -> Algebra.ones(x.shape())).toList(), value)
            .isZero();
  }

  public Optional<Slope> slope() {
    return slope;
  }

  public Optional<Differential> differential() {
    return differential;
  }

  /// {@return the differential in a form that holds at singular arguments too, where the textbook
  /// form divides by zero}
  public Optional<Differential> everywhere() {
    return everywhere;
  }

  /// {@return how this function is linear in its argument `index`, if it is}
  public Optional<Linear> linearIn(int index) {
    return linear.stream().filter(l -> l.index() == index).findFirst();
  }

  /// {@return the square of the value as a rational expression, where the value itself is not one}
  public Optional<Form> square() {
    return square;
  }

  /// {@return the logarithm of the value in a form that neither over- nor underflows, if there is
  /// one}
  public Optional<Form> logarithm() {
    return logarithm;
  }

  /// {@return the equation that determines the value, where no formula does}
  public Optional<Definition> definition() {
    return definition;
  }

  /// {@return what this stands for, if it is an abstract function or a derivative of one}
  public Optional<DerivativeSymbol> symbol() {
    return symbol;
  }

  @Override
  public String lead() {
    return symbol.map(s -> s.of().name()).orElse("");
  }

  public Expr of(Expr... arguments) {
    return canonical(List.of(arguments));
  }

  /// {@return the value of the function} @throws ArithmeticException where there is none
  public Mat evaluate(List<Mat> arguments) {
    return kernel(arguments)
        .orElseThrow(() -> new IllegalStateException("no kernel for " + name))
        .of(arguments);
  }

  private Optional<Kernel> kernel(List<Mat> arguments) {
    boolean digits = arguments.stream().anyMatch(PreciseMat.class::isInstance);
    return digits && !rational ? precise : kernel;
  }

  /// {@return the value of the function where named sizes have these values}
  public Mat evaluate(List<Mat> arguments, ToIntFunction<Dim> size) {
    return sized.isPresent() ? sized.get().of(arguments, size) : evaluate(arguments);
  }

  static Kernel entrywise(DoubleUnaryOperator f) {
    return arguments -> ((RealMat) arguments.getFirst()).map(f);
  }

  @Override
  public Shape shape(List<Expr> arguments) {
    if (shapeRule.isPresent()) {
      return shapeRule.get().apply(arguments);
    }
    List<Shape> shapes = arguments.stream().map(Expr::shape).toList();
    for (Signature s : signatures) {
      Optional<Shape> value = s.apply(shapes);
      if (value.isPresent()) {
        return value.get();
      }
    }
    throw Requirement.misfit(this, shapes);
  }

  /// {@return the number of arguments in words: `1 argument`, `1 or 2 arguments`}
  public String arity() {
    List<String> counts =
        signatures.stream().map(s -> "" + s.arguments().size()).distinct().sorted().toList();
    return String.join(" or ", counts) + (counts.equals(List.of("1")) ? " argument" : " arguments");
  }

  @Override
  public boolean elementwise() {
    return elementwise;
  }

  @Override
  public boolean inverts() {
    return inverts;
  }

  @Override
  public boolean raises() {
    return raises;
  }

  @Override
  public boolean nonnegative() {
    return nonnegative;
  }

  /// {@return whether an elementwise function is continuous at zero and zero there, as relu is}
  public boolean vanishesAtZero() {
    return elementwise
        && kernel.isPresent()
        && ((RealMat) evaluate(List.of(RealMat.of(3, 1, 0, NEXT_TO_ZERO, -NEXT_TO_ZERO)))).maxAbs()
            < Math.sqrt(NEXT_TO_ZERO);
  }

  /// {@return whether the value is positive: always, or for arguments that are}
  public boolean isPositive(Predicate<Expr> positive, List<Expr> arguments) {
    return this.positive || (keepsPositive && arguments.stream().allMatch(positive));
  }

  @Override
  public Expr canonical(List<Expr> arguments) {
    required.ifPresent(trait -> Requirement.check(this, trait, arguments.getFirst()));
    if (expansion.isPresent()) {
      shape(arguments);
      return expansion.get().of(arguments);
    }
    if (canonical.isPresent()) {
      Expr form = canonical.get().of(arguments);
      if (form != UNCHANGED) {
        return form;
      }
    }
    if (elementwise) {
      Expr x = arguments.getFirst();
      return AtNumbers.value(this, x).orElseGet(() -> Algebra.elementwise(this, x));
    }
    return transposeInvariant && !isPreferred(arguments.getFirst())
        ? canonical(List.of(arguments.getFirst().transpose()))
        : Algebra.plain(this, arguments);
  }

  /// {@return the trait that the first argument must be known to have}
  public Optional<Trait> required() {
    return required;
  }

  /// {@return whether x should be written rather than its transpose} Scalar factors are not
  /// compared: with its sign, each of A − A' and its transpose could give way to the other.
  static boolean isPreferred(Expr x) {
    Expr part = Algebra.withoutScalars(x);
    return Algebra.preferred(part, Algebra.withoutScalars(x.transpose())) == part;
  }

  /// What a canonical rule gives where it has nothing better than the plain application.
  static final Expr UNCHANGED = Algebra.variable("(unchanged)", Shape.SCALAR);

  @Override
  public Expr transposed(List<Expr> arguments) {
    return transposed.isPresent()
        ? transposed.get().of(arguments)
        : Algebra.transposeNode(this, arguments);
  }

  /// Abstract functions are equal where their declarations are.
  @Override
  public boolean equals(@Nullable Object o) {
    return this == o || (o instanceof Function f && symbol.isPresent() && symbol.equals(f.symbol));
  }

  @Override
  public int hashCode() {
    return symbol.isPresent()
        ? Objects.hash(name, symbol.get().by())
        : System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return name;
  }
}

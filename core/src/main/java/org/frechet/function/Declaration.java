package org.frechet.function;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// Builds a [Function]; reads as a sentence in the enums that declare them.
final class Declaration {
  private final Function f;

  private Declaration(String name) {
    f = new Function(name);
  }

  static Declaration declare(String name, String... signatures) {
    var d = new Declaration(name);
    for (String s : signatures) {
      d.f.signatures.add(Signature.of(s));
    }
    return d;
  }

  static Declaration elementwise(String name) {
    var d = declare(name, "matrix(m,n) -> matrix(m,n)");
    d.f.elementwise = true;
    return d;
  }

  /// A word written after the arguments: `softmax(X, rows)`.
  Declaration option(String word) {
    f.option = word;
    return this;
  }

  /// A function of vectors that says for matrices, which people write too, why it is not of them.
  /// No undeclared name becomes a vector for its sake.
  Declaration notOfMatrices(String why) {
    f.notOfMatrices = why;
    return this;
  }

  /// What to say where the arguments do not fit. What the rule of the differential is called, if it
  /// has a name of its own.
  Declaration rule(String name) {
    f.rule = name;
    return this;
  }

  Declaration hint(String text) {
    f.hint = text;
    return this;
  }

  Declaration about(String summary) {
    f.summary = summary;
    return this;
  }

  Declaration alias(String... names) {
    f.aliases.addAll(List.of(names));
    return this;
  }

  Declaration shape(java.util.function.Function<List<Expr>, Shape> rule) {
    f.shapeRule = Optional.of(rule);
    return this;
  }

  Declaration needs(Need need) {
    return needs(0, need);
  }

  Declaration needs(int argument, Need need) {
    f.conditions.add(new Function.Condition(argument, need, Optional.empty()));
    return this;
  }

  /// A need of an argument against a second one.
  Declaration needs(int argument, Need need, Function.Form other) {
    f.conditions.add(new Function.Condition(argument, need, Optional.of(other)));
    return this;
  }

  /// Refused for an argument that is not known to have this trait.
  Declaration requires(Trait trait) {
    f.required = Optional.of(trait);
    return this;
  }

  Declaration nonnegative() {
    f.nonnegative = true;
    return this;
  }

  /// Every entry of the value is greater than zero.
  Declaration positive() {
    f.positive = true;
    f.nonnegative = true;
    return this;
  }

  /// Positive arguments give a positive value.
  Declaration keepsPositive() {
    f.keepsPositive = true;
    return this;
  }

  /// Every value has these traits, if its shape allows them.
  Declaration gives(Trait... traits) {
    f.gives = Trait.closure(List.of(traits));
    return this;
  }

  /// Values have each of these traits that all arguments have.
  Declaration keeps(Trait... traits) {
    for (Trait trait : traits) {
      makes(trait, trait);
    }
    return this;
  }

  /// Arguments with one trait give values with another.
  Declaration makes(Trait arguments, Trait value) {
    f.inheritances.add(new Inheritance(arguments, value));
    return this;
  }

  Declaration inverts() {
    f.inverts = true;
    return this;
  }

  Declaration raises() {
    f.raises = true;
    return this;
  }

  /// f(X') = f(X).
  Declaration transposeInvariant() {
    f.transposeInvariant = true;
    return this;
  }

  Declaration slope(Function.Slope slope) {
    f.slope = Optional.of(slope);
    return this;
  }

  /// The differential of a function of one argument.
  Declaration differential(BinaryOperator<Expr> rule) {
    return differential((x, dx, _) -> rule.apply(x.getFirst(), dx.getFirst()));
  }

  Declaration differential(Function.Differential rule) {
    f.differential = Optional.of(rule);
    return this;
  }

  /// The differential in a longer form, for arguments at which the textbook form divides by zero.
  Declaration everywhere(BinaryOperator<Expr> rule) {
    f.everywhere = Optional.of((x, dx, _) -> rule.apply(x.getFirst(), dx.getFirst()));
    return this;
  }

  /// Linear in its only argument.
  Declaration linear(Function.Adjoint adjoint, UnaryOperator<Expr> matrix) {
    return linear(0, adjoint, x -> matrix.apply(x.getFirst()));
  }

  Declaration linear(int index, Function.Adjoint adjoint, Function.Form matrix) {
    f.linear.add(new Function.Linear(index, adjoint, matrix));
    return this;
  }

  /// A rule that may give a better form than the plain application, or `UNCHANGED`.
  Declaration canonical(UnaryOperator<Expr> rule) {
    f.canonical = Optional.of(x -> rule.apply(x.getFirst()));
    return this;
  }

  Declaration canonicalForm(Function.Form rule) {
    f.canonical = Optional.of(rule);
    return this;
  }

  Declaration transposed(Function.Form rule) {
    f.transposed = Optional.of(rule);
    return this;
  }

  /// An abbreviation: replaced by its meaning as soon as it is read.
  Declaration means(Function.Form expansion) {
    f.expansion = Optional.of(expansion);
    return this;
  }

  /// The logarithm of the value, for code that must not underflow.
  Declaration logarithm(UnaryOperator<Expr> form) {
    f.logarithm = Optional.of(x -> form.apply(x.getFirst()));
    return this;
  }

  Declaration square(UnaryOperator<Expr> square) {
    f.square = Optional.of(x -> square.apply(x.getFirst()));
    return definedBy(
        Definition.by("r", (x, y) -> Definition.equal(Algebra.pow(y, 2), square.apply(x))));
  }

  /// What determines the value, for the method of implicit differentiation.
  Declaration definedBy(Definition definition) {
    f.definition = Optional.of(definition);
    return this;
  }

  Declaration kernel(DoubleUnaryOperator kernel) {
    f.kernel = Optional.of(Function.entrywise(kernel));
    return this;
  }

  /// A kernel on reals only.
  Declaration real(UnaryOperator<RealMat> kernel) {
    f.kernel = Optional.of(x -> kernel.apply((RealMat) x.getFirst()));
    return this;
  }

  /// A kernel in ring operations, which serves reals and exact arithmetic alike.
  Declaration exact(UnaryOperator<Mat> kernel) {
    return exactly(x -> kernel.apply(x.getFirst()));
  }

  Declaration exactly(Function.Kernel kernel) {
    f.kernel = Optional.of(kernel);
    f.rational = true;
    return this;
  }

  /// An elementwise kernel to about 31 digits, for what doubles leave in doubt.
  Declaration precise(UnaryOperator<DoubleDouble> kernel) {
    return precisely(x -> x.map(kernel));
  }

  /// A kernel of one argument to about 31 digits.
  Declaration precisely(UnaryOperator<PreciseMat> kernel) {
    f.precise = Optional.of(x -> kernel.apply((PreciseMat) x.getFirst()));
    return this;
  }

  Declaration numeric(Function.Kernel kernel) {
    f.kernel = Optional.of(kernel);
    return this;
  }

  /// The NumPy spelling; `{0}` is an argument with vectors one-dimensional, `{0m}` as a matrix.
  Declaration numpy(String template) {
    f.numpy = template;
    return this;
  }

  Declaration example(String expr, String wrt, String expected) {
    return example(expr, wrt, expected, "");
  }

  /// An example with declarations: `S: matrix(n,n) symmetric`.
  Declaration example(String expr, String wrt, String expected, String declare) {
    f.examples.add(new Function.Example(expr, wrt, expected, declare));
    return this;
  }

  Function build() {
    return f;
  }
}

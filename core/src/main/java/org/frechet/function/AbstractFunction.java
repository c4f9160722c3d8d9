package org.frechet.function;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// A function that is declared and not defined: `f: vector(n) -> scalar`, or `σ: elementwise`. Of
/// it only shapes are known, and that it has as many derivatives as are asked for.
///
/// The sizes of a signature are those of the request. An elementwise function takes arrays of any
/// shape; its signature has no arguments. `slope` is the derivative of an elementwise function
/// where that is declared.
public record AbstractFunction(
    String name,
    List<Shape> arguments,
    Shape value,
    boolean elementwise,
    Optional<SlopeFormula> slope) {
  public AbstractFunction {
    arguments = List.copyOf(arguments);
  }

  public static AbstractFunction of(String name, List<Shape> arguments, Shape value) {
    return new AbstractFunction(name, arguments, value, false, Optional.empty());
  }

  public static AbstractFunction elementwise(String name, Optional<SlopeFormula> slope) {
    return new AbstractFunction(name, List.of(), Shape.SCALAR, true, slope);
  }

  /// {@return this function as an operator}
  public Function function() {
    return symbol(List.of()).function();
  }

  /// {@return the derivative by these arguments in turn, counted from zero}
  public DerivativeSymbol symbol(List<Integer> by) {
    return new DerivativeSymbol(this, by);
  }

  /// {@return the derivative of this order of a function of one argument}
  public DerivativeSymbol ofOrder(int order) {
    return symbol(Collections.nCopies(order, 0));
  }

  /// {@return how many arguments it takes}
  public int arity() {
    return elementwise ? 1 : arguments.size();
  }

  /// {@return whether derivatives are written with primes: `σ'(z)`, `f'(t)`}
  public boolean isPrimed() {
    return elementwise || (arguments.size() == 1 && isScalar(0) && value.isScalar());
  }

  boolean isScalar(int argument) {
    return elementwise || arguments.get(argument).isScalar();
  }

  /// {@return the shapes that the declaration mentions}
  public List<Shape> shapes() {
    var shapes = new java.util.ArrayList<>(arguments);
    shapes.add(value);
    return List.copyOf(shapes);
  }

  /// {@return this function with other sizes}
  public AbstractFunction withSizes(UnaryOperator<Dim> sizes) {
    UnaryOperator<Shape> change = s -> new Shape(sizes.apply(s.rows()), sizes.apply(s.cols()));
    return new AbstractFunction(
        name, arguments.stream().map(change).toList(), change.apply(value), elementwise, slope);
  }

  /// {@return the declaration as it is written: `vector(n) -> scalar`}
  public String declaration() {
    return elementwise ? "elementwise" : takes() + " -> " + value.declaration();
  }

  String takes() {
    return arguments.stream().map(Shape::declaration).collect(Collectors.joining(", "));
  }
}

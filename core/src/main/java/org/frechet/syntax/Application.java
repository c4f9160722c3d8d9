package org.frechet.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.frechet.function.Function;
import org.frechet.function.Signature;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// The shape of a declared function's value: of its signatures the first that the arguments can be
/// made to fit.
record Application(Unifier sizes, Supplier<Refusal> complaint) {
  Shape shape(Function function, List<Shape> arguments) {
    if (function.symbol().isPresent() && !function.elementwise()) {
      return declared(function.signatures().getFirst(), arguments);
    }
    for (Signature s : function.signatures()) {
      if (s.arguments().size() == arguments.size()) {
        Unifier.State before = sizes.save();
        Optional<Shape> value = fit(s, arguments);
        if (value.isPresent()) {
          return value.get();
        }
        sizes.restore(before);
      }
    }
    throw complaint.get();
  }

  /// The sizes of an abstract function are those of the request.
  private Shape declared(Signature s, List<Shape> arguments) {
    if (s.arguments().size() != arguments.size()) {
      throw complaint.get();
    }
    for (int i = 0; i < arguments.size(); i++) {
      sizes.equate(s.arguments().get(i).rows(), arguments.get(i).rows(), complaint);
      sizes.equate(s.arguments().get(i).cols(), arguments.get(i).cols(), complaint);
    }
    return s.value();
  }

  private Optional<Shape> fit(Signature s, List<Shape> arguments) {
    var bound = new HashMap<String, Dim>();
    for (int i = 0; i < arguments.size(); i++) {
      Shape pattern = s.arguments().get(i);
      if (!fits(pattern.rows(), arguments.get(i).rows(), bound)
          || !fits(pattern.cols(), arguments.get(i).cols(), bound)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Shape(
            s.value().rows().substitute(bound::get), s.value().cols().substitute(bound::get)));
  }

  /// A number in a signature is itself, a name whatever it meets first. No unknown size is one.
  private boolean fits(Dim pattern, Dim actual, Map<String, Dim> bound) {
    if (pattern.isConstant()) {
      return pattern.equals(actual)
          || (!pattern.isOne() && sizes.equates(pattern, actual, complaint));
    }
    Dim known = bound.putIfAbsent(pattern.name(), actual);
    return known == null || sizes.equates(known, actual, complaint);
  }
}

package org.frechet.syntax;

import java.util.List;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Scope.Running;

/// What each form of the language means, for one kind of meaning: shapes in [Shapes], expressions
/// in [Expressions].
interface Meaning<V> {
  /// A piece and what it means.
  record Operand<V>(Syntax piece, V value) {}

  /// One more operand on the right of a spine.
  record Link<V>(Syntax.Binary node, Operand<V> right) {}

  V number(Syntax.Number literal);

  /// {@return a name that no scope binds}
  V global(Syntax.Name name);

  V negated(V value);

  /// `head + a - b`; scalars add to each entry.
  V sum(Operand<V> head, List<Link<V>> links);

  /// `head*a*b`.
  V product(Operand<V> head, List<Link<V>> links);

  /// One of `/ \ .* ./ ^ .^`.
  V infix(Syntax.Binary node, Operand<V> left, Operand<V> right);

  V transposed(V value);

  V block(List<List<Operand<V>>> rows, Syntax.Block block);

  V selected(Operand<V> target, Selectors selectors);

  /// The integral of the first over the second, a variable, from the third to the fourth.
  V integral(List<Operand<V>> arguments, Syntax.Call call);

  Shape shape(V value);

  /// Takes note that an index runs over this range.
  void runs(Running index, Dim range, String over, Syntax piece);

  V apply(Function function, List<Operand<V>> arguments, Syntax.Call call);

  V fill(Special kind, Dim rows, Dim cols);

  V reshaped(Operand<V> array, Dim rows, Dim cols, Syntax.Call call);

  V stopped(V value);

  /// The differential, in the increments of the variables that move.
  V total(V value);

  V derivative(Operand<V> function, Operand<V> variable, Syntax.Call call);

  V indexSum(Running index, Operand<V> body, Syntax.Call call);

  /// `max` or `min` of two arrays, or of an array and a scalar.
  V extreme(Function function, Operand<V> a, Operand<V> b, Syntax.Call call);
}

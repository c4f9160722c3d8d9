package org.frechet.concrete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Nearest;
import org.frechet.syntax.Syntax;

/// What data say of an expression: the numbers that its sizes are, declarations with these numbers
/// for all names, and the expression with numbers for names of sizes.
public record Binding(
    Syntax syntax,
    Map<String, Declaration> declared,
    NavigableMap<String, Integer> sizes,
    NavigableMap<String, Values> values) {
  /// {@return the binding of an expression} Data for names that it does not use are ignored.
  ///
  /// @throws Refusal with names and shapes where data and declarations do not fit, or are missing
  public static Binding of(
      Syntax syntax, Map<String, Declaration> declared, Map<String, Values> data) {
    return new Matching(syntax, declared, data).binding();
  }

  private static final class Matching {
    private final Syntax syntax;
    private final Map<String, Declaration> declared;
    private final Map<String, Values> data;
    private final NavigableMap<String, Integer> sizes = new TreeMap<>();

    /// Whose data told each size, for messages.
    private final Map<String, String> source = new HashMap<>();

    Matching(Syntax syntax, Map<String, Declaration> declared, Map<String, Values> data) {
      this.syntax = syntax;
      this.declared = declared;
      this.data = new TreeMap<>(data);
    }

    Binding binding() {
      Set<String> variables = Elaborator.variables(syntax, declared);
      Set<String> sizeNames = Elaborator.sizes(syntax, declared);
      for (String name : sizeNames) {
        if (!declared.containsKey(name) && data.containsKey(name)) {
          bind(name, whole(name), name);
        }
      }
      bindDeclared(variables);
      sizes.keySet().forEach(data::remove);
      data.keySet().retainAll(variables);
      requireValues(variables);

      Map<String, Declaration> concrete = new HashMap<>();
      declared.forEach((name, d) -> {
        if (data.containsKey(name) || d.kind() == Declaration.Kind.INDEX) {
          concrete.put(name, new Declaration(name, d.kind(), inNumbers(d), d.traits()));
        } else if (d.kind() == Declaration.Kind.FUNCTION) {
          concrete.put(name, d); // its derivative may be given, and have a value
        }
      });
      data.forEach(
          (name, values) -> concrete.computeIfAbsent(name, _ -> declaration(name, values.shape())));
      data.forEach((name, values) -> Conformity.require(name, values, concrete.get(name)));
      return new Binding(
          SizesAsNumbers.in(syntax, sizes), Map.copyOf(concrete), sizes, new TreeMap<>(data));
    }

    private void bindDeclared(Set<String> variables) {
      var given = new ArrayList<String>();
      for (String name : List.copyOf(data.keySet())) {
        Declaration d = declared.get(name);
        if (d == null || !variables.contains(name)) {
          continue;
        }
        if (d.kind() == Declaration.Kind.INDEX) {
          throw bad(name + " is declared as an index, so it has no value of its own", "");
        }
        given.add(name);
        data.put(name, data.getOrDefault(name, Values.scalar(0)).turnedFor(d.shape()));
      }
      // Plain names first, then what is composed of them.
      for (boolean plain : List.of(true, false)) {
        for (String name : given) {
          Values values = data.getOrDefault(name, Values.scalar(0));
          Shape shape = shape(name);
          match(name, shape.rows(), values.matrix().rows(), values, plain);
          match(name, shape.cols(), values.matrix().cols(), values, plain);
        }
      }
    }

    private Shape shape(String name) {
      Declaration d = declared.get(name);
      return d == null ? Shape.SCALAR : d.shape();
    }

    private void match(String name, Dim size, int number, Values values, boolean plain) {
      if (size.isName() == plain && size.isName()) {
        Integer known = sizes.putIfAbsent(size.name(), number);
        source.putIfAbsent(size.name(), name);
        if (known != null && known != number) {
          String from = source.getOrDefault(size.name(), "");
          throw mismatch(
              "%s is declared %s, but is %s: %s is %d here and %d %s"
                  .formatted(
                      name,
                      shape(name).declaration(),
                      values.title(),
                      size,
                      number,
                      known,
                      from.equals(name)
                          ? "there"
                          : from.equals(size.name()) ? "was given" : "in " + from));
        }
      } else if (size.isName() == plain) {
        if (inNumbers(size, name).constant() != number) {
          throw mismatch(
              "%s is declared %s, but is %s"
                  .formatted(name, shape(name).declaration(), values.title()));
        }
      }
    }

    private void bind(String name, int number, String from) {
      sizes.put(name, number);
      source.put(name, from);
    }

    private int whole(String name) {
      Values v = data.getOrDefault(name, Values.scalar(0));
      double number = v.matrix().rows() * v.matrix().cols() == 1 ? v.matrix().get(0, 0) : 0;
      if (number != Math.rint(number) || number < 1 || number > Integer.MAX_VALUE) {
        throw bad(name + " is a size, so its value must be a positive whole number", "");
      }
      return (int) number;
    }

    private Shape inNumbers(Declaration d) {
      return new Shape(
          inNumbers(d.shape().rows(), d.name()), inNumbers(d.shape().cols(), d.name()));
    }

    private Dim inNumbers(Dim size, String name) {
      Dim number = size.substitute(n -> sizes.containsKey(n) ? Dim.of(sizes.get(n)) : Dim.of(n));
      if (!number.isConstant()) {
        throw bad(
            "no data tell the size %s of %s".formatted(size, name),
            "give it as a number: {\"" + number.names().getFirst() + "\": 3}");
      }
      return number;
    }

    private void requireValues(Set<String> variables) {
      var missing = new TreeSet<>(variables);
      missing.removeAll(data.keySet());
      missing.removeAll(sizes.keySet());
      Set<String> used = Elaborator.variables(syntax, Map.of());
      missing.removeIf(name -> declared.containsKey(name) && !used.contains(name));
      if (!missing.isEmpty()) {
        String name = missing.getFirst();
        throw Problem.of(Code.BAD_REQUEST, "there is no value for " + name)
            .hint(
                Nearest.to(name, data.keySet())
                    .filter(near -> !variables.contains(near))
                    .map(near -> "the data name " + near)
                    .orElse("add it to the data, or give --at " + name + "=FILE"))
            .refusal();
      }
    }

    private static Declaration declaration(String name, Shape shape) {
      Declaration.Kind kind =
          shape.isScalar()
              ? Declaration.Kind.SCALAR
              : shape.isVector()
                  ? Declaration.Kind.VECTOR
                  : shape.isRow() ? Declaration.Kind.ROW : Declaration.Kind.MATRIX;
      return new Declaration(name, kind, shape, Set.of());
    }

    private static Refusal mismatch(String message) {
      return Problem.of(Code.SHAPE_MISMATCH, message).refusal();
    }

    private static Refusal bad(String message, String hint) {
      return Problem.of(Code.BAD_REQUEST, message).hint(hint).refusal();
    }
  }
}

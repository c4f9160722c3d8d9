package org.frechet.function;

import java.util.List;
import org.frechet.shape.Trait;

/// The value of a function has trait `value` if all arguments have trait `arguments`.
record Inheritance(Trait arguments, Trait value) {
  boolean gives(Trait trait) {
    return Trait.closure(List.of(value)).contains(trait);
  }
}

package org.frechet.function;

/// A constant of one of the enums that declare functions.
public interface Declared {
  Function function();
}

package org.frechet;

import java.util.List;

/// The derivatives of what an equation defines, one for each variable asked for, in the order
/// asked.
public record ImplicitDerivatives(List<ImplicitDerivative> all) implements Outcome {
  public ImplicitDerivatives {
    all = List.copyOf(all);
  }
}

package org.frechet.derive;

/// How derivatives are laid out. Mixed, the default: gradients as columns like the variable
/// (denominator layout), Jacobians with outputs as rows (numerator layout).
public enum Layout {
  MIXED,
  NUMERATOR,
  DENOMINATOR
}

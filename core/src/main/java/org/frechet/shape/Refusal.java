package org.frechet.shape;

/// Thrown where a request cannot be answered; carries the [Problem] that the user is shown.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public Refusal(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /// A refusal because of a bug in this program.
  public Refusal(Problem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}

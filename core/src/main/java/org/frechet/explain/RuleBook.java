package org.frechet.explain;

import java.util.List;
import java.util.Optional;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.syntax.Nearest;

/// The named rules of calculus on matrices, each with a function whose derivation shows why it
/// holds, by a method that does not use the rule itself.
///
/// @param name what it is asked for by
/// @param statement the rule as a formula
/// @param expression a function in the input language
/// @param variable what to differentiate by
/// @param declarations what inference cannot know
/// @param method how it is derived
/// @param shows what to look at in the derivation
public record RuleBook(
    String name,
    String statement,
    String expression,
    String variable,
    String declarations,
    Method method,
    String shows) {
  private static final List<RuleBook> ALL =
      List.of(
          rule("linearity", "d(A X B + C) = A dX B")
              .of("A*X*B + C", "X", Method.PERTURBATION)
              .showing("the change is linear in Δ and nothing remains"),
          rule("product", "d(A B) = dA B + A dB")
              .of("X*A*X", "X", Method.PERTURBATION)
              .showing("one term for each factor; Δ A Δ is of second order"),
          rule("hadamard", "d(A ∘ B) = dA ∘ B + A ∘ dB")
              .of("X.*A.*X", "X", Method.PERTURBATION)
              .showing("one term for each factor, entry by entry"),
          rule("kronecker", "d(A ⊗ B) = dA ⊗ B + A ⊗ dB")
              .of("kron(X, X)", "X", Method.PERTURBATION)
              .showing("one term for each factor; Δ ⊗ Δ is of second order"),
          rule("power", "d(X³) = dX X² + X dX X + X² dX")
              .of("X^3", "X", Method.PERTURBATION)
              .showing("dX takes the place of each factor in turn, since matrices do not commute"),
          rule("scalar-power", "d(a⁴) = 4a³ da")
              .of("a^4", "a", Method.PERTURBATION)
              .showing("the linear term of the binomial"),
          rule("quotient", "d(f/g) = (df g − f dg)/g²")
              .of("f(x)/g(x)", "x", Method.IMPLICIT)
              .with("f: vector(n) -> scalar; g: vector(n) -> scalar; x: vector(n)")
              .showing("the reciprocal y is what makes g y = 1"),
          rule("chain", "∂f(g(x))/∂x = (∂f/∂g) (∂g/∂x)")
              .of("f(g(x))", "x", Method.CHAIN)
              .with("f: vector(m) -> scalar; g: vector(n) -> vector(m); x: vector(n)")
              .showing("Jacobians multiply in the order of the composition"),
          rule("elementwise", "d f(x) = f′(x) ∘ dx")
              .of("sum(tanh(A*x))", "x", Method.CHAIN)
              .showing("the Jacobian of an elementwise function is diagonal"),
          rule("transpose", "∂tr(A X′)/∂X = A")
              .of("tr(A*X')", "X", Method.INDEX)
              .showing("rows and columns change places in the double sum"),
          rule("trace", "∂tr(A X)/∂X = A′")
              .of("tr(A*X)", "X", Method.INDEX)
              .showing("the Kronecker deltas leave a(j,i)"),
          rule("trace-rotation", "tr(A dX B) = tr(B A dX)")
              .of("tr(A*X*B)", "X", Method.INDEX)
              .showing("entries commute although matrices do not"),
          rule("scalar-transpose", "a′X′b = b′X a")
              .of("a'*X'*b", "X", Method.INDEX)
              .with("a: vector(n); b: vector(m)")
              .showing("a scalar equals its transpose"),
          rule("vec", "vec(A X B) = (B′ ⊗ A) vec(X)")
              .of("A*X*B", "X", Method.DIFFERENTIAL)
              .showing("the matrix of the map on stacked columns"),
          rule("quadratic-form", "∂x′A x/∂x = (A + A′)x")
              .of("x'*A*x", "x", Method.STOP_GRADIENT)
              .showing("one gradient for each x; they are equal where A is symmetric"),
          rule("squared-norm", "∂‖E‖² = 2⟨E, dE⟩")
              .of("norm2(X*B - Y)^2", "B", Method.PERTURBATION)
              .showing("‖E + Δ‖² = ⟨E + Δ, E + Δ⟩, and the two mixed terms are equal"),
          rule("norm", "d‖x‖ = x′dx/‖x‖")
              .of("norm2(x)", "x", Method.IMPLICIT)
              .showing("the norm is the r with r² = x′x"),
          rule("square-root", "d√a = da/(2√a)")
              .of("sqrt(a)", "a", Method.IMPLICIT)
              .showing("the root is the y with y² = a"),
          rule("exponential", "d exp(a) = exp(a) da")
              .of("exp(a)", "a", Method.IMPLICIT)
              .showing("the exponential is the y with log y = a"),
          rule("logarithm", "d log(a) = da/a")
              .of("log(a)", "a", Method.IMPLICIT)
              .showing("the logarithm is the y with exp y = a"),
          rule("sigmoid", "∂σ(a)/∂a = σ(a) (1 − σ(a))")
              .of("sigmoid(a)", "a", Method.IMPLICIT)
              .showing("the sigmoid is the y with log y − log(1 − y) = a"),
          rule("logsumexp", "∂logsumexp(x)/∂x = softmax(x)")
              .of("logsumexp(x)", "x", Method.IMPLICIT)
              .showing("it is the y with exp y = Σ exp xᵢ"),
          rule("softmax", "∂softmax(x)/∂x = diag(s) − s s′")
              .of("softmax(x)", "x", Method.DIFFERENTIAL)
              .showing("a diagonal matrix, and one of rank one for the sum of all"),
          rule("inverse", "d(X⁻¹) = −X⁻¹ dX X⁻¹")
              .of("inv(X)", "X", Method.IMPLICIT)
              .showing("the inverse is the Y with X Y = I"),
          rule("determinant", "d det X = det(X) tr(X⁻¹ dX)")
              .of("det(X)", "X", Method.PERTURBATION)
              .showing("Jacobi's formula: what remains falls with the square of the step"),
          rule("logdet", "d log det X = tr(X⁻¹ dX)")
              .of("log(det(X))", "X", Method.DIFFERENTIAL)
              .showing("Jacobi's formula, divided by the determinant"),
          rule("sqrtm", "Y dY + dY Y = dX, where Y² = X")
              .of("sqrtm(X)", "X", Method.IMPLICIT)
              .showing("a Sylvester equation, since Y and dY do not commute"),
          rule("logm", "the derivative of expm at Y, undone, where expm(Y) = X")
              .of("tr(A*logm(X))", "X", Method.IMPLICIT)
              .showing("a linear equation on vec"),
          rule("cholesky", "dL = L Φ(L⁻¹ dS L⁻ᵀ), where L L′ = S")
              .of("tr(A*chol(S))", "S", Method.IMPLICIT)
              .with("A: matrix(n,n); S: matrix(n,n) spd")
              .showing("L⁻¹ dL is one triangle and half of the diagonal of L⁻¹ dS L⁻ᵀ"),
          rule("eigenvalue", "dλ = v′dS v, where S v = λ v and v′v = 1")
              .of("lmax(S)", "S", Method.IMPLICIT)
              .with("S: matrix(n,n) symmetric")
              .showing("from the left, v′ takes dv away"),
          rule("eigenvalues", "dλ = diag(V′dS V), where S V = V diag(λ)")
              .of("b'*eig(S)", "S", Method.IMPLICIT)
              .with("S: matrix(n,n) symmetric; b: vector(n)")
              .showing("the diagonal of V′dV diag(λ) is that of diag(λ) V′dV"),
          rule("sylvester", "dX = sylvester(A, B, dC − dA X − X dB)")
              .of("tr(D*sylvester(A, B, C))", "A", Method.IMPLICIT)
              .showing("the differential solves an equation of the same kind"),
          rule("expm", "∂tr(expm(X))/∂X = expm(X)′")
              .of("tr(expm(X))", "X", Method.DIFFERENTIAL)
              .showing("under the trace dX may stand anywhere in each power"),
          rule("pinv", "dP = −P dX P + P P′dX′(I − X P) + (I − P X) dX′P′P")
              .of("tr(A*pinv(X))", "X", Method.DIFFERENTIAL)
              .showing("the inverse, and two terms that vanish where X is invertible"),
          rule("hessian", "∂²(x′A x + b′x)/∂x² = A + A′")
              .of("diff(x'*A*x + b'*x, x)", "x", Method.DIFFERENTIAL)
              .showing("the derivative of the gradient"));

  private static RuleBook rule(String name, String statement) {
    return new RuleBook(name, statement, "", "", "", Method.DIFFERENTIAL, "");
  }

  private RuleBook of(String function, String by, Method how) {
    return new RuleBook(name, statement, function, by, declarations, how, shows);
  }

  private RuleBook with(String declare) {
    return new RuleBook(name, statement, expression, variable, declare, method, shows);
  }

  private RuleBook showing(String what) {
    return new RuleBook(name, statement, expression, variable, declarations, method, what);
  }

  /// {@return all rules, the simplest first}
  public static List<RuleBook> all() {
    return ALL;
  }

  /// {@return the names of all rules}
  public static List<String> names() {
    return ALL.stream().map(RuleBook::name).toList();
  }

  /// {@return the rule of this name} @throws org.frechet.shape.Refusal if there is none
  public static RuleBook of(String name) {
    Optional<RuleBook> found =
        ALL.stream().filter(r -> r.name.equalsIgnoreCase(name.strip())).findFirst();
    return found.orElseThrow(() ->
        Problem.of(Code.BAD_REQUEST, "there is no rule called %s".formatted(name.strip()))
            .hint(
                Nearest.to(name.strip(), names())
                    .map(n -> "did you mean %s?".formatted(n))
                    .orElse("there are " + String.join(", ", names())))
            .refusal());
  }
}

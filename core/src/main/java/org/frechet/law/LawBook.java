package org.frechet.law;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.frechet.shape.Trait;

/// The laws that always make an expression shorter or plainer. In a law, `a` to `g` are scalars,
/// `h` to `z` columns, upper-case names matrices; an entry law holds for each entry and for scalars
/// too.
public enum LawBook {
  // sums and norms
  SUM_LEFT("ones(n)'*v -> sum(v)", "a row of ones adds up the entries"),
  SUM_RIGHT("v'*ones(n) -> sum(v)", "a column of ones adds up the entries"),
  SUM_OF_ROW_SUMS("sum(A*ones(n)) -> sum(A)", "adding up the sums of the rows"),
  SUM_OF_COLUMN_SUMS("sum(ones(n)'*A) -> sum(A)", "adding up the sums of the columns"),
  SUM_PRODUCT("sum(v.*w) -> v'*w", "the entries of v∘w add up to v'w"),
  SUM_DIAGONAL("sum(diag(v)) -> sum(v)", "the other entries are zero"),
  // diagonal matrices
  DIAG_VECTOR("diag(v)*w -> v.*w", "a diagonal matrix scales entry by entry"),
  VECTOR_DIAG("v'*diag(w) -> (v.*w)'", "a diagonal matrix scales entry by entry"),
  DIAG_DIAG("diag(v)*diag(w) -> diag(v.*w)", "diagonal matrices multiply entry by entry"),
  DIAG_INVERSE("inv(diag(v)) -> diag(v.^-1)", "a diagonal matrix is inverted entry by entry"),
  DIAG_DETERMINANT("det(diag(v)) -> prod(v)", "the determinant of a diagonal matrix"),
  DIAG_LOGDET(
      "logdet(diag(v)) -> sum(log(v)) where v: vector(n) positive",
      "the determinant of a diagonal matrix"),
  DIAG_TRACE("tr(diag(v)) -> sum(v)", "the trace of a diagonal matrix"),
  DIAG_PART("eye(n).*A -> diag(diag(A))", "the identity keeps the diagonal"),
  ROW_SCALING("(v*ones(n)').*A -> diag(v)*A", "each row is scaled by one entry"),
  COLUMN_SCALING("(ones(m)*v').*A -> A*diag(v)", "each column is scaled by one entry"),
  OUTER_PRODUCTS("(v*w').*(x*y') -> (v.*x)*(w.*y)'", "outer products multiply entry by entry"),
  DIAG_OF_COLUMNS("diag(A*diag(v)) -> diag(A).*v", "each column is scaled by one entry"),
  DIAG_OF_ROWS("diag(diag(v)*A) -> v.*diag(A)", "each row is scaled by one entry"),
  DIAG_SANDWICH(
      "diag(A*diag(v)*B) -> (A.*B')*v where A: matrix(m,n); B: matrix(n,m)",
      "entry i is the sum of A(i,k)v(k)B(k,i) over k"),
  DIAG_OF_OUTER("diag(v*w') -> v.*w", "the diagonal of an outer product"),
  DIAG_BOTH("diag(v)*A*diag(w) -> (v*w').*A", "rows and columns are scaled entry by entry"),
  DIAG_ROWS_ON_VEC(
      "kron(A, eye(n))*diag(vec(eye(n)))*kron(ones(n), eye(n)) -> diag(vec(A'))*kron(ones(m), eye(n)) where A: matrix(m,n)",
      "diag(v)A' is (v1')∘A', the rows scaled"),
  DIAG_COLUMNS_ON_VEC(
      "kron(eye(n), A)*diag(vec(eye(n)))*kron(ones(n), eye(n)) -> diag(vec(A))*kron(eye(n), ones(m)) where A: matrix(m,n)",
      "A diag(v) is (1v')∘A, the columns scaled"),
  LOWER_TWICE("tril(tril(A)) -> tril(A)", "a lower triangle has no upper part to drop"),
  UPPER_TWICE("triu(triu(A)) -> triu(A)", "an upper triangle has no lower part to drop"),
  LOWER_ALREADY("tril(A) -> A where A: matrix(n,n) lower", "nothing stands above the diagonal"),
  UPPER_ALREADY("triu(A) -> A where A: matrix(n,n) upper", "nothing stands below the diagonal"),
  DIAGONAL_ALREADY(
      "diag(diag(A)) -> A where A: matrix(n,n) diagonal", "nothing stands off the diagonal"),
  // traces and determinants
  DET_LEMMA("det(eye(n) + v*w') -> 1 + v'*w", "the matrix determinant lemma"),
  KRON_TRACE(
      "tr(kron(A, B)) -> tr(A)*tr(B) where A: matrix(m,m); B: matrix(n,n)",
      "the trace of a Kronecker product"),
  KRON_DET(
      "det(kron(A, B)) -> det(A)^q*det(B)^n where A: matrix(n,n); B: matrix(q,q)",
      "the determinant of a Kronecker product"),
  KRON_LOGDET(
      "logdet(kron(A, B)) -> q*logdet(A) + n*logdet(B) where A: matrix(n,n) spd; B: matrix(q,q) spd",
      "the determinant of a Kronecker product"),
  DET_INVERSE("det(inv(A)) -> det(A)^-1", "det(A)det(A⁻¹) = 1"),
  DET_EXPM("det(expm(A)) -> exp(tr(A))", "Jacobi: the determinant of an exponential"),
  LOGDET_INVERSE("logdet(inv(A)) -> -logdet(A)", "det(A)det(A⁻¹) = 1"),
  LOGDET_EXPM("logdet(expm(A)) -> tr(A)", "Jacobi: the determinant of an exponential"),
  ORTHONORMAL_COLUMNS(
      "Q'*Q -> eye(n) where Q: matrix(m,n) orthonormal", "the columns are orthonormal"),
  ORTHOGONAL_RIGHT("Q*Q' -> eye(n) where Q: matrix(n,n) orthogonal", "the rows are orthonormal"),
  ORTHOGONAL_INVERSE(
      "inv(Q) -> Q' where Q: matrix(n,n) orthogonal",
      "an orthogonal matrix is inverted by transposing"),
  EXPM_ZERO("expm(zeros(n,n)) -> eye(n)", "the exponential series"),
  LOGDET_ORTHOGONAL(
      "logdet(Q) -> 0 where Q: matrix(n,n) orthogonal",
      "the determinant of an orthogonal matrix is 1 or -1"),
  DET_ORTHOGONAL_SQUARE(
      "det(Q)^2 -> 1 where Q: matrix(n,n) orthogonal",
      "the determinant of an orthogonal matrix is 1 or -1"),
  DET_ORTHOGONAL_SIZE(
      "abs(det(Q)) -> 1 where Q: matrix(n,n) orthogonal",
      "the determinant of an orthogonal matrix is 1 or -1"),
  NORM_ROTATED(
      "norm2(Q*A) -> norm2(A) where Q: matrix(m,n) orthonormal; A: matrix(n,p)",
      "orthonormal columns keep lengths"),
  NORM_ORTHONORMAL(
      "norm2(Q) -> sqrt(n) where Q: matrix(m,n) orthonormal", "each column has norm one"),
  NORM_CHOLESKY(
      "norm2(chol(S)) -> sqrt(tr(S)) where S: matrix(n,n) spd", "tr(LL') is the sum of squares"),
  SUM_CHOLESKY(
      "sum(chol(S).^2) -> tr(S) where S: matrix(n,n) spd", "tr(LL') is the sum of squares"),
  // vectors and matrices of norm one, rows that sum to one
  NORM_UNIT("norm2(A) -> 1 where A: matrix(m,n) unit", "the norm is one"),
  UNIT_SQUARE("v'*v -> 1 where v: vector(n) unit", "the norm is one"),
  UNIT_TRACE("tr(A'*A) -> 1 where A: matrix(m,n) unit", "the norm is one"),
  STOCHASTIC_SUM("sum(v) -> 1 where v: vector(n) stochastic", "probabilities add up to one"),
  STOCHASTIC_ROWS(
      "A*ones(n) -> ones(m) where A: matrix(m,n) stochastic", "probabilities add up to one"),
  STOCHASTIC_ROWS_TURNED(
      "ones(n)'*A' -> ones(m)' where A: matrix(m,n) stochastic", "probabilities add up to one"),
  TOEPLITZ_ALREADY(
      "toepmean(A) -> A where A: matrix(m,n) toeplitz", "each diagonal is constant already"),
  EIG_SUM(
      "sum(eig(A)) -> tr(A) where A: matrix(n,n) symmetric", "the eigenvalues add up to the trace"),
  EIG_PRODUCT(
      "prod(eig(A)) -> det(A) where A: matrix(n,n) symmetric",
      "the eigenvalues multiply to the determinant"),
  EIG_LARGEST("max(eig(A)) -> lmax(A) where A: matrix(n,n) symmetric", "eigenvalues are in order"),
  EIG_SMALLEST("min(eig(A)) -> lmin(A) where A: matrix(n,n) symmetric", "eigenvalues are in order"),
  EIG_NORM(
      "norm2(eig(A)) -> norm2(A) where A: matrix(n,n) symmetric",
      "the norm does not see orthogonal factors"),
  SVD_SUM("sum(svdvals(A)) -> nucnorm(A) where A: matrix(m,n)", "the definition of the norm"),
  SVD_LARGEST("max(svdvals(A)) -> specnorm(A) where A: matrix(m,n)", "the definition of the norm"),
  SVD_NORM(
      "norm2(svdvals(A)) -> norm2(A) where A: matrix(m,n)",
      "the norm does not see orthogonal factors"),
  EIG_DECOMPOSITION(
      "eigvecs(A)*diag(eig(A))*eigvecs(A)' -> A where A: matrix(n,n) symmetric",
      "the spectral theorem"),
  EIG_SQUARE(
      "eigvecs(A)*diag(eig(A).^2)*eigvecs(A)' -> A^2 where A: matrix(n,n) symmetric",
      "functions act on the eigenvalues"),
  EIG_CUBE(
      "eigvecs(A)*diag(eig(A).^3)*eigvecs(A)' -> A^3 where A: matrix(n,n) symmetric",
      "functions act on the eigenvalues"),
  EIG_FOURTH(
      "eigvecs(A)*diag(eig(A).^4)*eigvecs(A)' -> A^4 where A: matrix(n,n) symmetric",
      "functions act on the eigenvalues"),
  EIG_LOGM(
      "eigvecs(A)*diag(log(eig(A)))*eigvecs(A)' -> logm(A) where A: matrix(n,n) spd",
      "functions act on the eigenvalues"),
  EIG_ROOT(
      "eigvecs(A)*diag(eig(A).^(1/2))*eigvecs(A)' -> sqrtm(A) where A: matrix(n,n) spd",
      "functions act on the eigenvalues"),
  EIG_INVERSE_ROOT(
      "eigvecs(A)*diag(eig(A).^(-1/2))*eigvecs(A)' -> inv(sqrtm(A)) where A: matrix(n,n) spd",
      "functions act on the eigenvalues"),
  EIG_EXP(
      "eigvecs(A)*diag(exp(eig(A)))*eigvecs(A)' -> expm(A) where A: matrix(n,n) symmetric",
      "functions act on the eigenvalues"),
  EIG_INVERSE(
      "eigvecs(A)*diag(1./eig(A))*eigvecs(A)' -> inv(A) where A: matrix(n,n) symmetric",
      "functions act on the eigenvalues"),
  EIG_LOGARITHMS(
      "sum(log(eig(A))) -> logdet(A) where A: matrix(n,n) spd",
      "the eigenvalues multiply to the determinant"),
  CHOL_LOGARITHMS(
      "sum(log(diag(chol(A)))) -> logdet(A)/2 where A: matrix(n,n) spd",
      "det(A) is the square of det(L)"),
  SVD_DECOMPOSITION(
      "svdu(A)*diag(svdvals(A))*svdv(A)' -> A where A: matrix(m,n)",
      "the singular value decomposition"),
  CHOL_PRODUCT(
      "chol(A)*chol(A)' -> A where A: matrix(n,n) spd", "the definition of the Cholesky factor"),
  PINV_TWICE("A*pinv(A)*A -> A", "Penrose's first equation"),
  PINV_AGAIN("pinv(A)*A*pinv(A) -> pinv(A)", "Penrose's second equation"),
  TRACE_LOGM("tr(logm(A)) -> logdet(A)", "the eigenvalues of log A are logarithms"),
  // Kronecker products
  KRON_PRODUCT(
      "kron(A, B)*kron(C, D) -> kron(A*C, B*D) where A: matrix(m,n); B: matrix(p,q); C: matrix(n,r); D: matrix(q,s)",
      "the mixed-product rule"),
  KRON_INVERSE(
      "inv(kron(A, B)) -> kron(inv(A), inv(B)) where A: matrix(n,n); B: matrix(q,q)",
      "the mixed-product rule"),
  KRON_NORM("norm2(kron(A, B)) -> norm2(A)*norm2(B)", "every product of entries occurs once"),
  KRON_COMMUTATION(
      "kron(v', eye(n))*commat(m, n) -> kron(eye(n), v') where v: vector(m)",
      "the commutation matrix exchanges the factors"),
  VEC_OUTER("vec(v*w') -> kron(w, v)", "vec(vw') = w ⊗ v"),
  KRON_VEC(
      "kron(A, B)*vec(C) -> vec(B*C*A') where A: matrix(m,n); B: matrix(p,q); C: matrix(q,n)",
      "vec(BCA') = (A ⊗ B) vec(C)"),
  KRON_VEC_ROW(
      "vec(C)'*kron(A, B) -> vec(B'*C*A)' where A: matrix(n,m); B: matrix(q,p); C: matrix(q,n)",
      "vec(BCA') = (A ⊗ B) vec(C)"),
  COMMUTATION_VEC(
      "commat(m, n)*vec(A) -> vec(A') where A: matrix(m,n)",
      "the definition of the commutation matrix"),
  COMMUTATION_VEC_ROW(
      "vec(A)'*commat(m, n) -> vec(A')' where A: matrix(n,m)",
      "the definition of the commutation matrix"),
  COMMUTATION_TWICE("commat(m, n)*commat(n, m) -> eye(m*n)", "transposing twice"),
  COMMUTATION_DUPLICATION(
      "commat(n, n)*dupmat(n) -> dupmat(n)", "a symmetric matrix is its own transpose"),
  DUPLICATION_VECH(
      "dupmat(n)*vech(S) -> vec(S) where S: matrix(n,n) symmetric",
      "the definition of the duplication matrix"),
  ELIMINATION_VEC(
      "elimat(n)*vec(A) -> vech(A) where A: matrix(n,n)",
      "the definition of the elimination matrix"),
  ELIMINATION_DUPLICATION(
      "elimat(n)*dupmat(n) -> eye(n*(n+1)/2)", "Magnus and Neudecker, ch. 3, thm 13"),
  VECH_LOWER(
      "reshape(elimat(n)'*vech(A), n, n) -> tril(A) where A: matrix(n,n)",
      "the entries on and below the diagonal, put back"),
  SCALED_SUM("1/(c*(1 + d/c)) -> 1/(c + d)", "the quotient of a product by one of its factors"),
  // elementwise functions
  EXP_LOG("exp(log(Z)) -> Z", "inverse functions", Kind.ENTRY),
  LOG_EXP("log(exp(Z)) -> Z", "inverse functions", Kind.ENTRY),
  SIGMOID("1./(1 + exp(Z)) -> sigmoid(-Z)", "the definition of the sigmoid", Kind.ENTRY),
  SIGMOID_EXP(
      "exp(Z).*sigmoid(-Z) -> sigmoid(Z)", "the sigmoid is exp(Z)/(1 + exp(Z))", Kind.ENTRY),
  SIGMOID_EXP_NEGATIVE(
      "exp(-Z).*sigmoid(Z) -> sigmoid(-Z)", "the sigmoid is exp(Z)/(1 + exp(Z))", Kind.ENTRY),
  SIGMOID_COMPLEMENT("1 - sigmoid(-Z) -> sigmoid(Z)", "the symmetry of the sigmoid", Kind.ENTRY),
  LOG_SIGMOID("log(1 + exp(Z)) -> softplus(Z)", "the definition of softplus", Kind.ENTRY),
  LOG_COMPLEMENT("log(1 - sigmoid(Z)) -> -softplus(Z)", "the definition of softplus", Kind.ENTRY),
  ABS_SIGN("abs(Z).*sign(Z) -> Z", "a number is its modulus times its sign", Kind.ENTRY),
  SIGN_ABS("sign(Z)./abs(Z) -> 1./Z", "a number is its modulus times its sign", Kind.ENTRY),
  ABS_SQUARE("abs(Z).^2 -> Z.^2", "squares do not see the sign", Kind.ENTRY),
  RELU_STEP("step(Z).*Z -> relu(Z)", "the positive part", Kind.ENTRY),
  STEP_RELU("step(Z).*relu(Z) -> relu(Z)", "relu vanishes where the step does", Kind.ENTRY),
  STEP_SQUARE("step(Z).^2 -> step(Z)", "zero and one are their squares", Kind.ENTRY),
  TANH("sinh(Z)./cosh(Z) -> tanh(Z)", "the definition of tanh", Kind.ENTRY),
  TAN("sin(Z)./cos(Z) -> tan(Z)", "the definition of the tangent", Kind.ENTRY),
  PYTHAGORAS("sin(Z).^2 + cos(Z).^2 -> 1", "Pythagoras", Kind.ENTRY),
  PYTHAGORAS_SINE("1 - sin(Z).^2 -> cos(Z).^2", "Pythagoras", Kind.ENTRY),
  PYTHAGORAS_COSINE("1 - cos(Z).^2 -> sin(Z).^2", "Pythagoras", Kind.ENTRY),
  HYPERBOLA("cosh(Z).^2 - sinh(Z).^2 -> 1", "the hyperbola", Kind.ENTRY),
  HYPERBOLA_SINE("1 + sinh(Z).^2 -> cosh(Z).^2", "the hyperbola", Kind.ENTRY),
  HYPERBOLA_COSINE("cosh(Z).^2 - 1 -> sinh(Z).^2", "the hyperbola", Kind.ENTRY),
  ROOT_OF_SQUARE("(Z.^2).^(1/2) -> abs(Z)", "a root is not negative", Kind.ENTRY),
  // softmax
  LOGSUMEXP("log(sum(exp(A))) -> logsumexp(A)", "the definition of logsumexp"),
  SOFTMAX("exp(v)/sum(exp(v)) -> softmax(v)", "the definition of softmax"),
  SOFTMAX_WEIGHTED("w'*exp(v)/sum(exp(v)) -> w'*softmax(v)", "the definition of softmax"),
  LOG_SOFTMAX("log(softmax(v)) -> logsoftmax(v)", "the definition of logsoftmax"),
  LOG_SOFTMAX_ROWS("log(softmax(A, rows)) -> logsoftmax(A, rows)", "the definition of logsoftmax"),
  EXP_LOGSOFTMAX("exp(logsoftmax(v)) -> softmax(v)", "the definition of logsoftmax"),
  SOFTMAX_SHIFTED("exp(v - logsumexp(v)) -> softmax(v)", "the definition of softmax");

  /// Where a law holds.
  enum Kind {
    MATRIX,
    /// Entry by entry, and for scalars.
    ENTRY
  }

  private final String text;
  private final String reason;
  private final Kind kind;

  LawBook(String text, String reason) {
    this(text, reason, Kind.MATRIX);
  }

  LawBook(String text, String reason, Kind kind) {
    this.text = text;
    this.reason = reason;
    this.kind = kind;
  }

  public String text() {
    return text;
  }

  public String reason() {
    return reason;
  }

  /// {@return the compiled laws: one, or two where it holds for entries and for scalars}
  public List<Law> laws() {
    return LawIndex.of(this);
  }

  /// {@return all compiled laws}
  public static List<Law> all() {
    return Stream.of(values()).flatMap(entry -> entry.laws().stream()).toList();
  }

  List<Law> compile() {
    return Compiler.compile(name(), text, reason, kind);
  }

  /// What some guards ask for, and hardly any expression has: laws with such a guard are compiled
  /// when one does.
  static final Set<Trait> RARE =
      EnumSet.of(Trait.ORTHONORMAL, Trait.ORTHOGONAL, Trait.UNIT, Trait.STOCHASTIC);

  static final String RARE_WORD = "rare";

  /// {@return the names of functions and constant arrays without which the left side cannot match,
  /// and a word for traits without which it cannot}
  Set<String> words() {
    String left = text.split("->", 2)[0];
    var words = new HashSet<String>();
    WORD.matcher(left).results().forEach(m -> words.add(m.group(1)));
    if (RARE.stream().anyMatch(trait -> text.contains(" " + trait.word()))) {
      words.add(RARE_WORD);
    }
    return words;
  }

  private static final Pattern WORD = Pattern.compile("(\\w+)\\(");
}

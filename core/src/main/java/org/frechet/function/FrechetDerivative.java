package org.frechet.function;

/// The Fréchet derivatives L(X, E) of the matrix functions as functions of their own, of any order
/// up to four, and their matrices on vec.
public enum FrechetDerivative implements Declared {
  EXPM_FRECHET(
      Family.EXP
          .directional()
          .numpy("_frechet(scipy.linalg.expm, {0*m})")
          .about("derivative of expm at X along E; expmfrechet(X, E, F) along E and F")
          .example("tr(A*expmfrechet(X, E))", "E", "expmfrechet(X', A')")),
  EXPM_KRON(
      Family.EXP
          .onVec()
          .numpy("_frechetkron(scipy.linalg.expm, {0*m})")
          .about("matrix of E -> expmfrechet(X, E) on vec")
          .example(
              "b'*expmkron(t*A)*b",
              "t",
              "b'*expmkron(t*A, A)*b",
              "A: matrix(n,n); b: vector(n*n); t: scalar")),
  LOGM_FRECHET(
      Family.LOG
          .directional()
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .numpy("_frechet(lambda Z: scipy.linalg.logm(Z).real, {0*m})")
          .about("derivative of logm at X along E; logmfrechet(X, E, F) along E and F")
          .example("tr(A*logmfrechet(X, E))", "E", "logmfrechet(X', A')")),
  LOGM_KRON(
      Family.LOG
          .onVec()
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .numpy("_frechetkron(lambda Z: scipy.linalg.logm(Z).real, {0*m})")
          .about("matrix of E -> logmfrechet(X, E) on vec")
          .example(
              "b'*logmkron(t*eye(n) + A)*b",
              "t",
              "b'*logmkron(A + t*eye(n), eye(n))*b",
              "A: matrix(n,n) spd; b: vector(n*n); t: scalar positive")),
  COSM_FRECHET(
      Family.COS
          .directional()
          .numpy("_frechet(scipy.linalg.cosm, {0*m})")
          .about("derivative of cosm at X along E; cosmfrechet(X, E, F) along E and F")
          .example("tr(A*cosmfrechet(X, E))", "E", "cosmfrechet(X', A')")),
  COSM_KRON(
      Family.COS
          .onVec()
          .numpy("_frechetkron(scipy.linalg.cosm, {0*m})")
          .about("matrix of E -> cosmfrechet(X, E) on vec")
          .example(
              "b'*cosmkron(t*A)*b",
              "t",
              "b'*cosmkron(t*A, A)*b",
              "A: matrix(n,n); b: vector(n*n); t: scalar")),
  SINM_FRECHET(
      Family.SIN
          .directional()
          .numpy("_frechet(scipy.linalg.sinm, {0*m})")
          .about("derivative of sinm at X along E; sinmfrechet(X, E, F) along E and F")
          .example("tr(A*sinmfrechet(X, E))", "E", "sinmfrechet(X', A')")),
  SINM_KRON(
      Family.SIN
          .onVec()
          .numpy("_frechetkron(scipy.linalg.sinm, {0*m})")
          .about("matrix of E -> sinmfrechet(X, E) on vec")
          .example(
              "b'*sinmkron(t*A)*b",
              "t",
              "b'*sinmkron(t*A, A)*b",
              "A: matrix(n,n); b: vector(n*n); t: scalar")),
  MPOWER_FRECHET(
      Family.POWER
          .directional()
          .needs(0, Need.PRINCIPAL_POWER, x -> x.get(1))
          .numpy("_frechet(lambda Z: _mpower(Z, {1}), {0m}, {2*m})")
          .about("derivative of X^k along E; mpowerfrechet(X, k, E, F) along E and F")
          .example("tr(A*mpowerfrechet(X, k, E))", "E", "mpowerfrechet(X', k, A')")),
  MPOWER_KRON(
      Family.POWER
          .onVec()
          .needs(0, Need.PRINCIPAL_POWER, x -> x.get(1))
          .numpy("_frechetkron(lambda Z: _mpower(Z, {1}), {0m}, {2*m})")
          .about("matrix of E -> mpowerfrechet(X, k, E) on vec")
          .example(
              "b'*mpowerkron(A + t*eye(n), k)*b",
              "t",
              "b'*mpowerkron(A + t*eye(n), k, eye(n))*b",
              "A: matrix(n,n) spd; b: vector(n*n); t: scalar positive; k: scalar"));

  private final Function function;

  FrechetDerivative(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }
}

package org.frechet.print;

import java.util.ArrayList;
import java.util.List;

/// The small functions that a module brings along, each only where it is called.
enum NumpyHelpers {
  SIGMOID(
      "_sigmoid",
      """
      def _sigmoid(x):
          e = np.exp(-np.abs(x))
          return np.where(x >= 0, 1.0, e)/(1.0 + e)
      """),
  LOGSUMEXP(
      "_logsumexp",
      """
      def _logsumexp(x):
          c = np.max(x)
          return c + np.log(np.sum(np.exp(x - c)))
      """),
  /// By singular values, which singular matrices have too (Stewart 1998).
  ADJ(
      "_adj",
      """
      def _adj(x):
          u, s, v = np.linalg.svd(x)
          others = np.array([np.prod(np.delete(s, i)) for i in range(len(s))])
          return np.linalg.det(u)*np.linalg.det(v)*(v.T*others) @ u.T
      """),
  /// The sum of determinants with one column of a minor replaced.
  ADJFRECHET(
      "_adjfrechet",
      """
      def _adjfrechet(x, e):
          n = len(x)
          d = np.zeros((n, n))
          for i in range(n):
              for j in range(n):
                  m = np.delete(np.delete(x, i, 0), j, 1)
                  f = np.delete(np.delete(e, i, 0), j, 1)
                  for k in range(n - 1):
                      c = m.copy()
                      c[:, k] = f[:, k]
                      d[j, i] += (-1)**(i + j)*np.linalg.det(c)
          return d
      """),
  /// Of a vector, or of each row of a matrix.
  SOFTMAX(
      "_softmax",
      """
      def _softmax(x):
          e = np.exp(x - np.max(x, axis=-1, keepdims=True))
          return e/np.sum(e, axis=-1, keepdims=True)
      """),
  LOGSOFTMAX(
      "_logsoftmax",
      """
      def _logsoftmax(x):
          y = x - np.max(x, axis=-1, keepdims=True)
          return y - np.log(np.sum(np.exp(y), axis=-1, keepdims=True))
      """),
  MAXMASK(
      "_maxmask",
      """
      def _maxmask(x):
          mask = np.zeros(x.size)
          mask[np.argmax(np.ravel(x, order='F'))] = 1.0
          return np.reshape(mask, x.shape, order='F')
      """),
  MAXMASK_ROWS(
      "_maxmask_rows",
      """
      def _maxmask_rows(x):
          return np.eye(x.shape[1])[np.argmax(x, axis=1)]
      """),
  LOGSUMEXP_ROWS(
      "_logsumexp_rows",
      """
      def _logsumexp_rows(x):
          c = np.max(x, axis=1)
          return c + np.log(np.sum(np.exp(x - c[:, None]), axis=1))
      """),
  /// Of a vector, or of each row of a matrix.
  LAYERNORM(
      "_layernorm",
      """
      def _layernorm(x, eps=0.0):
          y = x - np.mean(x, axis=-1, keepdims=True)
          return y/np.sqrt(np.mean(np.square(y), axis=-1, keepdims=True) + eps)
      """),
  /// A real power; a product for a whole number.
  MPOWER(
      "_mpower",
      """
      def _mpower(X, k):
          return np.real(scipy.linalg.fractional_matrix_power(X, k))
      """),
  /// The upper right block of f([X E; 0 X]), doubled for each direction (Higham and Relton 2014).
  FRECHET(
      "_frechet",
      """
      def _frechet(f, X, *directions):
          n = X.shape[0]
          Z = X
          for E in directions:
              Z = np.block([[Z, np.kron(np.eye(Z.shape[0]//n), E)], [np.zeros_like(Z), Z]])
          return f(Z)[:n, -n:]
      """),
  FRECHET_ON_VEC(
      "_frechetkron",
      """
      def _frechetkron(f, X, *directions):
          n = X.shape[0]
          units = [np.reshape(e, (n, n), order='F') for e in np.eye(n*n)]
          columns = [_frechet(f, X, *directions, E) for E in units]
          return np.stack([np.ravel(c, order='F') for c in columns], axis=1)
      """),
  DUPLICATION(
      "_dupmat",
      """
      def _dupmat(n):
          j, i = np.triu_indices(n)
          unit = np.eye(j.size)
          rows = np.zeros((n, n), dtype=int)
          rows[i, j] = rows[j, i] = np.arange(j.size)
          return unit[np.ravel(rows)]
      """),
  ELIMINATION(
      "_elimat",
      """
      def _elimat(n):
          j, i = np.triu_indices(n)
          return np.eye(n*n)[i + j*n]
      """),
  /// Of a scalar or an array, to twelve digits; where it does not converge, there is no value.
  INTEGRATE(
      "_integrate",
      """
      def _integrate(f, a, b):
          value, error, info = scipy.integrate.quad_vec(
              f, a, b, epsabs=1e-14, epsrel=1e-12, full_output=True)
          if info.status in (1, 3):
              raise ArithmeticError("the integral was not found; it may not exist")
          return value
      """),
  /// The sums and the lengths of the diagonals, each entry of which stands at column minus row.
  TOEPMEAN(
      "_toepmean",
      """
      def _toepmean(X):
          at = np.arange(X.shape[1]) - np.arange(X.shape[0])[:, None] + X.shape[0] - 1
          sums = np.bincount(np.ravel(at), np.ravel(X))
          return (sums/np.bincount(np.ravel(at)))[at]
      """),
  /// Eigenvectors, and singular vectors below, with the entry of largest modulus positive.
  EIGVECS(
      "_eigvecs",
      """
      def _eigvecs(S):
          V = np.linalg.eigh(S)[1]
          return V*np.sign(V[np.argmax(np.abs(V), axis=0), np.arange(V.shape[1])])
      """),
  SVD(
      "_svd",
      """
      def _svd(X):
          U, s, Vt = np.linalg.svd(X, full_matrices=False)
          V = Vt.T
          signs = np.sign(V[np.argmax(np.abs(V), axis=0), np.arange(V.shape[1])])
          return U*signs, s, V*signs
      """),
  LEADING(
      "_leading",
      """
      def _leading(X):
          U, _, V = _svd(X)
          return U[:, 0], V[:, 0]
      """),
  GAPS(
      "_gaps",
      """
      def _gaps(w):
          eye = np.eye(w.size)
          return 1/(w[None, :] - w[:, None] + eye) - eye
      """),
  COMMUTATION(
      "_commat",
      """
      def _commat(m, n):
          rows = np.reshape(np.arange(m*n), (m, n), order='F')
          return np.eye(m*n)[np.ravel(rows)]
      """);

  private final String name;
  private final String code;

  NumpyHelpers(String name, String code) {
    this.name = name;
    this.code = code;
  }

  /// {@return the import lines and helper functions that the code needs, in parts}
  static List<String> preamble(String functions) {
    String all = functions;
    for (NumpyHelpers helper : values()) { // a helper may call another one
      all += functions.contains(helper.name + "(") ? helper.code : "";
    }
    var imports = new StringBuilder("import numpy as np\n");
    for (String module : List.of("scipy.integrate", "scipy.linalg", "scipy.special")) {
      if (all.contains(module + ".")) {
        imports.append("import ").append(module).append('\n');
      }
    }
    var parts = new ArrayList<String>();
    parts.add(imports.toString());
    for (NumpyHelpers helper : values()) {
      if (all.contains(helper.name + "(")) {
        parts.add(helper.code);
      }
    }
    return parts;
  }
}

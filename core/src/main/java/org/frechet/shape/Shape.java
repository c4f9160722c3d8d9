package org.frechet.shape;

/// Rows and columns. A scalar is 1×1, a (column) vector n×1, a row 1×n; `vector(n)` and
/// `matrix(n,1)` are the same shape, as in MATLAB.
public record Shape(Dim rows, Dim cols) {
  public static final Shape SCALAR = new Shape(Dim.ONE, Dim.ONE);

  public static Shape vector(Dim size) {
    return new Shape(size, Dim.ONE);
  }

  public static Shape row(Dim size) {
    return new Shape(Dim.ONE, size);
  }

  public static Shape matrix(Dim rows, Dim cols) {
    return new Shape(rows, cols);
  }

  public boolean isScalar() {
    return rows.isOne() && cols.isOne();
  }

  /// {@return whether this is a column of more than one (or unknown) entries}
  public boolean isVector() {
    return cols.isOne() && !rows.isOne();
  }

  public boolean isRow() {
    return rows.isOne() && !cols.isOne();
  }

  public boolean isMatrix() {
    return !rows.isOne() && !cols.isOne();
  }

  public boolean isSquare() {
    return rows.equals(cols);
  }

  public Shape transposed() {
    return new Shape(cols, rows);
  }

  /// {@return the number of entries}
  public Dim count() {
    return rows.times(cols);
  }

  /// {@return `scalar`, `vector(n)`, `row(n)` or `matrix(m,n)`, as in a declaration}
  public String declaration() {
    if (isScalar()) {
      return "scalar";
    }
    if (isVector()) {
      return "vector(" + rows + ")";
    }
    return isRow() ? "row(" + cols + ")" : "matrix(" + rows + "," + cols + ")";
  }

  /// {@return `scalar` or `m×n`, as in a message}
  @Override
  public String toString() {
    return isScalar() ? "scalar" : rows + "×" + cols;
  }
}

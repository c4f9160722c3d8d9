package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of well-formed text that makes no sense: code, the piece, message, hint.
class ShapeRefusalsTest {
  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          norm2(X*Y) ¦ X: matrix(n,p); Y: matrix(n,q) ¦ shape-mismatch ¦ X*Y ¦ cannot multiply X (n×p) by Y (n×q): inner dimensions p and n differ ¦ did you mean X'*Y?
          A*B ¦ A: matrix(m,n); B: matrix(m,n) ¦ shape-mismatch ¦ A*B ¦ cannot multiply A (m×n) by B (m×n): inner dimensions n and m differ ¦ did you mean A'*B or A*B'?
          x*y ¦ x: vector(n); y: vector(n) ¦ shape-mismatch ¦ x*y ¦ cannot multiply x (n×1) by y (n×1): inner dimensions 1 and n differ ¦ did you mean x'*y, x*y' or x.*y?
          A*B*C ¦ A: matrix(m,n); B: matrix(n,p); C: matrix(n,p) ¦ shape-mismatch ¦ B*C ¦ cannot multiply B (n×p) by C (n×p): inner dimensions p and n differ ¦ did you mean B*C'?
          (X*Y + Z)*W ¦ X: matrix(n,p); Y: matrix(p,q); Z: matrix(n,q); W: matrix(n,n) ¦ shape-mismatch ¦ (X*Y + Z)*W ¦ cannot multiply X*Y + Z (n×q) by W (n×n): inner dimensions q and n differ ¦ did you mean (X*Y + Z)'*W?
          X' * A ¦ X: matrix(n,p); A: matrix(p,p) ¦ shape-mismatch ¦ X' * A ¦ cannot multiply X' (p×n) by A (p×p): inner dimensions n and p differ ¦ did you mean X*A?
          X + Y ¦ X: matrix(n,p); Y: matrix(n,q) ¦ shape-mismatch ¦ X + Y ¦ cannot add X (n×p) and Y (n×q): columns p and q differ ¦ ``
          x - y' ¦ x: vector(n); y: vector(n) ¦ shape-mismatch ¦ x - y' ¦ cannot subtract y' (1×n) from x (n×1): rows n and 1, and columns 1 and n, differ ¦ did you mean x - y?
          2 + x + y + w ¦ x: vector(n); y: vector(n); w: vector(m) ¦ shape-mismatch ¦ x + y + w ¦ cannot add x (n×1) and w (m×1): rows n and m differ ¦ ``
          A.*B ¦ A: matrix(m,n); B: matrix(n,m) ¦ shape-mismatch ¦ A.*B ¦ cannot multiply A (m×n) by B (n×m) entry by entry: rows m and n, and columns n and m, differ ¦ did you mean A.*B'?
          A/B ¦ A: matrix(n,n); B: matrix(n,n) ¦ shape-mismatch ¦ A/B ¦ cannot divide by B (n×n): the divisor must be a scalar ¦ use A*inv(B) or A./B
          1/x ¦ x: vector(n) ¦ shape-mismatch ¦ 1/x ¦ cannot divide by x (n×1): the divisor must be a scalar ¦ use 1./x
          A/B ¦ A: matrix(m,n); B: matrix(p,q) ¦ shape-mismatch ¦ A/B ¦ cannot divide by B (p×q): the divisor must be a scalar ¦ use A*inv(B) or A./B
          A\\b ¦ A: matrix(m,n); b: vector(m) ¦ not-square ¦ A\\b ¦ A\\B needs a square matrix, but A is m×n ¦ ``
          x^2 ¦ x: vector(n) ¦ shape-mismatch ¦ x^2 ¦ x (n×1) is a vector and has no power ¦ use x.^2 for the power of each entry
          2*X^2 ¦ X: matrix(m,n) ¦ not-square ¦ X^2 ¦ X^2 needs a square matrix, but X is m×n ¦ ``
          X^65 ¦ X: matrix(n,n) ¦ too-large ¦ 65 ¦ the matrix power 65 is too large, the limit is 64 ¦ ``
          X^1000000 ¦ `` ¦ too-large ¦ 1000000 ¦ the matrix power 1000000 is too large, the limit is 64 ¦ ``
          X^0.5 ¦ X: matrix(m,n) ¦ not-square ¦ X^0.5 ¦ X^0.5 needs a square matrix, but X is m×n ¦ ``
          X^a ¦ X: matrix(m,n) ¦ not-square ¦ X^a ¦ X^a needs a square matrix, but X is m×n ¦ ``
          2^X ¦ X: matrix(n,n) ¦ shape-mismatch ¦ X ¦ the exponent X (n×n) is not a scalar ¦ use 2.^X for the power of each entry
          tr(X) ¦ X: matrix(m,n) ¦ not-square ¦ tr(X) ¦ tr needs a square matrix, but X is m×n ¦ ``
          a*expm(X) ¦ X: matrix(m,n) ¦ not-square ¦ expm(X) ¦ expm needs a square matrix, but X is m×n ¦ ``
          tr(X,X) ¦ X: matrix(n,n) ¦ arity ¦ tr(X,X) ¦ tr takes 1 argument, but was given 2 ¦ ``
          eye(2,3) ¦ `` ¦ arity ¦ eye(2,3) ¦ eye takes 1 argument, but was given 2 ¦ write eye(n)
          ones() ¦ `` ¦ arity ¦ ones() ¦ ones takes 1 or 2 arguments, but was given 0 ¦ write ones(n) or ones(m,n)
          softmax(X) ¦ X: matrix(m,n) ¦ shape-mismatch ¦ softmax(X) ¦ softmax takes matrix(n,1), but was given matrix(m,n) ¦ for each row of a matrix write softmax(X, rows), for each column softmax(X, cols)
          softmax(X, 1) ¦ X: matrix(m,n) ¦ arity ¦ softmax(X, 1) ¦ softmax takes 1 argument, but was given 2 ¦ for each row of a matrix write softmax(X, rows), for each column softmax(X, cols)
          foo(x,y) ¦ x: vector(n); y: vector(n) ¦ unknown-function ¦ foo ¦ unknown function foo ¦ see the list of functions; for a function of your own declare foo: vector(n), scalar -> scalar
          2*lgdet(X) ¦ `` ¦ unknown-function ¦ lgdet ¦ unknown function lgdet ¦ did you mean logdet?
          eyes(n) ¦ `` ¦ unknown-function ¦ eyes ¦ unknown function eyes ¦ did you mean eye?
          h(x) ¦ `` ¦ unknown-function ¦ h ¦ unknown function h ¦ for a product write h*(x); for a function of your own declare h: vector(n) -> scalar
          ones(0)'*x ¦ x: vector(n) ¦ bad-request ¦ 0 ¦ the size 0 is not positive ¦ sizes are names or positive integers: n, 3, 2*n, n*(n+1)/2
          eye(2.5) ¦ `` ¦ bad-request ¦ 2.5 ¦ 2.5 is not a size ¦ sizes are names or positive integers: n, 3, 2*n, n*(n+1)/2
          eye(n) ¦ n: scalar ¦ bad-request ¦ n ¦ n is declared as a variable and cannot be a size ¦ use another name for the size
          reshape(X, 2, 3) ¦ X: matrix(2,2) ¦ shape-mismatch ¦ reshape(X, 2, 3) ¦ cannot reshape X (2×2) to 2×3: 4 entries against 6 ¦ ``
          [x, y; 1, 2, 3] ¦ x: vector(n); y: vector(n) ¦ shape-mismatch ¦ 1, 2, 3 ¦ blocks on top of each other need equally many columns, but [x, y] is n×2 and [1, 2, 3] is 1×3 ¦ ``
          [x, A] ¦ x: vector(n); A: matrix(m,m) ¦ shape-mismatch ¦ A ¦ blocks side by side need equally many rows, but x is n×1 and A is m×m ¦ ``
          x(0) ¦ x: vector(n) ¦ shape-mismatch ¦ 0 ¦ indices start at 1, not at 0 ¦ indices are whole numbers, counted from 1
          x(4) ¦ x: vector(3) ¦ shape-mismatch ¦ 4 ¦ entry 4 of x is out of range: there are only 3 ¦ ``
          X(1,2:7) ¦ X: matrix(n,5) ¦ shape-mismatch ¦ 2:7 ¦ column 7 of X is out of range: there are only 5 ¦ ``
          2*X(3) ¦ X: matrix(m,n) ¦ shape-mismatch ¦ X(3) ¦ X is a matrix and takes two indices, not one ¦ write X(3,:) for a row, X(:,3) for a column, X(i,j) for an entry
          x(1,2,3) ¦ x: vector(n) ¦ arity ¦ x(1,2,3) ¦ x takes one or two indices, not 3 ¦ write x(i) or X(i,j)
          c(x + 1) ¦ c: scalar ¦ shape-mismatch ¦ c(x + 1) ¦ c is a scalar and has no entries ¦ did you mean c*(x + 1)?
          x(k) ¦ x: vector(n) ¦ unsupported ¦ k ¦ k is not an index ¦ for a product write x*k; an index runs in sum(k, …)
          x(i) ¦ i: index(n); x: vector(n) ¦ unsupported ¦ i ¦ i runs only within sum(i, …) ¦ for a product write x*i; an index runs in sum(i, …)
          sum(i, x(i)*y(i)) ¦ x: vector(n); y: vector(m) ¦ shape-mismatch ¦ i ¦ the index i runs to n for each entry of x but to m for each entry of y ¦ all that an index selects from must have as many entries
          sum(i, x(i)) ¦ x: vector(n); i: index(m) ¦ shape-mismatch ¦ i ¦ the index i runs to m for its declaration but to n for each entry of x ¦ all that an index selects from must have as many entries
          sum(i, a) ¦ a: scalar ¦ shape-mismatch ¦ i ¦ the index i selects nothing, so its range is unknown ¦ write entries such as x(i) or X(i,:), or declare i: index(n)
          sum(X, 1) ¦ X: matrix(m,n) ¦ shape-mismatch ¦ X ¦ the index X selects nothing, so its range is unknown ¦ sum(X) sums all entries; for each row of a matrix write sum(X, rows), for each column sum(X, cols)
          sum(i, i*x(i)) ¦ `` ¦ unsupported ¦ i ¦ the index i stands for a position, its value cannot be used ¦ declare a vector that holds the numbers, and write its entry
          sum(i, x(i+1)) ¦ `` ¦ unsupported ¦ i+1 ¦ i + 1 is not an index: integers, 1:2, : and summation indices are ¦ use a declared vector or matrix that holds the shifted entries
          diff(x'*x, 2*x) ¦ `` ¦ bad-request ¦ 2*x ¦ diff differentiates by a variable, and 2*x is none ¦ write diff(E, X) with the name of a variable X
          3*(a/0) ¦ a: scalar ¦ bad-request ¦ a/0 ¦ division by zero ¦ ``
          """)
  void refuses(
      String expr, String declarations, String code, String piece, String message, String hint) {
    Problem problem =
        catchThrowableOfType(Refusal.class, () -> Elaborated.model(expr, declarations)).problem();
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.hint()).isEqualTo(hint);
    assertThat(problem.code().word()).isEqualTo(code);
    assertThat(expr.substring(problem.start(), problem.end())).isEqualTo(piece);
  }
}

package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.numeric.Laws.big;
import static org.frechet.numeric.Laws.vec;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Identities of matrix algebra, over each ring.
class MatTest {
  record Law(String name, Mat left, Mat right) {
    @Override
    public String toString() {
      return left.getClass().getSimpleName() + ": " + name;
    }
  }

  private static Stream<Law> laws() {
    Rng rng = new Rng(1);
    return Stream.of(
            laws(Laws.real(rng, 3, 4), Laws.real(rng, 4, 2), squares(() -> Laws.real(rng, 5, 5))),
            laws(
                Laws.precise(rng, 3, 4),
                Laws.precise(rng, 4, 2),
                squares(() -> Laws.precise(rng, 5, 5))),
            laws(Laws.dual(rng, 3, 4), Laws.dual(rng, 4, 2), squares(() -> Laws.dual(rng, 5, 5))))
        .flatMap(List::stream);
  }

  private static List<Mat> squares(Supplier<Mat> square) {
    return Stream.generate(square).limit(3).toList();
  }

  private static List<Law> laws(Mat a, Mat b, List<Mat> squares) {
    Mat p = squares.get(0);
    Mat q = squares.get(1);
    Mat r = squares.get(2);
    Mat eye = a.eye(5);
    Mat nothing = a.zeros(5, 5);
    Mat s = p.sum();
    Mat singular = p.times(p.gather(5, 5, (i, j) -> j == 4 ? i : i + 5 * j));
    return List.of(
        new Law("(A*B)' = B'*A'", a.times(b).transpose(), b.transpose().times(a.transpose())),
        new Law("P*(Q + R) = P*Q + P*R", p.times(q.plus(r)), p.times(q).plus(p.times(r))),
        new Law("P - Q = P + (-1)*Q", p.minus(q), p.plus(q.scale(big(-1), big(1)))),
        new Law("6/4*P - 1/2*P = P", p.scale(big(6), big(4)).minus(p.scale(big(1), big(2))), p),
        new Law("s*P = s*I*P", p.scale(s), eye.scale(s).times(p)),
        new Law("sum(P) = 1'*P*1", p.sum(), ones(p, 1, 5).times(p).times(ones(p, 5, 1))),
        new Law(
            "sum(P.*Q) = tr(P'*Q)",
            p.hadamard(q).sum(),
            p.transpose().times(q).hadamard(eye).sum()),
        new Law("P*inv(P) = I", p.times(p.inverse()), eye),
        new Law("inv(P*Q) = inv(Q)*inv(P)", p.times(q).inverse(), q.inverse().times(p.inverse())),
        new Law("det(P*Q) = det(P)*det(Q)", p.times(q).det(), p.det().times(q.det())),
        new Law("det(P') = det(P)", p.transpose().det(), p.det()),
        new Law("det(I) = 1", eye.det(), a.eye(1)),
        new Law("det of an exchange = -1", exchange(eye).det(), a.eye(1).negate()),
        new Law(
            "inv of an exchange = its transpose",
            exchange(eye).inverse(),
            exchange(eye).transpose()),
        new Law("det of nothing = 1", a.zeros(0, 0).det(), a.eye(1)),
        new Law("adj(P)*P = det(P)*I", p.adjugate().times(p), eye.scale(p.det())),
        new Law("adj(x) = 1", s.adjugate(), a.eye(1)),
        new Law(
            "adj(P*Q) = adj(Q)*adj(P)", p.times(q).adjugate(), q.adjugate().times(p.adjugate())),
        new Law(
            "adj(S)*S = 0 + det(S)*I",
            singular.adjugate().times(singular).plus(eye),
            eye.scale(singular.det()).plus(eye)),
        new Law("P.^3 = P.*P.*P", p.power(3), p.hadamard(p).hadamard(p)),
        new Law("P.^-2.*P.^2 = 1", p.power(-2).hadamard(p.power(2)), ones(p, 5, 5)),
        new Law("0.^0 = 1", nothing.power(0), ones(p, 5, 5)),
        new Law("prod(P.*Q) = prod(P)*prod(Q)", p.hadamard(q).prod(), p.prod().times(q.prod())),
        new Law(
            "kron(P,A)*kron(Q,B) = kron(P*Q,A*B)",
            p.kron(a).times(q.kron(b)),
            p.times(q).kron(a.times(b))),
        new Law(
            "kron(A,B)' = kron(A',B')", a.kron(b).transpose(), a.transpose().kron(b.transpose())),
        new Law(
            "vec(A*B) = kron(B',I)*vec(A)",
            vec(a.times(b)),
            b.transpose().kron(a.eye(3)).times(vec(a))),
        new Law("K*vec(A) = vec(A')", a.commutation(3, 4).times(vec(a)), vec(a.transpose())),
        new Law("K(m,n)' = K(n,m)", a.commutation(3, 4).transpose(), a.commutation(4, 3)),
        new Law(
            "[P Q; 0 R] has det(P)*det(R)",
            Mat.blocks(List.of(List.of(p, q), List.of(nothing, r))).det(),
            p.det().times(r.det())),
        new Law(
            "[A; B'] is stacked",
            Mat.blocks(List.of(List.of(a), List.of(b.transpose()))).times(b),
            Mat.blocks(List.of(List.of(a.times(b)), List.of(b.transpose().times(b))))),
        new Law(
            "[P Q]*[Q; R] = P*Q + Q*R",
            Mat.blocks(List.of(List.of(p, q))).times(Mat.blocks(List.of(List.of(q), List.of(r)))),
            p.times(q).plus(q.times(r))));
  }

  private static Mat ones(Mat kind, int rows, int cols) {
    return kind.constant(rows, cols, big(1), big(1));
  }

  private static Mat exchange(Mat eye) {
    return eye.gather(5, 5, (i, j) -> (i == 0 ? 1 : i == 1 ? 0 : i) + 5 * j);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void holds(Law law) {
    Laws.assertEqual(law.left, law.right);
  }

  record Misuse(String what, Runnable run) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Stream<Misuse> misuses() {
    Mat a = RealMat.generate(2, 3, (i, j) -> i + j);
    Mat d = DualModMat.of(new long[2][3]);
    return Stream.of(
        new Misuse("kinds in a sum", () -> a.plus(d)),
        new Misuse("kinds in a difference", () -> d.minus(a)),
        new Misuse("kinds in a product", () -> a.transpose().times(d)),
        new Misuse("kinds in a Hadamard product", () -> d.hadamard(a)),
        new Misuse("kinds in blocks", () -> Mat.blocks(List.of(List.of(a, d)))),
        new Misuse("shapes in a sum", () -> a.plus(a.transpose())),
        new Misuse("shapes in a product", () -> d.times(d)),
        new Misuse("heights in blocks", () -> Mat.blocks(List.of(List.of(a, a.transpose())))),
        new Misuse("widths in blocks", () -> Mat.blocks(List.of(List.of(a), List.of(a, a)))),
        new Misuse("no blocks", () -> Mat.blocks(List.of())),
        new Misuse("scalar that is none", () -> a.scale(a)),
        new Misuse("inverse of 2x3", a::inverse),
        new Misuse("det of 2x3", d::det),
        new Misuse("adjugate of 2x3", a::adjugate),
        new Misuse("negative shape", () -> a.zeros(-1, 2)),
        new Misuse("ragged rows", () -> RealMat.of(new double[][] {{1, 2}, {3}})));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void isRefused(Misuse misuse) {
    assertThatThrownBy(misuse.run::run).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void errorsNameTheShapes() {
    Mat a = RealMat.generate(2, 3, (i, j) -> i + j);
    assertThatThrownBy(() -> a.plus(a.transpose())).hasMessage("shapes differ: 2x3 and 3x2");
    assertThatThrownBy(() -> a.times(DualModMat.of(new long[2][3])))
        .hasMessage("kinds differ: RealMat and DualModMat");
  }
}

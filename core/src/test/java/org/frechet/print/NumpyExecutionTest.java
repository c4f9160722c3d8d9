package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.check.Sampler;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Functions;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.print.NumpyPrinterTest.Problem;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs generated modules by a real Python, all in one process, and compares both functions with
/// the reference evaluation.
class NumpyExecutionTest {
  private static final List<String> CASES =
      """
      x'*A*x | x
      norm2(A*x - b) | x | A: matrix(m,n)
      sum(log(1 + exp(-y.*(X*w)))) | w | X: matrix(m,n)
      sum(softplus(-y.*(X*w)))/m + a/2*w'*w | w | X: matrix(m,n)
      tr(X'*A*X*inv(X'*B*X)) | X | X: matrix(m,n)
      r*inv(A)*B | r | r: row(n); B: matrix(n,p)
      r*X | X | r: row(m); X: matrix(m,n)
      exp(r)*X | r | r: row(m); X: matrix(m,n)
      C*inv(A)*B | C | C: matrix(m,n); B: matrix(n,p)
      (s - m)'*inv(S)*(s - m) | m | s: vector(n); m: vector(n); S: matrix(n,n) spd
      x'*inv(A + x*x')*x | x
      logdet(X'*X + d*eye(n)) | X | X: matrix(m,n); d: scalar
      X^-2*A | X | X: matrix(n,n); A: matrix(n,n)
      tr(X^5) | X
      W2*sigmoid(W1*x) | W1 | W1: matrix(m,n); W2: matrix(p,m); x: vector(n)
      norm2(W2*relu(W1*x + b1) + b2)^2 | W1 | W1: matrix(m,n); W2: matrix(p,m); x: vector(n); b1: vector(m); b2: vector(p)
      diag(X'*A*X) | X | X: matrix(m,n); A: matrix(m,m)
      diag(X*A*X') | X | X: matrix(m,n); A: matrix(n,n)
      diag(A*B) | A | A: matrix(n,n); B: matrix(n,n)
      diag(x)*A*diag(exp(x)) | x
      diag(x)*inv(A) | x
      inv(A)*diag(x) | x
      sum(sum((X + v*ones(n)' + ones(m)*w').^2)) | v | X: matrix(m,n); v: vector(m); w: vector(n)
      sum(exp(v*ones(n)' + ones(m)*w')) | w | v: vector(m); w: vector(n)
      ones(m)'*exp(X) | X | X: matrix(m,n)
      softmax(X, rows) | X | X: matrix(m,n)
      sum(logsoftmax(X, cols).*Y) | X | X: matrix(m,n); Y: matrix(m,n)
      norm(x, 3)^2 + min(A*x) | x
      norm(x, p) | x | p: scalar
      logsoftmax(W*x) | W | W: matrix(m,n)
      max(x, y)'*min(x, 2*y) | x | x: vector(n); y: vector(n)
      norminf(A*x) + max(A) | x
      [x'*A*x, b; b, x'*x] | x | b: scalar
      det([A, x; x', b]) | x | b: scalar
      [x; A*x; b] | x | b: scalar
      norm2([A, B; B', C]) | B | B: matrix(n,p); C: matrix(p,p); A: matrix(n,n)
      X(2:3,1)'*X(1:2,2) | X | X: matrix(m,n)
      X(2,:)*X(:,1:2) | X | X: matrix(n,n)
      exp(x)(2:3) | x
      inv(A)(1,2) | A
      sum(i, (y(i) - X(i,:)*w)^2*exp(-X(i,:)*X(i,:)')) | w
      sum(i, X(i,:)'*exp(X(i,:)*w)) | w
      sum(i, sum(j, A(i,j)*log(1 + exp(x(i)*z(j))))) | x | A: matrix(m,n)
      X*W | W | X: matrix(m,n); W: matrix(n,p)
      X' | X | X: matrix(m,n)
      norm2(dupmat(n)*v)^2 | v | v: vector(n*(n+1)/2)
      vech(X)'*elimat(n)*vec(X*X) | X
      ones(n*(n+1)/2)'*vech(X) | X
      kron(A, X) | X | A: matrix(m,p); X: matrix(n,2)
      kron(x, y) | x | x: vector(n); y: vector(m)
      kron(r, A) | r | r: row(n); A: matrix(m,n)
      reshape(z, m, n)*x | z | z: vector(m*n); x: vector(n)
      vec(X)'*kron(A, B)*vec(X) | X | X: matrix(m,n); A: matrix(n,n); B: matrix(m,m)
      tril(X)*triu(X') | X | X: matrix(m,n)
      mean(X)*sum(X) | X | X: matrix(m,n)
      (x*x').*A | x
      x.^(1/3)./(1 + abs(x)) | x
      x.^-0.5 + 2.5*x.^-3 - 1e-7*x.^p | x | p: scalar
      6.283185307179586*x'*x/3 - 7*pi | x
      a^b + b^a | a
      sin(t)*X | t | t: scalar; X: matrix(m,n)
      eye(n)*t^2 | t | t: scalar
      tr(A*expm(X)) + tr(logm(X)) + tr(sqrtm(X)) | X
      gelu(x)'*lgamma(abs(x) + 1) | x
      t^2 | X | X: matrix(m,n); t: scalar
      lambda'*A*lambda/n | lambda | lambda: vector(n)
      tr(X'*A*X) | X | X: matrix(m,n) orthonormal; A: matrix(m,m) symmetric
      norm2(A*x - y)^2 | x | x: vector(n) unit; A: matrix(m,n); y: vector(m)
      norm2(T*x - y)^2 | T | T: matrix(m,n) toeplitz; x: vector(n); y: vector(m)
      sum(P.*log(P)) | P | P: matrix(m,n) stochastic positive
      logdet(S) + x'*inv(S)*x | S | S: matrix(n,n) spd toeplitz; x: vector(n)
      """
          .lines()
          .toList();

  private static final String DRIVER =
      """
      import inspect, json, sys
      import numpy as np
      try:
          import scipy.linalg, scipy.special
      except ImportError:
          scipy = None
      def array(kind, rows):
          m = np.array(rows)
          return float(m[0, 0]) if kind == 'scalar' else m if kind == 'matrix' else m.ravel()
      def run(case):
          module = {}
          exec(compile(case['module'], case['name'], 'exec'), module)
          worst = 0.0
          for function in ('value', 'derivative'):
              parameters = inspect.signature(module[function]).parameters
              given = {p: case['sizes'][p] if p in case['sizes'] else array(*case['arguments'][p])
                       for p in parameters}
              got = module[function](**given)
              want = array(*case[function])
              kind = float if isinstance(want, float) else np.ndarray
              assert isinstance(got, kind), function + ' is a ' + str(type(got))
              assert np.shape(got) == np.shape(want), function + ' has shape %s' % (np.shape(got),)
              for a in given.values():
                  assert not np.shares_memory(got, np.asarray(a)), function + ' is an argument'
              worst = max(worst, float(np.max(np.abs(got - want))/max(1, np.max(np.abs(want)))))
          assert worst < 1e-8, 'error %g' % worst
      ran = skipped = failed = 0
      for line in open(sys.argv[1], encoding='utf-8'):
          case = json.loads(line)
          if 'import scipy' in case['module'] and scipy is None:
              skipped += 1
              continue
          try:
              run(case)
              ran += 1
          except Exception as e:
              failed += 1
              print('FAILED', case['name'], type(e).__name__, e)
              print(case['module'])
      print('ran %d, failed %d, skipped for want of SciPy %d' % (ran, failed, skipped))
      """;

  @Test
  void agreesWithTheReferenceEvaluation(@TempDir Path folder) throws Exception {
    boolean numpy = python(folder, "-c", "import numpy").code == 0;
    String missing = "SKIPPED: no python3 with NumPy here, so generated modules are not executed";
    if (!numpy) {
      System.out.println(missing);
    }
    assumeTrue(numpy, missing);
    var lines = new ArrayList<String>();
    for (String text : CASES) {
      String[] parts = text.split("\\|");
      lines.add(
          line(text, Problem.of(parts[0], parts[1].strip(), parts.length > 2 ? parts[2] : "")));
    }
    for (var f : Functions.all()) {
      for (var e : f.examples()) {
        lines.add(line(f.name() + ": " + e.expr(), Problem.of(e.expr(), e.wrt(), e.declare())));
      }
    }
    Path cases = Files.write(folder.resolve("cases.jsonl"), lines);
    Path driver = Files.writeString(folder.resolve("driver.py"), DRIVER);
    Result result = python(folder, driver.toString(), cases.toString());
    System.out.println("NumPy: " + result.output.lines().reduce((_, last) -> last).orElse(""));
    assertThat(result.output).doesNotContain("FAILED").contains("failed 0");
    assertThat(result.code).isZero();
  }

  private record Result(int code, String output) {}

  private static Result python(Path folder, String... arguments) throws InterruptedException {
    var command = new ArrayList<String>(List.of("python3"));
    command.addAll(List.of(arguments));
    try {
      Path output = Files.createTempFile(folder, "python", ".out");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return new Result(-1, "FAILED: no answer within two minutes");
      }
      return new Result(process.exitValue(), Files.readString(output));
    } catch (IOException e) {
      return new Result(-1, "FAILED: " + e.getMessage());
    }
  }

  /// One problem at a random point of its domain, with the reference values there.
  private static String line(String name, Problem problem) {
    Collection<Expr> nodes =
        Traversal.topological(
            List.of(problem.function(), problem.derivative(), problem.variable()));
    var sampler = new Sampler(nodes, 1);
    var evaluator = Evaluator.real(List.of(problem.function(), problem.derivative()));
    while (!sampler.exhausted()) {
      try {
        Point point = sampler.real();
        List<Mat> values = evaluator.at(point);
        if (values.stream().allMatch(NumpyExecutionTest::isFinite)) {
          return json(name, problem, point, values);
        }
      } catch (ArithmeticException _) {
        // not in the domain
      }
      sampler.rejected();
    }
    throw new AssertionError("no point in the domain of " + name);
  }

  private static boolean isFinite(Mat value) {
    return java.util.Arrays.stream(((RealMat) value).toArray()).allMatch(Double::isFinite);
  }

  private static String json(String name, Problem problem, Point point, List<Mat> values) {
    String arguments =
        point.leaves().entrySet().stream()
            .map(e -> argument(((Node.Var) e.getKey().node()).name(), e.getKey(), e.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    String sizes =
        point.sizes().entrySet().stream()
            .map(e -> quoted(e.getKey()) + ": " + e.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
    return Map.of(
            "name", quoted(name),
            "module", quoted(problem.module()),
            "arguments", arguments,
            "sizes", sizes,
            "value", array(problem.function().shape(), values.get(0)),
            "derivative", array(problem.derivative().shape(), values.get(1)))
        .entrySet()
        .stream()
        .map(e -> quoted(e.getKey()) + ": " + e.getValue())
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String argument(String name, Expr variable, Mat value) {
    String parameter = name.equals("lambda") ? "lambda_" : name;
    return quoted(parameter) + ": " + array(variable.shape(), value);
  }

  private static String array(Shape shape, Mat value) {
    String kind = shape.isScalar() ? "scalar" : shape.isMatrix() ? "matrix" : "vector";
    var rows = new ArrayList<String>();
    for (int i = 0; i < value.rows(); i++) {
      var row = new ArrayList<String>();
      for (int j = 0; j < value.cols(); j++) {
        row.add(Double.toString(((RealMat) value).get(i, j)));
      }
      rows.add(row.toString());
    }
    return "[" + quoted(kind) + ", " + rows + "]";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}

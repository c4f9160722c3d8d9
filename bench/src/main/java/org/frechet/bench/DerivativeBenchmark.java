package org.frechet.bench;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.frechet.Formula;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Expr;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.syntax.Model;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// From text to text: one derivative of a textbook expression, with and without the numeric check.
/// Samples, because on a machine that others use the median tells more than the mean.
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xss2m", "-XX:+UseSerialGC"})
public class DerivativeBenchmark {
  @Param private Textbook problem = Textbook.QUADRATIC_FORM;

  private long round;

  @Benchmark
  public String derivative() {
    return unchecked(1);
  }

  @Benchmark
  public String derivativeChecked() {
    return checked(1);
  }

  @Benchmark
  public String hessian() {
    return unchecked(2);
  }

  @Benchmark
  public String hessianChecked() {
    return checked(2);
  }

  private String unchecked(int order) {
    round++;
    Model model = problem.formula(round).model();
    Expr variable = Objects.requireNonNull(model.variables().get(problem.variable(round)));
    Derivation d = Derivation.of(model.expr(), variable, order, Layout.MIXED);
    return TextPrinter.print(Presentation.of(d.value().orElse(d.map())));
  }

  private String checked(int order) {
    round++;
    Formula formula = problem.formula(round);
    return formula.derivative(problem.variable(round), order, Layout.MIXED).text();
  }
}

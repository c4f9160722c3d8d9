package org.frechet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.shape.Refusal;

/// How long a derivation takes, beside the derivative: every line is made, done again and measured.
/// Each round names its variables anew, so that nothing is known from the round before. Prints the
/// median processor time of a round in milliseconds, and by the clock, for each method; a dash
/// where it does not apply.
public final class Derivations {
  private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 41;

  /// `%` in a name is replaced by the number of the round.
  private record Task(String expr, String declarations, String wrt) {}

  private static final List<Task> TASKS =
      List.of(
          new Task(
              "norm2(Y% - X%*B%)^2", "Y%: matrix(m,q); X%: matrix(m,n); B%: matrix(n,q)", "B%"),
          new Task("tr(A%*inv(X%))", "A%: matrix(n,n); X%: matrix(n,n)", "X%"),
          new Task( // 20 operations
              "norm2(W%*tanh(V%*x% + b%) + d% - y%)^2 + c%*norm2(V%)^2 + tr(V%*A%*V%') - sum(log(1 + exp(V%*x%)))",
              "W%: matrix(m,k); V%: matrix(k,n); x%: vector(n); b%: vector(k); d%: vector(m);"
                  + " y%: vector(m); c%: scalar; A%: matrix(n,n)",
              "V%"),
          new Task( // 20 operations
              "(x% - u%)'*inv(S% + D%*D%')*(x% - u%)/2 + logdet(S% + D%*D%')/2 + c%*exp(-u%'*A%*u%)",
              "x%: vector(n); u%: vector(n); S%: matrix(n,n) spd; D%: matrix(n,k); A%: matrix(n,n);"
                  + " c%: scalar",
              "u%"));

  private Derivations() {}

  public static void main(String[] arguments) {
    System.out.print("| expression | by |");
    for (Method m : Method.values()) {
      System.out.print(" " + m.word() + " |");
    }
    System.out.println("\n|---|---|" + "---|".repeat(Method.values().length));
    for (Task task : TASKS) {
      System.out.print(
          "| `%s` | `%s` |".formatted(task.expr.replace("%", ""), task.wrt.replace("%", "")));
      for (Method m : Method.values()) {
        System.out.print(" " + median(task, m) + " |");
      }
      System.out.println();
    }
  }

  private static String median(Task task, Method method) {
    var times = new ArrayList<Double>();
    var clock = new ArrayList<Double>();
    try {
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        double[] time = time(task, method, method.word().replace("-", "") + round);
        if (round >= WARM_UP) {
          times.add(time[0]);
          clock.add(time[1]);
        }
      }
    } catch (Refusal _) {
      return "–";
    }
    Collections.sort(times);
    Collections.sort(clock);
    return "%.1f / %.1f".formatted(times.get(ROUNDS / 2), clock.get(ROUNDS / 2));
  }

  private static double[] time(Task task, Method method, String number) {
    Derivative d =
        Frechet.parse(task.expr.replace("%", number))
            .declare(task.declarations.replace("%", number))
            .derivative(task.wrt.replace("%", number));
    long start = System.nanoTime();
    long worked = PROCESSOR.getCurrentThreadCpuTime();
    if (Explanation.of(d, method, Detail.SHORT).steps().isEmpty()) {
      throw new IllegalStateException("no lines");
    }
    return new double[] {
      (PROCESSOR.getCurrentThreadCpuTime() - worked) / 1e6, (System.nanoTime() - start) / 1e6
    };
  }
}

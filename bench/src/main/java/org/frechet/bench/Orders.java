package org.frechet.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.frechet.Derivative;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Query;

/// Higher orders, and derivatives of the functions that have no elementary one: from text to text,
/// checks included. Each round names its variables anew, so that nothing is known from the round
/// before. Prints the median and the least time of a round in milliseconds.
public final class Orders {
  private static final int WARM_UP = 60;
  private static final int ROUNDS = 41;

  /// `%` in a name is replaced by the number of the round.
  private record Task(String expr, String declarations, String wrt, int order) {}

  private static final String PRODUCT = "x%'*A%*x%*exp(b%'*x%)";
  private static final String VECTORS = "A%: matrix(n,n); x%: vector(n); b%: vector(n)";

  private static final List<Task> TASKS =
      List.of(
          new Task(PRODUCT, VECTORS, "x%", 1),
          new Task(PRODUCT, VECTORS, "x%", 2),
          new Task(PRODUCT, VECTORS, "x%", 3),
          new Task(PRODUCT, VECTORS, "x%", 4),
          new Task("tr(A%*expm(X%))", "A%: matrix(n,n); X%: matrix(n,n)", "X%", 1),
          new Task("specnorm(X%)", "X%: matrix(m,n)", "X%", 1),
          new Task("sum(eig(S%).*b%)", "S%: matrix(n,n) symmetric; b%: vector(n)", "S%", 1),
          new Task("norm2(pinv(X%)*b%)^2", "X%: matrix(m,n); b%: vector(m)", "X%", 1),
          new Task("tr(A%*X%)", "A%: matrix(p,n); X%: matrix(n,p) orthonormal", "X%", 1),
          new Task("sum(layernorm(x%).*b%)", "x%: vector(n); b%: vector(n)", "x%", 1),
          new Task("integrate(exp(-a%*t^2), t, 0, 1)", "a%: scalar", "a%", 1));

  private Orders() {}

  public static void main(String[] arguments) {
    System.out.println("| expression | by | order | median ms | least ms |\n|---|---|---|---|---|");
    for (Task task : TASKS) {
      var times = new ArrayList<Double>();
      for (int round = 0; round < WARM_UP + ROUNDS; round++) {
        double time = time(task, round);
        if (round >= WARM_UP) {
          times.add(time);
        }
      }
      Collections.sort(times);
      System.out.printf(
          "| `%s` | `%s` | %d | %.1f | %.1f |%n",
          task.expr.replace("%", ""),
          task.wrt.replace("%", ""),
          task.order,
          times.get(ROUNDS / 2),
          times.getFirst());
    }
  }

  private static double time(Task task, int round) {
    String number = "" + round;
    long start = System.nanoTime();
    Formula f =
        Frechet.parse(task.expr.replace("%", number))
            .declare(task.declarations.replace("%", number));
    Derivative d = f.derivative(Query.by(task.wrt.replace("%", number)).order(task.order));
    if (d.text().isEmpty()) {
      throw new IllegalStateException("no answer");
    }
    return (System.nanoTime() - start) / 1e6;
  }
}

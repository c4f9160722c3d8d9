package org.frechet;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.frechet.expr.Algebra;
import org.frechet.function.Functions;
import org.frechet.law.Rewriter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;

/// Runs one request within its time budget, on a thread with a deep stack: memory for the stack is
/// only reserved, and deep expressions need it.
public final class Budget {
  /// What a request may take unless it says otherwise.
  public static final Duration DEFAULT = Duration.ofSeconds(10);

  private static final long STACK = 512L << 20;

  static {
    Functions.all(); // a request that is cut off must not leave classes half initialised
    Rewriter.simplify(Algebra.ONE);
  }

  private Budget() {}

  /// {@return what the work returns} @throws Refusal with code `timeout` when the time is up,
  /// `too-large` when stack or memory is
  public static <T> T run(Duration time, Callable<T> work) {
    var task = new FutureTask<>(work);
    Thread thread = new Thread(null, task, "request", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt(); // making any expression notices it
      throw Problem.of(
              Problem.Code.TIMEOUT,
              "no answer within the time budget of %s s".formatted(time.toMillis() / 1e3))
          .hint("make the expression smaller, or split it with let")
          .refusal();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw Problem.of(Problem.Code.TIMEOUT, "the request was cancelled").refusal();
    } catch (ExecutionException e) {
      throw refusal(e.getCause() == null ? e : e.getCause());
    }
  }

  private static RuntimeException refusal(Throwable cause) {
    return switch (cause) {
      case Refusal r -> r;
      case StackOverflowError _, OutOfMemoryError _ ->
          Problem.of(Problem.Code.TOO_LARGE, "this expression is too large or too deeply nested")
              .refusal();
      case ArithmeticException e ->
          Problem.of(
                  Problem.Code.TOO_LARGE,
                  "a size or number in this expression is too large: " + e.getMessage())
              .refusal();
      default ->
          new Refusal(
              Problem.of(Problem.Code.INTERNAL, "internal error: " + cause)
                  .hint("please report this expression"),
              cause);
    };
  }
}

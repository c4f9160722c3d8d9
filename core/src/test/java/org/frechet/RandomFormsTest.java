package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.derive.Form;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;

/// Random requests for the other forms, for parts, directions and higher orders: each passes the
/// check of its form, or is refused for a good reason. Raise the number with
/// `-Dfrechet.random.forms=10000`.
class RandomFormsTest {
  private static final int COUNT = Integer.getInteger("frechet.random.forms", 60);
  private static final long STACK = 16L << 20;

  private final List<String> failures = new ArrayList<>();

  @Test
  void everyFormIsRightOrRefused() throws InterruptedException {
    var worker = new Thread(null, this::work, "random forms", STACK);
    worker.start();
    worker.join();
    assertThat(failures).isEmpty();
  }

  private void work() {
    for (long seed = 0; seed < COUNT; seed++) {
      RandomCase request = RandomExpressions.of(seed);
      Query plain = Query.by(request.wrt()).layout(request.layout());
      for (Form form : Form.values()) {
        ask(request, plain.form(form));
      }
      ask(request, plain.along("direction"));
      ask(request, plain.order(3));
      part(request).ifPresent(p -> ask(request, plain.wrt(p)));
    }
  }

  private void ask(RandomCase request, Query query) {
    try {
      request.formula().derivative(query);
    } catch (Refusal r) {
      boolean good =
          switch (r.problem().code()) {
            case UNSUPPORTED, NOT_DIFFERENTIABLE, BAD_REQUEST, TOO_LARGE -> true;
            case SYNTAX, UNKNOWN_NAME, UNKNOWN_FUNCTION, ARITY, SHAPE_MISMATCH -> false;
            case NOT_SQUARE, TIMEOUT, INTERNAL -> false;
          };
      if (!good) {
        failures.add(request + "\n  " + query + "\n  " + r.problem());
      }
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(request + "\n  " + query + "\n  " + e + trace(e));
    }
  }

  private static String trace(Throwable e) {
    return e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "";
  }

  /// {@return the first entry of the variable, if it is an array}
  private static Optional<String> part(RandomCase request) {
    String name = request.wrt().replace("'", "");
    try {
      Shape shape = request.derivative().variable().shape();
      return shape.isScalar()
          ? Optional.empty()
          : Optional.of(name + (shape.isMatrix() ? "(1,2)" : "(2)"));
    } catch (Refusal r) {
      assertThat(r.problem().code()).isNotEqualTo(Problem.Code.INTERNAL);
      return Optional.empty();
    }
  }
}

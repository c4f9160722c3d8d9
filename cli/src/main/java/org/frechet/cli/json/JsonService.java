package org.frechet.cli.json;

import java.time.Duration;
import org.frechet.Budget;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.shape.Refusal;

/// Answers requests in JSON with responses in JSON, one at a time or on many threads.
public final class JsonService {
  private final Duration time;
  private final Service service;

  /// @param time what each request may take
  public JsonService(Duration time) {
    this.time = time;
    this.service = new Service(time);
  }

  /// A response as JSON, and whether it is an answer.
  public record Written(String json, boolean ok) {}

  /// {@return the response to one request; never throws for bad input}
  public Written answer(String text) {
    JsonRequest read;
    try {
      read = JsonRequest.read(text);
    } catch (Refusal r) {
      return new Written(JsonResponse.refusal(r.problem(), "null", false), false);
    }
    String id = read.id();
    try {
      // Writing is within the budget too: a long answer takes longer to write than to find.
      return Budget.run(time, () -> written(service.answer(read.request()), id));
    } catch (Refusal r) {
      return new Written(JsonResponse.refusal(r.problem(), id, false), false);
    }
  }

  private static Written written(Response response, String id) {
    return new Written(
        JsonResponse.write(response, id, false), !(response instanceof Response.Refused));
  }
}

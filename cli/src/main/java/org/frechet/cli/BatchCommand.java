package org.frechet.cli;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.frechet.Budget;
import org.frechet.Frechet;
import org.frechet.cli.json.JsonService;
import org.frechet.cli.json.JsonService.Written;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "batch",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    description = {
      "Answers requests in JSON, one on each line of standard input, with one response a line, in"
          + " order. A bad line gets a response that says why, and never stops the rest.",
    },
    footer = {
      "",
      "Example: frechet batch < requests.jsonl > responses.jsonl",
      "  {\"id\": 1, \"expr\": \"norm2(Y - X*B)^2\", \"wrt\": \"B\", \"outputs\": [\"latex\", \"check\"]}",
      "  {\"id\": 2, \"op\": \"check\", \"claim\": \"d(tr(A*X))/dX = A'\"}",
    })
final class BatchCommand implements Callable<Integer> {
  /// How far reading may be ahead of writing.
  private static final int AHEAD = 64;

  private final Stdio io;

  BatchCommand(Stdio io) {
    this.io = io;
  }

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeBudget.class,
      description = "Time budget of each request, such as 10s (the default) or 500ms.")
  private Duration time = Budget.DEFAULT;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Requests answered at once; default: one for each processor, at most 8.")
  private int threads = Math.min(8, Runtime.getRuntime().availableProcessors());

  /// A response under way; the last has none.
  private record Pending(Future<Written> response, boolean last) {}

  @Override
  public Integer call() throws InterruptedException, ExecutionException {
    if (threads < 1 || threads > 256) {
      throw new UsageError("--threads must be between 1 and 256");
    }
    BlockingQueue<Pending> queue = new ArrayBlockingQueue<>(AHEAD);
    try (ExecutorService workers = Executors.newFixedThreadPool(threads, BatchCommand::daemon)) {
      // Reading waits for input, perhaps for ever, so it is left to a thread that may be abandoned.
      daemon(() -> read(queue, workers)).start();
      write(queue);
      workers.shutdownNow();
    }
    return 0;
  }

  private static Thread daemon(Runnable work) {
    return Thread.ofPlatform().daemon().unstarted(work);
  }

  private void read(BlockingQueue<Pending> queue, ExecutorService workers) {
    var service = new JsonService(time);
    var lines = new BoundedLines(io.in());
    try {
      while (lines.advance()) {
        String line = lines.current();
        if (!line.isBlank()) {
          queue.put(new Pending(workers.submit(() -> service.answer(line)), false));
        }
      }
      lines.failure().ifPresent(why -> io.complain("frechet: cannot read standard input: " + why));
      queue.put(new Pending(CompletableFuture.completedFuture(new Written("", true)), true));
    } catch (InterruptedException | java.util.concurrent.RejectedExecutionException e) {
      Thread.currentThread().interrupt(); // nobody reads the responses any more
    }
  }

  /// Writes in the order of the requests. Flushes whenever the next response is not there yet, so
  /// that who waits for a response before the next request gets it.
  private void write(BlockingQueue<Pending> queue) throws InterruptedException, ExecutionException {
    var progress = new Progress(io);
    for (Pending next = queue.take(); !next.last; next = queue.take()) {
      Written written = next.response.get();
      io.out().println(written.json());
      progress.count(written.ok());
      Pending following = queue.peek();
      if ((following == null || !following.response.isDone()) && io.out().checkError()) {
        break; // the reader has left
      }
    }
    progress.end();
  }
}

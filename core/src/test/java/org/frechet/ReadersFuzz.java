package org.frechet;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.frechet.document.Document;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Parser;

/// Gives spoilt claims, LaTeX formulas and documents to their readers, and some of them to the
/// judge. They may refuse; anything else is a crash, and so is taking more than a second of
/// processor time.
///
/// `-Dfuzz.count=1000000 -Dfuzz.seed=7`
final class ReadersFuzz {
  private static final Duration BUDGET = Duration.ofSeconds(1);

  /// Seconds of processor time for a reader.
  private static final double MOST = 1;

  /// One input in so many is judged too.
  private static final int JUDGED_ONE_IN = 50;

  /// What the program gives its main thread.
  private static final long STACK = 2 << 20;

  private static final List<String> DOCUMENTS =
      List.of(
          "backprop.md",
          "cookbook.md",
          "derivation.md",
          "gaussian.tex",
          "kalman.tex",
          "logistic-regression.tex",
          "matrix-regression.md",
          "pca.md");

  /// What an input led to.
  record Outcome(String reader, String input, double seconds, String crash) {}

  /// A reader, by the name it has in reports.
  private record Reader(String name, Mutator inputs, java.util.function.Consumer<String> read) {}

  private final Random random;
  private final List<Reader> readers = new ArrayList<>();
  private final List<Outcome> slowest = new ArrayList<>();
  private final List<Outcome> crashes = new ArrayList<>();

  private ReadersFuzz(long seed) {
    random = new Random(seed);
    List<String> claims = found("problems/published.jsonl", "\"expr\": \"([^\"\\\\]*)\"");
    claims.addAll(found("latex/formulas.tsv", "\t([^!\t\n][^\t\n]*)\n"));
    claims.addAll(
        List.of(
            "d(x'*A*x)/dx = (A + A')*x",
            "y = A*x, d(norm2(y)^2)/dx = 2*A'*y",
            "D -> tr(A*D)",
            "d(inv(X)) = -inv(X)*dX*inv(X)",
            "f(B) = norm2(Y - X*B)^2, d(f(B))/dB = 2*X'*(X*B - Y)",
            "x'*A*x <= norm2(x)^2",
            "A*x: vector(m)",
            "solve(A*x == b, x) = A\\b"));
    List<String> latex = found("latex/formulas.tsv", "(?m)^([^\t\n]+)\t");
    List<String> documents = new ArrayList<>();
    DOCUMENTS.forEach(name -> documents.add(resource("documents/" + name)));
    var formulas = new Mutator(latex, random);
    readers.add(new Reader("claim", new Mutator(claims, random), Parser::parseRelation));
    readers.add(
        new Reader(
            "declaration",
            new Mutator(
                List.of("X: matrix(n,p) invertible; y: vector(n); a: scalar", "S: matrix(n,n) spd"),
                random),
            Declarations::parse));
    readers.add(new Reader("formula", formulas, text -> Latex.relation(text, Latex.Known.NOTHING)));
    readers.add(
        new Reader(
            "expression",
            formulas,
            text -> {
              Latex.isLatex(text);
              Latex.expression(text, Latex.Known.NOTHING);
            }));
    for (Document.Format format : Document.Format.values()) {
      readers.add(
          new Reader(
              "document " + format, new Mutator(documents, random), text -> read(text, format)));
    }
  }

  /// Of which thousand inputs each reader gets how many.
  private static final List<Integer> SHARES = List.of(480, 100, 180, 180, 40, 20);

  private static void read(String text, Document.Format format) {
    Document.read(text, format)
        .judge(
            new Document.Options(Conventions.NONE, BUDGET, Duration.ZERO),
            Document.Progress.SILENT);
  }

  private static void judge(Reader reader, String text) {
    if (reader.name.startsWith("document")) {
      var options = new Document.Options(Conventions.NONE, BUDGET, BUDGET.multipliedBy(3));
      Document.read(text, Document.Format.MARKDOWN)
          .judge(options, Document.Progress.SILENT)
          .findings()
          .stream()
          .filter(f -> f.message().contains("internal error"))
          .forEach(f -> {
            throw new IllegalStateException(f.source() + ": " + f.message());
          });
    } else {
      Budget.run(BUDGET, () -> Claims.check(text, Conventions.NONE));
    }
  }

  private static List<String> found(String resource, String pattern) {
    var found = new ArrayList<String>();
    Pattern.compile(pattern)
        .matcher(resource(resource))
        .results()
        .forEach(m -> found.add(m.group(1)));
    return found;
  }

  private static String resource(String name) {
    try (InputStream in = ReadersFuzz.class.getResourceAsStream("/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private Reader any() {
    int at = random.nextInt(1000);
    for (int i = 0; ; i++) {
      at -= SHARES.get(i);
      if (at < 0) {
        return readers.get(i);
      }
    }
  }

  private void one() {
    Reader reader = any();
    String input = reader.inputs.next();
    note(reader.name, input, () -> reader.read.accept(input), MOST);
    if (random.nextInt(JUDGED_ONE_IN) == 0) {
      note("judge of " + reader.name, input, () -> judge(reader, input), Double.MAX_VALUE);
    }
  }

  private void note(String name, String input, Runnable work, double most) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String crash = "";
    try {
      work.run();
    } catch (Refusal r) {
      crash = r.problem().code() == Problem.Code.INTERNAL ? r.problem().message() : "";
      if (!crash.isEmpty() && r.getCause() != null) {
        crash +=
            " "
                + List.of(r.getCause().getStackTrace())
                    .subList(0, Math.min(6, r.getCause().getStackTrace().length));
      }
    } catch (RuntimeException | StackOverflowError e) {
      crash =
          e + " " + List.of(e.getStackTrace()).subList(0, Math.min(6, e.getStackTrace().length));
    }
    double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    var outcome = new Outcome(name, input, seconds, seconds > most ? crash + " too slow" : crash);
    if (!outcome.crash.isEmpty() && crashes.size() < 100) {
      crashes.add(outcome);
      if (Boolean.getBoolean("fuzz.print")) {
        print(outcome);
      }
    }
    if (slowest.size() < 10 || seconds > slowest.getLast().seconds) {
      slowest.add(outcome);
      slowest.sort(Comparator.comparingDouble(Outcome::seconds).reversed());
      slowest.subList(Math.min(10, slowest.size()), slowest.size()).clear();
    }
  }

  /// {@return the inputs that led to a crash}
  static List<Outcome> crashes(int count, long seed) {
    var fuzz = new ReadersFuzz(seed);
    Thread thread =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < count; i++) {
                fuzz.one();
              }
            },
            "fuzz",
            STACK);
    thread.start();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (Boolean.getBoolean("fuzz.print")) {
      System.out.println("slowest:");
      fuzz.slowest.forEach(ReadersFuzz::print);
    }
    return fuzz.crashes;
  }

  private static void print(Outcome o) {
    String input =
        o.input.length() > 300 ? o.input.substring(0, 300) + "…" + o.input.length() : o.input;
    System.out.printf(
        "%.3f s  %s  %s%n    %s%n", o.seconds, o.reader, o.crash, input.replace("\n", "⏎"));
  }

  public static void main(String[] arguments) {
    System.setProperty("fuzz.print", "true");
    int count = Integer.getInteger("fuzz.count", 1_000_000);
    List<Outcome> crashes = crashes(count, Long.getLong("fuzz.seed", 1));
    System.out.printf("%,d inputs, %d crashes%n", count, crashes.size());
  }
}

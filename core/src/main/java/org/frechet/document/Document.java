package org.frechet.document;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.frechet.Conventions;
import org.frechet.shape.Problem;

/// A document with mathematics in it.
public final class Document {
  /// Characters in a document; the longest chapters of books are shorter.
  public static final int MAX_LENGTH = 2_000_000;

  private final String text;
  private final Format format;

  private Document(String text, Format format) {
    this.text = text;
    this.format = format;
  }

  /// How a document is written.
  public enum Format {
    MARKDOWN,
    LATEX;

    /// {@return the format that the ending of a file's name says, if it does}
    public static Optional<Format> ofName(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".tex") || lower.endsWith(".latex") || lower.endsWith(".ltx")) {
        return Optional.of(LATEX);
      }
      return lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".mdown")
          ? Optional.of(MARKDOWN)
          : Optional.empty();
    }
  }

  /// Told how far the judging has come.
  public interface Progress {
    Progress SILENT = (_, _) -> {};

    /// @param done statements that are judged
    /// @param all statements that there are
    void at(int done, int all);
  }

  /// How a document is judged.
  ///
  /// @param given what the caller declares, defines and agrees on; the document may say otherwise
  /// @param perStatement what one statement may take
  /// @param whole what all may take; later statements are [Status#UNKNOWN] then
  public record Options(Conventions given, Duration perStatement, Duration whole) {
    public static final Options DEFAULT =
        new Options(Conventions.NONE, Duration.ofSeconds(5), Duration.ofSeconds(60));
  }

  /// {@return the document that the text is}
  ///
  /// @throws org.frechet.shape.Refusal with code `too-large` beyond [#MAX_LENGTH]
  public static Document read(String text, Format format) {
    if (text.length() > MAX_LENGTH) {
      throw Problem.of(
              Problem.Code.TOO_LARGE,
              "a document of %,d characters is longer than %,d"
                  .formatted(text.length(), MAX_LENGTH))
          .hint("check its chapters one by one")
          .refusal();
    }
    return new Document(text, format);
  }

  /// {@return what is found of its statements}
  public Report judge(Options options, Progress progress) {
    return new Judging(text, format, options, progress).report();
  }
}

package org.frechet.book;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Makes the book.
public final class Main {
  private static final String NAME = "matrix-calculus";

  private Main() {}

  /// @param arguments the folder of the manuscript, and the folder to write to
  public static void main(String[] arguments) throws IOException, InterruptedException {
    make(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /// Writes HTML and LaTeX, and where there is a LaTeX, PDF.
  ///
  /// @return the manuscript
  /// @throws BookError with file and line of what is wrong
  static Manuscript make(Path manuscript, Path folder) throws IOException, InterruptedException {
    Manuscript read = Manuscript.read(manuscript);
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(NAME + ".html"), HtmlBook.of(read));
    Path latex = folder.resolve(NAME + ".tex");
    Files.writeString(latex, LatexBook.of(read));
    if (Pdf.isAvailable()) {
      Pdf.make(latex);
    } else {
      System.out.println(
          "The book is HTML and LaTeX only: no pdflatex here; install texlive-latex-base,"
              + " texlive-latex-extra and texlive-fonts-recommended for the PDF");
    }
    return read;
  }
}

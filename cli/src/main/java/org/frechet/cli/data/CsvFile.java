package org.frechet.cli.data;

import java.util.ArrayList;
import org.frechet.concrete.Values;
import org.frechet.numeric.RealMat;

/// Reads a matrix of numbers as text: a row a line, entries separated by commas, semicolons, tabs
/// or spaces; a first line that is not numbers is a header; empty lines and lines that begin with
/// `#` are skipped. One column is a vector.
final class CsvFile {
  private CsvFile() {}

  /// {@return the matrix} @throws IllegalArgumentException that says what is wrong, and in which
  /// line
  static Values read(String text) {
    var rows = new ArrayList<double[]>();
    boolean first = true;
    int number = 0;
    long entries = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      String row = line.strip();
      if (row.isEmpty() || row.startsWith("#")) {
        continue;
      }
      String[] words = words(row);
      if (first && isHeader(words)) {
        first = false;
        continue;
      }
      first = false;
      double[] values = numbers(words, number);
      if (!rows.isEmpty() && rows.getFirst().length != values.length) {
        throw new IllegalArgumentException(
            "line %d has %d entries, the lines before have %d"
                .formatted(number, values.length, rows.getFirst().length));
      }
      entries += values.length;
      if (entries > Values.MOST_ENTRIES) {
        throw new IllegalArgumentException("it has more than " + Values.MOST_ENTRIES + " entries");
      }
      rows.add(values);
    }
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("there are no numbers in it");
    }
    double[][] all = rows.toArray(double[][]::new);
    RealMat matrix = RealMat.of(all);
    return matrix.cols() == 1 ? new Values(matrix, 1) : new Values(matrix, 2);
  }

  private static String[] words(String row) {
    String separator = row.indexOf(',') >= 0 ? "," : row.indexOf(';') >= 0 ? ";" : "\\s+";
    return row.split(separator, -1);
  }

  private static boolean isHeader(String[] words) {
    for (String word : words) {
      if (!Double.isNaN(number(word))) {
        return false; // a number somewhere: a slip in another entry is worth a complaint
      }
    }
    return true;
  }

  private static double[] numbers(String[] words, int line) {
    double[] values = new double[words.length];
    for (int i = 0; i < words.length; i++) {
      values[i] = number(words[i]);
      if (!(Math.abs(values[i]) <= Double.MAX_VALUE)) {
        String word = words[i].strip();
        throw new IllegalArgumentException(
            "line %d, entry %d is not a number: '%s'"
                .formatted(line, i + 1, word.length() > 30 ? word.substring(0, 29) + "…" : word));
      }
    }
    return values;
  }

  /// {@return the number, NaN for anything else} Java's own spellings (`1f`, `0x1p3`) are no
  /// numbers.
  private static double number(String word) {
    String text = word.strip();
    boolean plain = !text.isEmpty() && text.length() <= 100;
    for (int i = 0; i < text.length() && plain; i++) {
      plain = "0123456789.eE+-".indexOf(text.charAt(i)) >= 0;
    }
    try {
      return plain ? Double.parseDouble(text) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}

package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// `\begin{pmatrix} … \end{pmatrix}` and its kin.
final class Environments {
  private final Reader reader;
  private final Cursor cursor;

  Environments(Reader reader) {
    this.reader = reader;
    this.cursor = reader.cursor;
  }

  /// {@return the name of the environment whose `\begin` or `\end` stands at a place}
  static String name(Cursor cursor, int at) {
    var name = new StringBuilder();
    if (cursor.get(at + 1).kind() == Kind.BRACE) {
      int close = cursor.closing(at + 1);
      for (int i = at + 2; i < close; i++) {
        name.append(cursor.get(i).text());
      }
    }
    return name.toString();
  }

  /// {@return the place after `\begin{…}`, and after the columns of an array}
  static int inside(Cursor cursor, int begin) {
    int after = cursor.closing(begin + 1) + 1;
    String name = name(cursor, begin);
    if (name.equals("array") || name.startsWith("alignat")) {
      if (cursor.get(after).kind() != Kind.BRACE) {
        throw Errors.syntax("the columns of the array are missing", cursor.get(begin), "");
      }
      after = cursor.closing(after) + 1;
    }
    return after;
  }

  Syntax matrix() {
    Token begin = cursor.peek();
    int at = cursor.at();
    if (cursor.get(at + 1).kind() != Kind.BRACE) {
      throw Errors.syntax("\\begin needs a name", begin, "write \\begin{bmatrix}");
    }
    String name = name(cursor, at);
    int close = cursor.closing(at);
    if (!name(cursor, close).equals(name)) {
      throw Errors.syntax("this \\begin{%s} is not closed by its \\end".formatted(name), begin, "");
    }
    int from = inside(cursor, at);
    switch (name) {
      case "matrix",
          "pmatrix",
          "bmatrix",
          "Bmatrix",
          "smallmatrix",
          "psmallmatrix",
          "bsmallmatrix",
          "array" -> {}
      case "vmatrix", "Vmatrix" ->
          throw Errors.unsupported(
              "a determinant in bars is not read", begin, "write \\det\\begin{bmatrix} …");
      case "cases", "dcases" ->
          throw Errors.unsupported(
              "definitions by cases are not read", begin, "state one case at a time");
      default ->
          throw Errors.unsupported(
              "the environment %s is not read here"
                  .formatted(name.length() > 30 ? name.substring(0, 30) : name),
              begin,
              "");
    }
    List<List<Syntax>> rows = rows(from, close);
    cursor.moveTo(cursor.closing(close + 1) + 1);
    Span span = cursor.since(begin);
    if (rows.isEmpty()) {
      throw Errors.syntax("this matrix is empty", span, "");
    }
    int columns = rows.getFirst().size();
    if (rows.stream().anyMatch(r -> r.size() != columns)) {
      throw Errors.syntax("the rows of this matrix have different lengths", span, "");
    }
    if (rows.size() == 1 && columns == 1) {
      throw Errors.unsupported(
          "a matrix of one entry may stand for the matrix of all such entries",
          span,
          "leave out the brackets, or write all entries");
    }
    return new Syntax.Block(rows, span);
  }

  private List<List<Syntax>> rows(int from, int to) {
    var rows = new ArrayList<List<Syntax>>();
    var row = new ArrayList<Syntax>();
    int start = from;
    int depth = 0;
    for (int i = from; i <= to; i++) {
      Token token = cursor.get(i);
      boolean last = i == to;
      boolean cut = depth == 0 && (token.kind() == Kind.AMPERSAND || token.kind() == Kind.ROW);
      if (last || cut) {
        boolean blank = start == i && row.isEmpty() && token.kind() != Kind.AMPERSAND;
        if (!blank) {
          if (start == i) {
            throw Errors.syntax("an entry of this matrix is missing", token, "write 0");
          }
          row.add(reader.within(start, i));
        }
        start = i + 1;
        if ((last || token.kind() == Kind.ROW) && !row.isEmpty()) {
          rows.add(List.copyOf(row));
          row.clear();
        }
      }
      if (!last) {
        depth += Cursor.level(token);
      }
    }
    return rows;
  }
}

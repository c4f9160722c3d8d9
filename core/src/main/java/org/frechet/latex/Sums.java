package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.latex.Token.Kind;
import org.frechet.shape.Dim;
import org.frechet.syntax.Syntax;

/// Sums over an index, and integrals.
final class Sums {
  private final Reader reader;
  private final Cursor cursor;
  private final Naming naming;
  private final Scripts scripts;
  private final Derivatives derivatives;

  Sums(Reader reader, Naming naming, Scripts scripts, Derivatives derivatives) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.naming = naming;
    this.scripts = scripts;
    this.derivatives = derivatives;
  }

  /// `\sum_{i=1}^n`, `\sum_i`, `\sum_{i,j}` and the term that follows.
  Syntax sum() {
    Token sum = cursor.next();
    List<Syntax.Name> indices = List.of();
    Optional<Scripts.Extent> upper = Optional.empty();
    boolean first = false;
    while (cursor.at(Kind.SUB) || cursor.at(Kind.SUP)) {
      Scripts.Extent script = scripts.extent(cursor.at());
      if (cursor.at(Kind.SUP)) {
        upper = Optional.of(script);
      } else {
        first = isFrom(script);
        indices = indices(script, sum);
      }
      cursor.moveTo(script.after());
    }
    if (indices.isEmpty()) {
      throw Errors.syntax("the sum has no index", sum, "write \\sum_i x_i");
    }
    if (upper.isPresent()) {
      Dim last = size(upper.get());
      indices.forEach(i -> reader.bounds.add(new Reader.Bound(i, last)));
    } else if (first) {
      throw Errors.syntax("the sum has no upper bound", sum, "write \\sum_{i=1}^n");
    }
    indices.forEach(i -> reader.running.push(i.text()));
    Syntax term = reader.term();
    indices.forEach(i -> reader.running.pop());
    for (Syntax.Name index : indices.reversed()) {
      term = Trees.call("sum", List.of(index, term), cursor.since(sum), sum.span());
    }
    return term;
  }

  private Dim size(Scripts.Extent upper) {
    Syntax last = reader.within(upper.from(), upper.to());
    if (last instanceof Syntax.Name n) {
      return Dim.of(n.text());
    }
    if (last instanceof Syntax.Number n && n.text().matches("[1-9][0-9]{0,5}")) {
      return Dim.of(Long.parseLong(n.text()));
    }
    throw Errors.unsupported(
        "the upper bound of a sum is a size", last.span(), "write \\sum_{i=1}^n");
  }

  private boolean isFrom(Scripts.Extent below) {
    for (int i = below.from(); i < below.to(); i++) {
      if (cursor.get(i).kind() == Kind.RELATION) {
        return true;
      }
    }
    return false;
  }

  private List<Syntax.Name> indices(Scripts.Extent below, Token sum) {
    var indices = new ArrayList<Syntax.Name>();
    int i = below.from();
    while (i < below.to()) {
      Token name = cursor.get(i);
      if (name.kind() != Kind.NAME) {
        throw Errors.syntax("expected the index of the sum", name, "write \\sum_{i=1}^n");
      }
      indices.add(new Syntax.Name(name.text(), name.span()));
      i++;
      if (i < below.to() && cursor.get(i).is(Kind.RELATION, "=")) {
        if (!cursor.get(i + 1).is(Kind.NUMBER, "1")
            || i + 2 < below.to() && cursor.get(i + 2).kind() != Kind.COMMA) {
          throw Errors.unsupported(
              "sums run over all places, from 1 on", cursor.get(i + 1), "write \\sum_{i=1}^n");
        }
        i += 2;
      }
      if (i < below.to() && cursor.get(i).kind() == Kind.COMMA) {
        i++;
      } else if (i < below.to() && cursor.get(i).kind() != Kind.NAME) {
        throw Errors.unsupported(
            "this range of a sum is not read", sum, "sums run over all places: \\sum_i");
      }
    }
    return indices;
  }

  /// `\int_a^b f(t) \, \mathrm{d}t`.
  Syntax integral() {
    Token sign = cursor.next();
    Optional<Scripts.Extent> from = Optional.empty();
    Optional<Scripts.Extent> to = Optional.empty();
    while (cursor.at(Kind.SUB) || cursor.at(Kind.SUP)) {
      Scripts.Extent script = scripts.extent(cursor.at());
      if (cursor.at(Kind.SUB)) {
        from = Optional.of(script);
      } else {
        to = Optional.of(script);
      }
      cursor.moveTo(script.after());
    }
    if (from.isEmpty() || to.isEmpty()) {
      throw Errors.syntax("the integral has no bounds", sign, "write \\int_a^b f(t) \\, dt");
    }
    int end = cursor.at();
    for (int depth = 0;
        depth > 0 || !(derivatives.isSign(end) && cursor.get(end + 1).kind() == Kind.NAME);
        end++) {
      depth += Cursor.level(cursor.get(end));
      if (end >= cursor.end() || depth < 0) {
        throw Errors.syntax("it is not said over what is integrated", sign, "end with dt");
      }
    }
    Syntax low = reader.within(from.get().from(), from.get().to());
    Syntax high = reader.within(to.get().from(), to.get().to());
    Syntax integrand =
        end == cursor.at() ? Trees.number("1", sign.span()) : reader.within(cursor.at(), end);
    cursor.moveTo(end + 1);
    Syntax variable = naming.variable();
    return Trees.call(
        "integrate", List.of(integrand, variable, low, high), cursor.since(sign), sign.span());
  }
}

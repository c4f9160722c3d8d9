package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.minus;
import static org.frechet.RandomTrees.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.SyntaxPlaces.Place;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// What a diagnosis says is missing, put in at every place where it may be.
final class NamedRepairs {
  private static final Pattern MISSING =
      Pattern.compile("the (factor|divisor|term|inverse of|root of) (.+) is missing.*");
  private static final Pattern EXPONENT =
      Pattern.compile("the exponent (.+) of (.+) (?:is missing|should be .+)");
  private static final Pattern DIVIDES = Pattern.compile("(.+) should (not divide|divide)");

  private NamedRepairs() {}

  static List<Syntax> of(Syntax formula, Set<String> variables, String diagnosis) {
    try {
      List<Place> places = SyntaxPlaces.of(formula, variables);
      var all = new ArrayList<Syntax>();
      Matcher missing = MISSING.matcher(diagnosis);
      Matcher exponent = EXPONENT.matcher(diagnosis);
      Matcher divides = DIVIDES.matcher(diagnosis);
      for (Place place : places) {
        List<Syntax> forms =
            missing.matches()
                ? with(place.piece(), missing.group(1), Parser.parse(missing.group(2)))
                : exponent.matches()
                    ? powers(place.piece(), Parser.parse(exponent.group(2)), exponent.group(1))
                    : divides.matches() ? divided(place.piece()) : List.of();
        for (Syntax form : forms) {
          all.add(SyntaxPlaces.replaced(formula, place.path(), form));
        }
      }
      return all;
    } catch (Refusal _) {
      return List.of(); // other words
    }
  }

  private static List<Syntax> with(Syntax piece, String what, Syntax named) {
    return switch (what) {
      case "factor" ->
          List.of(binary("*", named, piece), binary("*", piece, named), binary(".*", piece, named));
      case "divisor" -> List.of(binary("/", piece, named), binary("./", piece, named));
      case "term" -> List.of(binary("+", piece, named), binary("-", piece, named));
      case "root of" -> piece.equals(named) ? List.of(call("sqrt", piece)) : List.of();
      default ->
          piece.equals(named)
              ? List.of(
                  call("inv", piece),
                  binary("/", number("1"), piece),
                  binary(".^", piece, minus(number("1"))))
              : List.of();
    };
  }

  private static List<Syntax> powers(Syntax piece, Syntax named, String exponent) {
    boolean power = piece instanceof Syntax.Binary b && b.left().equals(named);
    Syntax base = power ? named : piece;
    if (!base.equals(named)) {
      return List.of();
    }
    var forms = new ArrayList<Syntax>();
    for (String k : List.of(exponent, "2", "3", "4", "-1", "-2", "-3", "1/2")) {
      Syntax to = Parser.parse(k);
      forms.add(binary("^", base, to));
      forms.add(binary(".^", base, to));
    }
    return forms;
  }

  private static List<Syntax> divided(Syntax piece) {
    if (!(piece instanceof Syntax.Binary b)) {
      return List.of();
    }
    return switch (b.operator()) {
      case "/", "*" -> List.of(binary("/", b.left(), b.right()), binary("*", b.left(), b.right()));
      case "./", ".*" ->
          List.of(binary("./", b.left(), b.right()), binary(".*", b.left(), b.right()));
      default -> List.of();
    };
  }
}

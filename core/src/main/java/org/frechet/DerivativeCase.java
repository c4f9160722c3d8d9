package org.frechet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Syntax;

/// The true derivatives that a claimed one is compared with: in the layout asked for, in the other
/// one, and those by other variables.
record DerivativeCase(Scene scene, Assertion.Derivative claim) {
  Case of(Claimant claimant) {
    Derivative d = derivative(text(claim.wrt().getLast()), claim.wrt().size());
    return claimant.of(
        d.kind(),
        left(),
        truths(d),
        () -> others(d),
        List.of(claim.function()),
        conditions(scene, d));
  }

  /// Not those of the formula that was found: of det(X) with adj(X) no inverse need exist.
  static List<String> conditions(Scene scene, Derivative d) {
    Set<String> own = new HashSet<>(scene.writing().conditions(List.of(d.value())));
    own.removeAll(scene.writing().conditions(d.model().parts()));
    return d.conditions().stream().filter(c -> !own.contains(c)).toList();
  }

  private static String text(Syntax piece) {
    return TextPrinter.print(piece);
  }

  private String left() {
    List<String> all = claim.wrt().stream().map(x -> "d" + text(x)).toList();
    String by = text(claim.wrt().getFirst());
    int k = all.size();
    if (all.stream().distinct().count() > 1) {
      return "d%d(%s)/(%s)".formatted(k, text(claim.function()), String.join("*", all));
    }
    return k == 1
        ? "d(%s)/d%s".formatted(text(claim.function()), by)
        : "d%d(%s)/d%s^%d".formatted(k, text(claim.function()), by, k);
  }

  private Derivative derivative(String wrt, int order) {
    boolean mixed = claim.wrt().stream().map(DerivativeCase::text).distinct().count() > 1;
    Syntax function = claim.function();
    int times = order;
    if (mixed) { // the inner derivative is a function like any other
      for (Syntax inner : claim.wrt().subList(0, order - 1)) {
        function = new Syntax.Call("diff", List.of(function, inner), claim.span(), claim.span());
      }
      times = 1;
    }
    return scene.formula(function).derivative(Query.by(wrt).order(times).layout(scene.layout()));
  }

  private List<Truth> truths(Derivative d) {
    if (!d.isClosed() || isMap()) {
      return List.of(Truth.plain(d.map()));
    }
    var truths = new ArrayList<Truth>();
    Expr value = d.value();
    boolean transposable = isTransposable(d);
    truths.add(new Truth(value, transposable ? d.layout() : "", ""));
    if (transposable) {
      truths.add(new Truth(value.transpose(), opposite(d.layout()), ""));
    }
    truths.addAll(structured(d));
    return truths;
  }

  private static boolean isTransposable(Derivative d) {
    Derivation derivation = d.derivation();
    Expr value = d.value();
    return !derivation.variable().isScalar() && !value.isScalar() && value != value.transpose();
  }

  private static String opposite(String layout) {
    return layout.equals("numerator") ? "denominator" : "numerator";
  }

  /// Whether an increment is written in what is claimed: then it is the map that is meant.
  private boolean isMap() {
    String increment = "d" + text(claim.wrt().getFirst());
    return Wrt.names(claim.claimed()).contains(increment)
        && !scene.declared().containsKey(increment);
  }

  /// Books differentiate by a symmetric matrix as if it were any matrix, or by its independent
  /// entries.
  private List<Truth> structured(Derivative d) {
    var more = new ArrayList<Truth>();
    Derivation derivation = d.derivation();
    derivation
        .unconstrained()
        .ifPresent(g -> more.add(truth(g, d, "as if the entries of %s were independent")));
    derivation
        .independent()
        .ifPresent(g -> more.add(truth(g, d, "by the independent entries of %s")));
    return more;
  }

  private static Truth truth(Expr value, Derivative d, String note) {
    String layout = isTransposable(d) ? d.layout() : "";
    return new Truth(value, layout, note.formatted(d.wrt()));
  }

  /// Derivatives by other variables of the function, of the shape that was claimed.
  private List<Truth> others(Derivative d) {
    var others = new ArrayList<Truth>();
    Expr f = d.function();
    for (Expr v : Traversal.variables(f).values()) {
      String name = ((Node.Var) v.node()).name();
      if (name.equals(d.wrt()) || claim.wrt().size() > 1) {
        continue;
      }
      try {
        Derivation.of(f, v, 1, Layout.MIXED)
            .value()
            .ifPresent(value -> {
              String words = "this is the derivative by %s, not by %s".formatted(name, d.wrt());
              others.add(new Truth(value, "", words));
              others.add(new Truth(value.transpose(), "", words));
            });
      } catch (Refusal _) {
        // no help then
      }
    }
    return others;
  }
}

package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.frechet.ClaimCase.Form;
import org.frechet.ClaimCase.Kind;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Claims that are printed somewhere: the published tables, and solutions of textbooks.
final class ClaimTables {
  private static final List<String> DOMAINS =
      List.of("positive", "nonnegative", "invertible", "spd", "symmetric", "orthogonal");

  private static final String[][] SOLUTIONS = {
    {
      "argmin(norm2(A*x - b)^2, x)",
      "inv(A'*A)*A'*b",
      "x",
      "A: matrix(m,n); b: vector(m); x: vector(n)"
    },
    {
      "argmin(norm2(Y - X*B)^2, B)",
      "inv(X'*X)*X'*Y",
      "B",
      "Y: matrix(m,p); X: matrix(m,n); B: matrix(n,p)"
    },
    {
      "argmin(norm2(Y - B*X)^2, B)",
      "Y*X'*inv(X*X')",
      "B",
      "Y: matrix(p,m); X: matrix(n,m); B: matrix(p,n)"
    },
    {
      "argmin(norm2(A*x - b)^2 + a*norm2(x)^2, x)",
      "inv(A'*A + a*eye(n))*A'*b",
      "x",
      "A: matrix(m,n); b: vector(m); x: vector(n); a: scalar positive"
    },
    {
      "argmin((A*x - b)'*W*(A*x - b), x)",
      "inv(A'*W*A)*A'*W*b",
      "x",
      "A: matrix(m,n); b: vector(m); x: vector(n); W: matrix(m,m) spd"
    },
    {
      "argmin(x'*S*x/2 - b'*x, x)",
      "inv(S)*b",
      "x",
      "S: matrix(n,n) spd; b: vector(n); x: vector(n)"
    },
    {
      "argmin(x'*S*x - 2*b'*x, x)",
      "inv(S)*b",
      "x",
      "S: matrix(n,n) spd; b: vector(n); x: vector(n)"
    },
    {
      "argmin(norm2(x - y)^2 + norm2(x - z)^2, x)",
      "(y + z)/2",
      "x",
      "x: vector(n); y: vector(n); z: vector(n)"
    },
    {
      "argmin(norm2(X - A)^2 + a*norm2(X)^2, X)",
      "A/(1 + a)",
      "X",
      "X: matrix(m,n); A: matrix(m,n); a: scalar positive"
    },
    {
      "solve(A*X == B, X)",
      "inv(A)*B",
      "X",
      "A: matrix(n,n) invertible; X: matrix(n,m); B: matrix(n,m)"
    },
    {
      "solve(X*A == B, X)",
      "B*inv(A)",
      "X",
      "A: matrix(n,n) invertible; X: matrix(m,n); B: matrix(m,n)"
    },
    {
      "solve(A*X*C == B, X)",
      "inv(A)*B*inv(C)",
      "X",
      "A: matrix(n,n) invertible; C: matrix(m,m) invertible; X: matrix(n,m); B: matrix(n,m)"
    },
    {
      "solve(A*x + b == y, x)",
      "inv(A)*(y - b)",
      "x",
      "A: matrix(n,n) invertible; b: vector(n); x: vector(n); y: vector(n)"
    },
    {
      "solve(2*A*x - 2*b == a*x, x)",
      "2*inv(2*A - a*eye(n))*b",
      "x",
      "A: matrix(n,n); b: vector(n); x: vector(n); a: scalar"
    },
  };

  /// False of the gradient by a symmetric matrix, but right by its independent entries, as the
  /// judge says.
  private static final Set<String> BY_ENTRIES = Set.of("mc-139", "mc-140", "mc-141");

  private static final List<ClaimCase> ALL = collected();
  private static final Map<String, Optional<ClaimCase>> VIEWS = new ConcurrentHashMap<>();

  private ClaimTables() {}

  static List<ClaimCase> all() {
    return ALL;
  }

  /// {@return statements that the tables name as false: misprints, and what is commonly said}
  static List<ClaimCase> refuted() {
    var all = new ArrayList<ClaimCase>();
    for (Problems.Identity i : Problems.identities()) {
      if (!i.wrong() || BY_ENTRIES.contains(i.id())) {
        continue;
      }
      var declare = new TreeMap<>(i.declare());
      if (Parser.parse(i.expr()) instanceof Syntax.Call c && c.name().equals("diff")) {
        boolean twice =
            c.arguments().getFirst() instanceof Syntax.Call d && d.name().equals("diff");
        Syntax of =
            twice ? c.arguments().getFirst().children().getFirst() : c.arguments().getFirst();
        String wrt = TextPrinter.print(c.arguments().getLast());
        Form form = twice ? Form.HESSIAN : Form.MIXED;
        add(all, i.id(), form, TextPrinter.print(of), wrt, i.equals(), declare);
      } else {
        add(all, i.id(), Form.IDENTITY, i.expr(), "", i.equals(), declare);
      }
    }
    return all.stream().map(c -> c.mistaken(Kind.TERM, "as published")).toList();
  }

  private static List<ClaimCase> collected() {
    var all = new ArrayList<ClaimCase>();
    for (Problems.Published p : Problems.published()) {
      Form form = p.kind().equals("hessian") ? Form.HESSIAN : Form.MIXED;
      boolean curved = p.declare().getOrDefault(p.wrt(), "").contains("unit");
      if (form == Form.HESSIAN && curved) {
        continue; // along the sphere
      }
      var declare = new TreeMap<>(p.declare());
      p.domain()
          .forEach((name, word) -> {
            if (DOMAINS.contains(word) && declare.containsKey(name)) {
              declare.computeIfPresent(
                  name, (_, as) -> as.contains(word) || as.contains("spd") ? as : as + " " + word);
            }
          });
      add(all, p.id(), form, p.expr(), p.wrt(), p.expected(), declare);
    }
    for (Problems.Identity i : Problems.identities()) {
      if (i.wrong() || !i.along().isEmpty() || !i.form().isEmpty()) {
        continue;
      }
      Form form = i.isDerivative() ? i.order() == 2 ? Form.HESSIAN : Form.MIXED : Form.IDENTITY;
      if (form == Form.HESSIAN && i.declare().getOrDefault(i.wrt(), "").equals("scalar")) {
        continue; // the second derivative of a matrix perhaps
      }
      String claimed = i.isDerivative() ? i.expected() : i.equals();
      add(all, i.id(), form, i.expr(), i.wrt(), claimed, new TreeMap<>(i.declare()));
    }
    for (String[] s : SOLUTIONS) {
      var declare = new TreeMap<String, String>();
      for (String d : s[3].split(";")) {
        declare.put(d.split(":")[0].strip(), d.split(":")[1].strip());
      }
      add(all, s[0], Form.SOLVE, s[0], s[2], s[1], declare);
    }
    return List.copyOf(all);
  }

  private static void add(
      List<ClaimCase> all,
      String origin,
      Form form,
      String expr,
      String wrt,
      String claimed,
      SortedMap<String, String> declare) {
    boolean plain = !wrt.contains("'") && !wrt.contains("(") && !wrt.contains(",");
    boolean readable = !(expr + claimed).matches(".*(\\bsum\\([ijk],|let |diff\\(|->).*");
    if (!plain || !readable || declare.values().stream().anyMatch(d -> d.contains("->"))) {
      return;
    }
    try {
      Formula formula = Frechet.parse(form == Form.SOLVE ? claimed : expr);
      var declared = new TreeMap<String, String>();
      for (Map.Entry<String, String> d : declare.entrySet()) {
        formula = formula.declare(d.getKey(), d.getValue());
        declared.put(Declarations.parse(d.getKey(), d.getValue()).name(), d.getValue());
      }
      formula
          .model()
          .variables()
          .forEach((name, x) -> declared.computeIfAbsent(name, _ -> declaration(x)));
      all.add(
          new ClaimCase(
              origin,
              form,
              Parser.parse(expr),
              wrt.isEmpty() ? List.of() : List.of(wrt),
              Parser.parse(claimed),
              declared,
              Kind.NONE,
              ""));
    } catch (Refusal _) {
      // inferred together with what is claimed: judged elsewhere
    }
  }

  private static String declaration(Expr x) {
    return x.node() instanceof Node.Var v ? v.shape().declaration() : "scalar";
  }

  /// {@return the claim of a derivative in another form, as the product derives it}
  static Optional<ClaimCase> view(ClaimCase claim, Form form) {
    return VIEWS.computeIfAbsent(claim.origin() + " " + form, _ -> ClaimViews.of(claim, form));
  }
}

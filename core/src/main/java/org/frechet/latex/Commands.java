package org.frechet.latex;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.function.Functions;
import org.frechet.latex.Token.Kind;

/// What each command of LaTeX stands for.
final class Commands {
  /// What a command is replaced by.
  record Meaning(Kind kind, String text, int side) {}

  private static final Map<String, Meaning> MEANINGS = new HashMap<>();

  static final Set<String> GREEK =
      Set.of(
          ("alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi"
                  + " omicron pi varpi rho varrho sigma varsigma tau upsilon phi varphi chi psi omega"
                  + " Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega")
              .split(" "));

  /// Commands that only set space, or size, or say how to break lines.
  static final Set<String> NOISE =
      Set.of(
          ("displaystyle textstyle scriptstyle scriptscriptstyle nonumber notag hfill limits nolimits"
                  + " left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm"
                  + " bigtimes_ strut mathstrut allowbreak nobreak noindent centering protect boxed_"
                  + " thinspace medspace thickspace negthinspace negmedspace enspace square qedhere")
              .split(" "));

  static final Set<String> WIDE = Set.of("quad", "qquad", "hspace", "hskip");

  /// Commands with an argument that says nothing.
  static final Set<String> LABELS = Set.of("label", "tag", "phantom", "hphantom", "vphantom");

  static final Set<String> BOLD =
      Set.of("mathbf", "boldsymbol", "bm", "pmb", "symbf", "vec", "underline", "mathbfit");
  static final Set<String> CALLIGRAPHIC = Set.of("mathcal", "mathscr", "mathfrak");
  static final Set<String> UPRIGHT = Set.of("mathrm", "mathsf", "mathit", "mathtt", "mathnormal");
  static final Set<String> HOLLOW = Set.of("mathbb", "mathds", "Bbb", "mathbbm");
  static final Set<String> TEXT =
      Set.of(
          "text",
          "textrm",
          "mbox",
          "textnormal",
          "textbf",
          "textit",
          "textsf",
          "hbox",
          "intertext");
  static final Set<String> OPERATOR_NAMES = Set.of("operatorname", "mathop", "DeclareMathOperator");
  static final Set<String> ACCENTS =
      Set.of(
          ("hat widehat tilde widetilde bar overline dot ddot check breve acute grave mathring")
              .split(" "));

  /// Sizes of brackets, with the side on which they stand.
  static final Map<String, Integer> SIDES =
      Map.ofEntries(
          Map.entry("left", 1),
          Map.entry("bigl", 1),
          Map.entry("Bigl", 1),
          Map.entry("biggl", 1),
          Map.entry("Biggl", 1),
          Map.entry("right", -1),
          Map.entry("bigr", -1),
          Map.entry("Bigr", -1),
          Map.entry("biggr", -1),
          Map.entry("Biggr", -1));

  /// Words that are functions where letters stand side by side without a command.
  private static final Set<String> RAW =
      Set.of(
          ("tr Tr trace Trace det ln log exp sin cos tan sinh cosh tanh diag Diag vec vech sg sgn sign max min"
                  + " logdet sqrt inv rank softmax sigmoid relu ReLU erf abs arctan arcsin arccos")
              .split(" "));

  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("ln", "log"),
          Map.entry("Tr", "tr"),
          Map.entry("trace", "tr"),
          Map.entry("Trace", "tr"),
          Map.entry("TR", "tr"),
          Map.entry("Det", "det"),
          Map.entry("sgn", "sign"),
          Map.entry("Vec", "vec"),
          Map.entry("logistic", "sigmoid"),
          Map.entry("Exp", "exp"),
          Map.entry("etr", "etr"));

  /// Calls whose form is not that of a declared function.
  private static final Set<String> SPECIAL =
      Set.of(
          ("eye ones zeros commat dupmat elimat sg diff solve argmin argmax rank integrate sum max min reshape")
              .split(" "));

  static {
    for (String f :
        ("exp log ln sin cos tan sinh cosh tanh arcsin arccos arctan det max min").split(" ")) {
      put(f, Kind.FUNCTION, functionName(f).orElse(f));
    }
    GREEK.forEach(letter -> put(letter, Kind.NAME, letter));
    put("ell", Kind.NAME, "ell");
    put("imath", Kind.NAME, "i");
    put("jmath", Kind.NAME, "j");
    for (String form :
        ("frac tfrac dfrac cfrac sqrt sum prod int oint partial nabla begin end over atop choose lim infty"
                + " binom forall exists arg stackrel overset underset overbrace underbrace cancel top intercal dagger dag perp"
                + " prime star substack sup inf limsup liminf emptyset operatornamewithlimits Re Im bmod mod not")
            .split(" ")) {
      put(form, Kind.COMMAND, form);
    }
    for (String form : new String[] {"tfrac", "dfrac", "cfrac"}) {
      put(form, Kind.COMMAND, "frac");
    }
    put("dag", Kind.COMMAND, "dagger");
    operators();
    relations();
    brackets();
  }

  private Commands() {}

  private static void put(String command, Kind kind, String text) {
    MEANINGS.put(command, new Meaning(kind, text, 0));
  }

  private static void put(String command, Kind kind, String text, int side) {
    MEANINGS.put(command, new Meaning(kind, text, side));
  }

  private static void operators() {
    put("cdot", Kind.OPERATOR, "cdot");
    put("bullet", Kind.OPERATOR, "cdot");
    put("times", Kind.OPERATOR, "times");
    put("ast", Kind.OPERATOR, "*");
    put("odot", Kind.OPERATOR, ".*");
    put("circ", Kind.OPERATOR, "circ");
    put("oslash", Kind.OPERATOR, "./");
    put("otimes", Kind.OPERATOR, "kron");
    put("div", Kind.OPERATOR, "/");
    put("slash", Kind.OPERATOR, "/");
    for (String odd : "pm mp oplus ominus setminus cup cap wedge vee star diamond".split(" ")) {
      put(odd, Kind.OPERATOR, odd);
    }
    for (String dots : "dots cdots ldots vdots ddots dotsb dotsc dotsm".split(" ")) {
      put(dots, Kind.DOTS, dots);
    }
  }

  private static void relations() {
    put("equiv", Kind.RELATION, ":=");
    put("triangleq", Kind.RELATION, ":=");
    put("coloneqq", Kind.RELATION, ":=");
    put("coloneq", Kind.RELATION, ":=");
    put("defeq", Kind.RELATION, ":=");
    put("eqdef", Kind.RELATION, ":=");
    put("le", Kind.RELATION, "<=");
    put("leq", Kind.RELATION, "<=");
    put("leqslant", Kind.RELATION, "<=");
    put("ge", Kind.RELATION, ">=");
    put("geq", Kind.RELATION, ">=");
    put("geqslant", Kind.RELATION, ">=");
    put("lt", Kind.RELATION, "<");
    put("gt", Kind.RELATION, ">");
    for (String odd :
        ("approx propto sim simeq cong neq ne succ succeq prec preceq ll gg in notin subset subseteq mid"
                + " Rightarrow implies iff Leftrightarrow Longrightarrow therefore because doteq asymp")
            .split(" ")) {
      put(odd, Kind.RELATION, odd);
    }
    for (String arrow : "mapsto to rightarrow longmapsto longrightarrow".split(" ")) {
      put(arrow, Kind.ARROW, arrow);
    }
  }

  private static void brackets() {
    put("lvert", Kind.BAR, "|", 1);
    put("rvert", Kind.BAR, "|", -1);
    put("vert", Kind.BAR, "|");
    put("lVert", Kind.NORM, "‖", 1);
    put("rVert", Kind.NORM, "‖", -1);
    put("Vert", Kind.NORM, "‖");
    put("langle", Kind.OPEN, "⟨");
    put("rangle", Kind.CLOSE, "⟩");
    put("lparen", Kind.OPEN, "(");
    put("rparen", Kind.CLOSE, ")");
    put("lbrack", Kind.OPEN, "[");
    put("rbrack", Kind.CLOSE, "]");
    put("lbrace", Kind.OPEN, "{");
    put("rbrace", Kind.CLOSE, "}");
  }

  static Optional<Meaning> meaning(String command) {
    return Optional.ofNullable(MEANINGS.get(command));
  }

  /// {@return whether this is a command of mathematics}
  static boolean isKnown(String command) {
    return MEANINGS.containsKey(command)
        || NOISE.contains(command)
        || WIDE.contains(command)
        || LABELS.contains(command)
        || BOLD.contains(command)
        || CALLIGRAPHIC.contains(command)
        || UPRIGHT.contains(command)
        || HOLLOW.contains(command)
        || TEXT.contains(command)
        || OPERATOR_NAMES.contains(command)
        || ACCENTS.contains(command);
  }

  /// {@return what the input language calls a function, if it has it}
  static Optional<String> functionName(String word) {
    String name = SYNONYMS.getOrDefault(word, word);
    if (isFunction(name)) {
      return Optional.of(name);
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return name.length() > 2 && isFunction(lower) ? Optional.of(lower) : Optional.empty();
  }

  private static boolean isFunction(String name) {
    return SPECIAL.contains(name) || Functions.byName(name).isPresent();
  }

  static boolean isRawWord(String word) {
    return RAW.contains(word) && functionName(word).isPresent();
  }
}

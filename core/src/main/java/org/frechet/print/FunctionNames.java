package org.frechet.print;

import java.util.Map;
import java.util.Set;
import org.frechet.function.Functions;

/// How functions are called where mathematics writes a name before parentheses.
final class FunctionNames {
  /// Words of the language that are read but not declared as functions.
  private static final Set<String> FORMS =
      Set.of(
          ("eye ones zeros commat dupmat elimat sg diff solve argmin rank integrate specnorm nucnorm pinv chol eig"
                  + " lmax lmin svdvals")
              .split(" "));

  private static final Map<String, String> LATEX =
      Map.ofEntries(
          Map.entry("det", "\\det"),
          Map.entry("logdet", "\\log\\det"),
          Map.entry("max", "\\max"),
          Map.entry("min", "\\min"),
          Map.entry("exp", "\\exp"),
          Map.entry("log", "\\log"),
          Map.entry("log2", "\\log_2"),
          Map.entry("log10", "\\log_{10}"),
          Map.entry("sin", "\\sin"),
          Map.entry("cos", "\\cos"),
          Map.entry("tan", "\\tan"),
          Map.entry("asin", "\\arcsin"),
          Map.entry("acos", "\\arccos"),
          Map.entry("atan", "\\arctan"),
          Map.entry("arcsin", "\\arcsin"),
          Map.entry("arccos", "\\arccos"),
          Map.entry("arctan", "\\arctan"),
          Map.entry("sinh", "\\sinh"),
          Map.entry("cosh", "\\cosh"),
          Map.entry("tanh", "\\tanh"),
          Map.entry("sigmoid", "\\sigma"),
          Map.entry("gamma", "\\Gamma"),
          Map.entry("lgamma", "\\log\\Gamma"),
          Map.entry("digamma", "\\psi"),
          Map.entry("lmax", "\\lambda_{\\max}"),
          Map.entry("lmin", "\\lambda_{\\min}"));

  private static final Map<String, String> UNICODE =
      Map.of(
          "logdet", "log det",
          "log2", "log₂",
          "log10", "log₁₀",
          "sigmoid", "σ",
          "gamma", "Γ",
          "lgamma", "log Γ",
          "digamma", "ψ",
          "lmax", "λmax",
          "lmin", "λmin");

  private FunctionNames() {}

  static boolean contains(String name) {
    return AbstractCalls.isOne(name) || FORMS.contains(name) || Functions.byName(name).isPresent();
  }

  static String latex(String name) {
    if (AbstractCalls.isOne(name)) {
      return AbstractCalls.latex(name);
    }
    return LATEX.getOrDefault(name, "\\operatorname{" + name.replace("_", "\\_") + "}");
  }

  static String unicode(String name) {
    if (AbstractCalls.isOne(name)) {
      return AbstractCalls.unicode(name);
    }
    return UNICODE.getOrDefault(name, name);
  }
}

package org.frechet.print;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How functions are called where mathematics writes a name before parentheses.
final class FunctionNames {
  /// Every function of the language; any other call is an entry of a variable.
  private static final Set<String> ALL =
      Stream.of(
              "tr det logdet sum mean prod norm1 norm2 normF norm norminf specnorm nucnorm inner",
              "max min logsumexp inv pinv adj transpose diag Diag vec reshape kron eye ones zeros",
              "expm logm sqrtm chol tril triu sym skew exp log log2 log10 log1p expm1 sqrt cbrt"
                  + " abs",
              "sign sin cos tan asin acos atan arcsin arccos arctan sinh cosh tanh sigmoid"
                  + " softplus",
              "relu elu gelu silu erf normpdf normcdf gamma lgamma digamma softmax logsoftmax eig",
              "lmax lmin svdvals integrate sg diff argmin solve rank")
          .flatMap(line -> Stream.of(line.split(" ")))
          .collect(Collectors.toUnmodifiableSet());

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
    return ALL.contains(name);
  }

  static String latex(String name) {
    return LATEX.getOrDefault(name, "\\operatorname{" + name.replace("_", "\\_") + "}");
  }

  static String unicode(String name) {
    return UNICODE.getOrDefault(name, name);
  }
}

package org.frechet.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Map;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Setting;
import org.frechet.print.Typography;
import org.frechet.syntax.Script;
import org.frechet.syntax.Syntax;

/// Sentences and Unicode formulas in LaTeX. What LaTeX cannot set comes out as its code point, so
/// that a document always compiles.
final class LatexText {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("⟨", "\\langle "),
          Map.entry("⟩", "\\rangle "),
          Map.entry("‖", "\\Vert "),
          Map.entry("∘", "\\circ "),
          Map.entry("⊙", "\\odot "),
          Map.entry("⊘", "\\oslash "),
          Map.entry("⊗", "\\otimes "),
          Map.entry("∂", "\\partial "),
          Map.entry("∇", "\\nabla "),
          Map.entry("−", "-"),
          Map.entry("·", "\\cdot "),
          Map.entry("×", "\\times "),
          Map.entry("≤", "\\le "),
          Map.entry("≥", "\\ge "),
          Map.entry("≠", "\\ne "),
          Map.entry("≈", "\\approx "),
          Map.entry("∞", "\\infty "),
          Map.entry("√", "\\surd "),
          Map.entry("∑", "\\sum "),
          Map.entry("∫", "\\int "),
          Map.entry("∈", "\\in "),
          Map.entry("∀", "\\forall "),
          Map.entry("→", "\\to "),
          Map.entry("↦", "\\mapsto "),
          Map.entry("⟹", "\\Longrightarrow "),
          Map.entry("⇒", "\\Rightarrow "),
          Map.entry("⪰", "\\succeq "),
          Map.entry("⊤", "\\top "),
          Map.entry("…", "\\dots "),
          Map.entry("′", "'"),
          Map.entry("″", "''"),
          Map.entry("𝟏", "\\mathbf{1}"));

  private static final Map<String, String> TEXT =
      Map.ofEntries(
          Map.entry("\\", "\\textbackslash{}"),
          Map.entry("{", "\\{"),
          Map.entry("}", "\\}"),
          Map.entry("$", "\\$"),
          Map.entry("&", "\\&"),
          Map.entry("#", "\\#"),
          Map.entry("%", "\\%"),
          Map.entry("_", "\\_"),
          Map.entry("^", "\\textasciicircum{}"),
          Map.entry("~", "\\textasciitilde{}"),
          Map.entry("<", "\\textless{}"),
          Map.entry(">", "\\textgreater{}"),
          Map.entry("|", "\\textbar{}"),
          Map.entry("–", "--"),
          Map.entry("—", "---"),
          Map.entry("’", "'"),
          Map.entry("“", "``"),
          Map.entry("”", "''"),
          Map.entry("…", "\\dots{}"));

  private static final int LAST_OF_LATIN = 0x17f;

  private LatexText() {}

  /// {@return a sentence; its formulas between dollars}
  static String of(String text, Prose prose) {
    var out = new ArrayList<String>();
    for (Prose.Stretch s : prose.stretches(text)) {
      if (!s.math()) {
        out.add(words(s.text()));
        continue;
      }
      out.add("$" + math(prose.signs(s.body())).strip() + "$" + s.end());
    }
    return String.join(" ", out);
  }

  static String words(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          String character = Character.toString(c);
          if (TEXT.containsKey(character)) {
            out.append(TEXT.get(character));
          } else if (c <= LAST_OF_LATIN && !Character.isISOControl(c)) {
            out.append(character);
          } else {
            out.append(
                SIGNS.containsKey(character) || Script.SUBSCRIPT.contains(c)
                    ? "$" + math(character) + "$"
                    : unknown(c));
          }
        });
    return out.toString();
  }

  private static String unknown(int c) {
    return "\\texttt{U+%04X}".formatted(c);
  }

  /// {@return what LaTeX cannot set in a formula that a printer wrote, replaced}
  static String settable(String latex) {
    if (latex.chars().allMatch(c -> c < 128 || org.frechet.print.Marks.isMark((char) c))) {
      return latex;
    }
    var out = new StringBuilder();
    latex
        .codePoints()
        .forEach(c -> {
          boolean mark = c < 0x10000 && org.frechet.print.Marks.isMark((char) c);
          String character = Character.toString(c);
          out.append(
              c <= LAST_OF_LATIN || mark
                  ? character
                  : SIGNS.containsKey(character)
                      ? SIGNS.get(character)
                      : "\\text{" + unknown(c) + "}");
        });
    return out.toString();
  }

  /// {@return a formula in Unicode, in LaTeX}
  static String math(String unicode) {
    String formula = barred(unicode);
    var out = new StringBuilder();
    int i = 0;
    while (i < formula.length()) {
      int c = formula.codePointAt(i);
      int end = i + Character.charCount(c);
      if (Script.SUPERSCRIPT.contains(c) || Script.SUBSCRIPT.contains(c)) {
        end = script(formula, i, out);
      } else if ((c == '_' || c == '^')
          && end < formula.length()
          && isPartOfName(formula.charAt(end))) {
        end = typed(formula, i, out);
      } else if (Character.isLetter(c)) {
        end = name(formula, i, out);
      } else {
        out.append(sign(c));
      }
      i = end;
    }
    return out.toString();
  }

  /// `_F` or `^2`; the empty group keeps two of them apart.
  private static int typed(String formula, int from, StringBuilder out) {
    int end = from + 1;
    while (end < formula.length() && isPartOfName(formula.charAt(end))) {
      end++;
    }
    out.append("{}").append(formula.charAt(from)).append('{');
    out.append(math(formula.substring(from + 1, end)).strip()).append('}');
    return end;
  }

  /// A letter with a bar is one character where Unicode has it; here the bar is taken off it.
  private static String barred(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(c -> {
          String parts = Normalizer.normalize(c, Normalizer.Form.NFD);
          out.append(parts.endsWith("\u0304") ? parts : c);
        });
    return out.toString();
  }

  /// A run of raised or lowered characters.
  private static int script(String formula, int from, StringBuilder out) {
    Script script =
        Script.SUPERSCRIPT.contains(formula.charAt(from)) ? Script.SUPERSCRIPT : Script.SUBSCRIPT;
    var plain = new StringBuilder();
    int i = from;
    while (i < formula.length() && script.contains(formula.charAt(i))) {
      char c = script.plain(formula.charAt(i++));
      plain.append(c == 'T' && script == Script.SUPERSCRIPT ? "\\top " : String.valueOf(c));
    }
    boolean circled = out.toString().endsWith("\\circ ");
    if (circled && script == Script.SUPERSCRIPT) {
      out.setLength(out.length() - "\\circ ".length());
      plain.insert(0, "\\circ ");
    }
    out.append(script == Script.SUPERSCRIPT ? "^{" : "_{")
        .append(plain.toString().strip())
        .append('}');
    return i;
  }

  private static int name(String formula, int from, StringBuilder out) {
    int end = from;
    while (end < formula.length() && isPartOfName(formula.charAt(end))) {
      end++;
    }
    String name = formula.substring(from, end);
    boolean called = end < formula.length() && formula.charAt(end) == '(';
    boolean function = name.length() > 1 && (called || Prose.NAMES.contains(name));
    if (function && name.matches("d[A-Z].*")) {
      function = false;
    }
    boolean differential =
        name.equals("d") && formula.substring(end).matches("(?s) ?[\\p{L}(⟨‖].*");
    out.append(
        differential
            ? "\\mathrm{d}"
            : function
                ? LatexPrinter.functionName(name)
                : settable(
                    LatexPrinter.print(
                        new Syntax.Name(name, Syntax.Span.NONE),
                        Setting.of(_ -> true, Typography.DEFAULT))));
    out.append(out.charAt(out.length() - 1) == '}' ? "" : " ");
    return end;
  }

  private static boolean isPartOfName(char c) {
    boolean script = Script.SUPERSCRIPT.contains(c) || Script.SUBSCRIPT.contains(c);
    boolean accent = Character.getType(c) == Character.NON_SPACING_MARK;
    return !script && (Character.isLetterOrDigit(c) || accent || c == '_');
  }

  private static String sign(int c) {
    String character = Character.toString(c);
    if (SIGNS.containsKey(character)) {
      return SIGNS.get(character);
    }
    return switch (c) {
      case '{', '}', '$', '&', '#', '%' -> "\\" + character;
      case '\\' -> "\\backslash ";
      case '*' -> "^*";
      case '^', '_' -> "\\" + character + "{}";
      case '~' -> "\\sim ";
      default -> c < 128 ? character : "\\text{" + unknown(c) + "}";
    };
  }
}

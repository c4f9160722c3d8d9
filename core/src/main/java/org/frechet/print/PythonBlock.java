package org.frechet.print;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.frechet.print.PythonForm.Level;
import org.frechet.print.PythonGraph.Loop;
import org.frechet.print.PythonGraph.Value;

/// Writes values as statements: what is used twice gets a name, what is used once stands where it
/// is used, and a line that grows too long gives its longest part a name. A loop is a block of its
/// own.
final class PythonBlock {
  private static final int WIDTH = 92;

  /// A part shorter than this stays where it is: a name would hardly make the line shorter.
  private static final int SHORT = 12;

  /// A written value; `cheap` when it may be written any number of times.
  record Fragment(String text, Level level, boolean cheap) {}

  private final PythonNames names;
  private final Optional<PythonBlock> outer;
  private final String index;
  private final String indent;
  private final Set<Value> written;
  private final List<String> lines = new ArrayList<>();
  private final Map<Value, Fragment> fragments = new HashMap<>();

  private PythonBlock(
      PythonNames names, Optional<PythonBlock> outer, String index, Set<Value> written) {
    this.names = names;
    this.outer = outer;
    this.index = index;
    this.indent = outer.map(o -> o.indent).orElse("") + "    ";
    this.written = written;
  }

  static PythonBlock of(PythonNames names) {
    return new PythonBlock(names, Optional.empty(), "", new HashSet<>());
  }

  /// {@return the statements so far}
  List<String> lines() {
    return lines;
  }

  /// {@return every value that was written, in this block or in a loop of it}
  Set<Value> written() {
    return written;
  }

  /// {@return the text of the value; the statements that it needs are added to the lines}
  Fragment write(Value root) {
    List<Value> order = PythonGraph.topological(root, this::isMine);
    Map<Value, Integer> uses = uses(order);
    for (Value v : order) {
      written.add(v);
      Fragment f = v.loop().isPresent() ? loop(v.loop().get()) : compose(v);
      boolean named = uses.getOrDefault(v, 0) > 1 && !f.cheap;
      fragments.put(v, named ? assign(f) : f);
    }
    return fragment(root);
  }

  private boolean isMine(Value v) {
    return index.isEmpty() || v.free().contains(index);
  }

  private Fragment fragment(Value v) {
    return isMine(v) ? requireNonNull(fragments.get(v)) : outer.orElseThrow().fragment(v);
  }

  private static Map<Value, Integer> uses(List<Value> order) {
    var uses = new HashMap<Value, Integer>();
    for (Value v : order) {
      for (int i = 0; i < v.operands().size(); i++) {
        // what a loop needs from outside must not be computed again in every round
        int count = v.loop().isPresent() ? 2 : v.form().occurrences(i);
        uses.merge(v.operands().get(i), count, Integer::sum);
      }
    }
    return uses;
  }

  private Fragment assign(Fragment f) {
    String name = names.temporary();
    lines.add(indent + name + " = " + f.text);
    return new Fragment(name, Level.ATOM, true);
  }

  private Fragment compose(Value v) {
    PythonForm form = v.form();
    var parts = new ArrayList<Fragment>();
    v.operands().forEach(o -> parts.add(fragment(o)));
    int length = form.template().length();
    for (Fragment part : parts) {
      length += part.text.length();
    }
    while (length > WIDTH - indent.length()) {
      int longest = -1;
      for (int i = 0; i < parts.size(); i++) {
        Fragment part = parts.get(i);
        boolean longer = longest < 0 || part.text.length() > parts.get(longest).text.length();
        if (!part.cheap && part.text.length() > SHORT && longer) {
          longest = i;
        }
      }
      if (longest < 0) {
        break;
      }
      Fragment name = assign(parts.get(longest));
      length -= parts.get(longest).text.length() - name.text.length();
      parts.set(longest, name);
      fragments.put(v.operands().get(longest), name);
    }
    boolean cheap = parts.isEmpty() || (form.view() && parts.stream().allMatch(Fragment::cheap));
    return new Fragment(fill(form, parts), form.level(), cheap);
  }

  private static String fill(PythonForm form, List<Fragment> parts) {
    if (parts.isEmpty()) {
      return form.template();
    }
    return PythonForm.OPERAND
        .matcher(form.template())
        .replaceAll(match -> {
          int i = Integer.parseInt(match.group(1));
          Fragment part = parts.get(i);
          boolean bare = form.bare().get(i).contains(part.level);
          return Matcher.quoteReplacement(bare ? part.text : "(" + part.text + ")");
        });
  }

  private Fragment loop(Loop loop) {
    var inside = new PythonBlock(names, Optional.of(this), loop.index(), written);
    Fragment body = inside.write(loop.body());
    if (loop.isIntegral()) {
      return integral(loop, inside, body);
    }
    String round =
        "for " + loop.index() + " in range(" + fragment(loop.range().getFirst()).text + ")";
    if (inside.lines.isEmpty() && body.text.length() + round.length() < WIDTH - indent.length()) {
      return new Fragment("sum(" + body.text + " " + round + ")", Level.ATOM, false);
    }
    String total = names.temporary();
    lines.add(indent + total + " = 0.0");
    lines.add(indent + round + ":");
    lines.addAll(inside.lines);
    lines.add(inside.indent + total + " = " + total + added(body));
    return new Fragment(total, Level.ATOM, true);
  }

  private Fragment integral(Loop loop, PythonBlock inside, Fragment body) {
    String limits =
        ", " + fragment(loop.range().get(0)).text + ", " + fragment(loop.range().get(1)).text + ")";
    String whole = "_integrate(lambda " + loop.index() + ": " + body.text + limits;
    if (inside.lines.isEmpty() && whole.length() < WIDTH - indent.length()) {
      return new Fragment(whole, Level.ATOM, false);
    }
    String integrand = names.temporary();
    lines.add(indent + "def " + integrand + "(" + loop.index() + "):");
    lines.addAll(inside.lines);
    lines.add(inside.indent + "return " + body.text);
    return new Fragment("_integrate(" + integrand + limits, Level.ATOM, false);
  }

  private static String added(Fragment body) {
    if (body.level == Level.SUM) {
      return " + (" + body.text + ")";
    }
    return body.text.startsWith("-") ? " - " + body.text.substring(1) : " + " + body.text;
  }
}

package org.frechet.print;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.frechet.print.PythonForm.Level;

/// The operations of one Python function, each made once: equal operations on the same operands are
/// the same value, so that what is computed twice in an expression is seen as shared.
final class PythonGraph {
  /// A sum over an index: of so many values of `body` as the only `range` says; or its integral
  /// between two limits.
  record Loop(String index, List<Value> range, Value body) {
    Loop {
      range = List.copyOf(range);
    }

    boolean isIntegral() {
      return range.size() == 2;
    }
  }

  /// A value; its equality is identity. `free` are the indices it depends on.
  static final class Value {
    private final PythonForm form;
    private final List<Value> operands;
    private final Set<String> free;
    private final Optional<Loop> loop;

    private Value(PythonForm form, List<Value> operands, Set<String> free, Optional<Loop> loop) {
      this.form = form;
      this.operands = operands;
      this.free = free;
      this.loop = loop;
    }

    PythonForm form() {
      return form;
    }

    List<Value> operands() {
      return operands;
    }

    Set<String> free() {
      return free;
    }

    Optional<Loop> loop() {
      return loop;
    }
  }

  private record Key(PythonForm form, List<Value> operands, Optional<Loop> loop) {}

  private static final PythonForm LOOP = PythonForm.leaf("sum", Level.ATOM);

  private final Map<Key, Value> values = new HashMap<>();
  private final Set<Value> symmetric = new HashSet<>();

  Value of(PythonForm form, Value... operands) {
    return of(form, Arrays.asList(operands));
  }

  Value of(PythonForm form, List<Value> operands) {
    var key = new Key(form, List.copyOf(operands), Optional.empty());
    return values.computeIfAbsent(
        key, k -> new Value(form, k.operands, union(operands), Optional.empty()));
  }

  Value leaf(String text) {
    return of(PythonForm.leaf(text, Level.ATOM));
  }

  Value index(String name) {
    var form = PythonForm.leaf(name, Level.ATOM);
    return values.computeIfAbsent(
        new Key(form, List.of(), Optional.empty()),
        _ -> new Value(form, List.of(), Set.of(name), Optional.empty()));
  }

  /// {@return the matrix, which is its own transpose from now on}
  Value symmetric(Value matrix) {
    symmetric.add(matrix);
    return matrix;
  }

  Value transposed(Value matrix) {
    if (symmetric.contains(matrix)) {
      return matrix;
    }
    return matrix.form.equals(PythonForm.TRANSPOSED)
        ? matrix.operands.getFirst()
        : of(PythonForm.TRANSPOSED, matrix);
  }

  /// {@return the sum; its operands are what its body needs from outside the loop}
  Value sum(Loop loop) {
    var outside = new LinkedHashSet<Value>();
    outside.addAll(loop.range);
    Predicate<Value> inside = v -> v.free.contains(loop.index);
    if (!inside.test(loop.body)) {
      outside.add(loop.body);
    }
    for (Value v : topological(loop.body, inside)) {
      v.operands.stream().filter(inside.negate()).forEach(outside::add);
    }
    var free = new TreeSet<>(loop.body.free);
    free.remove(loop.index);
    loop.range.forEach(r -> free.addAll(r.free));
    return values.computeIfAbsent(
        new Key(LOOP, List.of(), Optional.of(loop)),
        _ -> new Value(LOOP, List.copyOf(outside), Set.copyOf(free), Optional.of(loop)));
  }

  private static Set<String> union(List<Value> operands) {
    var free = new TreeSet<String>();
    operands.forEach(o -> free.addAll(o.free));
    return Set.copyOf(free);
  }

  /// {@return the values that `root` is made of and that pass the filter, operands first}
  static List<Value> topological(Value root, Predicate<Value> filter) {
    var order = new ArrayList<Value>();
    var seen = new HashSet<Value>();
    record Frame(Value value, Iterator<Value> operands) {}
    var stack = new ArrayDeque<Frame>();
    if (filter.test(root)) {
      seen.add(root);
      stack.push(new Frame(root, root.operands.iterator()));
    }
    while (!stack.isEmpty()) {
      Frame top = stack.peek();
      if (!top.operands.hasNext()) {
        order.add(stack.pop().value);
      } else {
        Value operand = top.operands.next();
        if (filter.test(operand) && seen.add(operand)) {
          stack.push(new Frame(operand, operand.operands.iterator()));
        }
      }
    }
    return order;
  }
}

package org.frechet.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;
import org.frechet.numeric.Rng;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Small values for the named sizes of some expressions, all different from each other and from the
/// sizes that are numbers, so that nothing is square or fits by accident.
final class Sizes {
  /// Larger arrays are not evaluated.
  static final long MOST_ENTRIES = 1 << 18;

  private static final int[] FIRST = {3, 4, 2};

  private final List<String> names;
  private final Set<Dim> dims = new LinkedHashSet<>();
  private final Set<Long> numbers = new HashSet<>();
  private final Map<String, Integer> least = new HashMap<>();
  private final List<Node.Slice> ranges = new ArrayList<>();

  Sizes(Collection<Expr> nodes) {
    for (Expr e : nodes) {
      collect(e);
    }
    var all = new TreeSet<String>();
    dims.forEach(d -> all.addAll(d.names()));
    dims.stream().filter(Dim::isConstant).forEach(d -> numbers.add(d.constant()));
    names = List.copyOf(all);
  }

  private void collect(Expr e) {
    switch (e.node()) {
      case Node.Var _, Node.Increment _ -> {
        dims.add(e.shape().rows());
        dims.add(e.shape().cols());
      }
      case Node.Fill f -> {
        dims.add(f.rows());
        dims.add(f.cols());
      }
      case Node.Size s -> dims.add(s.dim());
      case Node.IndexSum s -> dims.add(s.index().size());
      case Node.Slice s -> {
        need(s.of().shape().rows(), s.rows());
        need(s.of().shape().cols(), s.cols());
        ranges.add(s);
      }
      case Node.Apply a -> ((Function) a.operator()).symbol().ifPresent(this::declared);
      case Node.Num _, Node.Constant _, Node.Add _, Node.Prod _, Node.Hadamard _ -> {}
      case Node.Pow _, Node.Transpose _, Node.Block _, Node.Stop _ -> {}
      case Node.Bound _, Node.Integral _ -> {}
    }
  }

  private void declared(DerivativeSymbol symbol) {
    for (Shape s : symbol.of().shapes()) {
      dims.add(s.rows());
      dims.add(s.cols());
    }
  }

  private void need(Dim size, Pick pick) {
    if (size.isName() && pick instanceof Pick.Range(int _, int last)) {
      least.merge(size.name(), last, Math::max);
    }
  }

  /// {@return values that grow with `shift`} In alphabetical order the first name gets 3, the
  /// second 4; with `reversed`, the last and the last but one: where `X` must be tall, one of the
  /// two is. A single name gets an odd and an even number.
  SortedMap<String, Integer> assignment(boolean reversed, int shift) {
    return reversed && names.size() > 1
        ? distinct(names.reversed(), shift)
        : distinct(names, reversed ? shift + 1 : shift);
  }

  /// {@return one value for all names, or more where a selected entry asks for it}
  SortedMap<String, Integer> equal(int size) {
    var all = new TreeMap<String, Integer>();
    names.forEach(name -> all.put(name, Math.max(size, least.getOrDefault(name, 0))));
    return all;
  }

  /// {@return values in random order}
  SortedMap<String, Integer> shuffled(Rng rng) {
    var order = new ArrayList<>(names);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, (int) rng.nextLong(i + 1));
    }
    return distinct(order, (int) rng.nextLong(2));
  }

  private SortedMap<String, Integer> distinct(List<String> order, int shift) {
    SortedMap<String, Integer> first = assign(order, shift);
    for (int more = 0; more < 6; more++) {
      SortedMap<String, Integer> sizes = assign(order, shift + more);
      if (tellsApart(sizes)) {
        return sizes;
      }
    }
    return first;
  }

  private SortedMap<String, Integer> assign(List<String> order, int shift) {
    var sizes = new TreeMap<String, Integer>();
    var used = new HashSet<>(numbers);
    for (int i = 0; i < order.size(); i++) {
      int size = (i < FIRST.length ? FIRST[i] : i + 2) + shift;
      size = Math.max(size, least.getOrDefault(order.get(i), 0));
      while (!used.add((long) size)) {
        size++;
      }
      sizes.put(order.get(i), size);
    }
    return sizes;
  }

  private boolean tellsApart(Map<String, Integer> sizes) {
    var values = new HashSet<Long>();
    return dims.stream().allMatch(d -> values.add(d.at(sizes))) && fits(sizes);
  }

  /// {@return whether every size is positive and every selected entry exists}
  boolean fits(Map<String, Integer> sizes) {
    return dims.stream().allMatch(d -> d.at(sizes) >= 1)
        && ranges.stream()
            .allMatch(s ->
                holds(s.of().shape().rows(), s.rows(), sizes)
                    && holds(s.of().shape().cols(), s.cols(), sizes));
  }

  private static boolean holds(Dim size, Pick pick, Map<String, Integer> sizes) {
    return !(pick instanceof Pick.Range r) || r.last() <= size.at(sizes);
  }

  /// {@return whether no array among the nodes is too large to be evaluated}
  static boolean small(Collection<Expr> nodes, Map<String, Integer> sizes) {
    var known = new HashMap<Dim, Long>();
    for (Expr e : nodes) {
      long rows = known.computeIfAbsent(e.shape().rows(), d -> d.at(sizes));
      long cols = known.computeIfAbsent(e.shape().cols(), d -> d.at(sizes));
      if (rows > MOST_ENTRIES || cols > MOST_ENTRIES || rows * cols > MOST_ENTRIES) {
        return false;
      }
    }
    return true;
  }
}

package org.frechet.expr;

import java.util.Comparator;
import java.util.List;

/// The structural order in which commuting operands stand: by leading name, then weight, then kind,
/// then a stable hash of the structure. It depends on the expression alone, never on identity or on
/// the order of creation, so equal input gives equal text always.
public final class Order {
  private Order() {}

  /// What ordering needs, computed once for each node from the keys of its children.
  record Key(String lead, long weight, int transposes, int kind, long hash) {}

  private static final Comparator<Key> KEYS =
      Comparator.comparing(Key::lead)
          .thenComparingLong(Key::weight)
          .thenComparingInt(Key::transposes)
          .thenComparingInt(Key::kind)
          .thenComparingLong(Key::hash);

  public static final Comparator<Expr> BY_STRUCTURE =
      (a, b) -> a == b ? 0 : KEYS.compare(a.key(), b.key());

  /// {@return whether `a` should be written rather than its equivalent `b`: fewer transposes first}
  public static boolean prefers(List<Expr> a, List<Expr> b) {
    int transposes = 0;
    for (Expr e : a) {
      transposes += e.key().transposes();
    }
    for (Expr e : b) {
      transposes -= e.key().transposes();
    }
    if (transposes != 0) {
      return transposes < 0;
    }
    for (int i = 0; i < a.size() && i < b.size(); i++) {
      int c = BY_STRUCTURE.compare(a.get(i), b.get(i));
      if (c != 0) {
        return c < 0;
      }
    }
    return true;
  }

  static Key key(Node node) {
    long weight = ownWeight(node);
    int transposes = node instanceof Node.Transpose ? 1 : 0;
    String lead = own(node);
    long hash = mix(node.getClass().getSimpleName().hashCode() * 31L + ownHash(node));
    for (Expr child : Traversal.children(node)) {
      Key k = child.key();
      weight = Math.min(Long.MAX_VALUE / 4, weight + k.weight());
      transposes = Math.min(1_000_000, transposes + k.transposes());
      if (lead.isEmpty()) {
        lead = k.lead();
      }
      hash = mix(hash * 0x9E3779B97F4A7C15L + k.hash());
    }
    return new Key(lead, weight, transposes, rank(node), hash);
  }

  /// Counts what is written: a sum of n terms has n − 1 signs, a product n − 1 and its coefficient.
  private static long ownWeight(Node node) {
    return switch (node) {
      case Node.Add a -> a.terms().size() - 1 - broadcast(a) - shared(a);
      case Node.Prod p ->
          p.scalars().size()
              + p.chain().size()
              - 1
              + (p.coefficient().abs().isOne() ? 0 : 2)
              + (p.coefficient().signum() < 0 ? 1 : 0);
      case Node.Hadamard h -> h.factors().size() - 1;
      case Node.Fill f ->
          f.kind() == Node.Fill.Kind.EYE || f.rows().isOne() || f.cols().isOne() ? 2 : 3;
      case Node.Slice _ -> 2;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> 1;
      case Node.Pow _, Node.Transpose _, Node.Apply _, Node.Block _, Node.IndexSum _ -> 1;
      case Node.Stop _, Node.Bound _ -> 1;
      case Node.Integral _ -> 2;
    };
  }

  /// A number that all terms have in common is written once.
  private static long shared(Node.Add a) {
    Rational first = Products.coefficient(a.terms().getFirst()).abs();
    return first.isOne()
            || a.terms().stream().anyMatch(t -> !Products.coefficient(t).abs().equals(first))
        ? 0
        : 2L * (a.terms().size() - 1);
  }

  /// A scalar added to an array is written without the ones that it multiplies.
  private static long broadcast(Node.Add a) {
    for (Expr t : a.terms()) {
      if (Algebra.isOnes(t) && !t.isScalar()) {
        return t.key().weight() - 1;
      }
      if (t.node() instanceof Node.Prod p
          && p.chain().size() == 1
          && Algebra.isOnes(p.chain().getFirst())) {
        return p.chain().getFirst().key().weight() + 1;
      }
    }
    return 0;
  }

  private static String own(Node node) {
    return switch (node) {
      case Node.Var v -> v.name();
      case Node.Constant c -> c.name();
      case Node.Size s -> s.dim().toString();
      case Node.Increment i -> i.name();
      case Node.Bound b -> b.name();
      case Node.Num _, Node.Fill _, Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _ -> "";
      case Node.Apply a -> a.operator().lead();
      case Node.Transpose _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> "";
      case Node.Integral _ -> "";
    };
  }

  private static long ownHash(Node node) {
    return switch (node) {
      case Node.Num n -> n.value().num().hashCode() * 31L + n.value().den().hashCode();
      case Node.Constant c -> c.name().hashCode();
      case Node.Size s -> s.dim().toString().hashCode();
      case Node.Var v -> v.name().hashCode() * 31L + v.shape().toString().hashCode();
      case Node.Increment i -> i.name().hashCode();
      case Node.Bound b -> b.name().hashCode();
      case Node.Integral i -> ((Node.Bound) i.variable().node()).name().hashCode();
      case Node.Fill f ->
          f.kind().name().hashCode() * 961L + (f.rows() + "," + f.cols()).hashCode();
      case Node.Add a -> a.terms().size();
      case Node.Prod p ->
          p.coefficient().toString().hashCode() * 31L + p.scalars().size() * 7L + p.chain().size();
      case Node.Hadamard h -> h.factors().size();
      case Node.Pow _ -> 3;
      case Node.Transpose _ -> 5;
      case Node.Apply a -> a.operator().name().hashCode();
      case Node.Slice s -> s.rows().toString().hashCode() * 31L + s.cols().toString().hashCode();
      case Node.Block b -> b.rows().size();
      case Node.IndexSum s -> s.index().toString().hashCode();
      case Node.Stop _ -> 11;
    };
  }

  private static int rank(Node node) {
    return switch (node) {
      case Node.Num _ -> 0;
      case Node.Constant _ -> 1;
      case Node.Size _ -> 2;
      case Node.Fill _ -> 3;
      case Node.Var _ -> 4;
      case Node.Increment _ -> 5;
      case Node.Transpose _ -> 6;
      case Node.Slice _ -> 7;
      case Node.Pow _ -> 8;
      case Node.Prod _ -> 9;
      case Node.Hadamard _ -> 10;
      case Node.Apply _ -> 11;
      case Node.Block _ -> 12;
      case Node.IndexSum _ -> 13;
      case Node.Stop _ -> 14;
      case Node.Add _ -> 15;
      case Node.Bound _ -> 16;
      case Node.Integral _ -> 17;
    };
  }

  /// The finaliser of SplitMix64 (Steele, Lea & Flood 2014).
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}

package org.frechet.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.frechet.syntax.Syntax;

/// What a line has that the line before had not, or had elsewhere: the trees are compared from the
/// top down, sums and products as sequences of operands, by their longest common subsequence.
public final class Changes {
  private static final int LONGEST = 400;

  private final Set<Syntax> found = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Syntax> known = new HashSet<>();

  private Changes(Syntax old) {
    collect(old);
  }

  /// {@return the changed pieces of the new tree, by identity; none if all of it changed}
  public static Set<Syntax> between(Syntax old, Syntax now) {
    var changes = new Changes(old);
    changes.compare(old, now);
    return changes.found.contains(now) ? Set.of() : changes.found;
  }

  private void collect(Syntax piece) {
    if (known.add(piece)) {
      operands(piece, kind(piece))
          .forEach(p -> {
            if (p != piece) {
              collect(p);
            }
          });
    }
  }

  /// {@return what makes two pieces comparable}
  private static String kind(Syntax piece) {
    return switch (piece) {
      case Syntax.Binary b -> family(b.operator());
      case Syntax.Call c -> c.name() + "/" + c.arguments().size();
      case Syntax.Unary _ -> "sign";
      case Syntax.Transpose _ -> "'";
      case Syntax.Index _ -> "index";
      case Syntax.Block _ -> "block";
      case Syntax.Range _ -> "range";
      case Syntax.Let _ -> "let";
      case Syntax.Equation _ -> "=";
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _ -> "leaf";
    };
  }

  private static String family(String operator) {
    return operator.equals("-") ? "+" : operator;
  }

  /// {@return the operands of a sum or product, else the pieces directly below}
  private static List<Syntax> operands(Syntax piece, String kind) {
    if (!(piece instanceof Syntax.Binary b)) {
      return piece.children();
    }
    var operands = new ArrayList<Syntax>();
    Syntax at = b;
    while (at instanceof Syntax.Binary link && family(link.operator()).equals(kind)) {
      operands.addFirst(link.right());
      at = link.left();
    }
    operands.addFirst(at);
    return operands;
  }

  private void compare(Syntax old, Syntax now) {
    if (contains(old, now)) {
      return; // what stood around it went away
    }
    String kind = kind(now);
    if (now instanceof Syntax.Unary sign && !(old instanceof Syntax.Unary)) {
      compare(old, sign.operand());
    } else if (old instanceof Syntax.Unary sign && !(now instanceof Syntax.Unary)) {
      compare(sign.operand(), now);
    } else if (kind.equals("leaf")) {
      found.add(now);
    } else if (now instanceof Syntax.Binary) {
      boolean alike = kind(old).equals(kind);
      sequences(alike ? operands(old, kind) : List.of(old), operands(now, kind), now);
    } else if (kind(old).equals(kind) && old.children().size() == now.children().size()) {
      for (int i = 0; i < now.children().size(); i++) {
        compare(old.children().get(i), now.children().get(i));
      }
    } else {
      found.add(now);
    }
  }

  private static boolean contains(Syntax whole, Syntax piece) {
    return whole.equals(piece)
        || operands(whole, kind(whole)).stream().anyMatch(o -> contains(o, piece));
  }

  /// Operands that both have in common stay; between them, as many old as new ones are compared.
  private void sequences(List<Syntax> old, List<Syntax> now, Syntax whole) {
    List<int[]> common = common(old, now);
    if (common.isEmpty() && old.size() != now.size()) {
      found.add(whole);
      return;
    }
    int i = 0;
    int j = 0;
    var ends = new ArrayList<>(common);
    ends.add(new int[] {old.size(), now.size()});
    for (int[] end : ends) {
      boolean paired = end[0] - i == end[1] - j;
      for (int k = j; k < end[1]; k++) {
        if (paired) {
          compare(old.get(i + k - j), now.get(k));
        } else if (!known.contains(now.get(k)) || old.contains(now.get(k))) {
          found.add(now.get(k));
        }
      }
      i = end[0] + 1;
      j = end[1] + 1;
    }
  }

  /// {@return the places of a longest common subsequence}
  private static List<int[]> common(List<Syntax> a, List<Syntax> b) {
    if (a.size() > LONGEST || b.size() > LONGEST) {
      return List.of();
    }
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? 1 + length[i + 1][j + 1]
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    var places = new ArrayList<int[]>();
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      if (a.get(i).equals(b.get(j))) {
        places.add(new int[] {i++, j++});
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return places;
  }
}

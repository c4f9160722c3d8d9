package org.frechet;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.derive.Layout;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;

/// What is agreed on around a claim.
///
/// @param declared declarations by name
/// @param definitions what names stand for; later ones may use earlier ones
/// @param layout of derivatives; mixed where nothing is said
/// @param singular names of matrices that have no inverse
public record Conventions(
    Map<String, Declaration> declared,
    List<Definition> definitions,
    Layout layout,
    Set<String> singular) {
  public static final Conventions NONE = new Conventions(Map.of(), List.of(), Layout.MIXED);

  public Conventions(
      Map<String, Declaration> declared, List<Definition> definitions, Layout layout) {
    this(declared, definitions, layout, Set.of());
  }

  public Conventions {
    declared = Map.copyOf(declared);
    definitions = List.copyOf(definitions);
    singular = Set.copyOf(singular);
  }
}

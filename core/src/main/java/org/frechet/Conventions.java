package org.frechet;

import java.util.List;
import java.util.Map;
import org.frechet.derive.Layout;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;

/// What is agreed on around a claim.
///
/// @param declared declarations by name
/// @param definitions what names stand for; later ones may use earlier ones
/// @param layout of derivatives; mixed where nothing is said
public record Conventions(
    Map<String, Declaration> declared, List<Definition> definitions, Layout layout) {
  public static final Conventions NONE = new Conventions(Map.of(), List.of(), Layout.MIXED);

  public Conventions {
    declared = Map.copyOf(declared);
    definitions = List.copyOf(definitions);
  }
}

package org.frechet.syntax;

import java.util.Optional;

/// Superscript and subscript characters of Unicode, and the plain ones they stand for.
public enum Script {
  SUPERSCRIPT("0123456789+-abcdefghijklmnoprstuvwxyzT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ"),
  SUBSCRIPT("0123456789aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");

  private final String plain;
  private final String raised;

  Script(String plain, String raised) {
    this.plain = plain;
    this.raised = raised;
  }

  public boolean contains(int character) {
    return raised.indexOf(character) >= 0;
  }

  /// {@return the plain character that a character of this script stands for}
  public char plain(int character) {
    return plain.charAt(raised.indexOf(character));
  }

  /// {@return the text in this script, or empty where Unicode lacks one of its characters}
  public Optional<String> of(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      int at = plain.indexOf(text.charAt(i));
      if (at < 0) {
        return Optional.empty();
      }
      out.append(raised.charAt(at));
    }
    return out.isEmpty() ? Optional.empty() : Optional.of(out.toString());
  }
}

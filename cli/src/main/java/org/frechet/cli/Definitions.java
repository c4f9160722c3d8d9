package org.frechet.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Definitions that stay, `let r = Y - X*B`, in the order in which they were made.
final class Definitions {
  private final Map<String, String> values = new LinkedHashMap<>();

  void put(String name, String value) {
    values.remove(name); // a new one may use those made before it
    values.put(name, value);
  }

  /// {@return whether there was one of this name}
  boolean remove(String name) {
    return values.remove(name) != null;
  }

  void clear() {
    values.clear();
  }

  /// {@return name and value of each}
  Map<String, String> all() {
    return Collections.unmodifiableMap(values);
  }

  /// {@return the expression after the definitions that it uses, directly or not}
  String before(String expr) {
    String text = expr;
    for (String name : new ArrayList<>(values.keySet()).reversed()) {
      if (mentions(text, name)) {
        text = "let " + name + " = " + values.get(name) + "; " + text;
      }
    }
    return text;
  }

  private static boolean mentions(String text, String name) {
    for (int i = 0; i < text.length(); i++) {
      int end = Sentence.wordEnd(text, i);
      if (text.substring(i, end).equals(name)) {
        return true;
      }
      i = Math.max(i, end);
    }
    return false;
  }
}

package org.frechet.document;

/// A piece of a formula between line breaks, words and arrows.
///
/// @param lead the words within the formula before it
/// @param label its number, tag or label
/// @param relation whether it has a sign of equality or order
/// @param continues whether it begins with such a sign, or another sign that needs a left side
/// @param hanging whether it ends with a sign that needs a right side
/// @param row the number of its line in the formula
/// @param other whether it stands beside a sign that claims nothing: `≈`, `∈`, `→`
record Part(
    Mapped latex,
    String lead,
    String label,
    boolean relation,
    boolean continues,
    boolean hanging,
    int row,
    boolean other) {}

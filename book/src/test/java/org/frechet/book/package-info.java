/// Tests that make the book.
///
/// | type | what it tests |
/// |---|---|
/// | [org.frechet.book.BookTest] | the book is made, whole, without complaints |
/// | [org.frechet.book.DirectiveTest] | what is wrong in the manuscript is reported with its place |
@NullMarked
package org.frechet.book;

import org.jspecify.annotations.NullMarked;

/// The command `frechet`.
///
/// | type | holds |
/// |---|---|
/// | [Main] | the entry: picks the command, turns failures into messages and exit codes |
/// | `FrechetCommand` and the other commands | one class for each command, its options and its help |
/// | `Stdio`, `Ink` | streams, environment, terminals; colours |
/// | `Heading`, `Report` | the answer for people: the function as understood, then the derivative |
/// | `DeriveCommand`, `DeriveWords`, `SignChoice` | derivations, and what can be chosen about their pages |
/// | `DefinitionReport`, `PngPlot` | a candidate map against the definition, in lines and as a picture |
/// | `Complaint`, `UsageError` | the refusal for people, with its place underlined; misuse of the command line |
/// | `Session`, `Sentence` | the state of the interactive mode, and what its lines mean |
/// | `Editor`, `WordAtCursor` | the line editor, loaded only on a terminal |
/// | [org.frechet.cli.json] | the JSON contract |
///
/// Exit codes: 0 answered, 1 refused, 2 wrong usage.
@NullMarked
package org.frechet.cli;

import org.jspecify.annotations.NullMarked;

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
/// | `CheckCommand`, `ClaimCheck`, `DocumentCheck` | claims of others: one, or all of documents |
/// | `JudgmentLines`, `DocumentLines` | what was found of them, on a terminal |
/// | `Complaint`, `UsageError` | the refusal for people, with its place underlined; misuse of the command line |
/// | `Session`, `Sentence` | the state of the interactive mode, and what its lines mean |
/// | `Editor`, `WordAtCursor` | the line editor, loaded only on a terminal |
/// | [org.frechet.cli.report] | what was found of claims, as sentences and documents |
/// | [org.frechet.cli.json] | the JSON contract |
///
/// Exit codes: 0 answered, 1 refused, 2 wrong usage; `equal` and `check`: 0 right, 1 wrong, 2 the
/// rest.
@NullMarked
package org.frechet.cli;

import org.jspecify.annotations.NullMarked;

package org.frechet.cli.report;

import org.frechet.document.Report;

/// A document and what was found of it.
///
/// @param name the name of its file, as it was given
public record Checked(String name, Report report) {}

/// Values from files, for `frechet eval --at`. Files come from anywhere: sizes are checked against
/// the length of the file before anything is allocated, and nothing in a file is ever executed.
///
/// | type | holds |
/// |---|---|
/// | [DataFiles] | `data.json`, `X=x.npy`, `X=data.csv`, `a=2.5`: what each argument of `--at` gives |
/// | [NpyFile] | one array in NumPy's format |
/// | [CsvFile] | one matrix of numbers as text |
@NullMarked
package org.frechet.cli.data;

import org.jspecify.annotations.NullMarked;

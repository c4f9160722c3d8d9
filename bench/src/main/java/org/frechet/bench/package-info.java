/// How fast derivatives are, measured by hand; `bench/README.md` has the protocol and the figures.
///
/// | type | measures |
/// |---|---|
/// | [DerivativeBenchmark] | one derivative or Hessian of a textbook expression, with and without its check |
/// | [Textbook] | the expressions |
/// | [ProcessorTime] | the processor time of an operation, for machines that others use |
/// | [LayerGrowth] | a residual network of 4 to 1,024 layers: nodes, time, memory, and how they grow |
/// | [Documents] | checking a document of forty pages |
/// | [Lecture] | the document |
///
/// `bench/batch.sh` measures the whole program on 500 requests.
@NullMarked
package org.frechet.bench;

import org.jspecify.annotations.NullMarked;

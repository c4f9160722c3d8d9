/// Tests of the command line, in process and through captured streams.
@NullMarked
package org.frechet.cli;

import org.jspecify.annotations.NullMarked;

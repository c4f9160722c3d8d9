/// Tests of what is said of claims.
@NullMarked
package org.frechet.cli.report;

import org.jspecify.annotations.NullMarked;

/** The machine's limits: what reading and writing cannot go below. */
@NullMarked
package dev.hemstitch.benchmarks.limit;

import org.jspecify.annotations.NullMarked;

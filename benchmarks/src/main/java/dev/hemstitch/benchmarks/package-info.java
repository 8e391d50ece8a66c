/** What parsing, stitching and writing cost, measured with JMH. Not published. */
@NullMarked
package dev.hemstitch.benchmarks;

import org.jspecify.annotations.NullMarked;

/** Hemstitch and its rivals behind one interface, each at its fastest entry point. */
@NullMarked
package dev.hemstitch.benchmarks.contender;

import org.jspecify.annotations.NullMarked;

/** Playlists made in code, as services write them, and what each of their segments is meant to be. */
@NullMarked
package dev.hemstitch.benchmarks.workload;

import org.jspecify.annotations.NullMarked;

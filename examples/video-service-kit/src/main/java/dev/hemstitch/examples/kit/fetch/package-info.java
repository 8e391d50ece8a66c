/** Fetching what many ask for once, and keeping it: stale rather than not at all. */
@NullMarked
package dev.hemstitch.examples.kit.fetch;

import org.jspecify.annotations.NullMarked;

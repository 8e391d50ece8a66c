/**
 * Fuzz targets: replayed over the stored inputs in every build, run for real with {@code JAZZER_FUZZ=1}; see
 * CONTRIBUTING.md.
 */
@NullMarked
package dev.hemstitch.core.fuzz;

import org.jspecify.annotations.NullMarked;

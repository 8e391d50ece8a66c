/** Hemstitch as a program. */
@NullMarked
package dev.hemstitch.examples.cli;

import org.jspecify.annotations.NullMarked;

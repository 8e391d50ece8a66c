/** Which titles there are: what the catalog says. */
@NullMarked
package dev.hemstitch.examples.kit.titles;

import org.jspecify.annotations.NullMarked;

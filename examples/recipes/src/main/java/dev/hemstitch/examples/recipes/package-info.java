/** The code that the README and the guides show. What stands between {@code // begin} and {@code // end} is shown. */
@NullMarked
package dev.hemstitch.examples.recipes;

import org.jspecify.annotations.NullMarked;

/** Programs that the demo starts, kills and starts again. */
@NullMarked
package dev.hemstitch.examples.demo.process;

import org.jspecify.annotations.NullMarked;

/** Jetty with limits, for both services. The rest of the kit knows no server. */
@NullMarked
package dev.hemstitch.examples.kit.jetty;

import org.jspecify.annotations.NullMarked;

/**
 * The replacement of the legacy service: Jetty without servlets, one handler in front of the kit, which holds all that stitches.
 */
@NullMarked
package dev.hemstitch.examples.lightweight;

import org.jspecify.annotations.NullMarked;

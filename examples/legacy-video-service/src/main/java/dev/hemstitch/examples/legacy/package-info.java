/**
 * How a service of Jakarta servlets, on Jetty, embeds Hemstitch: {@code StitchingFilter} and {@code ServiceServlet} were added to
 * what it had. All that stitches is in the kit.
 */
@NullMarked
package dev.hemstitch.examples.legacy;

import org.jspecify.annotations.NullMarked;

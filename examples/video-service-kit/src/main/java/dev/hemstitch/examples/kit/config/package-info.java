/** How a service is set up. */
@NullMarked
package dev.hemstitch.examples.kit.config;

import org.jspecify.annotations.NullMarked;

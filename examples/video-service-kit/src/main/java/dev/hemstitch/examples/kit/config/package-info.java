/** Settings: one properties file, and the environment over it. */
@NullMarked
package dev.hemstitch.examples.kit.config;

import org.jspecify.annotations.NullMarked;

/** Settings of the catalog and of both video services: one properties file, and the environment over it; what is wrong is told in a line. */
@NullMarked
package dev.hemstitch.examples.settings;

import org.jspecify.annotations.NullMarked;

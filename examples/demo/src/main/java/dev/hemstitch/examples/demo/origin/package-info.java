/** The origin of the demo: titles on demand and a live channel, made of the sample presentations. */
@NullMarked
package dev.hemstitch.examples.demo.origin;

import org.jspecify.annotations.NullMarked;

/** The little that the demo needs of HTTP, on the server of the JDK. */
@NullMarked
package dev.hemstitch.examples.demo.http;

import org.jspecify.annotations.NullMarked;

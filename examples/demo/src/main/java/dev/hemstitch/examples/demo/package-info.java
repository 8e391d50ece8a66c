/**
 * The demo: an origin, an ad server and a page in one process, and the catalogue and both video services as processes of their
 * own, so that they can be killed.
 */
@NullMarked
package dev.hemstitch.examples.demo;

import org.jspecify.annotations.NullMarked;

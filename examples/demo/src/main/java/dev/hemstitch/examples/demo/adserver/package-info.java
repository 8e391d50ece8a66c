/** The ad server of the demo: VMAP for titles, VAST for live breaks, and a log of the beacons that came. */
@NullMarked
package dev.hemstitch.examples.demo.adserver;

import org.jspecify.annotations.NullMarked;

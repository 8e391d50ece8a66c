/** Beacons that a service sends for players that say what they played. */
@NullMarked
package dev.hemstitch.examples.kit.beacon;

import org.jspecify.annotations.NullMarked;

/** What playing titles that have an end and playing live channels have in common. */
@NullMarked
package dev.hemstitch.examples.kit.playback;

import org.jspecify.annotations.NullMarked;

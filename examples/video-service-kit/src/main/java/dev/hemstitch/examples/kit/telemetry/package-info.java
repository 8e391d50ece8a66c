/** Logs and metrics. Neither names a viewer otherwise than by the hash of a token. */
@NullMarked
package dev.hemstitch.examples.kit.telemetry;

import org.jspecify.annotations.NullMarked;

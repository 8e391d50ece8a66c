/**
 * What RFC 8216bis asks of playlists beyond being readable, told only when asked. Knows nothing of bytes. It imports
 * {@code model}, {@code text} and {@code diagnostic}. An example:
 *
 * <pre>{@code
 * CompatibilityVersion lowest = CompatibilityVersion.of(playlist);
 * System.out.println(lowest.version() + " because of " + lowest.reason()); // 6 because of EXT-X-MAP
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.validation;

import org.jspecify.annotations.NullMarked;

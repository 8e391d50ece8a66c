/**
 * What RFC 8216bis asks of playlists beyond being readable, told only when asked. Knows nothing of bytes. A class
 * {@code ...Rules} holds the rules of one subject; each rule has one {@code DiagnosticCode}, and {@code Rules} lists the
 * classes. It imports {@code model}, {@code text}, {@code uri}, {@code diagnostic} and {@code internal.check}. An example:
 *
 * <pre>{@code
 * ValidationReport report = PlaylistValidator.of(ValidationProfile.RFC8216BIS).validate(playlist);
 * report.findings().forEach(System.out::println); // 7:1: error KEY_WITHOUT_URI EXT-X-KEY has no URI (4.4.4.4)
 * CompatibilityVersion lowest = CompatibilityVersion.of(playlist);
 * System.out.println(lowest.version() + " because of " + lowest.reason()); // 6 because of EXT-X-MAP
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.validation;

import org.jspecify.annotations.NullMarked;

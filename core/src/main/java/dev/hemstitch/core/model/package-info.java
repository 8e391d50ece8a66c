/**
 * The playlist as immutable nouns of RFC 8216bis, and its text: each noun is a view of the lines it was read from, so
 * reading a playlist makes one object for each segment and writing an untouched one copies its bytes.
 *
 * <p>A {@link MediaSegment} carries what is in force for it (keys, initialization section, bit rate, resolved byte
 * range). A {@link MediaPlaylistBuilder} writes whatever tags are needed so that this stays in force wherever the
 * segment is moved. Tags with attributes are {@link AttributeTag}s: their public attribute definitions serve reading
 * and writing alike. This room does not validate. It imports {@code text}, {@code uri}, {@code diagnostic} and the hot
 * room. An example:
 *
 * <pre>{@code
 * MediaPlaylist edited = playlist.toBuilder()
 *         .targetDuration(10)
 *         .segments(playlist.segments().subList(2, 5)) // KEY and MAP in force are written before the first one
 *         .build();
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.model;

import org.jspecify.annotations.NullMarked;

/**
 * Bytes to a playlist and diagnostics. One entry takes bytes, all others adapt to it. This room decides how tolerant
 * reading is and how much it takes; the reading itself is the {@code model}'s, since each noun is a view of its text.
 * It imports {@code model}, {@code text}, {@code diagnostic} and the hot room. An example:
 *
 * <pre>{@code
 * PlaylistParser parser = PlaylistParser.lenient();
 * Playlist playlist = parser.parse(Files.readAllBytes(path));
 * if (playlist instanceof MediaPlaylist media) {
 *     media.segments().forEach(segment -> System.out.println(segment.uri()));
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.parser;

import org.jspecify.annotations.NullMarked;

/**
 * Two playlists compared by what would play, and Playlist Delta Updates made and merged. It does not judge: what differs
 * may be right on both sides. It knows nothing of bytes and opens nothing; it imports {@code model}, {@code text},
 * {@code uri} and {@code diagnostic}, and may import {@code validation}. An example:
 *
 * <pre>{@code
 * PlaylistDiff diff = PlaylistDiff.of(before, after);
 * if (!diff.isEmpty()) {
 *     diff.differences().forEach(System.out::println); // segment 7794, duration: "9.009" -> "10"
 * }
 * Optional<MediaPlaylist> delta = DeltaUpdate.create(playlist); // answers _HLS_skip=YES
 * DeltaResult merged = DeltaUpdate.apply(delta.orElseThrow(), previous);
 * MediaPlaylist full = merged.playlist().orElseThrow(() -> new IllegalStateException(merged.message()));
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.diff;

import org.jspecify.annotations.NullMarked;

/**
 * Two playlists compared: by what would play, and by what a server may change when a playlist is loaded again; and Playlist
 * Delta Updates made and merged. It knows nothing of bytes and opens nothing; it imports {@code model}, {@code text}, {@code
 * uri}, {@code diagnostic}, {@code validation} and {@code internal.check}. An example:
 *
 * <pre>{@code
 * PlaylistDiff diff = PlaylistDiff.of(before, after);
 * diff.differences().forEach(System.out::println); // segment 7794, duration: "9.009" -> "10"
 * Optional<MediaPlaylist> delta = DeltaUpdate.create(playlist); // answers _HLS_skip=YES
 * DeltaResult merged = DeltaUpdate.apply(delta.orElseThrow(), previous);
 * MediaPlaylist full = merged.playlist().orElseThrow(() -> new IllegalStateException(merged.message()));
 * ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
 * checker.next(previous);
 * checker.next(full).findings().forEach(System.out::println);
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.diff;

import org.jspecify.annotations.NullMarked;

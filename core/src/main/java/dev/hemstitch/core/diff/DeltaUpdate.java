package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.Optional;

/**
 * Playlist Delta Updates (RFC 8216bis, 6.2.5.1 and 6.3.7): playlists with EXT-X-SKIP in place of older segments.
 *
 * <p>{@code apply(create(full), older)} is what {@code full} is, as long as {@code older} has all skipped segments. It is the
 * same byte for byte where both start with the same lines; where the window has slid, EXT-X-KEY, EXT-X-MAP and
 * EXT-X-BITRATE before the first segment, and EXT-X-DATERANGE tags, may stand in another order or place, which means
 * nothing.
 */
public final class DeltaUpdate {
    private DeltaUpdate() {}

    /**
     * Makes the answer to {@code _HLS_skip=YES}: segments that end before the Skip Boundary, with their tags, are
     * replaced by EXT-X-SKIP. All EXT-X-DATERANGE tags stay; those of skipped segments move to the first segment that
     * is kept. What is in force for that segment (EXT-X-KEY, EXT-X-MAP, EXT-X-BITRATE, an offset) is written before it,
     * and EXT-X-VERSION is raised to 9.
     *
     * @param full the playlist
     * @return the update; empty if the full playlist is the answer: it has no CAN-SKIP-UNTIL, has EXT-X-ENDLIST, is an
     *     update itself, has nothing to skip, or has its sequence numbers behind a segment
     */
    public static Optional<MediaPlaylist> create(MediaPlaylist full) {
        return new DeltaCreation(full, Optional.empty()).create();
    }

    /**
     * Makes the answer to {@code _HLS_skip=v2}: as {@link #create(MediaPlaylist)}, but older EXT-X-DATERANGE tags are
     * left out too, RECENTLY-REMOVED-DATERANGES is written, and EXT-X-VERSION is raised to 10.
     *
     * @param full the playlist; without CAN-SKIP-DATERANGES its date ranges stay as for {@code YES}
     * @param history which tags every client has, and which ranges are gone
     * @return the update; empty if the full playlist is the answer
     */
    public static Optional<MediaPlaylist> create(MediaPlaylist full, DateRangeHistory history) {
        boolean allowed = full.serverControl()
                .filter(control -> control.canSkipDateranges())
                .isPresent();
        return new DeltaCreation(full, allowed ? Optional.of(history) : Optional.empty()).create();
    }

    /**
     * Merges an update with an older version of its playlist. The skipped segments are those of the older one, and what
     * they leave in force (EXT-X-KEY, EXT-X-MAP, EXT-X-BITRATE, the end of a byte range) holds for the segments of the
     * update that do not say otherwise. All else is the update's; EXT-X-VERSION is the older one's where the update has
     * a greater one only for EXT-X-SKIP. With RECENTLY-REMOVED-DATERANGES the older one's date ranges stay but for
     * those; without it the update has all there are.
     *
     * @param update the update; one without EXT-X-SKIP is the full playlist
     * @param older the older version, without EXT-X-SKIP: one that was loaded in full, or merged
     * @return the full playlist, or why there is none
     */
    public static DeltaResult apply(MediaPlaylist update, MediaPlaylist older) {
        return DeltaMerge.apply(update, older);
    }
}

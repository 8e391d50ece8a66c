package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.Optional;

/**
 * What came of merging a Playlist Delta Update. One of playlist and failure is there.
 *
 * @param playlist the full playlist
 * @param failure why there is none: then the client must load the full playlist (RFC 8216bis, 6.3.7)
 * @param message the failure in words; empty text if there is none
 */
public record DeltaResult(Optional<MediaPlaylist> playlist, Optional<Failure> failure, String message) {
    /** Why an update cannot be merged. */
    public enum Failure {
        /** The older playlist is itself an update with EXT-X-SKIP. */
        OLDER_IS_UPDATE,
        /** EXT-X-SKIP says no number of segments that can be read. */
        MALFORMED_SKIP,
        /** The older playlist does not have all the segments that are skipped. */
        SEGMENTS_MISSING,
        /** Both have a segment of one Media Sequence Number, but it is not the same: its path differs. */
        SEGMENTS_DISAGREE
    }

    static DeltaResult of(MediaPlaylist playlist) {
        return new DeltaResult(Optional.of(playlist), Optional.empty(), "");
    }

    static DeltaResult failed(Failure failure, String message) {
        return new DeltaResult(Optional.empty(), Optional.of(failure), message);
    }
}

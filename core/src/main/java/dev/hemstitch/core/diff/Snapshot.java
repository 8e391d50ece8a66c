package dev.hemstitch.core.diff;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedSegment;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.Variables;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A Media Playlist as it was at one time, laid out for rules. */
final class Snapshot {
    private final CheckedPlaylist checked;
    private final MediaPlaylist playlist;

    Snapshot(MediaPlaylist playlist) {
        this.checked = CheckedPlaylist.of(playlist, Variables.of(playlist, Variables.NONE, ""));
        this.playlist = playlist;
    }

    MediaPlaylist playlist() {
        return playlist;
    }

    CheckedPlaylist checked() {
        return checked;
    }

    List<PlacedSegment> segments() {
        return checked.segments();
    }

    int size() {
        return segments().size();
    }

    MediaSegment segment(int index) {
        return segments().get(index).segment();
    }

    /** Whether it is a Playlist Delta Update, whose first segments are elsewhere. */
    boolean isDelta() {
        return checked.has(HlsTag.SKIP);
    }

    /** {@return the number of the first segment that it has, or would have} */
    long firstNumber() {
        return size() > 0 ? segment(0).mediaSequence() : playlist.mediaSequence() + skipped();
    }

    /** {@return the number of the segment that is not complete yet} */
    long openNumber() {
        return firstNumber() + size();
    }

    /** {@return how many segments it leaves out} */
    long skipped() {
        return playlist.skip().map(Skip::skippedSegments).orElse(0L);
    }

    /** What makes a segment that segment: its URI and byte range. */
    String identity(int index) {
        MediaSegment segment = segment(index);
        String uri = checked.variables().substitute(segment.uri());
        return segment.byteRange().map(range -> uri + "#" + range).orElse(uri);
    }

    /** {@return the date of the first segment's first sample, if any date is known} */
    Optional<OffsetDateTime> startDate() {
        return size() > 0 ? segment(0).programDateTime() : Optional.empty();
    }

    /** {@return the date at which the last segment ends, if any date is known} */
    Optional<OffsetDateTime> endDate() {
        return size() > 0
                ? segment(size() - 1)
                        .programDateTime()
                        .map(date -> date.plusNanos(segment(size() - 1).durationNanos()))
                : Optional.empty();
    }
}

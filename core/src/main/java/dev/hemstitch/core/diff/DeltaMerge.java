package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.model.SkippedSegments;
import dev.hemstitch.core.model.TagScope;
import dev.hemstitch.core.uri.UriReferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Merges a Playlist Delta Update with an older version of its playlist. */
final class DeltaMerge {
    /** Tags that an update may say again, or in another way, before the first segment that it keeps. */
    private static final Set<HlsTag> RESTATED = Set.of(
            HlsTag.KEY,
            HlsTag.MAP,
            HlsTag.BITRATE,
            HlsTag.BYTERANGE,
            HlsTag.DATERANGE,
            HlsTag.PRELOAD_HINT,
            HlsTag.RENDITION_REPORT,
            HlsTag.SKIP);

    private final MediaPlaylist update;
    private final MediaPlaylist older;
    private final int from;
    private final int to;

    /**
     * @param from the index of the first skipped segment in the older playlist
     * @param to the index behind the last one
     */
    private DeltaMerge(MediaPlaylist update, MediaPlaylist older, int from, int to) {
        this.update = update;
        this.older = older;
        this.from = from;
        this.to = to;
    }

    static DeltaResult apply(MediaPlaylist update, MediaPlaylist older) {
        if (!update.has(HlsTag.SKIP)) {
            return DeltaResult.of(update);
        }
        if (older.has(HlsTag.SKIP)) {
            return DeltaResult.failed(
                    DeltaResult.Failure.OLDER_IS_UPDATE, "the older playlist is an update that was not merged");
        }
        Optional<Skip> skip = update.skip();
        if (skip.isEmpty()) {
            return DeltaResult.failed(
                    DeltaResult.Failure.MALFORMED_SKIP, "EXT-X-SKIP says no number of skipped segments");
        }
        long first = update.mediaSequence();
        long count = skip.get().skippedSegments();
        int size = older.segments().size();
        long from = first - older.mediaSequence();
        boolean has = Long.compareUnsigned(first, older.mediaSequence()) >= 0
                && Long.compareUnsigned(from, size) <= 0
                && Long.compareUnsigned(count, size - from) <= 0;
        if (!has) {
            return DeltaResult.failed(
                    DeltaResult.Failure.SEGMENTS_MISSING,
                    Long.toUnsignedString(count) + " segments from " + Long.toUnsignedString(first)
                            + " on are skipped, the older playlist has " + size + " from "
                            + Long.toUnsignedString(older.mediaSequence()) + " on");
        }
        return new DeltaMerge(update, older, (int) from, (int) (from + count)).merge();
    }

    private DeltaResult merge() {
        List<MediaSegment> known = older.segments();
        List<MediaSegment> kept = update.segments();
        for (int i = 0; i < kept.size() && to + i < known.size(); i++) {
            if (!path(kept.get(i)).equals(path(known.get(to + i)))) {
                return DeltaResult.failed(
                        DeltaResult.Failure.SEGMENTS_DISAGREE,
                        "segment " + Long.toUnsignedString(kept.get(i).mediaSequence()) + " was "
                                + path(known.get(to + i)) + " and is " + path(kept.get(i)));
            }
        }
        boolean takesBoundary = takesBoundary();
        int taken = takesBoundary ? 1 : 0;
        MergedDateRanges dateRanges = new MergedDateRanges(update, older, from, to, taken);
        return DeltaResult.of(SkippedSegments.restore(withVersion(), dateRanges.segments(), dateRanges.lines(), taken));
    }

    /** Queries may carry a token of the request. */
    private static String path(MediaSegment segment) {
        return UriReferences.redact(segment.uri());
    }

    /**
     * Whether the first segment that the update keeps is the older playlist's too, only written in another way: then it
     * is taken from there, so that what the update says again does not pile up from merge to merge.
     */
    private boolean takesBoundary() {
        if (update.segments().isEmpty() || to >= older.segments().size()) {
            return false;
        }
        MediaSegment own = update.segments().get(0);
        MediaSegment known = older.segments().get(to);
        if (own.equals(known) || !otherLines(own).equals(otherLines(known)) || hasPlaylistTags(own)) {
            return false;
        }
        MediaPlaylist restored =
                SkippedSegments.restore(update, older.segments().subList(from, to), List.of(), 0);
        MediaSegment meant = restored.segments().get(to - from);
        return SegmentTerms.of(meant, Term::of).equals(SegmentTerms.of(known, Term::of));
    }

    private static List<String> otherLines(MediaSegment segment) {
        return segment.lines().stream()
                .filter(line -> line.tag().filter(RESTATED::contains).isEmpty())
                .map(PlaylistLine::text)
                .toList();
    }

    /** Whether tags that apply to the playlist as a whole stand among the lines of a segment. */
    private static boolean hasPlaylistTags(MediaSegment segment) {
        return segment.lines().stream()
                .flatMap(line -> line.tag().stream())
                .anyMatch(tag -> tag.scope() != TagScope.MEDIA_SEGMENT && !RESTATED.contains(tag));
    }

    /** The update with the older playlist's version, if it has another one only because it skips. */
    private MediaPlaylist withVersion() {
        long version = update.version().orElse(1);
        boolean isRaised = (version == 9 || version == 10)
                && Long.compareUnsigned(older.version().orElse(1), version) < 0;
        if (!isRaised) {
            return update;
        }
        MediaPlaylistBuilder lowered = update.toBuilder();
        return (older.version().isPresent()
                        ? lowered.version(older.version().getAsLong())
                        : lowered.remove(HlsTag.VERSION))
                .build();
    }
}

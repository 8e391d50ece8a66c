package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.DateShift;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Seam;
import dev.hemstitch.core.model.ServerControl;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.text.AttributeList;
import dev.hemstitch.core.text.Decimals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a Playlist Delta Update. */
final class DeltaCreation {
    private static final long VERSION_OF_SKIP = 9;
    private static final long VERSION_OF_SKIPPED_DATE_RANGES = 10;

    private final MediaPlaylist full;
    private final Optional<DateRangeHistory> history;
    private final Set<AttributeList> old;

    /**
     * @param history of date ranges; empty if they are not skipped
     */
    DeltaCreation(MediaPlaylist full, Optional<DateRangeHistory> history) {
        this.full = full;
        this.history = history;
        this.old = history.map(DateRangeHistory::older).orElse(Set.of()).stream()
                .map(DateRange::attributes)
                .collect(Collectors.toSet());
    }

    Optional<MediaPlaylist> create() {
        int skipped = skippedSegments();
        List<String> lead = lead(skipped);
        boolean writable = lead.stream().allMatch(PlaylistTags::canBeWritten);
        return skipped == 0 || !writable ? Optional.empty() : Optional.of(create(skipped, lead));
    }

    /** How many segments lie wholly before the Skip Boundary; the last one never does. */
    private int skippedSegments() {
        Optional<Long> boundary =
                full.serverControl().flatMap(ServerControl::canSkipUntil).map(Decimals::toNanos);
        long total = full.durationNanos();
        if (boundary.isEmpty()
                || full.endList()
                || full.has(HlsTag.SKIP)
                || total == Long.MAX_VALUE
                || isMisnumbered()) {
            return 0;
        }
        List<MediaSegment> segments = full.segments();
        int count = 0;
        while (count < segments.size() - 1 && total - segments.get(count + 1).startNanos() >= boundary.get()) {
            count++;
        }
        return count;
    }

    /** Numbers behind a segment are invalid; in an update they would be said of other segments. */
    private boolean isMisnumbered() {
        return full.segmentsHave(HlsTag.MEDIA_SEQUENCE)
                || full.segmentsHave(HlsTag.DISCONTINUITY_SEQUENCE)
                || full.trailer().stream()
                        .anyMatch(line -> line.is(HlsTag.MEDIA_SEQUENCE) || line.is(HlsTag.DISCONTINUITY_SEQUENCE));
    }

    /** The tags of skipped segments that are not theirs but the playlist's, and stay. */
    private List<String> lead(int skipped) {
        List<String> lead = new ArrayList<>();
        if (!PlaylistTags.areIn(full)) {
            return lead;
        }
        for (MediaSegment segment : full.segments().subList(0, skipped)) {
            if (PlaylistTags.areIn(segment)) {
                segment.lines().stream()
                        .filter(line -> PlaylistTags.isOne(line) && !isOld(line))
                        .map(PlaylistLine::text)
                        .forEach(lead::add);
            }
        }
        return lead;
    }

    private boolean isOld(PlaylistLine line) {
        return line.is(HlsTag.DATERANGE) && old.contains(line.attributes());
    }

    private MediaPlaylist create(int skipped, List<String> lead) {
        MediaPlaylistBuilder update = full.toBuilder();
        long needed = history.isPresent() ? VERSION_OF_SKIPPED_DATE_RANGES : VERSION_OF_SKIP;
        if (Long.compareUnsigned(full.version().orElse(1), needed) < 0) {
            update.version(needed);
        }
        update.set(skip(skipped)).segments(List.of());
        Seam seam = Seam.NONE;
        for (String line : lead) {
            seam = seam.with(line);
        }
        List<MediaSegment> segments = full.segments();
        for (int i = skipped; i < segments.size(); i++) {
            MediaSegment segment = segments.get(i);
            if (!old.isEmpty()
                    && segment.has(HlsTag.DATERANGE)
                    && segment.lines().stream().anyMatch(this::isOld)) {
                update.addSegment(
                        segment.toBuilder()
                                .editLines(line -> isOld(line) ? "" : line.text())
                                .build(),
                        seam,
                        DateShift.NONE);
            } else {
                update.addSegments(full, i, i + 1, seam, DateShift.NONE);
            }
            seam = Seam.NONE;
        }
        return update.editTrailer(line -> isOld(line) ? "" : line.text()).build();
    }

    private Skip skip(long skipped) {
        var skip = Skip.builder().set(Skip.SKIPPED_SEGMENTS, skipped);
        history.ifPresent(known -> skip.set(Skip.RECENTLY_REMOVED_DATERANGES, known.removed()));
        return skip.build();
    }
}

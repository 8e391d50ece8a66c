package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.text.AttributeList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The EXT-X-DATERANGE tags of a merged playlist. If the update says which ranges are gone, all other tags of the older
 * playlist stay, also those of segments that are gone or are the update's; if it does not, it has all tags itself, and
 * those of the older playlist stay only where they keep one of its tags in its place.
 */
final class MergedDateRanges {
    private final List<PlaylistLine> before = new ArrayList<>();
    private final List<PlaylistLine> behind = new ArrayList<>();
    private final List<MediaSegment> taken;
    private final int skipped;

    /** The tags of the update's first segment if that segment is taken from the older playlist. */
    private final List<PlaylistLine> replaced = new ArrayList<>();

    /** The update's other tags. */
    private final Set<AttributeList> updated = new HashSet<>();

    private final Optional<Set<String>> removed;
    private final Set<AttributeList> inPlace = new HashSet<>();

    /**
     * @param from the index of the first skipped segment in the older playlist
     * @param to the index behind the last one
     * @param boundary how many of the update's segments, 0 or 1, are taken from the older playlist too
     */
    MergedDateRanges(MediaPlaylist update, MediaPlaylist older, int from, int to, int boundary) {
        List<MediaSegment> known = older.segments();
        this.taken = known.subList(from, to + boundary);
        this.skipped = to - from;
        this.removed = update.skip()
                .flatMap(skip -> skip.get(Skip.RECENTLY_REMOVED_DATERANGES))
                .map(HashSet::new);
        update.dateRanges().forEach(tag -> updated.add(tag.attributes()));
        if (boundary > 0) {
            replaced.addAll(playlistTags(update.segments().get(0)));
            replaced.forEach(line -> updated.remove(line.attributes()));
        }
        if (removed.isPresent()) {
            known.subList(0, from).forEach(segment -> carry(dateRanges(segment.lines()), before));
            known.subList(to + boundary, known.size()).forEach(segment -> carry(dateRanges(segment.lines()), behind));
            carry(dateRanges(older.trailer()), behind);
        }
    }

    private static List<PlaylistLine> playlistTags(MediaSegment segment) {
        return segment.lines().stream().filter(PlaylistTags::isOne).toList();
    }

    private static List<PlaylistLine> dateRanges(List<PlaylistLine> lines) {
        return lines.stream().filter(line -> line.is(HlsTag.DATERANGE)).toList();
    }

    private void carry(List<PlaylistLine> lines, List<PlaylistLine> into) {
        for (PlaylistLine line : lines) {
            if (stays(line) && PlaylistTags.canBeWritten(line.text())) {
                into.add(line);
                inPlace.add(line.attributes());
            }
        }
    }

    /** Whether a tag of the older playlist is one of the merged playlist that the update does not have elsewhere. */
    private boolean stays(PlaylistLine line) {
        AttributeList attributes = line.attributes();
        if (!line.is(HlsTag.DATERANGE) || updated.contains(attributes)) {
            return false;
        }
        return removed.isPresent()
                ? attributes.get(DateRange.ID).filter(removed.get()::contains).isEmpty()
                : replaced.stream().anyMatch(tag -> tag.attributes().equals(attributes));
    }

    /**
     * The segments of the older playlist that are taken over, with the tags that stay. Parts of skipped segments do not:
     * so far from the end servers have removed them.
     */
    List<MediaSegment> segments() {
        List<MediaSegment> segments = new ArrayList<>(taken.size());
        for (int i = 0; i < taken.size(); i++) {
            MediaSegment segment = taken.get(i);
            boolean losesParts = i < skipped && segment.has(HlsTag.PART);
            segments.add(losesParts || PlaylistTags.areIn(segment) ? edited(segment, losesParts) : segment);
        }
        if (!segments.isEmpty() && !before.isEmpty()) {
            MediaSegmentBuilder first = segments.get(0).toBuilder();
            List<PlaylistLine> reversed = new ArrayList<>(before);
            Collections.reverse(reversed);
            reversed.forEach(line -> first.addLineFirst(line.text()));
            segments.set(0, first.build());
        }
        return segments;
    }

    private MediaSegment edited(MediaSegment segment, boolean losesParts) {
        List<PlaylistLine> tags = playlistTags(segment);
        tags.stream().filter(this::stays).forEach(line -> inPlace.add(line.attributes()));
        return !losesParts && tags.stream().allMatch(this::stays)
                ? segment
                : segment.toBuilder()
                        .editLines(line -> goes(line, losesParts) ? "" : line.text())
                        .build();
    }

    private boolean goes(PlaylistLine line, boolean losesParts) {
        return (losesParts && line.is(HlsTag.PART)) || (PlaylistTags.isOne(line) && !stays(line));
    }

    /** Tags to stand behind those segments; asked for after {@link #segments}. */
    List<String> lines() {
        List<PlaylistLine> lines = new ArrayList<>(taken.isEmpty() ? before : List.of());
        lines.addAll(behind);
        replaced.stream()
                .filter(line -> !line.is(HlsTag.DATERANGE) || !inPlace.contains(line.attributes()))
                .forEach(lines::add);
        return lines.stream().map(PlaylistLine::text).toList();
    }
}

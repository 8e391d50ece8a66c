package dev.hemstitch.ads.cue;

import dev.hemstitch.core.model.CustomTag;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import dev.hemstitch.core.text.AttributeValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes all markers out of a playlist. */
final class CueRemoval {
    private static final List<CustomTag<String>> TAGS =
            CueMarks.TAG_NAMES.stream().map(CustomTag::text).toList();

    private final Set<String> rangeIds;

    private CueRemoval(Set<String> rangeIds) {
        this.rangeIds = rangeIds;
    }

    static MediaPlaylist from(MediaPlaylist playlist) {
        Set<String> ids = playlist.dateRanges().stream()
                .filter(CueRemoval::isCue)
                .map(DateRange::id)
                .collect(Collectors.toSet());
        return new CueRemoval(ids).remove(playlist);
    }

    private static boolean isCue(DateRange range) {
        // By name: values in quotes are cues too, though not by the specification.
        return range.attributes().find("SCTE35-OUT").isPresent()
                || range.attributes().find("SCTE35-IN").isPresent()
                || range.attributes().find("SCTE35-CMD").isPresent();
    }

    private MediaPlaylist remove(MediaPlaylist playlist) {
        Set<Long> annotated = new HashSet<>();
        playlist.annotatedSegments().forEach(segment -> annotated.add(segment.mediaSequence()));
        List<MediaSegment> kept = new ArrayList<>();
        for (MediaSegment segment : playlist.segments()) {
            boolean marked = annotated.contains(segment.mediaSequence())
                    && segment.lines().stream().anyMatch(this::isMarker);
            kept.add(marked ? segment.toBuilder().editLines(this::edited).build() : segment);
        }
        MediaPlaylistBuilder builder = playlist.toEmptyBuilder();
        TAGS.forEach(builder::remove);
        return builder.editTrailer(this::edited).addSegments(kept).build();
    }

    private String edited(PlaylistLine line) {
        return isMarker(line) ? "" : line.text();
    }

    private boolean isMarker(PlaylistLine line) {
        if (line.is(HlsTag.DATERANGE)) {
            return rangeIds.contains(
                    line.attributes().find("ID").map(AttributeValue::text).orElse(""));
        }
        return line.kind() == PlaylistLine.Kind.UNKNOWN_TAG && TAGS.stream().anyMatch(tag -> tag.is(line));
    }
}

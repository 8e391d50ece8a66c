package dev.hemstitch.core.validation;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PartialSegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How far a Media Playlist is, as EXT-X-RENDITION-REPORT tells it (4.4.5.4).
 *
 * @param mediaSequence the Media Sequence Number of its last segment or Partial Segment, unsigned 64 bit
 * @param hasParts whether it has Partial Segments
 * @param lastPart the index of its last Partial Segment in that segment; empty if it has none there
 */
record RenditionEdge(long mediaSequence, boolean hasParts, OptionalInt lastPart) {
    /** The edge of a playlist; empty if it has neither segments nor parts. */
    static Optional<RenditionEdge> of(MediaPlaylist media) {
        List<MediaSegment> segments = media.segments();
        boolean trailing = !media.trailingParts().isEmpty();
        boolean hasParts = trailing || media.segmentsHave(HlsTag.PART);
        if (segments.isEmpty()) {
            return trailing
                    ? Optional.of(new RenditionEdge(media.mediaSequence(), true, last(media.trailingParts())))
                    : Optional.empty();
        }
        MediaSegment last = segments.get(segments.size() - 1);
        return Optional.of(
                trailing
                        ? new RenditionEdge(last.mediaSequence() + 1, true, last(media.trailingParts()))
                        : new RenditionEdge(last.mediaSequence(), hasParts, last(last.parts())));
    }

    private static OptionalInt last(List<PartialSegment> parts) {
        return parts.isEmpty() ? OptionalInt.empty() : OptionalInt.of(parts.size() - 1);
    }
}

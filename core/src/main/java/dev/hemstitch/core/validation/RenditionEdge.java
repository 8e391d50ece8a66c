package dev.hemstitch.core.validation;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.Optional;

/**
 * How far a Media Playlist is, as EXT-X-RENDITION-REPORT tells it (4.4.5.4).
 *
 * @param mediaSequence the Media Sequence Number of its last segment or Partial Segment, unsigned 64 bit
 * @param hasParts whether it has Partial Segments
 */
record RenditionEdge(long mediaSequence, boolean hasParts) {
    /** The edge of a playlist; empty if it has neither segments nor parts. */
    static Optional<RenditionEdge> of(MediaPlaylist media) {
        List<MediaSegment> segments = media.segments();
        boolean trailing = !media.trailingParts().isEmpty();
        boolean hasParts = trailing || media.segmentsHave(HlsTag.PART);
        if (segments.isEmpty()) {
            return trailing ? Optional.of(new RenditionEdge(media.mediaSequence(), true)) : Optional.empty();
        }
        long last = segments.get(segments.size() - 1).mediaSequence();
        return Optional.of(new RenditionEdge(trailing ? last + 1 : last, hasParts));
    }
}

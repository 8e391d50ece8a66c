package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.PlacedLine;
import dev.hemstitch.core.model.HlsTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An EXT-X-STREAM-INF with its URI line.
 *
 * @param tag the tag
 * @param uriLine the URI line
 */
record VariantLine(PlacedLine tag, PlacedLine uriLine) {
    /** The variants of a Multivariant Playlist that have their URI line, in order. */
    static List<VariantLine> all(CheckedPlaylist playlist) {
        List<VariantLine> variants = new ArrayList<>();
        Optional<PlacedLine> tag = Optional.empty();
        for (PlacedLine line : playlist.lines()) {
            if (line.is(HlsTag.STREAM_INF)) {
                tag = Optional.of(line);
            } else if (line.isUri()) {
                tag.ifPresent(variant -> variants.add(new VariantLine(variant, line)));
                tag = Optional.empty();
            }
        }
        return variants;
    }

    /** The tags of all variants, with a URI line or without, and of all I-frame variants. */
    static List<PlacedLine> allTags(CheckedPlaylist playlist) {
        return playlist.lines().stream()
                .filter(line -> line.is(HlsTag.STREAM_INF) || line.is(HlsTag.I_FRAME_STREAM_INF))
                .toList();
    }
}

package dev.hemstitch.ads.samples;

import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.ReferenceAttributes;
import dev.hemstitch.core.reference.ReferenceMultivariant;
import dev.hemstitch.core.reference.ReferenceReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A multivariant playlist and all playlists that it names, read by the reference reader. All URIs are absolute.
 *
 * @param renditions in the order of the multivariant playlist: variants, then renditions, then I-frame variants
 */
record ReferencePresentation(ReferenceMultivariant multivariant, List<Rendition> renditions) {
    enum Kind {
        MAIN,
        AUDIO,
        SUBTITLES,
        I_FRAMES;

        /** Whether its target duration may be another than that of the rest: RFC 8216bis, 6.2.4. */
        boolean hasOwnTargetDuration() {
            return this == SUBTITLES || this == I_FRAMES;
        }
    }

    /**
     * One playlist.
     *
     * @param attributes the tag of the multivariant playlist that names it
     * @param segments those of the playlist, with absolute URIs
     */
    record Rendition(
            Kind kind,
            ReferenceAttributes attributes,
            String uri,
            String text,
            EffectivePlaylist playlist,
            List<EffectiveSegment> segments) {}

    /** Reads from the given files, by URI. */
    static ReferencePresentation read(String uri, Function<String, byte[]> files) {
        ReferenceMultivariant multivariant =
                ReferenceMultivariant.read(files.apply(uri)).resolvedAgainst(uri);
        List<Rendition> renditions = new ArrayList<>();
        multivariant
                .variants()
                .forEach(variant -> renditions.add(
                        rendition(Kind.MAIN, variant.attributes(), variant.uri().orElseThrow(), files)));
        for (ReferenceAttributes tag : multivariant.renditions()) {
            Kind kind = Kind.valueOf(tag.text("TYPE").orElseThrow());
            renditions.add(rendition(kind, tag, tag.text("URI").orElseThrow(), files));
        }
        for (ReferenceAttributes tag : multivariant.iFrameVariants()) {
            renditions.add(rendition(Kind.I_FRAMES, tag, tag.text("URI").orElseThrow(), files));
        }
        return new ReferencePresentation(multivariant, List.copyOf(renditions));
    }

    private static Rendition rendition(
            Kind kind, ReferenceAttributes attributes, String uri, Function<String, byte[]> files) {
        String text = new String(files.apply(uri), StandardCharsets.UTF_8);
        EffectivePlaylist playlist = ReferenceReader.read(text);
        List<EffectiveSegment> segments = playlist.segments().stream()
                .map(segment -> segment.resolvedAgainst(uri))
                .toList();
        return new Rendition(kind, attributes, uri, text, playlist, segments);
    }
}

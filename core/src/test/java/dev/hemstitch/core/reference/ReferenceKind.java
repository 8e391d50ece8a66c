package dev.hemstitch.core.reference;

import java.util.List;
import java.util.Set;

/** What the tags of a text make it: section 4.1. */
public enum ReferenceKind {
    MULTIVARIANT,
    MEDIA,
    /** Tags of both kinds: no legal playlist. */
    BOTH,
    /** Tags of neither kind: to be taken for an empty multivariant playlist. */
    NEITHER;

    private static final Set<String> MULTIVARIANT_TAGS = Set.of(
            "EXT-X-MEDIA",
            "EXT-X-STREAM-INF",
            "EXT-X-I-FRAME-STREAM-INF",
            "EXT-X-SESSION-DATA",
            "EXT-X-SESSION-KEY",
            "EXT-X-CONTENT-STEERING");
    private static final Set<String> MEDIA_TAGS = Set.of(
            "EXT-X-TARGETDURATION",
            "EXT-X-MEDIA-SEQUENCE",
            "EXT-X-DISCONTINUITY-SEQUENCE",
            "EXT-X-ENDLIST",
            "EXT-X-PLAYLIST-TYPE",
            "EXT-X-I-FRAMES-ONLY",
            "EXT-X-PART-INF",
            "EXT-X-SERVER-CONTROL",
            "EXTINF",
            "EXT-X-BYTERANGE",
            "EXT-X-DISCONTINUITY",
            "EXT-X-KEY",
            "EXT-X-MAP",
            "EXT-X-PROGRAM-DATE-TIME",
            "EXT-X-GAP",
            "EXT-X-BITRATE",
            "EXT-X-PART");

    /** Segment tags make a media playlist too, though the specification names only the tags of the whole playlist. */
    public static ReferenceKind of(String text) {
        List<String> names = ReferenceLines.of(text).stream()
                .filter(ReferenceLines::isTag)
                .map(ReferenceLines::tagName)
                .toList();
        boolean multivariant = names.stream().anyMatch(MULTIVARIANT_TAGS::contains);
        boolean media = names.stream().anyMatch(MEDIA_TAGS::contains);
        if (multivariant && media) {
            return BOTH;
        }
        if (multivariant) {
            return MULTIVARIANT;
        }
        return media ? MEDIA : NEITHER;
    }
}

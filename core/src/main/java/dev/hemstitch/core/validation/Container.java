package dev.hemstitch.core.validation;

import java.util.Locale;
import java.util.Set;

/** What a segment seems to be by the ending of its name, which is all that a playlist tells of it. */
enum Container {
    /** Fragmented MP4. */
    FRAGMENTED_MP4,
    /** Another format of the specification: MPEG-2 transport stream, packed audio, WebVTT. */
    OTHER,
    /** The ending tells nothing. */
    UNKNOWN;

    private static final Set<String> MP4_ENDINGS = Set.of("m4s", "mp4", "cmfv", "cmfa", "cmft", "m4v", "m4a", "m4f");

    private static final Set<String> OTHER_ENDINGS = Set.of("ts", "aac", "mp3", "ac3", "ec3", "vtt", "webvtt");

    /** The container that a URI seems to lead to. */
    static Container of(String uri) {
        int end = uri.length();
        for (int i = 0; i < end; i++) {
            if (uri.charAt(i) == '?' || uri.charAt(i) == '#') {
                end = i;
            }
        }
        String path = uri.substring(0, end);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.length() == name.length()) {
            return UNKNOWN;
        }
        return MP4_ENDINGS.contains(ending) ? FRAGMENTED_MP4 : OTHER_ENDINGS.contains(ending) ? OTHER : UNKNOWN;
    }
}

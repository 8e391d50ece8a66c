package dev.hemstitch.ads.samples;

import java.util.ArrayList;
import java.util.List;

/** Cuts a stitched media playlist at its discontinuities into playlists that can be played alone. */
final class Stretches {
    private static final List<String> HEADER = List.of(
            "#EXTM3U",
            "#EXT-X-VERSION",
            "#EXT-X-TARGETDURATION",
            "#EXT-X-PLAYLIST-TYPE",
            "#EXT-X-I-FRAMES-ONLY",
            "#EXT-X-INDEPENDENT-SEGMENTS");
    private static final List<String> LEFT_OUT = List.of("#EXT-X-MEDIA-SEQUENCE", "#EXT-X-ENDLIST");

    private Stretches() {}

    /** The texts of the playlists; keys and maps must be said again behind each discontinuity. */
    static List<String> of(String text) {
        StringBuilder header = new StringBuilder();
        List<StringBuilder> bodies = new ArrayList<>(List.of(new StringBuilder()));
        for (String line : text.lines().toList()) {
            String name = line.startsWith("#") && line.contains(":") ? line.substring(0, line.indexOf(':')) : line;
            if (HEADER.contains(name)) {
                header.append(line).append('\n');
            } else if (name.equals("#EXT-X-DISCONTINUITY")) {
                bodies.add(new StringBuilder());
            } else if (!LEFT_OUT.contains(name)) {
                bodies.get(bodies.size() - 1).append(line).append('\n');
            }
        }
        return bodies.stream()
                .map(body -> header + body.toString() + "#EXT-X-ENDLIST\n")
                .toList();
    }
}

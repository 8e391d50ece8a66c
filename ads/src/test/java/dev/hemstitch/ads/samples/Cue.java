package dev.hemstitch.ads.samples;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** A subtitle with its times as WebVTT has them. */
record Cue(String start, String end, String text) {
    private static final Pattern CUE =
            Pattern.compile("(?m)^(?:00:)?(\\d\\d:\\d\\d\\.\\d{3}) --> (?:00:)?(\\d\\d:\\d\\d\\.\\d{3}).*\\n(.*)$");

    /** Each once, as one that crosses a segment boundary stands on both sides of it. */
    static List<Cue> all(Collection<byte[]> files) {
        return files.stream()
                .flatMap(file ->
                        CUE.matcher(new String(file, StandardCharsets.UTF_8)).results())
                .map(match -> new Cue(match.group(1), match.group(2), match.group(3)))
                .distinct()
                .toList();
    }
}

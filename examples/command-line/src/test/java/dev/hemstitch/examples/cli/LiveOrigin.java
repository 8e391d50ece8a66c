package dev.hemstitch.examples.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A rendition of a live channel: segments of one duration, numbered from the channel's start, with lines in front of some. */
final class LiveOrigin {
    private static final DateTimeFormatter DATES = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Instant START = Instant.parse("2026-02-19T14:54:00Z");

    private final String name;
    private final int seconds;
    private final SortedMap<Integer, String> lines = new TreeMap<>();
    private String head = LiveViewer.HEAD;
    private boolean isDated = true;

    LiveOrigin(String name, int seconds) {
        this.name = name;
        this.seconds = seconds;
    }

    LiveOrigin undated() {
        isDated = false;
        return this;
    }

    LiveOrigin head(String lines) {
        head = lines;
        return this;
    }

    /** A line in front of a segment. */
    LiveOrigin line(int segment, String line) {
        lines.merge(segment, line + "\n", String::concat);
        return this;
    }

    /** A break that replaces segments up to another one. */
    LiveOrigin cue(int from, int to) {
        return line(from, "#EXT-X-CUE-OUT:" + (to - from) * seconds).line(to, "#EXT-X-CUE-IN");
    }

    /** What is listed when segments up to another one are there. */
    String snapshot(int from, int to) {
        return snapshot(from, to, from);
    }

    String snapshot(int from, int to, int mediaSequence) {
        StringBuilder text = new StringBuilder(head + "#EXT-X-MEDIA-SEQUENCE:" + mediaSequence + "\n");
        for (int i = from; i < to; i++) {
            text.append(lines.getOrDefault(i, ""));
            if (isDated) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:" + DATES.format(START.plusSeconds((long) i * seconds)) + "\n");
            }
            text.append("#EXTINF:" + seconds + ",\n" + name + i + ".ts\n");
        }
        return text.toString();
    }
}

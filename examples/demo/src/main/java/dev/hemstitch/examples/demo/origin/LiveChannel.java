package dev.hemstitch.examples.demo.origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A live channel: the fragmented MP4 sample, over and over, in real time, with a break every minute or so. What it shows is a
 * function of the clock alone, so an origin that starts again goes on where it was. Immutable and thread-safe.
 */
public final class LiveChannel {
    /** When segment 0 started. */
    public static final Instant ON_AIR = Instant.parse("2026-01-01T00:00:00Z");

    /** How long a segment of the picture lasts. */
    public static final Duration SEGMENT = Duration.ofSeconds(4);

    private static final int WINDOW_SEGMENTS = 10;
    private static final long SEGMENT_MICROSECONDS = SEGMENT.toNanos() / 1000;
    private static final List<String> RENDITIONS = List.of("v180", "v90", "audio-en", "audio-de", "subtitles-en");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, LoopedRendition> renditions;
    private final LiveBreaks breaks;
    private final String multivariant;
    private final int loopSegments;

    private LiveChannel(
            Map<String, LoopedRendition> renditions, LiveBreaks breaks, String multivariant, int loopSegments) {
        this.renditions = renditions;
        this.breaks = breaks;
        this.multivariant = multivariant;
        this.loopSegments = loopSegments;
    }

    /**
     * Reads the sample.
     *
     * @param sample the folder of a presentation with one folder per rendition
     * @param periodSegments from one break to the next, at least 9
     * @return the channel
     * @throws IOException if the sample cannot be read
     * @throws IllegalArgumentException if the period is shorter
     */
    public static LiveChannel load(Path sample, int periodSegments) throws IOException {
        // Five segments hold two ads of 10 s to the second; seven hold 15 s and 10 s, and 3 s of slate.
        LiveBreaks breaks = new LiveBreaks(periodSegments, 5, 7);
        int loopSegments =
                LoopedRendition.segments(sample.resolve(RENDITIONS.get(0))).size();
        Map<String, LoopedRendition> renditions = new LinkedHashMap<>();
        for (String name : RENDITIONS) {
            renditions.put(name, LoopedRendition.load(sample.resolve(name), loopSegments * SEGMENT_MICROSECONDS));
        }
        StringBuilder multivariant = new StringBuilder();
        Files.readString(sample.resolve("multivariant.m3u8"))
                .lines()
                .filter(line -> !line.startsWith("#EXT-X-I-FRAME-STREAM-INF"))
                .forEach(line -> multivariant
                        .append(line.replace("/media.m3u8", ".m3u8"))
                        .append('\n'));
        return new LiveChannel(renditions, breaks, multivariant.toString(), loopSegments);
    }

    /**
     * The Multivariant Playlist.
     *
     * @return its text
     */
    public String multivariant() {
        return multivariant;
    }

    /**
     * A Media Playlist: the ten segments that were complete last.
     *
     * @param rendition its name in the Multivariant Playlist, without the extension
     * @param now the time
     * @return its text; empty if there is no such rendition
     */
    public Optional<String> playlist(String rendition, Instant now) {
        return Optional.ofNullable(renditions.get(rendition)).map(looped -> render(rendition, looped, now));
    }

    /**
     * Which break is on, or comes next.
     *
     * @param now the time
     * @return its number since the channel went on air
     */
    public long breakNumber(Instant now) {
        return breaks.number(Duration.between(ON_AIR, now).dividedBy(SEGMENT));
    }

    private String render(String name, LoopedRendition looped, Instant now) {
        long end = Duration.between(ON_AIR, now).dividedBy(SEGMENT);
        long first = end - WINDOW_SEGMENTS;
        StringBuilder text = new StringBuilder(4096)
                .append("#EXTM3U\n#EXT-X-VERSION:")
                .append(looped.map().isPresent() ? 6 : 3)
                .append("\n#EXT-X-TARGETDURATION:")
                .append(SEGMENT.toSeconds())
                .append("\n#EXT-X-MEDIA-SEQUENCE:")
                .append(first)
                .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
                // Of all loop starts, those in front of the window; that of the first segment stands in the playlist.
                .append(Math.floorDiv(first - 1, loopSegments))
                .append('\n');
        looped.map().ifPresent(map -> text.append("#EXT-X-MAP:URI=\"" + name + '/' + map + "\"\n"));
        for (long segment = first; segment < end; segment++) {
            append(text, name, looped, segment);
        }
        return text.toString();
    }

    private void append(StringBuilder text, String name, LoopedRendition looped, long segment) {
        int index = (int) Math.floorMod(segment, (long) loopSegments);
        if (index == 0) {
            text.append("#EXT-X-DISCONTINUITY\n");
        }
        Optional<LiveBreaks.Place> place = breaks.at(segment);
        place.ifPresent(here -> text.append(
                here.elapsed() == 0
                        ? "#EXT-X-CUE-OUT:" + seconds(here.length()) + "\n"
                        : "#EXT-X-CUE-OUT-CONT:" + seconds(here.elapsed()) + '/' + seconds(here.length()) + '\n'));
        if (place.isEmpty() && breaks.at(segment - 1).isPresent()) {
            text.append("#EXT-X-CUE-IN\n");
        }
        Instant loopStart = ON_AIR.plus(SEGMENT.multipliedBy(segment - index));
        long microseconds = looped.microseconds().get(index);
        String uri = looped.segmentNames().get(index);
        text.append("#EXT-X-PROGRAM-DATE-TIME:")
                .append(DATE.format(
                        loopStart.plusNanos(1000 * looped.startMicroseconds().get(index))))
                .append("\n#EXTINF:%d.%06d,\n".formatted(microseconds / 1_000_000, microseconds % 1_000_000))
                .append("%s/%d%s\n".formatted(name, segment, uri.substring(uri.lastIndexOf('.'))));
    }

    private static String seconds(int segments) {
        return SEGMENT.toSeconds() * segments + ".000";
    }

    /**
     * The file of a segment or an initialization section.
     *
     * @param rendition the name of the rendition
     * @param name the last part of the segment's URI
     * @return the file; empty if there is none of that name
     */
    public Optional<Path> file(String rendition, String name) {
        LoopedRendition looped = renditions.get(rendition);
        if (looped == null) {
            return Optional.empty();
        }
        if (looped.map().filter(name::equals).isPresent()) {
            return looped.map().map(looped.folder()::resolve);
        }
        int dot = name.indexOf('.');
        try {
            long segment = Long.parseLong(name.substring(0, Math.max(dot, 0)));
            return Optional.of(looped.folder()
                    .resolve(looped.segmentNames().get((int) Math.floorMod(segment, (long) loopSegments))));
        } catch (NumberFormatException notOfASegment) {
            return Optional.empty();
        }
    }
}

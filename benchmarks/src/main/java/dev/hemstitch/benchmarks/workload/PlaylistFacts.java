package dev.hemstitch.benchmarks.workload;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a Media Playlist is meant to be. Segments are made when asked for, so that a million of them cost their text
 * alone.
 *
 * @param header the lines before the first segment, without {@code #EXTM3U} and the media sequence number
 * @param mediaSequence the number of the first segment
 * @param count the number of segments
 * @param segment the segment with an index from 0
 * @param isComplete whether nothing will follow
 */
public record PlaylistFacts(
        List<String> header, long mediaSequence, int count, IntFunction<SegmentFacts> segment, boolean isComplete) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** {@return all segments} */
    public List<SegmentFacts> segments() {
        return IntStream.range(0, count).mapToObj(segment).toList();
    }

    /** {@return the playlist as a service writes it} */
    public byte[] text() {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        header.forEach(line -> text.append(line).append('\n'));
        text.append("#EXT-X-MEDIA-SEQUENCE:").append(mediaSequence).append('\n');
        String key = "";
        String map = "";
        for (int i = 0; i < count; i++) {
            SegmentFacts facts = segment.apply(i);
            if (!facts.key().equals(key)) {
                key = facts.key();
                tag(text, "#EXT-X-KEY:", key);
            }
            if (!facts.map().equals(map)) {
                map = facts.map();
                tag(text, "#EXT-X-MAP:", map);
            }
            write(text, facts);
        }
        return text.append(isComplete ? "#EXT-X-ENDLIST\n" : "").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(StringBuilder text, SegmentFacts facts) {
        if (facts.isDateWritten()) {
            facts.date().ifPresent(date -> tag(text, "#EXT-X-PROGRAM-DATE-TIME:", DATE.format(date)));
        }
        if (!facts.dateRange().isEmpty()) {
            tag(text, "#EXT-X-DATERANGE:", facts.dateRange());
        }
        if (!facts.byteRange().isEmpty()) {
            tag(text, "#EXT-X-BYTERANGE:", facts.byteRange());
        }
        text.append("#EXTINF:")
                .append(facts.duration())
                .append(',')
                .append(facts.title())
                .append('\n');
        text.append(facts.uri()).append('\n');
    }

    private static void tag(StringBuilder text, String name, String value) {
        text.append(name).append(value).append('\n');
    }
}

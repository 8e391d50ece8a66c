package dev.hemstitch.benchmarks.contender;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Media Playlist says, told by its lines alone and by none of the contenders.
 *
 * @param header the tags before the first segment that are of the playlist, sorted
 * @param segments the segments
 * @param dateRanges the date ranges: identifier, start, duration
 * @param others comments and tags of vendors
 * @param isComplete whether nothing will follow
 */
record ReadBack(
        List<String> header,
        List<EffectiveSegment> segments,
        List<String> dateRanges,
        List<String> others,
        boolean isComplete) {
    static ReadBack of(byte[] text) {
        Reading reading = new Reading();
        new String(text, StandardCharsets.UTF_8).lines().forEach(reading::line);
        return new ReadBack(
                reading.header.stream().sorted().toList(),
                reckoned(reading.segments),
                reading.dateRanges,
                reading.others,
                reading.isComplete);
    }

    static String dateRange(String attributes, Instant start) {
        return Attributes.find(attributes, "ID").orElseThrow() + " " + start + " "
                + new BigDecimal(Attributes.find(attributes, "DURATION").orElse("0")).stripTrailingZeros();
    }

    /** Dates run on from the one before; those before the first one are reckoned back from it. */
    private static List<EffectiveSegment> reckoned(List<EffectiveSegment> segments) {
        List<EffectiveSegment> dated = new ArrayList<>(segments);
        for (int i = 1; i < dated.size(); i++) {
            EffectiveSegment before = dated.get(i - 1);
            if (before.date().isPresent() && dated.get(i).date().isEmpty()) {
                dated.set(i, dated.get(i).withDate(before.date().get().plusMillis(before.millis())));
            }
        }
        for (int i = dated.size() - 2; i >= 0; i--) {
            Optional<Instant> after = dated.get(i + 1).date();
            if (after.isPresent() && dated.get(i).date().isEmpty()) {
                dated.set(
                        i,
                        dated.get(i)
                                .withDate(after.get().minusMillis(dated.get(i).millis())));
            }
        }
        return List.copyOf(dated);
    }

    private static final class Reading {
        private final List<String> header = new ArrayList<>();
        private final List<EffectiveSegment> segments = new ArrayList<>();
        private final List<String> dateRanges = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private final Map<String, String> keys = new TreeMap<>();
        private boolean isComplete;
        private long mediaSequence;
        private String map = "";
        private String inf = "";
        private String byteRange = "";
        private boolean isDiscontinuity;
        private Optional<Instant> date = Optional.empty();

        private void line(String line) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            if (!line.startsWith("#")) {
                segment(line);
                return;
            }
            switch (name) {
                case "#EXTINF" -> inf = value;
                case "#EXT-X-BYTERANGE" -> byteRange = value;
                case "#EXT-X-MAP" -> map = value;
                case "#EXT-X-DISCONTINUITY" -> isDiscontinuity = true;
                case "#EXT-X-ENDLIST" -> isComplete = true;
                case "#EXT-X-PROGRAM-DATE-TIME" -> date = Optional.of(Instant.parse(value));
                case "#EXT-X-DATERANGE" ->
                    dateRanges.add(dateRange(
                            value,
                            Instant.parse(Attributes.find(value, "START-DATE").orElseThrow())));
                case "#EXT-X-KEY" -> key(value);
                default -> header(line, name, value);
            }
        }

        private void header(String line, String name, String value) {
            if (name.equals("#EXT-X-MEDIA-SEQUENCE")) {
                mediaSequence = Long.parseLong(value);
            }
            (name.startsWith("#EXT") && !name.contains("VENDOR") ? header : others).add(line);
        }

        private void key(String value) {
            if (Attributes.find(value, "METHOD").orElseThrow().equals("NONE")) {
                keys.clear();
            } else {
                keys.put(Attributes.format(value), value);
            }
        }

        private void segment(String uri) {
            int comma = inf.indexOf(',') < 0 ? inf.length() : inf.indexOf(',');
            String digits = inf.substring(0, comma);
            StringBuilder inForce = new StringBuilder();
            keys.values().forEach(key -> inForce.append(Attributes.key(key, mediaSequence + segments.size())));
            segments.add(new EffectiveSegment(
                    uri,
                    new BigDecimal(digits).stripTrailingZeros(),
                    digits,
                    comma == inf.length() ? "" : inf.substring(comma + 1),
                    isDiscontinuity,
                    inForce.toString(),
                    map,
                    byteRange,
                    date));
            byteRange = "";
            isDiscontinuity = false;
            date = Optional.empty();
        }
    }
}

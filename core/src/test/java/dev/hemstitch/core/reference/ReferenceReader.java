package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A slow and plain reader of media playlists, written from the specification alone, to judge the library's parser.
 *
 * <p>It never fails: what it cannot read it takes for absent. Tags of the whole playlist count wherever they stand, and
 * the first of two counts; of two segment tags before one URI the last counts.
 */
public final class ReferenceReader {
    private final EffectiveHeader header;
    private final ReferenceVariables variables;
    private final Map<String, EffectiveKey> keys = new TreeMap<>();
    private final List<EffectiveSegment> segments = new ArrayList<>();
    private Optional<EffectiveMap> map = Optional.empty();
    private Optional<BigInteger> bitrate = Optional.empty();
    private BigInteger discontinuitySequence;
    private BigInteger mediaSequence;
    private boolean skipped;
    private Block block = new Block();

    /** What the lines since the last segment say of the next one alone. */
    private static final class Block {
        private final List<String> lines = new ArrayList<>();
        private final List<ReferenceAttributes> dateRanges = new ArrayList<>();
        private final List<ReferenceAttributes> parts = new ArrayList<>();
        private final List<String> otherTags = new ArrayList<>();
        private Optional<String> extinf = Optional.empty();
        private Optional<EffectiveByteRange> byteRange = Optional.empty();
        private Optional<String> programDateTime = Optional.empty();
        private boolean discontinuity;
        private boolean gap;
    }

    private ReferenceReader(EffectiveHeader header, Map<String, String> outside) {
        this.header = header;
        this.variables = new ReferenceVariables(outside);
        this.discontinuitySequence = header.discontinuitySequence();
        this.mediaSequence = header.mediaSequence();
    }

    public static EffectivePlaylist read(byte[] bytes) {
        return read(ReferenceLines.decode(bytes));
    }

    public static EffectivePlaylist read(String text) {
        return read(text, Map.of());
    }

    /** Variables that are imported or taken from the playlist's query have the values given. */
    public static EffectivePlaylist read(String text, Map<String, String> outside) {
        List<String> lines = ReferenceLines.of(text);
        ReferenceReader reader = new ReferenceReader(EffectiveHeader.of(lines), outside);
        lines.stream().filter(line -> !ReferenceLines.isBlank(line)).forEach(reader::line);
        return reader.playlist();
    }

    private void line(String line) {
        block.lines.add(line);
        if (ReferenceLines.isTag(line)) {
            tag(line, ReferenceLines.tagName(line), ReferenceLines.tagValue(line));
        } else if (ReferenceLines.isUri(line)) {
            segments.add(segment(line));
            mediaSequence = mediaSequence.add(BigInteger.ONE);
            block = new Block();
        }
    }

    private void tag(String line, String name, String value) {
        switch (name) {
            case "EXTINF" -> block.extinf = Optional.of(value);
            case "EXT-X-BYTERANGE" -> block.byteRange = EffectiveByteRange.of(value);
            case "EXT-X-DISCONTINUITY" -> discontinuity();
            case "EXT-X-GAP" -> block.gap = true;
            case "EXT-X-PROGRAM-DATE-TIME" -> block.programDateTime = Optional.of(ReferenceLines.strip(value));
            case "EXT-X-BITRATE" ->
                bitrate = ReferenceNumbers.decimalInteger(value).or(() -> bitrate);
            case "EXT-X-KEY" -> key(ReferenceAttributes.of(value));
            case "EXT-X-MAP" -> map(ReferenceAttributes.of(value));
            case "EXT-X-PART" -> block.parts.add(ReferenceAttributes.of(value));
            case "EXT-X-DATERANGE" -> block.dateRanges.add(ReferenceAttributes.of(value));
            case "EXT-X-SKIP" -> skip(ReferenceAttributes.of(value));
            case "EXT-X-DEFINE" -> variables.define(ReferenceAttributes.of(value));
            case "EXTM3U",
                    "EXT-X-VERSION",
                    "EXT-X-TARGETDURATION",
                    "EXT-X-MEDIA-SEQUENCE",
                    "EXT-X-DISCONTINUITY-SEQUENCE",
                    "EXT-X-ENDLIST",
                    "EXT-X-PLAYLIST-TYPE",
                    "EXT-X-I-FRAMES-ONLY",
                    "EXT-X-INDEPENDENT-SEGMENTS",
                    "EXT-X-START",
                    "EXT-X-PART-INF",
                    "EXT-X-SERVER-CONTROL",
                    "EXT-X-PRELOAD-HINT",
                    "EXT-X-RENDITION-REPORT" -> {
                // The header has them.
            }
            default -> block.otherTags.add(line);
        }
    }

    /** Each tag raises the number, two before one segment raise it by two. */
    private void discontinuity() {
        block.discontinuity = true;
        discontinuitySequence = discontinuitySequence.add(BigInteger.ONE);
    }

    /** A key takes the place of the one with its KEYFORMAT, NONE of all; a tag without METHOD says nothing. */
    private void key(ReferenceAttributes tag) {
        Optional<String> method = tag.text("METHOD");
        if (method.equals(Optional.of("NONE"))) {
            keys.clear();
        } else if (method.isPresent()) {
            EffectiveKey key = EffectiveKey.of(method.get(), tag, variables);
            keys.put(key.keyFormat(), key);
        }
    }

    /** A map without a URI says nothing. */
    private void map(ReferenceAttributes tag) {
        Optional<EffectiveByteRange> range = tag.text("BYTERANGE")
                .map(variables::replace)
                .flatMap(EffectiveByteRange::of)
                .map(written -> written.orAt(Optional.of(BigInteger.ZERO)));
        List<EffectiveKey> inForce =
                keys.values().stream().map(EffectiveKey::forMap).toList();
        map = tag.text("URI").map(uri -> new EffectiveMap(uri, range, inForce)).or(() -> map);
    }

    /** The segments left out have their numbers; only the first such tag counts. */
    private void skip(ReferenceAttributes tag) {
        Optional<BigInteger> count = tag.text("SKIPPED-SEGMENTS").flatMap(ReferenceNumbers::decimalInteger);
        if (!skipped) {
            mediaSequence = mediaSequence.add(count.orElse(BigInteger.ZERO));
        }
        skipped = true;
    }

    private EffectiveSegment segment(String uri) {
        Optional<String> extinf = block.extinf.map(ReferenceReader::stripLeading);
        Optional<String> durationText = extinf.map(ReferenceReader::durationText);
        Optional<EffectiveByteRange> byteRange = block.byteRange.map(range -> range.orAt(endOfPrevious(uri)));
        return new EffectiveSegment(
                segments.size(),
                mediaSequence,
                discontinuitySequence,
                block.discontinuity,
                uri,
                durationText,
                durationText.flatMap(ReferenceNumbers::decimal).orElse(BigDecimal.ZERO),
                extinf.map(ReferenceReader::title).filter(title -> !ReferenceLines.isBlank(title)),
                byteRange,
                keys.values().stream().map(key -> key.forSegment(mediaSequence)).toList(),
                map,
                byteRange.isPresent() ? Optional.empty() : bitrate,
                block.gap,
                block.programDateTime,
                Optional.empty(),
                block.dateRanges,
                block.otherTags,
                block.lines.stream().filter(ReferenceLines::isComment).toList(),
                block.parts,
                variables.values());
    }

    /** Where an offset left out points to: only right after a range of the same resource does it point anywhere. */
    private Optional<BigInteger> endOfPrevious(String uri) {
        if (segments.isEmpty()) {
            return Optional.empty();
        }
        EffectiveSegment previous = segments.get(segments.size() - 1);
        boolean same = variables.replace(uri).equals(ReferenceVariables.replace(previous.uri(), previous.variables()));
        return previous.byteRange().filter(range -> same).flatMap(EffectiveByteRange::end);
    }

    private static String stripLeading(String extinf) {
        int start = 0;
        while (start < extinf.length() && ReferenceLines.isSpace(extinf.charAt(start))) {
            start++;
        }
        return extinf.substring(start);
    }

    /** Up to a comma or, because IPTV lists write attributes behind it, a space. */
    private static String durationText(String extinf) {
        int end = 0;
        while (end < extinf.length() && extinf.charAt(end) != ',' && !ReferenceLines.isSpace(extinf.charAt(end))) {
            end++;
        }
        return extinf.substring(0, end);
    }

    /** Behind the first comma with as many quotes before it as close each other, else behind the first one. */
    private static String title(String extinf) {
        int comma = extinf.indexOf(',');
        for (int i = comma; i >= 0; i = extinf.indexOf(',', i + 1)) {
            if (extinf.substring(0, i).chars().filter(c -> c == '"').count() % 2 == 0) {
                return extinf.substring(i + 1);
            }
        }
        return comma < 0 ? "" : extinf.substring(comma + 1);
    }

    private EffectivePlaylist playlist() {
        ReferenceTimeline timeline = new ReferenceTimeline();
        segments.forEach(
                segment -> timeline.add(segment.programDateTime().flatMap(ReferenceDates::read), segment.duration()));
        List<Optional<Instant>> dates = timeline.dates();
        List<EffectiveSegment> dated = segments.stream()
                .map(segment -> segment.withDerivedProgramDateTime(dates.get(segment.index())))
                .toList();
        return new EffectivePlaylist(header, dated, block.lines, block.dateRanges, block.parts);
    }
}

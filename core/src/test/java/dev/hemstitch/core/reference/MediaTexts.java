package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A legal media playlist: its header and its end, with the segments of {@link SegmentTexts} in between. */
final class MediaTexts {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

    private final Dice dice;
    private final MediaShape shape;
    private final UriTexts uris;
    private final SegmentTexts segments;
    private final PartTexts parts;
    private final BigInteger mediaSequence;

    private MediaTexts(Dice dice) {
        this.dice = dice;
        this.shape = MediaShape.of(dice);
        this.uris = new UriTexts(dice);
        String extension = shape.fragmented() ? dice.pick(".m4s", ".mp4", ".cmfv") : dice.pick(".ts", ".ts", ".aac");
        this.parts = new PartTexts(dice, uris, extension);
        this.segments = new SegmentTexts(dice, shape, uris, parts, extension);
        this.mediaSequence = firstNumber();
    }

    static List<String> lines(Dice dice) {
        return new MediaTexts(dice).lines();
    }

    private List<String> lines() {
        int count = count();
        if (shape.variables() && count > 0) {
            uris.define(true);
        }
        List<String> body = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            body.addAll(segments.next(i == count - 1, shape.lowLatency() && i >= count - 2));
        }
        List<String> tail = tail(count);
        List<String> lines = new ArrayList<>(List.of("#EXTM3U"));
        boolean early = shape.ended() && dice.chance(5);
        lines.addAll(header(count, early));
        if (shape.delta()) {
            lines.add(skip());
        }
        lines.addAll(body);
        if (shape.ended() && !early) {
            tail.add(dice.chance(80) ? tail.size() : 0, "#EXT-X-ENDLIST");
        }
        lines.addAll(tail);
        int version = VersionNeed.of(lines);
        if (version > 1 || dice.chance(50)) {
            lines.add(1, "#EXT-X-VERSION:" + version);
        }
        return lines;
    }

    private int count() {
        if (shape.lowLatency() || shape.delta()) {
            // A delta update keeps more than six target durations.
            return dice.between(10, 16);
        }
        return dice.chance(3) ? dice.pick(List.of(0, 300)) : dice.between(1, 12);
    }

    private BigInteger firstNumber() {
        if (shape.type().isPresent() || dice.chance(20)) {
            return BigInteger.ZERO;
        }
        return dice.chance(10)
                ? LARGEST.subtract(BigInteger.valueOf(dice.between(2_000, 9_000)))
                : BigInteger.valueOf(dice.between(1L, 1L << dice.between(1, 62)));
    }

    private List<String> header(int count, boolean early) {
        List<String> tags = new ArrayList<>();
        boolean huge = shape.plain() && dice.chance(3);
        tags.add("#EXT-X-TARGETDURATION:" + (huge ? LARGEST : Integer.toString(shape.targetDuration())));
        if (mediaSequence.signum() > 0 || dice.chance(50)) {
            tags.add("#EXT-X-MEDIA-SEQUENCE:" + mediaSequence);
        }
        if (dice.chance(30)) {
            tags.add("#EXT-X-DISCONTINUITY-SEQUENCE:" + dice.between(0L, 1L << dice.between(1, 62)));
        }
        shape.type().ifPresent(type -> tags.add("#EXT-X-PLAYLIST-TYPE:" + type));
        if (shape.iFrames()) {
            tags.add("#EXT-X-I-FRAMES-ONLY");
        }
        if (dice.chance(40)) {
            tags.add("#EXT-X-INDEPENDENT-SEGMENTS");
        }
        if (shape.lowLatency()) {
            tags.add("#EXT-X-PART-INF:PART-TARGET=" + parts.target());
        }
        if (shape.lowLatency() || shape.delta() || (!huge && dice.chance(15))) {
            tags.add(dice.tag("EXT-X-SERVER-CONTROL", serverControl()));
        }
        if (!huge && count > 0 && dice.chance(25)) {
            tags.addAll(start());
        }
        if (early) {
            tags.add("#EXT-X-ENDLIST");
        }
        if (dice.chance(15)) {
            tags.add(Words.comment(dice));
        }
        tags.addAll(uris.definitions());
        return dice.chance(50) ? dice.shuffled(tags) : tags;
    }

    private List<String> serverControl() {
        List<String> attributes = new ArrayList<>();
        if (shape.lowLatency()) {
            attributes.add("CAN-BLOCK-RELOAD=YES");
            attributes.add("PART-HOLD-BACK=" + parts.holdBack());
        }
        if (shape.delta() || dice.chance(40)) {
            attributes.add("CAN-SKIP-UNTIL=" + 6 * shape.targetDuration() + ".0");
            attributes.add("CAN-SKIP-DATERANGES=YES");
        }
        if (attributes.isEmpty() || dice.chance(30)) {
            attributes.add("HOLD-BACK=" + 3 * shape.targetDuration() + dice.pick("", ".0", ".125"));
        }
        return attributes;
    }

    /** An offset within the playlist and, while that may still grow, not near its end. */
    private List<String> start() {
        BigDecimal margin = BigDecimal.valueOf(shape.ended() ? 0 : 3L * shape.targetDuration());
        BigDecimal latest = segments.duration().subtract(margin);
        if (latest.signum() < 0) {
            return List.of();
        }
        BigDecimal offset = latest.multiply(BigDecimal.valueOf(dice.between(0, 100), 2));
        boolean fromEnd = offset.compareTo(margin) >= 0 && dice.chance(50);
        List<String> attributes = new ArrayList<>();
        attributes.add("TIME-OFFSET=" + (fromEnd ? "-" : "") + offset.toPlainString());
        if (dice.chance(50)) {
            attributes.add("PRECISE=" + dice.pick("YES", "NO"));
        }
        return List.of(dice.tag("EXT-X-START", attributes));
    }

    private String skip() {
        String removed =
                dice.pick("", ",RECENTLY-REMOVED-DATERANGES=\"\"", ",RECENTLY-REMOVED-DATERANGES=\"a\tb c\td\"");
        return String.format(Locale.ROOT, "#EXT-X-SKIP:SKIPPED-SEGMENTS=%d%s", dice.between(1, 1_000), removed);
    }

    private List<String> tail(int count) {
        List<String> tail = new ArrayList<>();
        if (count > 0) {
            tail.addAll(segments.dateRanges());
        }
        if (dice.chance(8)) {
            tail.add(dice.chance(50) ? Words.comment(dice) : "");
        }
        if (shape.lowLatency()) {
            tail.addAll(parts.openParts(count, (shape.targetDuration() - 1) * 1_000_000_000L));
            tail.addAll(parts.hints(count, shape.fragmented()));
            tail.addAll(parts.reports(mediaSequence.toString()));
        }
        return tail;
    }
}

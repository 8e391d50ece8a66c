package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lines of one media segment after another. */
final class SegmentTexts {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int NANO_DIGITS = 9;

    private final Dice dice;
    private final MediaShape shape;
    private final UriTexts uris;
    private final PartTexts parts;
    private final KeyTexts keys;
    private final DateRangeTexts dateRanges;
    private final String extension;
    private final int firstDated;
    private Instant clock;
    private BigDecimal duration = BigDecimal.ZERO;
    private int index;
    private boolean dated;
    private boolean ranged;
    private int file;
    private BigInteger cursor = BigInteger.ZERO;

    SegmentTexts(Dice dice, MediaShape shape, UriTexts uris, PartTexts parts, String extension) {
        this.dice = dice;
        this.shape = shape;
        this.uris = uris;
        this.parts = parts;
        this.keys = new KeyTexts(dice, shape, uris);
        this.dateRanges = new DateRangeTexts(dice, uris);
        this.extension = extension;
        this.firstDated = dice.chance(70) ? 0 : dice.between(1, 3);
        this.clock = Instant.ofEpochSecond(dice.between(0L, 2_000_000_000L), dice.between(0, 999_999_999));
    }

    /** The exact sum so far. */
    BigDecimal duration() {
        return duration;
    }

    /** Date ranges for the time reached; none without a program date time. */
    List<String> dateRanges() {
        return dated ? dateRanges.at(clock) : List.of();
    }

    List<String> next(boolean last, boolean withParts) {
        long nanos = nanos();
        boolean gap = dice.chance(4);
        List<List<String>> groups = groups(last, gap);
        List<String> media = media();
        String extinf = "#EXTINF:" + seconds(nanos) + "," + Words.title(dice);
        List<String> lines = new ArrayList<>();
        if (withParts) {
            // What concerns the parent stands before its first part.
            groups.forEach(lines::addAll);
            lines.addAll(parts.partsOf(index, nanos, gap));
            lines.add(extinf);
        } else {
            groups.add(List.of(extinf));
            media.subList(0, media.size() - 1).forEach(tag -> groups.add(List.of(tag)));
            (dice.chance(40) ? dice.shuffled(groups) : groups).forEach(lines::addAll);
        }
        lines.add(media.get(media.size() - 1));
        clock = clock.plusNanos(nanos);
        duration = duration.add(new BigDecimal(seconds(nanos)));
        index++;
        return lines;
    }

    private List<List<String>> groups(boolean last, boolean gap) {
        List<List<String>> groups = new ArrayList<>();
        boolean discontinuity = dice.chance(index == 0 ? 3 : 8);
        if (discontinuity) {
            groups.add(List.of("#EXT-X-DISCONTINUITY"));
            clock = clock.plusSeconds(dice.chance(30) ? dice.between(1, 100_000) : 0);
        }
        List<String> keyTags = keys.next();
        groups.add(keyTags);
        boolean mapped = shape.fragmented() || shape.iFrames();
        if (mapped && (index == 0 || discontinuity || dice.chance(keyTags.isEmpty() ? 4 : 40))) {
            groups.add(List.of(map()));
        }
        if (shape.dated() && (discontinuity || dice.chance(25) || index == firstDated || (last && !dated))) {
            int digits = dice.pick(List.of(3, 3, 3, 6, 9));
            groups.add(List.of("#EXT-X-PROGRAM-DATE-TIME:" + DateTexts.spelled(dice, clock, digits)));
            dated = true;
        }
        groups.add(dateRanges());
        if (dice.chance(10)) {
            groups.add(List.of("#EXT-X-BITRATE:" + dice.between(1, 100_000)));
        }
        if (gap) {
            groups.add(List.of("#EXT-X-GAP"));
        }
        for (int odds = 12; dice.chance(odds); odds = 50) {
            groups.add(List.of(Words.vendorTag(dice)));
        }
        if (dice.chance(8)) {
            groups.add(List.of(dice.chance(50) ? Words.comment(dice) : ""));
        }
        return groups;
    }

    /** Within the target duration, or rounding to it where version 6 allows that. */
    private long nanos() {
        long unit = BigDecimal.valueOf(NANOS_PER_SECOND, shape.decimals()).longValueExact();
        long target = shape.targetDuration() * NANOS_PER_SECOND;
        long least = shape.delta() ? target * 4 / 5 : target / 2;
        long most = shape.fragmented() && !shape.iFrames() && dice.chance(5) ? target + 499_000_000L : target;
        long nanos = Math.max(unit, dice.between(least, most) / unit * unit);
        // One fraction at least, or the playlist would not need the version that it has.
        boolean whole = index == 0 && !shape.plain() && nanos % NANOS_PER_SECOND == 0;
        return whole ? nanos - unit : nanos;
    }

    private String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).setScale(shape.decimals()).toPlainString();
    }

    private String map() {
        List<String> attributes = new ArrayList<>();
        attributes.add("URI=\"" + uris.uri("init" + dice.between(0, 3) + ".mp4") + "\"");
        if (dice.chance(40)) {
            attributes.add("BYTERANGE=\"" + dice.between(1, 2_000) + "@" + dice.between(0L, Long.MAX_VALUE - 1) + "\"");
        }
        if (dice.chance(5)) {
            attributes.add(Words.unknownAttribute(dice));
        }
        return dice.tag("EXT-X-MAP", attributes);
    }

    /** The URI line, after a BYTERANGE tag if there is one. */
    private List<String> media() {
        if (!shape.ranged() || dice.chance(10)) {
            ranged = false;
            String name = "segment" + index + extension;
            return List.of(index == 0 ? uris.withVariable(name) : uris.uri(name));
        }
        if (index == 0 || dice.chance(8)) {
            file++;
            ranged = false;
            cursor = dice.chance(10) ? BigInteger.ONE.shiftLeft(63) : BigInteger.valueOf(dice.between(0, 5_000));
        }
        boolean implicit = ranged && dice.chance(60);
        if (!implicit) {
            cursor = cursor.add(BigInteger.valueOf(dice.between(0, 100)));
        }
        BigInteger length = BigInteger.valueOf(dice.between(1, 1 << dice.between(1, 28)));
        String range = "#EXT-X-BYTERANGE:" + length + (implicit ? "" : "@" + cursor);
        cursor = cursor.add(length);
        ranged = true;
        return List.of(range, uris.firstVariable() + "file" + file + extension);
    }
}

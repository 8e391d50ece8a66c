package dev.hemstitch.core.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The tags of low latency: parts, hints, reports. */
final class PartTexts {
    private static final int NANO_DIGITS = 9;
    private static final int DECIMALS = 5;

    private final Dice dice;
    private final UriTexts uris;
    private final String extension;
    private final long targetNanos;

    PartTexts(Dice dice, UriTexts uris, String extension) {
        this.dice = dice;
        this.uris = uris;
        this.extension = extension;
        this.targetNanos = dice.pick(List.of(200_000_000L, 333_340_000L, 500_000_000L, 1_000_000_000L));
    }

    String target() {
        return seconds(targetNanos);
    }

    /** Three of the longest parts. */
    String holdBack() {
        return seconds(3 * targetNanos);
    }

    /** Parts that make up a segment of this duration: all as long as can be but for the last. */
    List<String> partsOf(int segment, long nanos, boolean gap) {
        List<String> tags = new ArrayList<>();
        boolean ranged = dice.chance(30);
        long offset = dice.between(0L, 100_000L);
        for (long start = 0; start < nanos; start += targetNanos) {
            int part = tags.size();
            List<String> tag = new ArrayList<>();
            tag.add("DURATION=" + seconds(Math.min(targetNanos, nanos - start)));
            if (ranged) {
                long length = dice.between(1L, 100_000L);
                tag.add("URI=\"" + "ranged" + segment + extension + "\"");
                tag.add("BYTERANGE=\"" + length + (part == 0 || dice.chance(50) ? "@" + offset : "") + "\"");
                offset += length;
            } else {
                tag.add("URI=\"" + uris.uri("part" + segment + "." + part + extension) + "\"");
            }
            if (part == 0 || dice.chance(30)) {
                tag.add("INDEPENDENT=YES");
            }
            if (gap) {
                tag.add("GAP=YES");
            }
            if (dice.chance(3)) {
                tag.add(Words.unknownAttribute(dice));
            }
            tags.add(dice.tag("EXT-X-PART", tag));
        }
        return tags;
    }

    /** The parts of a segment that is still being made, so short that those of the last two segments are not old. */
    List<String> openParts(int segment, long mostNanos) {
        return partsOf(segment, Math.min(dice.between(0, 3), mostNanos / targetNanos) * targetNanos, false);
    }

    List<String> hints(int segment, boolean mapped) {
        List<String> tags = new ArrayList<>();
        List<String> part =
                new ArrayList<>(List.of("TYPE=PART", "URI=\"" + uris.uri("next" + segment + extension) + "\""));
        if (dice.chance(30)) {
            part.add("BYTERANGE-START=" + dice.between(0L, Long.MAX_VALUE - 1));
            if (dice.chance(50)) {
                part.add("BYTERANGE-LENGTH=" + dice.between(1, 100_000));
            }
        }
        tags.add(dice.tag("EXT-X-PRELOAD-HINT", part));
        if (mapped && dice.chance(20)) {
            tags.add("#EXT-X-PRELOAD-HINT:TYPE=MAP,URI=\"" + uris.uri("init-next" + extension) + "\"");
        }
        return tags;
    }

    List<String> reports(String mediaSequence) {
        List<String> tags = new ArrayList<>();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            List<String> tag = List.of(
                    "URI=\"../rendition" + i + "/live.m3u8" + dice.pick("", "?id=a,b") + "\"",
                    "LAST-MSN=" + mediaSequence,
                    "LAST-PART=" + dice.between(0, 9));
            tags.add(dice.tag("EXT-X-RENDITION-REPORT", tag));
        }
        return tags;
    }

    private static String seconds(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).setScale(DECIMALS).toPlainString();
    }
}

package dev.hemstitch.ads.simulator;

/**
 * What an ad is like.
 *
 * @param segmentNanos how long its segments are as a rule
 * @param oddNanos by how much it is longer than whole seconds
 * @param encrypted whether it has a key of its own; with an implicit IV in TS
 * @param byteRanges whether its segments share a resource
 * @param discontinuous whether it is discontinuous in itself
 * @param noisy whether it has tags that must not get into a live playlist: dates, date ranges, a start
 * @param lacksLast whether it lacks the channel's last rendition
 */
record AdShape(
        long segmentNanos,
        long oddNanos,
        boolean encrypted,
        boolean byteRanges,
        boolean discontinuous,
        boolean noisy,
        boolean lacksLast) {
    static final AdShape PLAIN = new AdShape(5 * Seconds.NANOS, 0, false, false, false, false, false);

    private static final long[] SEGMENTS = {2_000, 3_003, 4_000, 5_000, 6_000};
    private static final long[] ODD = {0, 0, 15, 360, -40};

    static AdShape random(Dice dice, ChannelOptions channel) {
        return new AdShape(
                Seconds.ofMillis(SEGMENTS[dice.below(SEGMENTS.length)]),
                Seconds.ofMillis(ODD[dice.below(ODD.length)]),
                dice.chance(250),
                dice.chance(250),
                dice.chance(150),
                dice.chance(300),
                false);
    }

    AdShape withSegment(long nanos) {
        return new AdShape(nanos, oddNanos, encrypted, byteRanges, discontinuous, noisy, lacksLast);
    }

    AdShape withoutLastRendition() {
        return new AdShape(segmentNanos, oddNanos, encrypted, byteRanges, discontinuous, noisy, true);
    }
}

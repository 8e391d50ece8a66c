package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What happens on a channel and when: runs of the encoder, breaks, discontinuities, video boundaries. */
final class OriginPlan {
    /**
     * One run of the encoder.
     *
     * @param number from 0
     * @param startNanos its first content
     * @param endNanos its last content
     */
    record Epoch(int number, long startNanos, long endNanos) {}

    private static final long[] LENGTHS = {15_000, 20_020, 30_000, 30_030, 45_000, 60_060, 90_000};
    private static final long APART = 13 * Seconds.NANOS;
    private static final long QUIET = 60 * Seconds.NANOS;

    /** How far apart breaks start at least whose marks do not name them: two of the longest segments. */
    private static final long LEAST_UNNAMED = 13 * Seconds.NANOS;

    private final ChannelOptions.Builder options;
    private final Dice dice;
    final List<Epoch> epochs = new ArrayList<>();
    final List<OriginBreak> breaks = new ArrayList<>();
    final List<Long> discontinuities = new ArrayList<>();
    /** Ends of the video's segments, by epoch. */
    final List<long[]> videoBounds = new ArrayList<>();

    OriginPlan(ChannelOptions channel) {
        this.options = channel.is;
        this.dice = Dice.of(options.seed, 2);
        epochs();
        if (options.breakEveryNanos > 0) {
            breaks();
        }
        discontinuities();
        bounds();
        snap();
    }

    private void epochs() {
        List<Long> restarts = new ArrayList<>();
        for (int i = 0; i < options.restarts; i++) {
            long share = options.lengthNanos / (options.restarts + 1);
            restarts.add((share * (i + 1) + dice.between(-share / 4, share / 4)) / 1_000_000_000L * 1_000_000_000L);
        }
        long start = 0;
        for (long restart : restarts) {
            epochs.add(new Epoch(epochs.size(), start, restart));
            start = restart + dice.between(0, 8) * Seconds.NANOS;
        }
        epochs.add(new Epoch(epochs.size(), start, options.lengthNanos));
    }

    private boolean quiet(long from, long to) {
        return from < QUIET
                || epochs.stream()
                        .anyMatch(epoch -> near(epoch.startNanos(), from, to) || near(epoch.endNanos(), from, to));
    }

    private static boolean near(long change, long from, long to) {
        return from < change + QUIET && to > change - QUIET;
    }

    private void breaks() {
        List<BreakKind> kinds = List.copyOf(options.breakKinds);
        long at = Seconds.ofMillis(dice.between(60_000, 240_000));
        int number = 1;
        while (at < options.lengthNanos) {
            BreakKind kind = dice.pick(kinds);
            boolean adobeOnly = options.cueForms.equals(java.util.Set.of(CueForm.ADOBE));
            boolean openEnd = kind == BreakKind.EARLY_IN
                    || kind == BreakKind.EXTENDED
                    || kind == BreakKind.UNKNOWN_LENGTH
                    || kind == BreakKind.POINT;
            if (openEnd && (adobeOnly || (kind == BreakKind.POINT && !pointForms()))) {
                kind = BreakKind.KNOWN;
            }
            long length = Seconds.ofMillis(LENGTHS[dice.below(LENGTHS.length)]);
            if (!quiet(at, at + 3 * length)) {
                number = add(kind, number, at, length);
            }
            long pause = Math.max(options.breakEveryNanos, 2 * length);
            at += Seconds.ofMillis(dice.between(pause * 6 / 10_000_000, pause * 14 / 10_000_000)) + length;
        }
    }

    private boolean pointForms() {
        return options.cueForms.stream()
                .allMatch(form ->
                        form == CueForm.CUE_OUT || form == CueForm.CUE_OUT_ATTRIBUTES || form == CueForm.OATCLS);
    }

    private boolean isNamed() {
        return !options.cueForms.stream()
                .allMatch(form -> form == CueForm.CUE_OUT || form == CueForm.CUE_OUT_ATTRIBUTES);
    }

    private int add(BreakKind kind, int number, long at, long length) {
        switch (kind) {
            case KNOWN -> breaks.add(new OriginBreak(number, kind, at, length, at + length, true));
            case MISSING_IN -> breaks.add(new OriginBreak(number, kind, at, length, at + length, false));
            case EARLY_IN -> {
                long cut = Seconds.ofMillis(dice.between(8_000, length / 1_000_000 - 4_000));
                breaks.add(new OriginBreak(number, kind, at, length, at + cut, true));
            }
            case EXTENDED -> {
                long more = Seconds.ofMillis(dice.between(6_000, 40_000));
                breaks.add(new OriginBreak(number, kind, at, length, at + length + more, true));
            }
            case UNKNOWN_LENGTH -> breaks.add(new OriginBreak(number, kind, at, -1, at + length, true));
            case BACK_TO_BACK -> {
                breaks.add(new OriginBreak(number, kind, at, length, at + length, true));
                breaks.add(new OriginBreak(number + 1, kind, at + length, length, at + 2 * length, true));
                return number + 2;
            }
            case OVERLAPPING -> {
                long later = Seconds.ofMillis(dice.between(8_000, length / 1_000_000 - 4_000));
                if (!isNamed()) {
                    later = Math.max(later, LEAST_UNNAMED); // on the next segment it would be said once more
                }
                breaks.add(new OriginBreak(number, kind, at, length, at + length, false));
                breaks.add(new OriginBreak(number + 1, kind, at + later, length, at + later + length, false));
                return number + 2;
            }
            case POINT -> breaks.add(new OriginBreak(number, kind, at, 0, at, true));
        }
        return number + 1;
    }

    private void discontinuities() {
        if (options.discontinuityEveryNanos == 0) {
            return;
        }
        TreeSet<Long> atBreaks = new TreeSet<>();
        breaks.forEach(each -> atBreak(each, atBreaks));
        TreeSet<Long> times = new TreeSet<>(atBreaks);
        long every = options.discontinuityEveryNanos;
        for (long at = every; at < options.lengthNanos; at += every) {
            times.add(at + Seconds.ofMillis(dice.between(0, every / 2_000_000)));
        }
        // Far enough apart for the longest segments, or two would fall on one boundary.
        for (long time : times) {
            boolean apart = discontinuities.isEmpty()
                    || time - discontinuities.get(discontinuities.size() - 1) > 20 * Seconds.NANOS;
            boolean allowed = atBreaks.contains(time) || breaks.stream().noneMatch(each -> isNear(each, time));
            boolean inside = epochs.stream()
                    .anyMatch(epoch -> time > epoch.startNanos() + 20 * Seconds.NANOS
                            && time < epoch.endNanos() - 20 * Seconds.NANOS);
            if (apart && allowed && inside) {
                discontinuities.add(time);
            }
        }
    }

    /**
     * Where content may be discontinuous in a break so that all renditions can still show the same: not where ads may have
     * left a moment of content before it, for which some rendition has no segment of its own.
     */
    private void atBreak(OriginBreak each, SortedSet<Long> times) {
        boolean overlaps = each.kind() == BreakKind.OVERLAPPING;
        boolean alone = !overlaps && each.kind() != BreakKind.BACK_TO_BACK;
        boolean planned = each.kind() == BreakKind.KNOWN || each.kind() == BreakKind.BACK_TO_BACK;
        if (dice.chance(200) && !overlaps) {
            times.add(each.startNanos());
        } else if (dice.chance(200) && alone && each.endNanos() - each.startNanos() >= 2 * APART) {
            // No ad is over by then.
            times.add(each.startNanos() + 4 * Seconds.NANOS);
        }
        if (dice.chance(200) && planned && options.conditioned) {
            times.add(each.endNanos());
        }
    }

    private static boolean isNear(OriginBreak each, long time) {
        long end = Math.max(each.endNanos(), each.startNanos() + each.plannedNanos());
        return time > each.startNanos() - APART && time < end + APART;
    }

    private void bounds() {
        TreeSet<Long> cuts = new TreeSet<>();
        if (options.conditioned) {
            breaks.forEach(each -> {
                cuts.add(each.startNanos());
                cuts.add(each.endNanos());
            });
            cuts.addAll(discontinuities);
        }
        long nominal = options.renditions.get(0).segmentMicros() * 1000;
        for (Epoch epoch : epochs) {
            TreeSet<Long> mine = new TreeSet<>(cuts.subSet(epoch.startNanos() + 1, epoch.endNanos()));
            mine.add(epoch.endNanos());
            videoBounds.add(Bounds.cutAt(epoch.startNanos(), nominal, mine));
        }
    }

    /** Moves what happens to the nearest boundary of the video. */
    private void snap() {
        for (int i = 0; i < breaks.size(); i++) {
            OriginBreak each = breaks.get(i);
            long start = nearest(each.startNanos());
            // Without a mark it ends at the first boundary behind its length.
            long end = each.marked() ? nearest(each.endNanos()) : behind(start + each.plannedNanos());
            breaks.set(
                    i,
                    new OriginBreak(
                            each.number(),
                            each.kind(),
                            start,
                            each.plannedNanos(),
                            each.kind() == BreakKind.POINT ? start : end,
                            each.marked()));
        }
        discontinuities.replaceAll(this::nearest);
    }

    private long behind(long time) {
        for (long[] bounds : videoBounds) {
            int at = Arrays.binarySearch(bounds, time);
            int above = at >= 0 ? at : -at - 1;
            if (above < bounds.length) {
                return bounds[above];
            }
        }
        return time;
    }

    private long nearest(long time) {
        for (Epoch epoch : epochs) {
            if (time <= epoch.endNanos() || epoch.number() == epochs.size() - 1) {
                return Bounds.nearest(videoBounds.get(epoch.number()), time);
            }
        }
        return time;
    }

    /** Boundaries of segments. */
    static final class Bounds {
        private Bounds() {}

        /** Boundaries from a start on, so that each cut is one, no segment is longer than 6.4 s, and few are short. */
        static long[] cutAt(long start, long nominal, SortedSet<Long> cuts) {
            long[] bounds = new long[(int) ((cuts.last() - start) / nominal + 2) * 2 + 4 * cuts.size() + 2];
            int count = 0;
            long at = start;
            bounds[count++] = at;
            for (long cut : cuts) {
                while (at < cut) {
                    long left = cut - at;
                    if (left > nominal + Seconds.NANOS) {
                        at += nominal;
                    } else if (left > nominal + 300 * 1_000_000L) {
                        at += left / 2_000_000 * 1_000_000;
                    } else {
                        at = cut;
                    }
                    bounds[count++] = at;
                }
            }
            return Arrays.copyOf(bounds, count);
        }

        static long nearest(long[] bounds, long time) {
            int at = Arrays.binarySearch(bounds, time);
            if (at >= 0) {
                return bounds[at];
            }
            int above = -at - 1;
            if (above == 0 || above == bounds.length) {
                return bounds[above == 0 ? 0 : bounds.length - 1];
            }
            return time - bounds[above - 1] <= bounds[above] - time ? bounds[above - 1] : bounds[above];
        }
    }
}

package dev.hemstitch.ads.stitch.live;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What plays in a break in one rendition: ads, then slate again and again, up to the end that was decided for all renditions.
 * Which units play depends on nothing but what is the same for all of them; how many segments the last one has is each
 * rendition's own. Times are microseconds from the break's start.
 */
final class AdLine {
    /** Ends that differ by less are the same. */
    private static final long SAME_MICROS = 1_000;

    /** The most units of a break: a slate of a second for an hour. */
    private static final int MOST_UNITS = 3_600;

    /** A stretch between two discontinuities. */
    record Unit(LiveAd ad, AdSegments segments, int unit, long startMicros, long endMicros, int firstSegment) {
        int count() {
            return segments.firstOf(unit + 1) - segments.firstOf(unit);
        }
    }

    private final List<Unit> units = new ArrayList<>();
    private final long endMicros;
    private boolean hasOwnMedia = true;
    private boolean isComplete = true;
    private long[] ends = new long[16];
    private int slateFrom = Integer.MAX_VALUE;
    private int count;
    private int most;

    private AdLine(long endMicros) {
        this.endMicros = endMicros;
    }

    /**
     * Lays out a break.
     *
     * @param published how many segments are published already: they stay
     */
    static AdLine of(LiveBreak each, String rendition, LiveDecisions decisions, int published) {
        AdLine line = new AdLine(each.endMicros());
        long start = 0;
        for (String id : each.ads()) {
            LiveAd ad =
                    decisions.ad(id).filter(found -> found.reference() != null).orElse(null);
            if (ad == null) {
                line.isComplete = false;
                break;
            }
            start = line.add(ad, rendition, start);
        }
        if (each.hasSlate() && line.isComplete && start < each.endMicros()) {
            LiveAd slate = decisions
                    .slate()
                    .filter(found -> found.reference() != null && found.durationNanos() >= 1_000_000)
                    .orElse(null);
            line.isComplete = slate != null;
            line.slateFrom = line.count;
            while (slate != null && start < each.endMicros() && line.units.size() < MOST_UNITS) {
                start = line.add(slate, rendition, start);
            }
        }
        line.most = line.count;
        line.trim(each.lengthMicros() + early(each, rendition), late(each, rendition), published);
        return line;
    }

    /** Adds an ad as far as it begins before the end. */
    private long add(LiveAd ad, String rendition, long start) {
        AdSegments reference = ad.reference();
        if (reference == null) {
            return start;
        }
        AdSegments own = ad.of(rendition);
        hasOwnMedia &= own != null;
        AdSegments segments = own == null ? reference : own;
        for (int unit = 0; unit < reference.unitCount(); unit++) {
            long unitStart = start + reference.unitStartMicros(unit);
            if (unitStart >= endMicros) {
                break;
            }
            long unitEnd = unit + 1 < reference.unitCount()
                    ? start + reference.unitStartMicros(unit + 1)
                    : start + reference.durationMicros();
            units.add(new Unit(ad, segments, unit, unitStart, unitEnd, count));
            long ownStart =
                    endOf(count - 1) - segments.unitStartMicros(unit); // what it lasts itself, so that nothing gapes
            for (int i = segments.firstOf(unit); i < segments.firstOf(unit + 1); i++) {
                if (count == ends.length) {
                    ends = Arrays.copyOf(ends, 2 * count);
                }
                ends[count] = ownStart + segments.endMicros(i);
                count++;
            }
        }
        return start + reference.durationMicros();
    }

    /**
     * The last unit ends where the break does if that cuts an ad short, and at the boundary nearest to what was decided if it is
     * slate, also where the break began later here; with one segment at least, and all that are published.
     */
    private void trim(long length, long late, int published) {
        Unit last = units.isEmpty() ? null : units.get(units.size() - 1);
        boolean isLateSlate = late > 0 && endsWithSlate();
        if (last == null || (last.endMicros() <= endMicros + SAME_MICROS && !isLateSlate)) {
            return;
        }
        count = last.firstSegment() + 1;
        while (count < most
                && (count < slateFrom
                        ? ends[count] <= length + BreakPlan.TOLERANCE_MICROS
                        : Math.abs(ends[count] + late - endMicros) <= Math.abs(ends[count - 1] + late - endMicros))) {
            count++;
        }
        count = Math.min(most, Math.max(count, published));
    }

    /** By how much its ads began earlier here than where the break does, since boundaries differ. */
    private static long early(LiveBreak each, String rendition) {
        LiveBreak.Cut cut = each.cut(rendition);
        return cut == null ? 0 : Math.max(0, -cut.skewMicros());
    }

    /** By how much its ads began later here than where the break does, if that is more than boundaries differ. */
    private static long late(LiveBreak each, String rendition) {
        LiveBreak.Cut cut = each.cut(rendition);
        long late = cut == null ? 0 : Math.max(cut.skewMicros(), -cut.sinceMarkerMicros());
        return late > BreakPlan.TOLERANCE_MICROS ? late : 0;
    }

    /**
     * Lets the last repetition of slate go on up to a time, as long as that brings the output nearer to the origin.
     *
     * @param over by how much it may pass that
     * @param drift how much longer the output is without this break
     */
    void extendSlate(long micros, long over, long drift) {
        while (count > slateFrom
                && count < most
                && ends[count] <= micros + over
                && Math.abs(drift + ends[count] - micros) < Math.abs(drift + ends[count - 1] - micros)) {
            count++;
        }
    }

    /** Lets the last repetition of slate go on by a segment, if that ends before a time. */
    boolean prolongSlate(long micros) {
        boolean isPossible = count > slateFrom && count < most && ends[count] <= micros;
        count += isPossible ? 1 : 0;
        return isPossible;
    }

    /**
     * Lets the last repetition of slate end earlier, where other renditions have gone on already.
     *
     * @param micros where content goes on here
     * @param published how many segments stay, since they are published already
     */
    void shortenSlate(long micros, long published) {
        int least = leastCount(published);
        while (count > least && ends[count - 1] > micros + BreakPlan.TOLERANCE_MICROS) {
            count--;
        }
    }

    /** Where it ends at the earliest if its last repetition of slate is shortened. */
    long earliestEnd(long published) {
        return endOf(leastCount(published) - 1);
    }

    private int leastCount(long published) {
        return endsWithSlate() ? (int) Math.min(count, Math.max(lastUnit() + 1, published)) : count;
    }

    /** Whether its last unit is slate. */
    boolean endsWithSlate() {
        return lastUnit() >= slateFrom;
    }

    /** The first segment of its last unit. */
    private int lastUnit() {
        return units.isEmpty() ? 0 : units.get(units.size() - 1).firstSegment();
    }

    /** Whether all its ads can be had. */
    boolean isComplete() {
        return isComplete;
    }

    /** Whether the rendition gets something of each ad; else its content plays on, with the same discontinuities. */
    boolean hasOwnMedia() {
        return hasOwnMedia;
    }

    List<Unit> units() {
        return units;
    }

    /** How many segments it has. */
    int count() {
        return count;
    }

    /** Where a segment ends; of the one before the first one, 0. */
    long endOf(int segment) {
        return segment < 0 || count == 0 ? 0 : ends[Math.min(segment, count - 1)];
    }

    /** The index of the first segment that does not start before a time. */
    int startingFrom(long micros) {
        int segment = 0;
        while (segment < count && endOf(segment - 1) < micros - SAME_MICROS) {
            segment++;
        }
        return segment;
    }

    /** The index of the unit of a segment. */
    int unitOf(int segment) {
        int unit = units.size() - 1;
        while (unit > 0 && units.get(unit).firstSegment() > segment) {
            unit--;
        }
        return unit;
    }

    /** The index of the unit that plays at a time. */
    int unitAt(long micros) {
        int unit = units.size() - 1;
        while (unit > 0 && units.get(unit).startMicros() > micros + SAME_MICROS) {
            unit--;
        }
        return unit;
    }

    /**
     * The index of the unit that a segment of content stands for which plays on: that of its middle, so that units that begin in
     * the last segment of a break, too, have one.
     *
     * @param from where it starts
     * @param to where it ends
     */
    int unitOfContent(long from, long to) {
        return from <= SAME_MICROS ? 0 : unitAt((from + to) / 2);
    }

    /** The unit that a segment is in, if it is the first of it. */
    @Nullable
    Unit startingAt(int segment) {
        Unit unit = units.get(unitOf(segment));
        return unit.firstSegment() == segment ? unit : null;
    }
}

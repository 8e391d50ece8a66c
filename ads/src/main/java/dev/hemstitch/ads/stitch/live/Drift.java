package dev.hemstitch.ads.stitch.live;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much longer the output is than the origin so far, in the renditions of a viewer: each returns from ads at boundaries of its
 * own. Microseconds.
 *
 * @param least in the rendition that lacks most, less than zero if the output is shorter
 * @param most in the one that has most
 * @param grids how far apart boundaries are in renditions whose segments are not cut for breaks
 * @param usual how long segments are if there is one rendition; 0 where others may have longer ones
 * @param listed how much of the break that one lists already: from there on segments are as long as usual
 */
record Drift(long least, long most, Set<Long> grids, long usual, long listed) {
    /** That of what replaces nothing. */
    static final Drift NONE = new Drift(0, 0, Set.of(), 0, 0);

    /**
     * That of all renditions.
     *
     * @param name that of the rendition which is walked over
     * @param own how much longer it is, as far as it has come
     * @param ownGrid how far apart its boundaries are
     */
    static Drift of(Map<String, RenditionState> renditions, String name, long own, long ownGrid) {
        long least = own;
        long most = own;
        Set<Long> grids = new TreeSet<>(Set.of(ownGrid));
        for (Map.Entry<String, RenditionState> each : renditions.entrySet()) {
            least = Math.min(least, each.getValue().driftMicros());
            most = Math.max(most, each.getValue().driftMicros());
            grids.add(each.getKey().equals(name) ? ownGrid : each.getValue().gridMicros());
        }
        return new Drift(least, most, grids, 0, 0);
    }

    /** The same of the only rendition that a viewer has. */
    Drift ofOne(long usualDuration, long listedMicros) {
        return new Drift(least, most, grids, usualDuration, listedMicros);
    }

    /** What brings all of them nearest to the origin if it is made up for. */
    long middle() {
        return (least + most) / 2;
    }

    /** How much the output would lack in some rendition if ads ended before a break does. */
    long lack(long end, long length, long target) {
        long lack = Math.min(length - end, usual == 0 ? target : lackOn(usual, listed % usual, end, length, target));
        for (long grid : grids) {
            lack = Math.max(lack, grid == 0 ? 0 : lackOn(grid, 0, end, length, target));
        }
        return lack;
    }

    /**
     * The same where boundaries are so far apart, and content goes on at the one nearest to the break's end if ads end near that.
     *
     * @param first where the first one may be
     */
    private static long lackOn(long grid, long first, long end, long length, long target) {
        long wanted = length - end <= target ? first + Math.floorDiv(length - first + grid / 2, grid) * grid : 0;
        long least = end - BreakPlan.TOLERANCE_MICROS;
        long at = Math.max(wanted, 0);
        if (at < least) {
            at = first + Math.floorDiv(least - first + grid - 1, grid) * grid;
        }
        return at - end;
    }
}

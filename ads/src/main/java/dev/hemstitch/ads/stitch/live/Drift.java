package dev.hemstitch.ads.stitch.live;

import java.util.Collection;

/**
 * How much longer the output is than the origin so far, in the renditions of a viewer: each returns from ads at boundaries of its
 * own. Microseconds.
 *
 * @param least in the rendition that lacks most, less than zero if the output is shorter
 * @param most in the one that has most
 */
record Drift(long least, long most) {
    /** @param own that of the rendition which is walked over, as far as it has come */
    static Drift of(Collection<RenditionState> renditions, long own) {
        long least = own;
        long most = own;
        for (RenditionState each : renditions) {
            least = Math.min(least, each.driftMicros());
            most = Math.max(most, each.driftMicros());
        }
        return new Drift(least, most);
    }

    /** What brings all of them nearest to the origin if it is made up for. */
    long middle() {
        return (least + most) / 2;
    }
}

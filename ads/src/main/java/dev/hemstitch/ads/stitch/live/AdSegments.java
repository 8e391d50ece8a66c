package dev.hemstitch.ads.stitch.live;

import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;

/**
 * The segments of an ad in one rendition, with their times. A unit is a stretch between two discontinuities: most ads are one.
 * Times are microseconds from the ad's start.
 */
final class AdSegments {
    private final AdTrack track;
    private final long[] ends;

    /** The index of the first segment of each unit, and the number of segments behind them. */
    private final int[] units;

    AdSegments(AdTrack track) {
        this.track = track;
        List<MediaSegment> segments = track.playlist().segments();
        this.ends = new long[segments.size()];
        int[] starts = new int[segments.size() + 1];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            MediaSegment segment = segments.get(i);
            ends[i] = (segment.startNanos() + segment.durationNanos()) / 1_000;
            if (i == 0 || segment.isDiscontinuity()) {
                starts[count] = i;
                count++;
            }
        }
        starts[count] = ends.length;
        this.units = java.util.Arrays.copyOf(starts, count + 1);
    }

    AdTrack track() {
        return track;
    }

    int unitCount() {
        return units.length - 1;
    }

    /** The index of the first segment of a unit; of the unit behind the last one, the number of segments. */
    int firstOf(int unit) {
        return units[unit];
    }

    long endMicros(int segment) {
        return segment < 0 ? 0 : ends[segment];
    }

    long unitStartMicros(int unit) {
        return endMicros(units[unit] - 1);
    }

    long durationMicros() {
        return ends[ends.length - 1];
    }
}

package dev.hemstitch.ads.tracking;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.vast.VastMacros;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which beacon when, on the stitched timeline. Times come from how long the ads really are, not from what the ad response says.
 * Immutable and safe for use by several threads.
 */
public final class TrackingSchedule {
    private final List<TrackedBreak> breaks;
    private final List<Beacon> errors;

    TrackingSchedule(List<TrackedBreak> breaks, List<Beacon> errors) {
        this.breaks = List.copyOf(breaks);
        this.errors = List.copyOf(errors);
    }

    /**
     * The schedule of what a plan plays.
     *
     * @param plan the plan
     * @param breaks the breaks that it was made for, in the same order
     * @return the schedule
     * @throws IllegalArgumentException if the plan was made for more breaks
     */
    public static TrackingSchedule of(SplicePlan plan, List<AdBreak> breaks) {
        return new PlanTracking(plan, breaks).schedule();
    }

    /**
     * Starts a schedule of breaks that play otherwise than in a {@link SplicePlan}, such as some that are cut short.
     *
     * @return the builder
     */
    public static TrackingScheduleBuilder builder() {
        return new TrackingScheduleBuilder();
    }

    /** {@return the breaks that have something to play, in the order of time} */
    public List<TrackedBreak> breaks() {
        return breaks;
    }

    /** {@return what to call at once for ads and breaks that do not play, their error codes filled in} */
    public List<Beacon> errors() {
        return errors;
    }

    /** {@return all beacons: first those that are due at once, then those of breaks in the order of time} */
    public List<Beacon> beacons() {
        List<Beacon> all = new ArrayList<>();
        for (TrackedBreak tracked : breaks) {
            Stream<Beacon> ofAds = tracked.ads().stream().flatMap(ad -> ad.beacons().stream());
            Stream<Beacon> starts = tracked.beacons().stream().filter(beacon -> beacon.due() != Beacon.Due.AFTER);
            Stream<Beacon> ends = tracked.beacons().stream().filter(beacon -> beacon.due() == Beacon.Due.AFTER);
            Stream.concat(Stream.concat(starts, ofAds), ends).forEach(all::add);
        }
        all.sort(Comparator.comparingLong(Beacon::atNanos));
        all.addAll(0, errors);
        return all;
    }

    /**
     * Writes the schedule as JSON for players that send beacons themselves: {@code avails} with {@code ads} and {@code
     * trackingEvents}, in the form that clients of AWS Elemental MediaTailor read. Times are seconds from the start of the
     * stitched presentation, as numbers and as ISO 8601 durations. Ads that come from no ad response, such as slate, are not
     * in it; neither are errors, which are for the server to report.
     *
     * @param output where to write; is flushed, not closed
     * @param macros values for macros in URLs; what a player should fill in has to be left
     * @throws IOException if writing fails
     */
    public void writeJson(OutputStream output, VastMacros macros) throws IOException {
        new TrackingJson(macros).write(this, output);
    }
}

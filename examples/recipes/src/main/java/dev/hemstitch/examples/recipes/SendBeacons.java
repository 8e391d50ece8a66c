package dev.hemstitch.examples.recipes;

import dev.hemstitch.ads.tracking.Beacon;
import dev.hemstitch.ads.tracking.DueBeacons;
import dev.hemstitch.ads.tracking.TrackingSchedule;
import dev.hemstitch.ads.vast.VastMacro;
import dev.hemstitch.ads.vast.VastMacros;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Beacons that a server sends when a viewer has fetched what they belong to. */
public final class SendBeacons {
    private SendBeacons() {}

    /**
     * Sends what is due.
     *
     * @param schedule what to call when
     * @param sentBefore the ids of the beacons that were sent in this session
     * @param from where what was played starts
     * @param to where it ends
     * @param now the time
     * @param random where cache busters come from
     * @param send calls a URL; tells whether that worked
     * @return the ids of all beacons that were sent, to be kept with the session
     */
    public static Set<String> send(
            TrackingSchedule schedule,
            Set<String> sentBefore,
            Duration from,
            Duration to,
            Instant now,
            RandomGenerator random,
            Predicate<String> send) {
        // begin
        VastMacros macros = VastMacros.builder()
                .set(VastMacro.SERVERSIDE, "1")
                .timestamp(now)
                .random(random)
                .build();
        DueBeacons due = DueBeacons.of(schedule, sentBefore);
        due.played(from.toNanos(), to.toNanos());
        Beacon failed = null;
        while (failed == null && due.hasNext()) {
            Beacon beacon = due.next(); // each once, whatever was played twice or asked for again
            failed = beacon.urls(macros).stream().allMatch(send) ? null : beacon;
        }
        if (failed != null) {
            due.retry(failed); // it and what is behind it are due the next time
        }
        return due.sent();
        // end
    }
}

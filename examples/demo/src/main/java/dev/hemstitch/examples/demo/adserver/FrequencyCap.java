package dev.hemstitch.examples.demo.adserver;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who has had a pre-roll: a viewer who changes channels, or whose service was switched, is not shown another one at once. Who asks
 * again within ten seconds is taken for the same visit, since each of two services asks for itself. Thread-safe.
 */
final class FrequencyCap {
    private static final Duration VISIT = Duration.ofSeconds(10);
    private static final int MOST_VIEWERS = 10_000;

    private final Map<String, Instant> visits = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_VIEWERS;
        }
    };

    /**
     * Whether a viewer may be shown one.
     *
     * @param pause how long a viewer is shown no other one
     */
    synchronized boolean allows(String viewer, Instant now, Duration pause) {
        Instant before = visits.get(viewer);
        if (before == null || !now.isBefore(before.plus(pause))) {
            visits.remove(viewer); // so that it is the youngest again
            visits.put(viewer, now);
            return true;
        }
        return now.isBefore(before.plus(VISIT));
    }
}

package dev.hemstitch.ads.simulator;

import java.util.ArrayList;
import java.util.List;

/** Where violations of one viewer go; those beyond a number are only counted. */
final class Findings {
    private static final int KEPT = 25;

    private final long seed;
    private final String viewer;
    private final List<Violation> kept = new ArrayList<>();
    private long count;

    Findings(long seed, String viewer) {
        this.seed = seed;
        this.viewer = viewer;
    }

    void add(String rendition, int refresh, long nanos, Rule rule, Object expected, Object seen) {
        count++;
        if (kept.size() < KEPT) {
            kept.add(new Violation(
                    seed, viewer, rendition, refresh, nanos, rule, String.valueOf(expected), String.valueOf(seen)));
        }
    }

    List<Violation> kept() {
        return List.copyOf(kept);
    }

    long count() {
        return count;
    }
}

package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.simulator.BreakKind;
import dev.hemstitch.ads.simulator.ChannelOptions;
import dev.hemstitch.ads.simulator.Soak;
import dev.hemstitch.ads.simulator.SoakReport;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Viewers of simulated channels, checked by a player model that knows nothing of the stitcher. Larger and other runs: {@code
 * -Dhemstitch.soak.viewers=10000 -Dhemstitch.soak.minutes=120 -Dhemstitch.soak.seed=41}, and with {@code -Dhemstitch.soak.dated=true} on
 * channels with dates only; what they find is told in docs/guide/live.md.
 */
class LiveSoakTest {
    private static final int VIEWERS = Integer.getInteger("hemstitch.soak.viewers", 120);
    private static final int MINUTES = Integer.getInteger("hemstitch.soak.minutes", 30);

    /** Moves the seeds, to run others. */
    private static final long SEEDS_FROM = Long.getLong("hemstitch.soak.seed", 31);

    @Test
    void whatever_the_channel_no_viewer_sees_a_rule_broken() {
        SoakReport report = soak(SEEDS_FROM + 1).run(StitchedChannel::new);
        assertThat(report.violations()).as(report.toString()).isEmpty();
        assertThat(report.refreshes()).isGreaterThan(VIEWERS * (long) MINUTES);
    }

    @Test
    void where_breaks_are_cut_for_no_viewer_sees_a_rule_broken() {
        Soak soak = soak(SEEDS_FROM);
        SoakReport report = soak.channels(seed -> ChannelOptions.random(seed, soak.length(), true, false).toBuilder()
                        .conditioned(true)
                        .lowLatency(false)
                        .breakKinds(Set.of(BreakKind.KNOWN, BreakKind.EXTENDED, BreakKind.MISSING_IN))
                        .dates(ChannelOptions.Dates.EVERY_SEGMENT)
                        .build())
                .run(StitchedChannel::new);
        assertThat(report.violations()).as(report.toString()).isEmpty();
    }

    private static Soak soak(long seed) {
        Soak soak = new Soak(seed).viewers(VIEWERS).viewersPerChannel(6).duration(Duration.ofMinutes(MINUTES));
        return Boolean.getBoolean("hemstitch.soak.dated") ? soak.dated() : soak;
    }
}

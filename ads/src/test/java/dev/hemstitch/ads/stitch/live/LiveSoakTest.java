package dev.hemstitch.ads.stitch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.simulator.BreakKind;
import dev.hemstitch.ads.simulator.ChannelOptions;
import dev.hemstitch.ads.simulator.Rule;
import dev.hemstitch.ads.simulator.Soak;
import dev.hemstitch.ads.simulator.SoakReport;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Viewers of simulated channels, checked by a player model that knows nothing of the stitcher. Larger runs: {@code
 * -Dhemstitch.soak.viewers=10000 -Dhemstitch.soak.minutes=120}; what they find is told in docs/guide/live.md.
 */
class LiveSoakTest {
    private static final int VIEWERS = Integer.getInteger("hemstitch.soak.viewers", 120);
    private static final int MINUTES = Integer.getInteger("hemstitch.soak.minutes", 30);

    /** What no channel, however faulty, may make the stitcher break: all that a player cannot recover from. */
    private static final Set<Rule> NEVER = EnumSet.complementOf(EnumSet.of(
            Rule.TIME_KEPT,
            Rule.CUT_AD,
            Rule.BREAK_START,
            Rule.PACE,
            Rule.DATE,
            Rule.DATE_RANGE_KEPT,
            Rule.DATE_RANGE_SET,
            Rule.LOW_LATENCY,
            Rule.WINDOW,
            Rule.TEXT));

    @Test
    void whatever_the_channel_numbers_keys_dates_and_durations_of_what_is_published_stay_true() {
        SoakReport report = soak(32).run(StitchedChannel::new);
        assertThat(report.violations()).noneMatch(violation -> NEVER.contains(violation.rule()));
        assertThat(report.refreshes()).isGreaterThan(VIEWERS * (long) MINUTES);
    }

    @Test
    void where_breaks_are_cut_for_hardly_a_viewer_sees_a_seam_out_of_its_place() {
        Soak soak = soak(31);
        SoakReport report = soak.channels(seed -> ChannelOptions.random(seed, soak.length(), true, false).toBuilder()
                        .conditioned(true)
                        .lowLatency(false)
                        .breakKinds(Set.of(BreakKind.KNOWN, BreakKind.EXTENDED, BreakKind.MISSING_IN))
                        .dates(ChannelOptions.Dates.EVERY_SEGMENT)
                        .build())
                .run(StitchedChannel::new);
        assertThat(report.violations()).noneMatch(violation -> NEVER.contains(violation.rule()));
        assertThat(report.violationCount()).isLessThan(report.refreshes() / 1_000);
    }

    private static Soak soak(long seed) {
        return new Soak(seed).viewers(VIEWERS).viewersPerChannel(6).duration(Duration.ofMinutes(MINUTES));
    }
}

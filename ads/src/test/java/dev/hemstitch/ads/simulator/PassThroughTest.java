package dev.hemstitch.ads.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The origin keeps all rules itself: what a player finds is the service's doing. */
class PassThroughTest {
    @Test
    void channelsOfAllKindsWithoutBreaksAndFaultsBreakNoRule() {
        assertThat(soak(1, false, false).violations()).isEmpty();
    }

    @Test
    void breaksThatNobodyFillsBreakNoRule() {
        assertThat(soak(2, true, false).violations()).isEmpty();
    }

    @Test
    void sameSeedGivesSameRefreshes() {
        assertThat(soak(3, true, true).refreshes())
                .isEqualTo(soak(3, true, true).refreshes());
    }

    private static SoakReport soak(long seed, boolean breaks, boolean faults) {
        Soak soak = new Soak(seed).viewers(90).viewersPerChannel(3).duration(Duration.ofMinutes(15));
        return soak.channels(each -> ChannelOptions.random(each, soak.length(), breaks, faults))
                .run(channel -> new PassThrough());
    }
}

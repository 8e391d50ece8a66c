package dev.hemstitch.ads.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoakTest {
    @Test
    void viewerIsFoundAgainByItsNumber() {
        Soak soak = new Soak(21).viewers(12).viewersPerChannel(4).duration(Duration.ofMinutes(15));
        SoakReport all = soak.run(SoakTest::flawed);
        assertThat(all.violations()).isNotEmpty();
        for (int viewer = 0; viewer < 12; viewer++) {
            String name = "v" + viewer;
            List<Violation> seen = all.violations().stream()
                    .filter(violation -> violation.viewer().equals(name))
                    .toList();
            assertThat(soak.viewer(viewer, SoakTest::flawed).violations()).isEqualTo(seen);
        }
    }

    @Test
    void threadsChangeNothing() {
        Soak soak = new Soak(22).viewers(12).viewersPerChannel(3).duration(Duration.ofMinutes(10));
        SoakReport alone = soak.run(SoakTest::flawed);
        SoakReport together = soak.threads(3).run(SoakTest::flawed);
        assertThat(together.violations()).isEqualTo(alone.violations());
        assertThat(together.refreshes()).isEqualTo(alone.refreshes());
    }

    @Test
    void serviceThatNeverAnswersIsFound() {
        SoakReport report =
                new Soak(23).viewers(1).run(channel -> (viewer, rendition, snapshot, now) -> Optional.empty());
        assertThat(report.violations()).extracting(Violation::rule).containsOnly(Rule.TEXT);
    }

    @Test
    void viewersComeInTheMiddleOfBreaksAndSwitchAndPollRarely() {
        Soak soak = new Soak(24).viewers(60).viewersPerChannel(6).duration(Duration.ofMinutes(10));
        int[] inBreaks = {0};
        Set<String> renditions = new java.util.TreeSet<>();
        Set<String> known = new java.util.HashSet<>();
        soak.run(channel -> (viewer, rendition, snapshot, now) -> {
            renditions.add(rendition);
            long nanos = Clock.nanos(now);
            if (known.add(viewer)
                    && channel.origin().breaks().stream()
                            .anyMatch(each -> nanos > each.startNanos() && nanos < each.endNanos())) {
                inBreaks[0]++;
            }
            return Optional.of(snapshot);
        });
        assertThat(inBreaks[0]).isGreaterThan(10);
        assertThat(renditions).containsExactly("audio", "subs", "video", "video2");
    }

    private static ForeseeingService flawed(Channel channel) {
        return new ForeseeingService(channel, Set.of(Flaw.CUTS_ADS));
    }
}

package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.demo.origin.LiveChannel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The channel through three breaks, in each of which the ad server fails in another way. */
class LiveWithoutAdsIT {
    private static final int BREAK_SEGMENTS = 9;
    private static final Duration PERIOD = LiveChannel.SEGMENT.multipliedBy(BREAK_SEGMENTS);
    /** The longer one of the two lengths that breaks have by turns. */
    private static final Duration LONGEST_BREAK = LiveChannel.SEGMENT.multipliedBy(7);

    private static final Duration SHORTEST_BREAK = LiveChannel.SEGMENT.multipliedBy(5);
    /** Before the break is in the playlist, so before anybody asks for its ads. */
    private static final Duration BEFORE = Duration.ofSeconds(3);

    private static final double LONGEST_GAP_MILLIS = 4_000;

    private static DemoBrowser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = DemoBrowser.start(BREAK_SEGMENTS);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void the_channel_shows_its_content_in_breaks_while_the_ad_server_is_down_or_slow_or_answers_garbage()
            throws Exception {
        browser.post("/ads/fault", "{\"mode\":\"down\"}");
        try (Viewing viewing = browser.open("channel", "without-ads")) {
            viewing.waitFor("document.querySelector('video').currentTime > 0 && window.seen.length > 0", 30);
            long first = breakBehind(Instant.now().plus(BEFORE));
            List<String> faults = List.of("down", "slow", "garbage");
            for (int i = 0; i < faults.size(); i++) {
                sleepUntil(longStart(first + i).minus(BEFORE));
                browser.post("/ads/fault", "{\"mode\":\"" + faults.get(i) + "\"}");
            }
            Instant end = end(first + faults.size() - 1);
            viewing.waitFor(
                    "window.demo.player.dateAt(document.querySelector('video').currentTime) > "
                            + end.plusSeconds(1).toEpochMilli(),
                    120);
            viewing.screenshot("live-without-ads");

            viewing.hasNoFatalError();
            assertThat(viewing.ads()).isEmpty();
            List<Viewing.Frame> frames = viewing.frames();
            for (int i = 0; i < faults.size(); i++) {
                Instant from = end(first + i).minus(SHORTEST_BREAK);
                Instant to = end(first + i);
                assertThat(frames.stream()
                                .filter(frame ->
                                        frame.date() >= from.toEpochMilli() && frame.date() < to.toEpochMilli()))
                        .as("frames of the break while the ad server is %s", faults.get(i))
                        .hasSizeGreaterThan(20);
            }
            assertThat(frames).allSatisfy(frame -> assertThat(frame.source()).isEqualTo("content"));
            for (int i = 1; i < frames.size(); i++) {
                assertThat(frames.get(i).clock() - frames.get(i - 1).clock())
                        .as("milliseconds without a new picture before %s", frames.get(i))
                        .isLessThan(LONGEST_GAP_MILLIS);
            }
        }
    }

    /** The number of the first break that begins behind a moment. */
    private static long breakBehind(Instant moment) {
        long number = Duration.between(LiveChannel.ON_AIR, moment).dividedBy(PERIOD);
        return longStart(number).isAfter(moment) ? number : number + 1;
    }

    /** A break ends with its period. */
    private static Instant end(long number) {
        return LiveChannel.ON_AIR.plus(PERIOD.multipliedBy(number + 1));
    }

    private static Instant longStart(long number) {
        return end(number).minus(LONGEST_BREAK);
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Math.max(0, Duration.between(Instant.now(), moment).toMillis()));
    }
}

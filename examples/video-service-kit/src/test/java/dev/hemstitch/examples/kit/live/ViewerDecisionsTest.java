package dev.hemstitch.examples.kit.live;

import static dev.hemstitch.examples.kit.live.ChannelReplica.AUDIO;
import static dev.hemstitch.examples.kit.live.ChannelReplica.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.world.World;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What breaks are taken for the same, and so have the same ads, for which the ad server is asked once. */
class ViewerDecisionsTest {
    private static final String VIEWER = "viewer";
    private static final int SHORT = 12;
    private static final int LONG = 28;

    private final World world = new World();
    private final SessionStore store = new MemorySessionStore(Duration.ofHours(1), 1 << 20);
    private final ChannelReplica one = new ChannelReplica(world, store);
    private final LiveChannel channel = one.channel();

    @AfterEach
    void close() {
        world.close();
    }

    private ViewerDecisions decisions(ChannelReplica replica, String rendition) {
        return replica.decisions(replica.asked(channel, VIEWER, rendition));
    }

    private static SignalledBreak signalled(String breakId, int seconds) {
        OptionalLong nanos = OptionalLong.of(TimeUnit.SECONDS.toNanos(seconds));
        return SignalledBreak.builder(breakId, 0)
                .durationNanos(nanos)
                .untilNanos(nanos)
                .build();
    }

    private List<String> ads(ChannelReplica replica, String rendition, String breakId, int seconds) {
        return decisions(replica, rendition).ads(signalled(breakId, seconds)).orElseThrow().stream()
                .map(LiveAd::id)
                .toList();
    }

    private List<String> lengthsAsked() {
        return world.ads.asked().stream()
                .map(query -> query.substring(query.indexOf("most=")))
                .toList();
    }

    @Test
    void aBreakThatIsKnownByAnEventIsAskedForOnceForAllRenditions() {
        assertThat(ads(one, VIDEO, "event", LONG)).isNotEmpty().isEqualTo(ads(one, AUDIO, "event", LONG));
        assertThat(lengthsAsked()).containsExactly("most=28");
    }

    @Test
    void theNumberOfASegmentIsAnotherBreakInAnotherRendition() {
        List<String> video = ads(one, VIDEO, "msn-7", SHORT);
        List<String> audio = ads(one, AUDIO, "msn-7", LONG);
        assertThat(lengthsAsked()).containsExactly("most=12", "most=28");
        assertThat(audio).isNotEmpty().doesNotContainAnyElementsOf(video);
    }

    @Test
    void anotherReplicaFindsTheAdsOfABreakThatIsANumberInAnyRenditionWithoutAsking() {
        List<String> video = ads(one, VIDEO, "msn-7", SHORT);
        List<String> audio = ads(one, AUDIO, "msn-7", LONG);
        ChannelReplica other = new ChannelReplica(world, store);
        assertThat(video)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(decisions(other, AUDIO).ad(id).map(LiveAd::id))
                        .contains(id));
        assertThat(ads(other, VIDEO, "msn-7", SHORT)).isEqualTo(video);
        assertThat(ads(other, AUDIO, "msn-7", LONG)).isEqualTo(audio);
        assertThat(world.ads.asked()).hasSize(2);
    }

    @Test
    void whoeverElseWatchesIsAskedForToo() throws InterruptedException {
        one.ahead.watches(one.asked(channel, "neighbour", AUDIO), Duration.ofSeconds(2));
        ads(one, VIDEO, "event", LONG);
        long until = System.nanoTime() + ChannelReplica.TIMEOUT.toNanos();
        while (world.ads.asked().size() < 2 && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(world.ads.asked()).hasSize(2);
    }

    @Test
    void whatIsToBeCalledForAdsIsReadForThoseWhoAskForIt() {
        AskedRendition asked = one.asked(channel, VIEWER, VIDEO);
        for (String id : ads(one, VIDEO, "event", LONG)) {
            assertThat(one.decisions(asked).ad(id).orElseThrow().ad().response())
                    .isEmpty();
            assertThat(one.decisions(asked, true, ChannelReplica.TIMEOUT)
                            .ad(id)
                            .orElseThrow()
                            .ad()
                            .response())
                    .isPresent();
        }
    }

    @Test
    @Timeout(60)
    void aRequestWaitsForAllItsBreaksTogetherNoLongerThanItMay() {
        Duration longest = Duration.ofSeconds(1);
        ChannelReplica stuck = new ChannelReplica(world, store, Ticker.systemTicker(), task -> {});
        long start = System.nanoTime();
        ViewerDecisions decisions = stuck.decisions(stuck.asked(channel, VIEWER, VIDEO), false, longest);
        assertThat(decisions.ads(signalled("event", SHORT))).isEmpty();
        assertThat(decisions.ads(signalled("next event", SHORT))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(longest, longest.multipliedBy(2));
    }
}

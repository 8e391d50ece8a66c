package dev.hemstitch.examples.kit.live;

import static dev.hemstitch.examples.kit.live.ChannelReplica.AUDIO;
import static dev.hemstitch.examples.kit.live.ChannelReplica.VIDEO;
import static org.assertj.core.api.Assertions.assertThat;

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

/** What breaks are taken for the same, and so have the same ads, for which the ad server is asked once. */
class ViewerDecisionsTest {
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
        return replica.decisions(replica.asked(channel, "viewer", rendition));
    }

    private List<String> ads(ChannelReplica replica, String rendition, String breakId, int seconds) {
        OptionalLong nanos = OptionalLong.of(TimeUnit.SECONDS.toNanos(seconds));
        SignalledBreak signalled = SignalledBreak.builder(breakId, 0)
                .durationNanos(nanos)
                .untilNanos(nanos)
                .build();
        return decisions(replica, rendition).ads(signalled).orElseThrow().stream()
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
                .allSatisfy(id -> assertThat(decisions(other, AUDIO).ad(id)).isPresent());
        assertThat(ads(other, VIDEO, "msn-7", SHORT)).isEqualTo(video);
        assertThat(ads(other, AUDIO, "msn-7", LONG)).isEqualTo(audio);
        assertThat(world.ads.asked()).hasSize(2);
    }
}

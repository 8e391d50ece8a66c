package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.stitch.live.LiveAd;
import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What breaks are taken for the same, and so have the same ads, for which the ad server is asked once. */
class ViewerDecisionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final ViewerToken VIEWER = new ViewerToken("viewer");
    private static final Device DEVICE = new Device("192.0.2.1", Optional.empty());
    private static final int SHORT = 12;
    private static final int LONG = 28;

    private final World world = new World();
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final HttpSource http = HttpSource.builder()
            .addresses(AddressPolicy.ANY)
            .ports(Set.of())
            .timeout(TIMEOUT)
            .build();
    private final SessionStore store = new MemorySessionStore(Duration.ofHours(1), 1 << 20);
    private final Replica one = new Replica();
    private Optional<LiveChannel> channel = Optional.empty();

    @BeforeEach
    void readChannel() throws IOException {
        channel = Optional.of(
                new LiveChannel("channel", TitlePlaylists.read(title().origin(), http, Optional.empty(), metrics)));
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Title title() {
        String adTag = world.ads.uri() + "/vast-pod?kind=fmp4&viewer=[VIEWER]&most=[BREAKMAXDURATION]";
        return new Title(
                "channel",
                Title.Kind.LIVE,
                world.live.uri() + "/multivariant.m3u8",
                Optional.empty(),
                Optional.of(adTag));
    }

    private final class Replica {
        private final AdPlaylists playlists = new AdPlaylists(http, Runnable::run, metrics);
        private final Slates none = new Slates(List.of(), playlists);
        private final AdServer adServer = new AdServer(http, playlists, none, TIMEOUT, TIMEOUT, metrics);
        private final ChannelAds channelAds = new ChannelAds(none);
        private final BreakAds breaks = new BreakAds(adServer, store, channelAds, Runnable::run, metrics);
        private final AskedAhead ahead = new AskedAhead(breaks, TIMEOUT, Ticker.systemTicker());

        private ViewerDecisions decisions(String rendition) {
            AskedRendition asked = new AskedRendition(title(), channel.orElseThrow(), rendition, VIEWER, DEVICE);
            return new ViewerDecisions(breaks, ahead, channelAds, asked, false, TIMEOUT);
        }

        List<String> ads(String rendition, String breakId, int seconds) {
            OptionalLong nanos = OptionalLong.of(TimeUnit.SECONDS.toNanos(seconds));
            SignalledBreak signalled = SignalledBreak.builder(breakId, 0)
                    .durationNanos(nanos)
                    .untilNanos(nanos)
                    .build();
            return decisions(rendition).ads(signalled).orElseThrow().stream()
                    .map(LiveAd::id)
                    .toList();
        }
    }

    private List<String> lengthsAsked() {
        return world.ads.asked().stream()
                .map(query -> query.substring(query.indexOf("most=")))
                .toList();
    }

    @Test
    void aBreakThatIsKnownByAnEventIsAskedForOnceForAllRenditions() {
        assertThat(one.ads("v180-media", "event", LONG)).isEqualTo(one.ads("audio-en-media", "event", LONG));
        assertThat(lengthsAsked()).containsExactly("most=28");
    }

    @Test
    void theNumberOfASegmentIsAnotherBreakInAnotherRendition() {
        List<String> video = one.ads("v180-media", "msn-7", SHORT);
        List<String> audio = one.ads("audio-en-media", "msn-7", LONG);
        assertThat(lengthsAsked()).containsExactly("most=12", "most=28");
        assertThat(audio).isNotEmpty().doesNotContainAnyElementsOf(video);
    }

    @Test
    void anotherReplicaFindsTheAdsOfABreakThatIsANumberInAnyRenditionWithoutAsking() {
        List<String> video = one.ads("v180-media", "msn-7", SHORT);
        List<String> audio = one.ads("audio-en-media", "msn-7", LONG);
        Replica other = new Replica();
        assertThat(video)
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(other.decisions("audio-en-media").ad(id)).isPresent());
        assertThat(other.ads("v180-media", "msn-7", SHORT)).isEqualTo(video);
        assertThat(other.ads("audio-en-media", "msn-7", LONG)).isEqualTo(audio);
        assertThat(world.ads.asked()).hasSize(2);
    }
}

package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two replicas, and a session store that loses all it knew while a break is on. */
class ForgottenSessionsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SHORT = Duration.ofNanos(1);
    private static final Device DEVICE = new Device("192.0.2.1", Optional.empty());

    private final World world = new World();
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final SessionStore store = new MemorySessionStore(Duration.ofHours(1), 1 << 20);
    private final HttpSource http = HttpSource.builder()
            .addresses(AddressPolicy.ANY)
            .ports(Set.of())
            .timeout(TIMEOUT)
            .build();
    private final Title channel = new Title(
            "channel",
            Title.Kind.LIVE,
            world.live.uri() + "/multivariant.m3u8",
            Optional.empty(),
            Optional.of(world.ads.uri() + "/vast-pod?kind=fmp4&viewer=[VIEWER]"));

    @AfterEach
    void close() {
        world.close();
    }

    private LivePlayback replica() {
        AdPlaylists playlists = new AdPlaylists(http, Runnable::run, metrics);
        Slates none = new Slates(List.of(), playlists);
        AdServer adServer = new AdServer(http, playlists, none, TIMEOUT, TIMEOUT, metrics);
        return new LivePlayback(
                http, TIMEOUT, SHORT, adServer, none, TIMEOUT, store, Runnable::run, Runnable::run, metrics);
    }

    private String watch(LivePlayback replica) {
        byte[] playlist = replica.rendition(channel, "v180-media", new ViewerToken("viewer"), DEVICE)
                .toBytes();
        return new String(playlist, StandardCharsets.UTF_8);
    }

    @Test
    void aReplicaThatHasNotYetServedTheBreakGoesOnWithItsAdsWhenAnotherOneHas() {
        LivePlayback one = replica();
        LivePlayback other = replica();
        world.live.advanceToBreak();
        watch(other);
        watch(one);
        world.live.advance();
        world.live.advance();
        assertThat(watch(one)).contains("/ad-1");
        store.close(); // all is lost
        assertThat(watch(one)).contains("/ad-1");
        assertThat(watch(other)).isEqualTo(watch(one));
        assertThat(world.ads.asked()).hasSize(1);
    }
}

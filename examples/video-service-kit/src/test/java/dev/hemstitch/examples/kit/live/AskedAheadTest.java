package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.playback.TitlePlaylists;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** For whom the ad server is asked when the first viewer sees a break. */
class AskedAheadTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PACE = Duration.ofMillis(20);
    private static final String VIDEO = "v180-media";
    private static final String AUDIO = "audio-en-media";

    private final World world = new World();
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final AtomicLong nanos = new AtomicLong();
    private final HttpSource http = HttpSource.builder()
            .addresses(AddressPolicy.ANY)
            .ports(Set.of())
            .timeout(TIMEOUT)
            .build();
    private final Title title = new Title(
            "channel",
            Title.Kind.LIVE,
            world.live.uri() + "/multivariant.m3u8",
            Optional.empty(),
            Optional.of(world.ads.uri() + "/vast-pod?kind=fmp4&viewer=[VIEWER]"));
    private final BreakQuestion question =
            new BreakQuestion(title.adTag().orElseThrow(), BreakQuestion.Place.BREAK, -1, Map.of(), "");
    private final LiveChannel channel;
    private final BreakAds breaks;
    private final AskedAhead ahead;

    AskedAheadTest() throws IOException {
        AdPlaylists playlists = new AdPlaylists(http, Runnable::run, metrics);
        Slates none = new Slates(List.of(), playlists);
        AdServer adServer = new AdServer(http, playlists, none, TIMEOUT, TIMEOUT, metrics);
        channel = new LiveChannel(title.id(), TitlePlaylists.read(title.origin(), http, Optional.empty(), metrics));
        breaks = new BreakAds(
                adServer,
                new MemorySessionStore(Duration.ofHours(1), 1 << 20),
                new ChannelAds(none),
                Runnable::run,
                metrics);
        ahead = new AskedAhead(breaks, TIMEOUT, nanos::get);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private AskedRendition asked(String viewer, String rendition) {
        Device device = new Device("192.0.2.1", Optional.empty());
        return new AskedRendition(title, channel, rendition, new ViewerToken(viewer), device);
    }

    private List<String> viewersAskedFor() {
        return world.ads.asked().stream()
                .map(query -> query.substring(query.indexOf("viewer=") + "viewer=".length()))
                .toList();
    }

    private void awaitAskedFor(String viewer) {
        long until = System.nanoTime() + TIMEOUT.toNanos();
        while (!viewersAskedFor().contains(hash(viewer)) && System.nanoTime() < until) {
            sleep(PACE);
        }
        assertThat(viewersAskedFor()).contains(hash(viewer));
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hash(String viewer) {
        return new ViewerToken(viewer).hash();
    }

    @Test
    void allWhoWatchAreAskedForOnceWhenTheFirstSeesABreak() throws Exception {
        ahead.watches(asked("first", VIDEO), PACE);
        ahead.watches(asked("second", AUDIO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("second");
        awaitAskedFor("first");
        ahead.sees(asked("second", AUDIO), "event", question);
        assertThat(breaks.ask(asked("second", VIDEO), "event", question).get().ads())
                .hasSize(2);
        assertThat(viewersAskedFor()).containsExactlyInAnyOrder(hash("first"), hash("second"));
    }

    @Test
    void nobodyIsAskedForWhoHasLeftOrWatchesAnotherChannel() {
        Title other = new Title("other", Title.Kind.LIVE, title.origin(), Optional.empty(), title.adTag());
        Device device = new Device("192.0.2.1", Optional.empty());
        ahead.watches(asked("gone", VIDEO), PACE);
        nanos.addAndGet(3 * PACE.toNanos());
        ahead.watches(new AskedRendition(other, channel, VIDEO, new ViewerToken("elsewhere"), device), PACE);
        ahead.watches(asked("here", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "event", question);
        awaitAskedFor("here");
        assertThat(viewersAskedFor()).containsExactly(hash("here"));
    }

    @Test
    void aBreakThatIsANumberIsNoneForThoseWhoWatchAnotherRendition() {
        ahead.watches(asked("listener", AUDIO), PACE);
        ahead.watches(asked("viewer", VIDEO), PACE);
        ahead.sees(asked("first", VIDEO), "msn-7", question);
        awaitAskedFor("viewer");
        assertThat(viewersAskedFor()).containsExactly(hash("viewer"));
    }
}

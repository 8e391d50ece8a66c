package dev.hemstitch.examples.kit.vod;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The session of a viewer who is here does not end, however short sessions are. */
class VodViewingsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration SESSION = Duration.ofMinutes(1);
    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final World world = new World();
    private final ServiceMetrics metrics = new ServiceMetrics();
    private final HttpSource http = World.http(TIMEOUT);
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger used = new AtomicInteger();
    private final SessionStore sessions = counting(new MemorySessionStore(Duration.ofHours(1), 1 << 20));
    private final Title title = new Title(
            "film",
            Title.Kind.VOD,
            world.origin.uri() + "/ts/content/multivariant.m3u8",
            Optional.of(world.ads.uri() + "/vmap?kind=ts&viewer=[VIEWER]"),
            Optional.empty());

    private SessionStore counting(SessionStore store) {
        return new SessionStore() {
            @Override
            public Optional<Stored> load(String key) throws IOException {
                used.incrementAndGet();
                return store.load(key);
            }

            @Override
            public Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value, Duration kept)
                    throws IOException {
                return store.compareAndSet(key, expected, value, kept);
            }

            @Override
            public void close() {
                store.close();
            }
        };
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void itIsUsedAgainBeforeItWouldEndAndTheAdServerIsAskedOnce() throws IOException {
        AdPlaylists playlists = new AdPlaylists(http, Runnable::run, metrics);
        VodViewings viewings =
                new VodViewings(World.adServer(playlists, TIMEOUT, metrics), sessions, SESSION, nanos::get, metrics);
        VodTitle content = new VodTitle(title, TitlePlaylists.read(title.origin(), http, Optional.empty(), metrics));
        long lastUse = 0;
        for (int i = 0; i < 20; i++) {
            int before = used.get();
            viewings.of(title, content, new ViewerToken("viewer"), new Device("192.0.2.1", Optional.empty()));
            if (used.get() > before) {
                assertThat(Duration.ofNanos(nanos.get() - lastUse)).isLessThan(SESSION);
                lastUse = nanos.get();
            }
            nanos.addAndGet(REFRESH.toNanos());
        }
        assertThat(Duration.ofNanos(nanos.get() - lastUse)).isLessThan(SESSION);
        assertThat(used.get()).as("not each time").isLessThan(10);
        assertThat(world.ads.asked()).hasSizeLessThan(3); // with a wrapper
    }
}

package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.ads.AdPlaylists;
import dev.hemstitch.examples.kit.ads.AdServer;
import dev.hemstitch.examples.kit.ads.Slates;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.http.ViewerToken;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.titles.Title;
import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two replicas with one session store, whose origins are not of the same age. */
class LivePlaybackTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofNanos(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int WINDOW = 4;
    private static final Title CHANNEL = new Title(
            "channel", Title.Kind.LIVE, "https://origin.example/all.m3u8", Optional.empty(), Optional.empty());

    private final SessionStore store = new MemorySessionStore(LONG, 1 << 20);

    /** A replica, and what its origin says. */
    private final class Replica implements PlaylistSource {
        private final AtomicInteger first = new AtomicInteger(1_000);
        private final AtomicInteger asked = new AtomicInteger();
        private volatile boolean isDown;
        private final ServiceMetrics metrics = new ServiceMetrics();
        private final LivePlayback playback;

        Replica(Duration fresh) {
            AdPlaylists playlists = new AdPlaylists(this, Runnable::run, metrics);
            Slates none = new Slates(List.of(), playlists);
            AdServer ads = World.adServer(playlists, TIMEOUT, metrics);
            playback = new LivePlayback(
                    this, TIMEOUT, fresh, ads, none, TIMEOUT, store, Runnable::run, Runnable::run, metrics);
        }

        @Override
        public Fetched fetch(String uri) throws IOException {
            if (uri.equals(CHANNEL.origin())) {
                return fetched(uri, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nvideo.m3u8\n");
            }
            asked.incrementAndGet();
            if (isDown) {
                throw new IOException("down");
            }
            StringBuilder text =
                    new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:" + first + '\n');
            for (int number = first.get(); number < first.get() + WINDOW; number++) {
                text.append("#EXT-X-PROGRAM-DATE-TIME:" + START.plusSeconds(4L * number) + "\n#EXTINF:4,\n" + number
                        + ".ts\n");
            }
            return fetched(uri, text.toString());
        }

        private Fetched fetched(String uri, String text) {
            return new Fetched(text.getBytes(StandardCharsets.UTF_8), uri);
        }

        /** The last segment that it serves. */
        long last(String viewer) {
            byte[] bytes = playback.rendition(
                            CHANNEL, "video", new ViewerToken(viewer), new Device("192.0.2.1", Optional.empty()))
                    .toBytes();
            MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(bytes);
            MediaSegment last = playlist.segments().get(playlist.segments().size() - 1);
            assertThat(last.uri()).endsWith("/" + last.mediaSequence() + ".ts");
            return last.mediaSequence();
        }

        void refuses(String viewer) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> last(viewer))
                    .satisfies(refused -> assertThat(refused.status()).isEqualTo(503));
        }

        void counted(String outcome, int times) {
            assertThat(metrics.scrape())
                    .contains("hemstitch_live_refreshes_total{outcome=\"" + outcome + "\"} " + times + ".0");
        }
    }

    @Test
    void aReplicaWhoseOriginFailsRefusesWhatTheOtherHasGoneBeyond() {
        Replica one = new Replica(SHORT);
        Replica other = new Replica(SHORT);
        assertThat(one.last("a")).isEqualTo(1_003);
        assertThat(other.last("a")).isEqualTo(1_003);
        one.first.set(1_002);
        assertThat(one.last("a")).isEqualTo(1_005);
        one.isDown = true;
        other.isDown = true;
        other.refuses("a");
        assertThat(one.last("a")).isEqualTo(1_005);
        other.counted("behind", 1);
        assertThat(other.last("b")).isEqualTo(1_003); // whom nobody has shown more
    }

    @Test
    void aSnapshotThatIsNotYetOldIsFetchedAgainWhereTheOtherReplicaHasShownMore() throws InterruptedException {
        Replica one = new Replica(SHORT);
        Replica other = new Replica(LONG);
        assertThat(other.last("a")).isEqualTo(1_003);
        one.first.set(1_001);
        other.first.set(1_001);
        assertThat(one.last("a")).isEqualTo(1_004);
        Thread.sleep(600); // no more often than twice a second
        assertThat(other.last("a")).isEqualTo(1_004);
        assertThat(other.asked).hasValue(3); // with the one for the channel
    }

    @Test
    void whoAsksAgainForTheSameSnapshotGetsTheSameBytesAsLongAsNobodyHasShownMore() {
        Replica one = new Replica(LONG);
        Replica other = new Replica(SHORT);
        assertThat(one.last("a")).isEqualTo(1_003);
        assertThat(one.last("a")).isEqualTo(1_003);
        one.counted("repeated", 1);
        other.first.set(1_001);
        assertThat(other.last("a")).isEqualTo(1_004);
        one.isDown = true;
        one.refuses("a");
    }

    @Test
    void anOriginThatFallsBackInTimeIsShownAsOneThatStandsStillAndNeverEmpty() {
        Replica one = new Replica(SHORT);
        Replica other = new Replica(SHORT);
        one.first.set(1_200);
        assertThat(one.last("a")).isEqualTo(1_203);
        one.first.set(1_050);
        for (int refresh = 0; refresh < 3; refresh++) {
            one.first.incrementAndGet();
            assertThat(one.last("a")).isEqualTo(1_203);
        }
        other.refuses("a"); // which has not served the viewer
        one.first.set(1_202);
        assertThat(one.last("a")).isEqualTo(1_205);
    }

    @Test
    void aReplicaThatHasNotServedAViewerGoesOnWhereTheOtherIs() {
        Replica one = new Replica(SHORT);
        Replica other = new Replica(SHORT);
        one.first.set(1_001);
        assertThat(one.last("a")).isEqualTo(1_004);
        other.first.set(1_001);
        assertThat(other.last("a")).isEqualTo(1_004);
    }
}

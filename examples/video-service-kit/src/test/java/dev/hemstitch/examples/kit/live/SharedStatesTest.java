package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.stitch.live.LiveDecisions;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.ads.stitch.live.LiveStateStore;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.session.MemorySessionStore;
import dev.hemstitch.examples.kit.session.SessionStore;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two replicas over one store, which goes away or forgets. */
class SharedStatesTest {
    private static final String VIEWER = "live/channel/viewer";
    private static final LiveState FIRST = refreshed(LiveState.NEW, "video", 1);
    private static final LiveState SECOND = refreshed(FIRST, "video", 2);

    private final UncertainStore store = new UncertainStore();
    private final SharedStates one = new SharedStates(store, new ServiceMetrics());
    private final SharedStates other = new SharedStates(store, new ServiceMetrics());

    private static final class UncertainStore implements SessionStore {
        private SessionStore kept = empty();
        private boolean isAway;

        private static SessionStore empty() {
            return new MemorySessionStore(Duration.ofMinutes(1), 1 << 20);
        }

        void forget() {
            kept = empty();
        }

        private SessionStore asked() throws IOException {
            if (isAway) {
                throw new IOException("away");
            }
            return kept;
        }

        @Override
        public Optional<Stored> load(String key) throws IOException {
            return asked().load(key);
        }

        @Override
        public Optional<Stored> compareAndSet(String key, Optional<Stored> expected, String value, Duration kept)
                throws IOException {
            return asked().compareAndSet(key, expected, value, kept);
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    private static LiveState refreshed(LiveState state, String rendition, int first) {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:" + first + "\n#EXTINF:4,\n" + first
                + ".ts\n#EXTINF:4,\n" + (first + 1) + ".ts\n";
        MediaPlaylist snapshot = (MediaPlaylist) PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
        LiveRendition place = LiveRendition.inPlace(rendition, "https://origin.example/" + rendition + ".m3u8");
        return new LiveStitcher(LiveOptions.DEFAULT)
                .stitch(state, place, snapshot, LiveDecisions.NONE)
                .state();
    }

    private static Optional<LiveState> state(SharedStates replica) throws IOException {
        return replica.load(VIEWER).map(LiveStateStore.Stored::state);
    }

    private static void write(SharedStates replica, LiveState next) throws IOException {
        assertThat(replica.compareAndSet(VIEWER, replica.load(VIEWER), next)).isTrue();
    }

    @Test
    void aReplicaSeesWhatTheOtherHasWritten() throws IOException {
        write(one, FIRST);
        write(other, SECOND);
        assertThat(state(one)).contains(SECOND);
    }

    @Test
    void whatAReplicaHasOnlyReadIsWhatItGoesOnFromWhileTheStoreIsAway() throws IOException {
        write(one, FIRST);
        assertThat(state(other)).contains(FIRST);
        write(one, SECOND);
        assertThat(state(other)).contains(SECOND);
        store.isAway = true;
        assertThat(state(other)).contains(SECOND);
    }

    @Test
    void aStoreThatHasForgottenIsToldAgainByWhoeverKnows() throws IOException {
        write(one, FIRST);
        assertThat(state(other)).contains(FIRST);
        store.forget();
        write(other, SECOND);
        assertThat(state(one)).contains(SECOND.merge(FIRST));
    }

    @Test
    void whatTwoReplicasWroteApartIsMerged() throws IOException {
        write(one, FIRST);
        assertThat(state(other)).contains(FIRST);
        LiveState audio = refreshed(FIRST, "audio", 1);
        store.isAway = true;
        write(one, SECOND);
        write(other, audio);
        store.isAway = false;
        assertThat(state(one)).contains(SECOND.merge(FIRST));
        write(one, SECOND);
        assertThat(state(other)).contains(SECOND.merge(audio));
    }

    @Test
    void aViewerWhomNobodyKnowsIsNewAlsoWhileTheStoreIsAway() throws IOException {
        assertThat(state(one)).isEmpty();
        store.isAway = true;
        assertThat(state(one)).isEmpty();
        write(one, FIRST);
        assertThat(state(one)).contains(FIRST);
    }
}

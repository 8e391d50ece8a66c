package dev.hemstitch.examples.kit.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.examples.kit.http.AnswerBody;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LastServedTest {
    private final AtomicLong seconds = new AtomicLong();
    private final LastServed served = new LastServed(() -> TimeUnit.SECONDS.toNanos(seconds.get()));
    private final LastServed.Served last = new LastServed.Served(snapshot(), 7, AnswerBody.EMPTY);

    private static ChannelSnapshot snapshot() {
        byte[] text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n".getBytes(StandardCharsets.UTF_8);
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(text);
        return new ChannelSnapshot(playlist, playlist, "https://origin.example/");
    }

    @Test
    void whatIsAskedForIsKeptThoughNothingNewComes() {
        served.put("a", last);
        for (int refresh = 0; refresh < 10; refresh++) {
            seconds.addAndGet(50);
            assertThat(served.find("a")).contains(last);
        }
    }

    @Test
    void whatNobodyAsksForIsForgottenAfterAMinute() {
        served.put("a", last);
        seconds.set(61);
        assertThat(served.find("a")).isEmpty();
    }

    @Test
    void whatWasServedHereReachesOnlyWhatNobodyElseHasGoneBeyond() {
        assertThat(last.reaches(OptionalLong.of(7))).isTrue();
        assertThat(last.reaches(OptionalLong.of(8))).isFalse();
        assertThat(last.reaches(OptionalLong.empty())).isFalse();
    }

    @Test
    void aSnapshotThatReadsTheSameIsAnotherOne() {
        assertThat(last.isOf(last.snapshot())).isTrue();
        assertThat(last.isOf(snapshot())).isFalse();
    }
}

package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Markers that were read once make the same breaks as often as they are asked, whatever was asked before. */
class PreparedCuesTest {
    private static final MediaPlaylist PLAYLIST = CuePlaylists.media(
            "6", "#EXT-X-CUE-IN", "6", "#EXT-X-CUE-OUT:12", "6", "6", "#EXT-X-CUE-IN", "6", "#EXT-X-CUE-IN", "6");

    @Test
    void what_is_known_from_before_counts_for_one_reading_only() {
        PreparedCues cues = CueReader.withDefaults().prepare(PLAYLIST);
        CueReading first = cues.read(List.of());
        SignalledBreak running = SignalledBreak.builder("running", -6_000_000_000L)
                .durationNanos(OptionalLong.of(30_000_000_000L))
                .anchor(Optional.of(new TimelineAnchor(100, 0)))
                .build();
        CueReading second = cues.read(List.of(running));
        assertThat(second.breaks()).hasSize(2);
        assertThat(second.breaks().get(0).id()).isEqualTo("running");
        assertThat(second.problems()).hasSize(1);
        assertThat(first.breaks()).hasSize(1);
        assertThat(first.problems()).hasSize(2);
        assertThat(cues.read(List.of())).isEqualTo(first);
        assertThat(cues.read(List.of(running))).isEqualTo(second);
        assertThat(CueReader.withDefaults().read(PLAYLIST)).isEqualTo(first);
    }
}

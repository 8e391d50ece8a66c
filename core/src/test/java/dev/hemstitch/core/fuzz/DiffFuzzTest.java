package dev.hemstitch.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.Playlist;
import java.util.List;

/** A playlist does not differ from itself, and two differ whichever comes first. */
class DiffFuzzTest {
    @DictionaryFile(resourcePath = "/dev/hemstitch/core/fuzz/hls.dict")
    @FuzzTest(maxDuration = "12m")
    void playlists_differ_both_ways_or_not_at_all(byte[] bytes) {
        List<Playlist> playlists = Fuzzed.playlists(bytes);
        for (Playlist left : playlists) {
            assertThat(PlaylistDiff.of(left, left).differences()).isEmpty();
            for (Playlist right : playlists) {
                assertThat(PlaylistDiff.of(left, right).isEmpty())
                        .isEqualTo(PlaylistDiff.of(right, left).isEmpty());
            }
        }
    }
}

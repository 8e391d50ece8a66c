package dev.hemstitch.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ReceivedPlaylist;
import dev.hemstitch.core.validation.ValidationProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any playlists, alone, together and one after the other, are judged without any exception. */
class ValidateFuzzTest {
    private static final String URI = "https://example.com/a/playlist.m3u8?q=1&_HLS_skip=v2";

    @DictionaryFile(resourcePath = "/dev/hemstitch/core/fuzz/hls.dict")
    @FuzzTest(maxDuration = "12m")
    void any_playlists_are_judged(byte[] bytes) {
        List<Playlist> playlists = Fuzzed.playlists(bytes);
        ReloadChecker checker = ReloadChecker.of(ValidationProfile.APPLE);
        Instant time = Instant.EPOCH;
        for (Playlist playlist : playlists) {
            for (ValidationProfile profile : ValidationProfile.values()) {
                judge(playlist, playlists, PlaylistValidator.of(profile));
            }
            time = time.plusSeconds(7);
            oneLined(checker.next(playlist, time).findings());
        }
    }

    private static void judge(Playlist playlist, List<Playlist> all, PlaylistValidator validator) {
        ReceivedPlaylist received = new ReceivedPlaylist(playlist, Optional.of(URI), Optional.of("text/plain"));
        oneLined(validator.validate(received).findings());
        if (playlist instanceof MultivariantPlaylist multivariant) {
            Map<String, ReceivedPlaylist> tracks = new HashMap<>();
            for (int i = 0; i < multivariant.variants().size() && i < all.size(); i++) {
                tracks.put(multivariant.variants().get(i).uri(), ReceivedPlaylist.of(all.get(all.size() - 1 - i)));
            }
            oneLined(validator.validate(received, tracks).multivariant().findings());
        }
    }

    private static void oneLined(List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            assertThat(finding.toString()).doesNotContain("\n", "\r");
            assertThat(finding.location().line()).isPositive();
            assertThat(finding.location().column()).isPositive();
        }
    }
}

package dev.hemstitch.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.List;

/**
 * An update made of a playlist that reads without problems gives that playlist back, but for parts of skipped segments, which servers have removed so
 * far from the end; and any update is applied or refused.
 */
class DeltaFuzzTest {
    @DictionaryFile(resourcePath = "/dev/hemstitch/core/fuzz/hls.dict")
    @FuzzTest(maxDuration = "12m")
    void updates_are_applied_or_refused(byte[] bytes) {
        List<MediaPlaylist> playlists = Fuzzed.playlists(bytes).stream()
                .filter(MediaPlaylist.class::isInstance)
                .map(MediaPlaylist.class::cast)
                .toList();
        for (MediaPlaylist full : playlists) {
            if (!isSound(full)) {
                DeltaUpdate.create(full).ifPresent(update -> DeltaUpdate.apply(update, full));
                continue;
            }
            DeltaUpdate.create(full)
                    .ifPresent(update -> assertThat(
                                    DeltaUpdate.apply(update, full).playlist())
                            .hasValueSatisfying(again -> assertThat(
                                            PlaylistDiff.of(full, again).differences())
                                    .allMatch(difference -> difference.field().startsWith("part "))));
            playlists.forEach(other -> DeltaUpdate.apply(full, other));
        }
    }

    private static boolean isSound(MediaPlaylist playlist) {
        return PlaylistParser.lenient().tryParse(PlaylistWriter.toBytes(playlist)).diagnostics().stream()
                .noneMatch(problem -> problem.severity() == Severity.ERROR);
    }
}

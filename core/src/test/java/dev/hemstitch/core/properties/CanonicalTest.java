package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** P5: a playlist rendered anew means what it meant, and rendering it once more changes nothing. */
class CanonicalTest {
    private static final int SEEDS = 3_000;

    /** The readers agree on the canonical text, and its values are those of the playlist. */
    private static void check(Playlist playlist, String name) {
        byte[] canonical = PlaylistWriter.canonical(playlist).toByteArray();
        Playlist again = PlaylistParser.lenient().parse(canonical);
        assertThat(PlaylistWriter.canonical(again).toByteArray())
                .as("%s, canonical twice", name)
                .isEqualTo(canonical);
        assertThat(again.getClass()).as(name).isEqualTo(playlist.getClass());
        assertThat(Agreement.differences(playlist, canonical))
                .as(name)
                .allMatch(difference -> difference.startsWith("lines behind:"));
        assertThat(Agreement.differences(again, canonical)).as(name).isEmpty();
    }

    @Test
    void rendering_generated_playlists_anew_keeps_their_meaning() {
        for (long seed = 0; seed < SEEDS; seed++) {
            check(PlaylistParser.lenient().parse(PlaylistTexts.media(seed)), "media " + seed);
            check(PlaylistParser.lenient().parse(PlaylistTexts.multivariant(seed)), "multivariant " + seed);
        }
        System.out.println("P5: " + 2 * SEEDS + " generated playlists rendered anew");
    }

    @Test
    void rendering_real_playlists_anew_twice_is_rendering_them_once() {
        int count = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            Optional<Playlist> playlist =
                    PlaylistParser.lenient().tryParse(file.getValue()).playlist();
            if (playlist.isPresent()) {
                String canonical = PlaylistWriter.canonical(playlist.get()).toString();
                ParseResult again = PlaylistParser.lenient().tryParse(PlaylistTexts.bytes(canonical));
                assertThat(PlaylistWriter.canonical(again.playlist().orElseThrow()))
                        .as(file.getKey())
                        .hasToString(canonical);
                count++;
            }
        }
        System.out.println("P5: " + count + " real playlists rendered anew");
    }
}

package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** P4: the library and the reference readers say the same of every playlist. */
class AgreementTest {
    private static final int SEEDS = 4_000;

    private static void agree(String what, LongFunction<byte[]> texts) {
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = texts.apply(seed);
            Playlist playlist = PlaylistParser.lenient().parse(bytes);
            assertThat(Agreement.differences(playlist, bytes))
                    .as("%s %d", what, seed)
                    .isEmpty();
        }
        System.out.println("P4: " + SEEDS + " " + what + " read as the reference reads them");
    }

    @Test
    void legal_media_playlists_are_read_as_the_reference_reads_them() {
        agree("legal media playlists", seed -> PlaylistTexts.bytes(PlaylistTexts.media(seed)));
    }

    @Test
    void legal_multivariant_playlists_are_read_as_the_reference_reads_them() {
        agree("legal multivariant playlists", seed -> PlaylistTexts.bytes(PlaylistTexts.multivariant(seed)));
    }

    @Test
    void odd_and_broken_playlists_are_read_as_the_reference_reads_them() {
        agree("odd or broken playlists", PlaylistTexts::dirty);
    }

    @Test
    void real_playlists_are_read_as_the_reference_reads_them() {
        int read = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            ParseResult result = PlaylistParser.lenient().tryParse(file.getValue());
            if (result.playlist().isPresent()) {
                assertThat(Agreement.differences(result.playlist().get(), file.getValue()))
                        .as(file.getKey())
                        .isEmpty();
                read++;
            }
        }
        System.out.println("P4: " + read + " real playlists read as the reference reads them");
        assertThat(read).isGreaterThan(100);
    }
}

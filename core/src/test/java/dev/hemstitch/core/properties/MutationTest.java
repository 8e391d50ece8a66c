package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.parser.ParseMode;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.ByteMutations;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** P1 and P2 on damaged playlists: a value or a {@code PlaylistParseException}, and every byte comes out again. */
class MutationTest {
    /** Fewer by {@code -Dhemstitch.mutations=10000}. */
    private static final int MUTATIONS = Integer.getInteger("hemstitch.mutations", 1_000_000);

    private static final int SAMPLED = 250;

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>(Corpus.smallOnes(2_000).toList());
        for (long seed = 0; seeds.size() < 2_000; seed++) {
            byte[] bytes = seed % 3 == 0
                    ? PlaylistTexts.bytes(PlaylistTexts.media(seed))
                    : seed % 3 == 1 ? PlaylistTexts.dirty(seed) : PlaylistTexts.bytes(PlaylistTexts.multivariant(seed));
            if (bytes.length < 2_500) {
                seeds.add(bytes);
            }
        }
        return seeds;
    }

    @Test
    void damaged_bytes_become_a_playlist_that_is_written_as_it_was_or_are_refused() {
        List<byte[]> seeds = seeds();
        SplittableRandom random = new SplittableRandom(20_261_122);
        int read = 0;
        long calls = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = ByteMutations.mutate(seeds.get(random.nextInt(seeds.size())), random);
            try {
                Playlist playlist = PlaylistParser.lenient().parse(bytes);
                read++;
                calls += use(playlist, bytes, i % SAMPLED == 0);
            } catch (PlaylistParseException e) {
                assertThat(e.diagnostic().message()).isNotEmpty();
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "mutation " + i + ": " + e + "\n" + new String(bytes, StandardCharsets.UTF_8), e);
            }
        }
        System.out.println("P1: " + MUTATIONS + " damaged playlists, " + read + " read and written byte for byte, the "
                + "others refused; " + calls + " accessors called");
        assertThat(read).isBetween(MUTATIONS / 2, MUTATIONS);
    }

    private static long use(Playlist playlist, byte[] bytes, boolean thoroughly) {
        if (!Arrays.equals(PlaylistWriter.toBytes(playlist), bytes)) {
            throw new AssertionError("other bytes were written");
        }
        long calls = touch(playlist);
        if (thoroughly) {
            calls += Accessors.touch(playlist);
            Accessors.others(playlist)
                    .forEach(other -> assertThat(other).isEqualTo(playlist).hasToString(playlist.toString()));
            Variables variables = Variables.of(playlist, Variables.NONE, PlaylistTexts.BASE_URI);
            Accessors.touch(playlist.substitute(variables));
            playlist.mapUris(uri -> "https://mapped.example/" + uri.length());
            String canonical = PlaylistWriter.canonical(playlist).toString();
            assertThat(PlaylistWriter.canonical(PlaylistParser.lenient().parse(canonical)))
                    .asString()
                    .isEqualTo(canonical);
            strict(bytes);
        }
        return calls;
    }

    /** What a service asks of every playlist. */
    private static long touch(Playlist playlist) {
        long sum = playlist.version().orElse(0);
        if (playlist instanceof MediaPlaylist media) {
            for (MediaSegment segment : media.segments()) {
                sum += segment.uri().length()
                        + segment.durationNanos()
                        + segment.keys().size();
                sum += segment.title().map(String::length).orElse(0) + segment.mediaSequence();
                sum += segment.programDateTime().isPresent() ? 1 : 0;
                sum += segment.parts().size() + segment.dateRanges().size();
            }
        } else if (playlist instanceof MultivariantPlaylist multivariant) {
            sum += multivariant.variants().size() + multivariant.renditions().size();
        }
        return sum == 0 ? 1 : 3;
    }

    private static void strict(byte[] bytes) {
        try {
            PlaylistParser.of(ParseMode.STRICT, ParseLimits.DEFAULT).parse(bytes);
        } catch (PlaylistParseException e) {
            assertThat(e.diagnostic().location().line()).isPositive();
        }
        assertThat(PlaylistParser.lenient().tryParse(bytes).playlist()).isPresent();
    }
}

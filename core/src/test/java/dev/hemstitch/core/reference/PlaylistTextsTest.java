package dev.hemstitch.core.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The generators and mutations by what the reference readers see in them. */
class PlaylistTextsTest {
    private static final int SEEDS = 500;

    private static List<EffectivePlaylist> media() {
        return LongStream.range(0, SEEDS)
                .mapToObj(PlaylistTexts::media)
                .map(text -> ReferenceReader.read(text, PlaylistTexts.OUTSIDE_VARIABLES))
                .toList();
    }

    @Test
    void aSeedAlwaysGivesTheSameBytes() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertEquals(PlaylistTexts.media(seed), PlaylistTexts.media(seed));
            assertEquals(PlaylistTexts.multivariant(seed), PlaylistTexts.multivariant(seed));
            byte[] dirty = PlaylistTexts.dirty(seed);
            assertArrayEquals(dirty, PlaylistTexts.dirty(seed));
            assertArrayEquals(
                    ByteMutations.mutate(dirty, new SplittableRandom(seed)),
                    ByteMutations.mutate(dirty, new SplittableRandom(seed)));
        }
    }

    @Test
    void everyPlaylistIsOfItsKind() {
        for (long seed = 0; seed < SEEDS; seed++) {
            assertEquals(ReferenceKind.MEDIA, ReferenceKind.of(PlaylistTexts.media(seed)));
            assertEquals(ReferenceKind.MULTIVARIANT, ReferenceKind.of(PlaylistTexts.multivariant(seed)));
        }
    }

    @Test
    void legalPlaylistsLeaveNothingUndefined() {
        for (EffectivePlaylist playlist : media()) {
            assertTrue(playlist.header().targetDuration().isPresent());
            for (EffectiveSegment segment : playlist.segments()) {
                assertTrue(segment.duration().signum() > 0);
                segment.byteRange().ifPresent(range -> assertTrue(range.offset().isPresent()));
                assertEquals(
                        playlist.dateRanges().isEmpty(),
                        playlist.dateRanges().isEmpty()
                                || segment.derivedProgramDateTime().isEmpty());
                String uri = segment.resolvedAgainst(PlaylistTexts.BASE_URI).uri();
                assertTrue(uri.startsWith("https://") && !uri.contains("{$"), uri);
            }
        }
    }

    @Test
    void amongManyPlaylistsNothingIsMissing() {
        List<EffectiveSegment> segments = media().stream()
                .flatMap(playlist -> playlist.segments().stream())
                .toList();
        assertTrue(segments.stream().anyMatch(segment -> segment.keys().size() > 1));
        assertTrue(segments.stream().anyMatch(segment -> !segment.parts().isEmpty()));
        assertTrue(segments.stream().anyMatch(segment -> segment.dateRanges().size() > 1));
        assertTrue(segments.stream().anyMatch(EffectiveSegment::gap));
        assertTrue(segments.stream()
                .anyMatch(segment ->
                        segment.map().filter(map -> !map.keys().isEmpty()).isPresent()));
        assertTrue(
                media().stream().anyMatch(playlist -> playlist.header().skip().isPresent()));
    }

    @Test
    void nothingStopsTheReaders() {
        SplittableRandom random = new SplittableRandom(1);
        for (long seed = 0; seed < SEEDS; seed++) {
            byte[] bytes = PlaylistTexts.dirty(seed);
            for (int i = 0; i < 10; i++) {
                assertNotNull(ReferenceReader.read(bytes).segments());
                assertNotNull(ReferenceMultivariant.read(bytes).variants());
                bytes = ByteMutations.mutate(bytes, random);
            }
        }
    }
}

package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectiveMap;
import dev.hemstitch.core.reference.EffectivePlaylist;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.reference.ReferenceReader;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** P8, the part of this module: a segment keeps what is in force for it wherever it is moved. */
class MovedSegmentsTest {
    private static final int ROUNDS = 3_000;

    private final SplittableRandom random = new SplittableRandom(8);

    /** Segments in a new order, and what the reference says each of them was. */
    private record Moved(List<MediaSegment> segments, List<EffectiveSegment> sources) {
        void add(Source source, int from, int to) {
            segments.addAll(source.playlist.segments().subList(from, to));
            sources.addAll(source.effective.segments().subList(from, to));
        }
    }

    private record Source(MediaPlaylist playlist, EffectivePlaylist effective) {
        static Source of(String text) {
            return new Source(
                    (MediaPlaylist) PlaylistParser.lenient().parse(text),
                    ReferenceReader.read(text, PlaylistTexts.OUTSIDE_VARIABLES));
        }
    }

    /** A playlist whose variables, which are defined in the header, would not move with its segments is not taken. */
    private Source source() {
        while (true) {
            String text = PlaylistTexts.media(random.nextInt(1_000_000));
            Source source = Source.of(text);
            if (!text.contains("#EXT-X-DEFINE") && !source.playlist.segments().isEmpty()) {
                return source;
            }
        }
    }

    private Moved interleaved(Source one, Source other) {
        Moved moved = new Moved(new ArrayList<>(), new ArrayList<>());
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            Source source = random.nextBoolean() ? one : other;
            int size = source.playlist.segments().size();
            int from = random.nextInt(size);
            moved.add(source, from, random.nextInt(from, size) + 1);
        }
        return moved;
    }

    private static void check(MediaPlaylist built, List<EffectiveSegment> sources, String what) {
        String text = built.toString();
        List<EffectiveSegment> written = ReferenceReader.read(text).segments();
        assertThat(written).as(what).hasSameSizeAs(sources);
        Optional<EffectiveMap> stuck = Optional.empty();
        for (int i = 0; i < sources.size(); i++) {
            EffectiveSegment is = written.get(i);
            EffectiveSegment was = sources.get(i);
            stuck = was.map().isPresent() ? was.map() : stuck;
            String at = what + ", segment " + i;
            assertThat(is.uri()).as(at).isEqualTo(was.uri());
            assertThat(is.durationText()).as(at).isEqualTo(was.durationText());
            assertThat(is.title()).as(at).isEqualTo(was.title());
            assertThat(is.byteRange()).as(at).isEqualTo(was.byteRange());
            assertThat(is.keys()).as(at).isEqualTo(was.keys());
            // No tag ends what EXT-X-MAP says: behind one, a segment without any keeps the last one.
            assertThat(is.map()).as(at).isEqualTo(was.map().isPresent() ? was.map() : stuck);
            assertThat(is.bitrate().or(was::bitrate)).as(at).isEqualTo(was.bitrate());
            assertThat(is.gap()).as(at).isEqualTo(was.gap());
            assertThat(is.discontinuity()).as(at).isEqualTo(was.discontinuity());
            assertThat(is.programDateTime()).as(at).isEqualTo(was.programDateTime());
            assertThat(is.dateRanges()).as(at).isEqualTo(was.dateRanges());
            assertThat(is.parts()).as(at).isEqualTo(was.parts());
        }
        assertThat(Agreement.differences(built, PlaylistWriter.toBytes(built)))
                .as(what)
                .isEmpty();
    }

    @Test
    void segments_of_two_playlists_keep_what_is_in_force_for_them_in_any_order() {
        long segments = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Source one = source();
            Moved moved = interleaved(one, source());
            MediaPlaylist built =
                    one.playlist.toBuilder().segments(moved.segments).build();
            check(built, moved.sources, "round " + i);
            check(built.toBuilder().build(), moved.sources, "built again, round " + i);
            int half = built.segments().size() / 2;
            check(
                    one.playlist.toBuilder()
                            .mediaSequence(77)
                            .segments(built.segments()
                                    .subList(half, built.segments().size()))
                            .build(),
                    ReferenceReader.read(built.toString()).segments().subList(half, moved.sources.size()),
                    "second half, round " + i);
            segments += moved.segments.size();
        }
        System.out.println("P8: " + segments + " segments of " + 2 * ROUNDS + " playlists moved");
    }
}

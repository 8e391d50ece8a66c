package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylistBuilder;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** P3: what was built or edited, written and read again is what it was. */
class RebuiltTest {
    private static final int SEEDS = 3_000;

    /** The same segments, each made from nothing by its values. */
    private static MediaSegment again(MediaSegment segment) {
        MediaSegmentBuilder builder = MediaSegment.builder(segment.uri(), segment.duration())
                .title(segment.title().orElse(""))
                .discontinuity(segment.isDiscontinuity())
                .gap(segment.isGap())
                .byteRange(segment.byteRange())
                .programDateTime(segment.writtenProgramDateTime())
                .map(segment.map())
                .keys(segment.keys());
        segment.dateRanges().forEach(range -> builder.addLine(range.line()));
        segment.parts().forEach(part -> builder.addLine(part.line()));
        segment.otherTags().forEach(line -> builder.addLine(line.text()));
        return builder.build();
    }

    private static void assertSameSegments(MediaPlaylist is, MediaPlaylist was) {
        assertThat(is.segments()).hasSameSizeAs(was.segments());
        for (int i = 0; i < is.segments().size(); i++) {
            MediaSegment one = is.segments().get(i);
            MediaSegment other = was.segments().get(i);
            assertThat(one.uri()).isEqualTo(other.uri());
            assertThat(one.durationNanos()).isEqualTo(other.durationNanos());
            assertThat(one.title()).isEqualTo(other.title());
            assertThat(one.byteRange()).isEqualTo(other.byteRange());
            assertThat(one.map()).isEqualTo(other.map());
            assertThat(one.map().map(InitializationSection::keys).orElse(List.of()))
                    .hasSameElementsAs(
                            other.map().map(InitializationSection::keys).orElse(List.of()));
            assertThat(one.keys()).hasSameElementsAs(other.keys());
            assertThat(one.isGap()).isEqualTo(other.isGap());
            assertThat(one.mediaSequence()).isEqualTo(other.mediaSequence());
            assertThat(one.discontinuitySequence()).isEqualTo(other.discontinuitySequence());
            assertThat(one.startNanos()).isEqualTo(other.startNanos());
            assertThat(one.programDateTime()).isEqualTo(other.programDateTime());
            assertThat(one.dateRanges()).isEqualTo(other.dateRanges());
            assertThat(one.parts()).isEqualTo(other.parts());
        }
    }

    private static MediaPlaylist read(MediaPlaylist built) {
        MediaPlaylist read = (MediaPlaylist) PlaylistParser.lenient().parse(PlaylistWriter.toBytes(built));
        assertThat(read).isEqualTo(built).hasSameHashCodeAs(built);
        assertSameSegments(read, built);
        assertThat(read.mediaSequence()).isEqualTo(built.mediaSequence());
        assertThat(read.discontinuitySequence()).isEqualTo(built.discontinuitySequence());
        assertThat(read.targetDuration()).isEqualTo(built.targetDuration());
        assertThat(read.durationNanos()).isEqualTo(built.durationNanos());
        assertThat(read.dateRanges()).isEqualTo(built.dateRanges());
        assertThat(read.endList()).isEqualTo(built.endList());
        return read;
    }

    @Test
    void a_playlist_built_from_nothing_has_the_values_that_it_was_built_with() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MediaPlaylist source = (MediaPlaylist) PlaylistParser.lenient().parse(PlaylistTexts.media(seed));
            MediaPlaylist built = source.toBuilder()
                    .segments(source.segments().stream().map(RebuiltTest::again).toList())
                    .build();
            MediaPlaylist read = read(built);
            if (source.skip().isEmpty()
                    && source.segments().stream().allMatch(s -> s.map().isPresent())) {
                assertSameSegments(read, numbered(source, read));
            }
        }
        System.out.println("P3: " + SEEDS + " media playlists built from nothing");
    }

    /** Keys of segments from nothing have no number of their own: their implied IVs are those of the new places. */
    private static MediaPlaylist numbered(MediaPlaylist source, MediaPlaylist read) {
        boolean implied = source.segments().stream()
                .anyMatch(segment -> segment.keys().stream().anyMatch(key -> key.hasImplicitIv()));
        return implied ? read : source;
    }

    @Test
    void an_edited_playlist_is_read_as_it_was_edited() {
        SplittableRandom random = new SplittableRandom(3);
        for (long seed = 0; seed < SEEDS; seed++) {
            MediaPlaylist source = (MediaPlaylist) PlaylistParser.lenient()
                    .parse(
                            seed % 2 == 0
                                    ? PlaylistTexts.bytes(PlaylistTexts.media(seed))
                                    : PlaylistTexts.dirtyMedia(seed));
            List<MediaSegment> segments = new ArrayList<>(source.segments());
            if (!segments.isEmpty()) {
                int at = random.nextInt(segments.size());
                segments.set(
                        at,
                        segments.get(at).toBuilder()
                                .uri("edited" + seed)
                                .discontinuity(true)
                                .build());
                segments.remove(random.nextInt(segments.size()));
            }
            read(source.toBuilder()
                    .mediaSequence(seed)
                    .segments(segments)
                    .endList(random.nextBoolean())
                    .build());
        }
        System.out.println("P3: " + SEEDS + " edited media playlists read again");
    }

    @Test
    void a_multivariant_playlist_built_from_its_nouns_has_those_nouns() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MultivariantPlaylist source =
                    (MultivariantPlaylist) PlaylistParser.lenient().parse(PlaylistTexts.multivariant(seed));
            MultivariantPlaylistBuilder builder =
                    MultivariantPlaylist.builder().independentSegments(source.independentSegments());
            source.version().ifPresent(builder::version);
            source.variableDefinitions().forEach(builder::add);
            source.start().ifPresent(builder::add);
            source.contentSteering().ifPresent(builder::add);
            source.renditions().forEach(builder::add);
            source.sessionData().forEach(builder::add);
            source.sessionKeys().forEach(builder::add);
            source.variants().forEach(variant -> builder.add(variant.toBuilder().build()));
            source.iFrameVariants().forEach(builder::add);
            MultivariantPlaylist built = builder.build();
            MultivariantPlaylist read =
                    (MultivariantPlaylist) PlaylistParser.lenient().parse(PlaylistWriter.toBytes(built));
            assertThat(read).isEqualTo(built);
            assertThat(read.version()).isEqualTo(source.version());
            assertThat(read.start()).isEqualTo(source.start());
            assertThat(read.contentSteering()).isEqualTo(source.contentSteering());
            assertThat(read.variableDefinitions()).isEqualTo(source.variableDefinitions());
            assertThat(read.renditions()).isEqualTo(source.renditions());
            assertThat(read.sessionData()).isEqualTo(source.sessionData());
            assertThat(read.sessionKeys()).isEqualTo(source.sessionKeys());
            assertThat(read.variants()).isEqualTo(source.variants());
            assertThat(read.iFrameVariants()).isEqualTo(source.iFrameVariants());
            assertThat(source.toBuilder().edit(Optional::of).build()).isEqualTo(source);
        }
        System.out.println("P3: " + SEEDS + " multivariant playlists built from nothing");
    }
}

package dev.hemstitch.benchmarks.contender;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.benchmarks.workload.MultivariantWorkload;
import dev.hemstitch.benchmarks.workload.Workload;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.writer.PlaylistWriter;
import io.lindstrom.m3u8.model.MasterPlaylist;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Hemstitch reads, since its writing copies and so proves nothing about that, and its other ways to write. */
class HemstitchAnswersTest {
    private final Contender hemstitch = Contenders.HEMSTITCH.contender();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MULTIVARIANT")
    void Each_segment_is_read_as_it_is_meant(Workload workload) {
        MediaPlaylist playlist = (MediaPlaylist) hemstitch.parseMedia(workload.text());
        List<EffectiveSegment> expected =
                Expectation.unchanged(workload.facts()).segments();

        assertThat(playlist.segments()).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            MediaSegment segment = playlist.segments().get(i);
            EffectiveSegment one = expected.get(i);
            assertThat(segment.uri()).isEqualTo(one.uri());
            assertThat(segment.duration().toMillis()).isEqualTo(one.millis());
            assertThat(segment.title().orElse("")).isEqualTo(one.title());
            assertThat(segment.isDiscontinuity()).isEqualTo(one.isDiscontinuity());
            assertThat(segment.programDateTime().map(OffsetDateTime::toInstant)).isEqualTo(one.date());
            assertThat(keys(segment)).isEqualTo(one.keys());
            assertThat(segment.map().map(InitializationSection::uri).orElse(""))
                    .isEqualTo(Attributes.find(one.map(), "URI").orElse(""));
            assertThat(segment.byteRange()
                            .map(range -> range.length() + "@" + range.offset())
                            .orElse(""))
                    .isEqualTo(one.byteRange());
        }
    }

    private static String keys(MediaSegment segment) {
        StringBuilder keys = new StringBuilder();
        for (Key key : segment.keys()) {
            keys.append(key.method().value())
                    .append(' ')
                    .append(key.uri().orElse(""))
                    .append(' ')
                    .append(segment.initializationVector(key).orElse("").toLowerCase(Locale.ROOT))
                    .append(" identity;");
        }
        return keys.toString();
    }

    @Test
    void A_Multivariant_Playlist_is_read_in_full_by_Hemstitch_and_by_lindstrom() {
        byte[] text = Workload.MULTIVARIANT.text();
        MultivariantPlaylist own = (MultivariantPlaylist) hemstitch.parseMultivariant(text);
        MasterPlaylist other = (MasterPlaylist) Contenders.LINDSTROM.contender().parseMultivariant(text);

        assertThat(List.of(
                        own.variants().size(),
                        own.renditions().size(),
                        own.iFrameVariants().size()))
                .isEqualTo(List.of(
                        other.variants().size(),
                        other.alternativeRenditions().size(),
                        other.iFrameVariants().size()))
                .isEqualTo(List.of(
                        MultivariantWorkload.VARIANTS,
                        MultivariantWorkload.RENDITIONS,
                        MultivariantWorkload.I_FRAME_STREAMS));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "LIVE_10",
                "LIVE_10_CLEAR",
                "LIVE_900",
                "VOD_1200",
                "ENCRYPTED_1200",
                "DATED_1200",
                "FRAGMENTED_1200"
            })
    void All_ways_to_write_a_splice_give_the_same_bytes(Workload workload) {
        StitchScene scene = (StitchScene) Contenders.HEMSTITCH.scene(workload);
        byte[] expected = scene.spliceAndWrite();
        ByteBuffer buffer = ByteBuffer.allocate(expected.length + 1);
        ByteArrayOutputStream gathered = new ByteArrayOutputStream();

        scene.spliceInto(buffer);
        scene.spliceInto(buffer);
        for (ByteBuffer part : scene.spliceToBuffers()) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            gathered.writeBytes(bytes);
        }

        assertThat(Arrays.copyOf(buffer.array(), buffer.position())).isEqualTo(expected);
        assertThat(gathered.toByteArray()).isEqualTo(expected);
        assertThat(scene.planSpliceAndWrite()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(names = {"LIVE_10", "LIVE_900", "VOD_1200", "FRAGMENTED_1200"})
    void Canonical_text_means_the_same(Workload workload) {
        MediaPlaylist playlist = (MediaPlaylist) hemstitch.parseMedia(workload.text());
        ByteBuffer canonical = PlaylistWriter.canonical(playlist).asByteBuffer();
        byte[] bytes = new byte[canonical.remaining()];
        canonical.get(bytes);

        assertThat(Aspect.lost(Expectation.unchanged(workload.facts()), ReadBack.of(bytes)))
                .isEmpty();
    }
}

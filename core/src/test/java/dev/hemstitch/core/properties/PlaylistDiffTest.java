package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diff.Difference;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.ByteRange;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.InitializationSection;
import dev.hemstitch.core.model.Key;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MediaSegmentBuilder;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variant;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is laid out in another way is the same; what plays in another way is told, and nothing else. */
class PlaylistDiffTest {
    private static final int SEEDS = 300;

    private static Playlist parse(String text) {
        return PlaylistParser.lenient().parse(text);
    }

    private static void assertSame(Playlist left, Playlist right, String what) {
        assertThat(PlaylistDiff.of(left, right).differences()).as(what).isEmpty();
        assertThat(PlaylistDiff.of(right, left).differences()).as(what).isEmpty();
    }

    @Test
    void another_layout_is_no_difference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (String text : List.of(PlaylistTexts.media(seed), PlaylistTexts.multivariant(seed))) {
                Playlist playlist = parse(text);
                assertSame(playlist, playlist, "itself, seed " + seed);
                assertSame(playlist, parse(PlaylistWriter.canonical(playlist).toString()), "canonical, seed " + seed);
                assertSame(playlist, parse(Relayout.of(playlist, seed)), "another layout, seed " + seed);
            }
        }
    }

    @Test
    void real_playlists_in_another_layout_are_no_difference() {
        int count = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            Optional<Playlist> playlist =
                    PlaylistParser.lenient().tryParse(file.getValue()).playlist();
            if (playlist.isPresent()) {
                String canonical = PlaylistWriter.canonical(playlist.get()).toString();
                assertSame(playlist.get(), playlist.get(), file.getKey());
                assertSame(playlist.get(), parse(canonical), file.getKey());
                count++;
            }
        }
        assertThat(count).isGreaterThan(150);
    }

    @Test
    void any_two_playlists_can_be_compared() {
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 400; i++) {
            Playlist left = PlaylistParser.lenient().parse(PlaylistTexts.dirty(random.nextLong()));
            Playlist right = PlaylistParser.lenient().parse(PlaylistTexts.dirty(random.nextLong()));
            PlaylistDiff diff = PlaylistDiff.of(left, right);
            assertThat(diff.toString().lines().count())
                    .isEqualTo(diff.differences().size());
            assertThat(PlaylistDiff.of(left, left).differences()).isEmpty();
        }
    }

    /** A change of one segment, or empty if the segment has nothing of that kind. */
    private interface Mutation {
        Optional<MediaSegmentBuilder> of(MediaSegment segment);
    }

    private static final Map<String, Mutation> MUTATIONS = Map.of(
            "URI", segment -> Optional.of(segment.toBuilder().uri(segment.uri() + "x")),
            "duration",
                    segment -> Optional.of(
                            segment.toBuilder().duration(segment.duration().plusNanos(1_000_000))),
            "byte range",
                    segment -> segment.byteRange()
                            .map(range -> segment.toBuilder()
                                    .byteRange(Optional.of(new ByteRange(range.length() + 1, range.offset())))),
            "gap", segment -> Optional.of(segment.toBuilder().gap(!segment.isGap())),
            "discontinuity number",
                    segment -> Optional.of(segment.toBuilder().discontinuity(!segment.isDiscontinuity())),
            "program date time",
                    segment -> segment.writtenProgramDateTime()
                            .map(date ->
                                    segment.toBuilder().programDateTime(Optional.of(date.plus(Duration.ofSeconds(5))))),
            "key",
                    segment -> segment.keys().isEmpty()
                            ? Optional.empty()
                            : Optional.of(segment.toBuilder().keys(otherKeys(segment.keys()))),
            "map",
                    segment -> segment.map()
                            .map(map -> segment.toBuilder()
                                    .map(Optional.of(map.toBuilder()
                                            .set(InitializationSection.URI, map.uri() + "x")
                                            .build()))));

    private static List<Key> otherKeys(List<Key> keys) {
        List<Key> changed = new ArrayList<>(keys);
        Key key = changed.get(0);
        boolean vector = key.hasImplicitIv();
        changed.set(
                0,
                vector
                        ? key.toBuilder().set(Key.IV, "0xABCDEF").build()
                        : key.toBuilder().set(Key.URI, "another.key").build());
        return changed;
    }

    @Test
    void a_change_of_one_segment_is_told_of_that_segment_alone() {
        SplittableRandom random = new SplittableRandom(11);
        int told = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            MediaPlaylist playlist = (MediaPlaylist) parse(PlaylistTexts.media(seed));
            List<MediaSegment> segments = playlist.segments();
            if (segments.isEmpty()
                    || playlist.segmentsHave(HlsTag.BITRATE)
                    || playlist.toString().contains("#EXT-X-DEFINE")) {
                continue;
            }
            for (Map.Entry<String, Mutation> mutation : MUTATIONS.entrySet()) {
                int at = random.nextInt(segments.size());
                Optional<MediaSegmentBuilder> mutated = mutation.getValue().of(segments.get(at));
                if (mutated.isPresent()) {
                    List<MediaSegment> changed = new ArrayList<>(segments);
                    changed.set(at, mutated.get().build());
                    Playlist other =
                            parse(playlist.toBuilder().segments(changed).build().toString());
                    List<Difference> found = PlaylistDiff.of(playlist, other).differences();
                    String what = mutation.getKey() + " of " + at + ", seed " + seed + " " + found;
                    String subject =
                            "segment " + Long.toUnsignedString(segments.get(at).mediaSequence());
                    assertThat(found).as(what).isNotEmpty();
                    assertThat(found)
                            .as(what)
                            .allMatch(difference -> difference.subject().equals(subject)
                                    && difference.kind() == Difference.Kind.CHANGED
                                    && difference.field().startsWith(mutation.getKey()));
                    told++;
                }
            }
        }
        System.out.println("diff: " + told + " changes told of the right segment");
    }

    @Test
    void a_segment_that_is_put_in_or_left_out_is_one_difference() {
        for (long seed = 0; seed < SEEDS; seed++) {
            MediaPlaylist playlist = (MediaPlaylist) parse(PlaylistTexts.media(seed));
            boolean aligned = playlist.endList()
                    && !playlist.segmentsHave(HlsTag.KEY)
                    && !playlist.segmentsHave(HlsTag.MAP)
                    && !playlist.segmentsHave(HlsTag.BITRATE)
                    && !playlist.segmentsHave(HlsTag.PROGRAM_DATE_TIME);
            if (!aligned || playlist.segments().size() < 3) {
                continue;
            }
            int at = (int) (seed % playlist.segments().size());
            List<MediaSegment> more = new ArrayList<>(playlist.segments());
            more.add(
                    at,
                    MediaSegment.builder("inserted.ts", Duration.ofSeconds(1)).build());
            Playlist other = parse(playlist.toBuilder().segments(more).build().toString());
            assertThat(PlaylistDiff.of(playlist, other).differences())
                    .as("seed " + seed)
                    .singleElement()
                    .satisfies(difference -> {
                        assertThat(difference.kind()).isEqualTo(Difference.Kind.ADDED);
                        assertThat(difference.right()).contains("inserted.ts");
                    });
            assertThat(PlaylistDiff.of(other, playlist).differences())
                    .singleElement()
                    .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Difference.Kind.REMOVED));
        }
    }

    @Test
    void a_change_of_one_variant_is_told_of_that_variant_alone() {
        SplittableRandom random = new SplittableRandom(5);
        for (long seed = 0; seed < SEEDS; seed++) {
            MultivariantPlaylist playlist = (MultivariantPlaylist) parse(PlaylistTexts.multivariant(seed));
            if (playlist.variants().isEmpty()) {
                continue;
            }
            int at = random.nextInt(playlist.variants().size());
            Variant variant = playlist.variants().get(at);
            int[] index = {0};
            MultivariantPlaylist other = playlist.toBuilder()
                    .edit(tag -> Optional.of(
                            tag instanceof Variant old && index[0]++ == at
                                    ? old.toBuilder()
                                            .set(
                                                    Variant.BANDWIDTH,
                                                    variant.bandwidth().orElse(1) + 1)
                                            .build()
                                    : tag))
                    .build();
            List<Difference> found = PlaylistDiff.of(playlist, other).differences();
            assertThat(found).as("seed " + seed).isNotEmpty();
            assertThat(found)
                    .as("seed " + seed)
                    .allMatch(difference -> difference.field().equals("BANDWIDTH"));
        }
    }

    @Test
    void tens_of_thousands_of_segments_take_no_time_to_speak_of() {
        StringBuilder left = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:10\n");
        StringBuilder right = new StringBuilder(left);
        for (int i = 0; i < 50_000; i++) {
            String segment = "#EXTINF:10,\nsegment" + i % 40_000 + ".ts\n";
            left.append(i % 97 == 0 ? "" : segment);
            right.append(i % 89 == 0 ? "" : segment);
        }
        Playlist before = parse(left.append("#EXT-X-ENDLIST\n").toString());
        Playlist after = parse(right.append("#EXT-X-ENDLIST\n").toString());
        long start = System.nanoTime();
        PlaylistDiff diff = PlaylistDiff.of(before, after);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(diff.differences()).hasSizeLessThan(2 * (50_000 / 89 + 50_000 / 97));
    }
}

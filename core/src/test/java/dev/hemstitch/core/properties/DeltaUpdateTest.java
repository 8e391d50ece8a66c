package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diff.DateRangeHistory;
import dev.hemstitch.core.diff.DeltaResult;
import dev.hemstitch.core.diff.DeltaUpdate;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Skip;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.EffectiveMap;
import dev.hemstitch.core.reference.EffectiveSegment;
import dev.hemstitch.core.reference.LiveTexts;
import dev.hemstitch.core.reference.PlaylistTexts;
import dev.hemstitch.core.reference.ReferenceReader;
import dev.hemstitch.core.validation.CompatibilityVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** P7: an update merged with an older version is the full playlist, refresh after refresh. */
class DeltaUpdateTest {
    private static final int SERIES = 60;

    private int merged;
    private int identical;

    private static List<MediaPlaylist> series(long seed) {
        return LiveTexts.series(seed).stream()
                .map(text -> (MediaPlaylist) PlaylistParser.lenient().parse(text))
                .toList();
    }

    /** By the reference reader, which knows nothing of the library. */
    private static void assertSame(MediaPlaylist merged, MediaPlaylist full, String what) {
        assertThat(PlaylistDiff.of(full, merged).differences()).as(what).isEmpty();
        List<EffectiveSegment> is = ReferenceReader.read(merged.toString()).segments();
        List<EffectiveSegment> was = ReferenceReader.read(full.toString()).segments();
        assertThat(is).as(what).hasSameSizeAs(was);
        for (int i = 0; i < is.size(); i++) {
            String at = what + ", segment " + i;
            assertThat(is.get(i).uri()).as(at).isEqualTo(was.get(i).uri());
            assertThat(is.get(i).mediaSequence()).as(at).isEqualTo(was.get(i).mediaSequence());
            assertThat(is.get(i).discontinuitySequence())
                    .as(at)
                    .isEqualTo(was.get(i).discontinuitySequence());
            assertThat(is.get(i).durationText()).as(at).isEqualTo(was.get(i).durationText());
            assertThat(is.get(i).byteRange()).as(at).isEqualTo(was.get(i).byteRange());
            assertThat(is.get(i).keys()).as(at).isEqualTo(was.get(i).keys());
            // Under which key the map of an older segment stood is known to the diff: samples alone are encrypted here.
            assertThat(is.get(i).map().map(EffectiveMap::uri))
                    .as(at)
                    .isEqualTo(was.get(i).map().map(EffectiveMap::uri));
            assertThat(is.get(i).bitrate()).as(at).isEqualTo(was.get(i).bitrate());
            assertThat(is.get(i).parts()).as(at).isEqualTo(was.get(i).parts());
            assertThat(is.get(i).derivedProgramDateTime())
                    .as(at)
                    .isEqualTo(was.get(i).derivedProgramDateTime());
        }
    }

    private MediaPlaylist merge(MediaPlaylist update, MediaPlaylist older, MediaPlaylist full, String what) {
        DeltaResult result = DeltaUpdate.apply(update, older);
        assertThat(result.failure()).as(what + " " + result.message()).isEmpty();
        MediaPlaylist playlist = result.playlist().orElseThrow();
        assertSame(playlist, full, what);
        merged++;
        return playlist;
    }

    /** Where the older version starts with the lines of all that is skipped, and of the segment behind, nothing changes. */
    private void mergesByteForByte(MediaPlaylist update, MediaPlaylist older, MediaPlaylist full, String what) {
        int taken = (int) update.skip().orElseThrow().skippedSegments() + 1;
        int from = (int) (full.mediaSequence() - older.mediaSequence());
        boolean sameLines = from == 0
                && older.version().equals(full.version())
                && from + taken <= older.segments().size()
                && older.segments()
                        .subList(from, from + taken)
                        .equals(full.segments().subList(0, taken));
        if (sameLines) {
            assertThat(DeltaUpdate.apply(update, older).playlist()).as(what).contains(full);
            identical++;
        }
    }

    @Test
    void updates_that_skip_segments_merge_to_the_full_playlist_refresh_after_refresh() {
        for (long seed = 0; seed < SERIES; seed++) {
            List<MediaPlaylist> series = series(seed);
            MediaPlaylist client = series.get(0);
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 1; i < series.size(); i += random.nextInt(1, 3)) {
                MediaPlaylist full = series.get(i);
                Optional<MediaPlaylist> update = DeltaUpdate.create(full);
                String what = "series " + seed + ", refresh " + i;
                if (update.isEmpty()) {
                    client = full;
                    continue;
                }
                assertThat(CompatibilityVersion.of(update.get()).version())
                        .as(what)
                        .isLessThanOrEqualTo((int) update.get().version().orElse(1));
                assertThat(update.get().mediaSequence()).as(what).isEqualTo(full.mediaSequence());
                assertThat(update.get().dateRanges()).as(what).containsExactlyInAnyOrderElementsOf(full.dateRanges());
                mergesByteForByte(update.get(), series.get(i - 1), full, what);
                client = merge(update.get(), client, full, what);
            }
        }
        System.out.println("P7: " + merged + " updates merged, " + identical + " byte for byte");
        assertThat(identical).isGreaterThan(50);
    }

    @Test
    void updates_that_skip_date_ranges_too_merge_to_the_full_playlist_refresh_after_refresh() {
        for (long seed = 0; seed < SERIES; seed++) {
            List<MediaPlaylist> series = series(seed);
            MediaPlaylist client = series.get(0);
            for (int i = 1; i < series.size(); i++) {
                MediaPlaylist full = series.get(i);
                DateRangeHistory history = DateRangeHistory.of(series.subList(Math.max(0, i - 4), i), full);
                Optional<MediaPlaylist> update = DeltaUpdate.create(full, history);
                String what = "series " + seed + ", refresh " + i;
                if (update.isPresent()) {
                    assertThat(update.get().dateRanges()).as(what).noneMatch(history.older()::contains);
                    assertThat(update.get().skip().flatMap(skip -> skip.get(Skip.RECENTLY_REMOVED_DATERANGES)))
                            .as(what)
                            .isPresent();
                    assertThat(update.get().version()).hasValue(10);
                    client = merge(update.get(), client, full, what);
                } else {
                    client = full;
                }
            }
        }
        System.out.println("P7: " + merged + " updates without date ranges merged");
    }

    @Test
    void an_update_that_says_nothing_again_takes_what_is_in_force_from_the_older_playlist() {
        for (long seed = 0; seed < SERIES; seed++) {
            List<MediaPlaylist> series = series(seed);
            for (int i = 1; i < series.size(); i++) {
                MediaPlaylist full = series.get(i);
                Optional<MediaPlaylist> update = DeltaUpdate.create(full);
                if (update.isPresent() && full.dateRanges().isEmpty()) {
                    int skipped = (int) update.get().skip().orElseThrow().skippedSegments();
                    String text = cut(full, skipped);
                    MediaPlaylist bare =
                            (MediaPlaylist) PlaylistParser.lenient().parse(text);
                    merge(bare, series.get(i - 1), full, "series " + seed + ", refresh " + i);
                }
            }
        }
        assertThat(merged).isGreaterThan(20);
    }

    /** The text with nothing but the lines of the first segments replaced. */
    private static String cut(MediaPlaylist full, int skipped) {
        StringBuilder text = new StringBuilder();
        full.header().forEach(line -> text.append(line.source()));
        text.append("#EXT-X-SKIP:SKIPPED-SEGMENTS=").append(skipped).append('\n');
        full.segments().subList(skipped, full.segments().size()).forEach(text::append);
        full.trailer().forEach(line -> text.append(line.source()));
        return text.toString();
    }

    @Test
    void merging_anything_with_anything_gives_a_playlist_or_a_reason() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 800; i++) {
            Playlist update = PlaylistParser.lenient().parse(PlaylistTexts.dirty(random.nextLong()));
            Playlist older = PlaylistParser.lenient().parse(PlaylistTexts.dirty(random.nextLong()));
            if (update instanceof MediaPlaylist delta && older instanceof MediaPlaylist known) {
                for (MediaPlaylist of : List.of(delta, known)) {
                    MediaPlaylist skipping = DeltaUpdate.create(of)
                            .orElseGet(() -> of.toBuilder()
                                    .set(Skip.builder()
                                            .set(Skip.SKIPPED_SEGMENTS, 3L)
                                            .build())
                                    .build());
                    DeltaResult result = DeltaUpdate.apply(skipping, known);
                    assertThat(result.playlist().isPresent())
                            .isNotEqualTo(result.failure().isPresent());
                    result.playlist()
                            .ifPresent(
                                    playlist -> assertThat(playlist.segments()).isNotNull());
                }
            }
        }
    }

    @Test
    void real_updates_merge_with_a_playlist_that_has_what_they_skip() {
        int count = 0;
        for (Map.Entry<String, byte[]> file : Corpus.playlists().entrySet()) {
            Optional<Playlist> playlist =
                    PlaylistParser.lenient().tryParse(file.getValue()).playlist();
            if (playlist.isPresent()
                    && playlist.get() instanceof MediaPlaylist update
                    && update.skip().isPresent()) {
                long skipped = update.skip().get().skippedSegments();
                MediaPlaylist older = MediaPlaylist.builder(4)
                        .mediaSequence(update.mediaSequence())
                        .segments(LongStream.range(0, skipped)
                                .mapToObj(i -> MediaSegment.builder("older" + i, Duration.ofSeconds(4))
                                        .build())
                                .toList())
                        .build();
                MediaPlaylist full = DeltaUpdate.apply(update, older).playlist().orElseThrow();
                assertThat(full.segments())
                        .as(file.getKey())
                        .hasSize((int) skipped + update.segments().size());
                for (int i = 0; i < update.segments().size(); i++) {
                    MediaSegment is = full.segments().get((int) skipped + i);
                    MediaSegment was = update.segments().get(i);
                    assertThat(is.uri()).as(file.getKey()).isEqualTo(was.uri());
                    assertThat(is.mediaSequence()).as(file.getKey()).isEqualTo(was.mediaSequence());
                    assertThat(is.parts()).as(file.getKey()).isEqualTo(was.parts());
                }
                count++;
            }
        }
        System.out.println("P7: " + count + " real updates merged");
        assertThat(count).isGreaterThanOrEqualTo(5);
    }
}

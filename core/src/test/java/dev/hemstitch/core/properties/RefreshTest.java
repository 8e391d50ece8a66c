package dev.hemstitch.core.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.parser.ParseMode;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.reference.ByteMutations;
import dev.hemstitch.core.reference.LiveTexts;
import dev.hemstitch.core.reference.PlaylistTexts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A snapshot read with what is known from the one before is what it is when it is read alone. */
class RefreshTest {
    private static final PlaylistParser PARSER = PlaylistParser.lenient();

    private static void assertSame(MediaPlaylist before, byte[] bytes) {
        Playlist alone = PARSER.parse(bytes);
        assertSameAs(PARSER.parseNext(before, bytes), alone);
    }

    private static void assertSameAs(Playlist next, Playlist alone) {
        assertThat(next).isEqualTo(alone);
        if (alone instanceof MediaPlaylist expected) {
            MediaPlaylist media = (MediaPlaylist) next;
            assertThat(LibraryReading.of(media, Variables.NONE)).isEqualTo(LibraryReading.of(expected, Variables.NONE));
            for (HlsTag tag : HlsTag.values()) {
                assertThat(media.segmentsHave(tag)).isEqualTo(expected.segmentsHave(tag));
            }
            for (int i = 0; i < expected.segments().size(); i++) {
                assertThat(numbers(media.segments().get(i)))
                        .isEqualTo(numbers(expected.segments().get(i)));
            }
        }
    }

    private static List<Object> numbers(MediaSegment segment) {
        return List.of(
                segment.toString(),
                segment.mediaSequence(),
                segment.discontinuitySequence(),
                segment.startNanos(),
                segment.durationNanos(),
                segment.keys(),
                segment.map(),
                segment.programDateTime());
    }

    @Test
    void each_refresh_of_a_live_playlist_is_as_if_read_alone() {
        for (long seed = 0; seed < 60; seed++) {
            MediaPlaylist before = null;
            for (String text : LiveTexts.series(seed)) {
                byte[] bytes = PlaylistTexts.bytes(text);
                if (before != null) {
                    assertSame(before, bytes);
                }
                before = (MediaPlaylist) (before == null ? PARSER.parse(bytes) : PARSER.parseNext(before, bytes));
            }
            MediaPlaylist first = null;
            for (String text : LiveTexts.series(seed)) {
                byte[] bytes = PlaylistTexts.bytes(text);
                Playlist next = first == null ? PARSER.parse(bytes) : PARSER.parseNext(first, bytes);
                first = (MediaPlaylist) next;
                assertSameAs(first, PARSER.parse(bytes));
            }
        }
    }

    private static byte[] window(int from, int to) {
        StringBuilder text =
                new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:" + from + "\n");
        for (int i = from; i < to; i++) {
            text.append(i == from || i % 50 == 0 ? "#EXT-X-KEY:METHOD=AES-128,URI=\"k" + i / 50 + "\"\n" : "")
                    .append(i % 70 == 0 ? "#EXT-X-DISCONTINUITY\n" : "")
                    .append("#EXTINF:")
                    .append(3 + i % 2)
                    .append(".00")
                    .append(i % 7)
                    .append(",\n")
                    .append(i)
                    .append(".ts\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The same playlist with another number, so that each initialization vector has to be written. */
    private static String renumbered(MediaPlaylist playlist) {
        return playlist.toBuilder()
                .segments(playlist.segments())
                .mediaSequence(playlist.mediaSequence() + 9)
                .build()
                .toString();
    }

    @Test
    void snapshots_that_share_what_they_know_do_not_change_each_other() {
        SplittableRandom random = new SplittableRandom(11);
        List<MediaPlaylist> snapshots = new ArrayList<>();
        List<byte[]> texts = new ArrayList<>();
        MediaPlaylist newest = (MediaPlaylist) PARSER.parse(window(0, 120));
        int from = 0;
        int to = 120;
        for (int i = 0; i < 400; i++) {
            from += random.nextInt(4);
            to = Math.max(from + 10, to + random.nextInt(4));
            byte[] text = window(from, to);
            MediaPlaylist next = (MediaPlaylist) PARSER.parseNext(newest, text);
            MediaPlaylist again = (MediaPlaylist) PARSER.parseNext(newest, window(from, to + 2));
            snapshots.addAll(List.of(next, again));
            texts.addAll(List.of(text, window(from, to + 2)));
            newest = random.nextBoolean() ? next : again;
            to = newest.equals(next) ? to : to + 2;
        }
        for (int i = 0; i < snapshots.size(); i++) {
            MediaPlaylist alone = (MediaPlaylist) PARSER.parse(texts.get(i));
            assertSameAs(snapshots.get(i), alone);
            assertThat(renumbered(snapshots.get(i))).isEqualTo(renumbered(alone));
        }
    }

    @Test
    void whatever_has_changed_is_read_again() {
        SplittableRandom random = new SplittableRandom(7);
        for (long seed = 0; seed < 1_000; seed++) {
            byte[] bytes =
                    seed % 2 == 0 ? PlaylistTexts.bytes(PlaylistTexts.media(seed)) : PlaylistTexts.dirtyMedia(seed);
            if (bytes.length > 20_000 || !(PARSER.parse(bytes) instanceof MediaPlaylist before)) {
                continue;
            }
            for (int i = 0; i < 5; i++) {
                byte[] changed = ByteMutations.mutate(bytes, random);
                List<Playlist> readable = new ArrayList<>();
                PARSER.tryParse(changed).playlist().ifPresent(readable::add);
                if (!readable.isEmpty()) {
                    assertSame(before, changed);
                }
            }
        }
    }

    @Test
    void limits_hold_for_segments_that_are_known_too() {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n" + "#EXTINF:4,\na.ts\n".repeat(20);
        MediaPlaylist before = (MediaPlaylist) PARSER.parse(text);
        PlaylistParser small = PlaylistParser.of(ParseMode.LENIENT, new ParseLimits(10_000, 100, 1_000, 19, 10));
        assertThatThrownBy(() -> small.parseNext(before, PlaylistTexts.bytes(text)))
                .isInstanceOf(PlaylistParseException.class);
    }

    @Test
    void strict_reading_tells_again_what_is_wrong() {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:x,\na.ts\n#EXTINF:4,\nb.ts\n";
        MediaPlaylist before = (MediaPlaylist) PARSER.parse(text);
        PlaylistParser strict = PlaylistParser.of(ParseMode.STRICT, ParseLimits.DEFAULT);
        assertThatThrownBy(() -> strict.parseNext(before, PlaylistTexts.bytes(text)))
                .isInstanceOf(PlaylistParseException.class);
    }
}

package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.IsoDateTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeamTest {
    private static final IsoDateTime DATE =
            IsoDateTime.parse("2026-03-01T00:00:00.000Z").orElseThrow();

    private static MediaPlaylist media(String... lines) {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n" + String.join("\n", lines) + "\n";
        Playlist playlist = PlaylistParser.lenient().parse(text.getBytes(StandardCharsets.UTF_8));
        return (MediaPlaylist) playlist;
    }

    private static String written(MediaPlaylist content, Seam seam, Duration shift) {
        List<MediaSegment> segments = content.segments();
        MediaPlaylist spliced = content.toBuilder()
                .segments(segments.subList(0, 1))
                .addSegments(content, 1, segments.size(), seam, DateShift.of(shift))
                .build();
        String text = spliced.toString();
        return text.substring(text.indexOf("0.ts\n") + 5);
    }

    @Test
    void its_lines_stand_before_the_first_segment_and_only_there() {
        MediaPlaylist content = media("#EXTINF:6,", "0.ts", "#EXTINF:6,", "1.ts", "#EXTINF:6,", "2.ts");
        Seam seam = Seam.DISCONTINUITY.with("#EXT-X-CUE-IN").withProgramDateTime(DATE);

        assertThat(written(content, seam, Duration.ZERO))
                .isEqualTo("#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00.000Z\n"
                        + "#EXTINF:6,\n1.ts\n#EXTINF:6,\n2.ts\n");
    }

    @Test
    void a_discontinuity_that_the_segment_has_is_not_said_twice() {
        MediaPlaylist content = media("#EXTINF:6,", "0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "1.ts");

        assertThat(written(content, Seam.DISCONTINUITY.with("#c"), Duration.ZERO))
                .isEqualTo("#EXT-X-DISCONTINUITY\n#c\n#EXTINF:6,\n1.ts\n");
        assertThat(written(content, Seam.NONE.with("#c"), Duration.ZERO))
                .isEqualTo("#EXT-X-DISCONTINUITY\n#c\n#EXTINF:6,\n1.ts\n");
    }

    @Test
    void lines_that_stand_behind_the_segments_before_it_are_not_said_twice() {
        MediaPlaylist ad = media("#EXTINF:6,", "ad.ts", "#EXT-X-DISCONTINUITY");
        MediaPlaylist content = media("#EXTINF:6,", "0.ts", "#EXT-X-DISCONTINUITY", "#EXTINF:6,", "1.ts");
        MediaPlaylist spliced = content.toEmptyBuilder()
                .addSegments(content, 0, 1, Seam.NONE, DateShift.NONE)
                .addSegments(ad, 0, 1, Seam.DISCONTINUITY, DateShift.NONE)
                .addSegments(content, 1, 2, Seam.NONE, DateShift.NONE)
                .addSegments(ad, 0, 1, Seam.DISCONTINUITY, DateShift.NONE)
                .addSegments(content, 0, 1, Seam.DISCONTINUITY, DateShift.NONE)
                .build();

        assertThat(spliced.toString())
                .endsWith(":6\n#EXTINF:6,\n0.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:6,\nad.ts\n#EXT-X-DISCONTINUITY\n"
                        + "#EXTINF:6,\n1.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:6,\nad.ts\n#EXT-X-DISCONTINUITY\n"
                        + "#EXTINF:6,\n0.ts\n");
    }

    @Test
    void text_without_its_last_line_end_gets_one_before_what_follows() {
        MediaPlaylist content = (MediaPlaylist)
                PlaylistParser.lenient().parse("#EXTM3U\n#EXTINF:6,\n0.ts".getBytes(StandardCharsets.UTF_8));
        MediaPlaylist spliced = content.toBuilder()
                .addSegments(content.segments(), Seam.DISCONTINUITY)
                .build();

        assertThat(spliced.toString()).isEqualTo("#EXTM3U\n#EXTINF:6,\n0.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:6,\n0.ts");
    }

    @Test
    void keys_and_maps_that_must_be_said_again_stand_behind_its_lines() {
        MediaPlaylist content = media(
                "#EXT-X-MAP:URI=\"init.mp4\"", "#EXTINF:6,", "0.mp4", "#EXTINF:6,", "1.mp4", "#EXTINF:6,", "2.mp4");
        MediaPlaylist spliced = media("#EXTINF:6,", "0.ts").toBuilder()
                .addSegments(content.segments().subList(1, 3), Seam.DISCONTINUITY)
                .build();

        assertThat(spliced.toString())
                .endsWith("0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"init.mp4\"\n#EXTINF:6,\n1.mp4\n"
                        + "#EXTINF:6,\n2.mp4\n");
    }

    @Test
    void it_has_the_line_ends_of_the_playlist_that_it_goes_into() {
        MediaPlaylist content = media("#EXTINF:6,\r", "0.ts\r", "#EXTINF:6,\r", "1.ts\r");
        MediaPlaylist crlf = (MediaPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\r\n#EXT-X-TARGETDURATION:6\r\n#EXTINF:6,\r\n0.ts\r\n".getBytes(StandardCharsets.UTF_8));
        MediaPlaylist spliced = crlf.toBuilder()
                .addSegments(content.segments().subList(1, 2), Seam.DISCONTINUITY.with("#c"))
                .build();

        assertThat(spliced.toString()).endsWith("0.ts\r\n#EXT-X-DISCONTINUITY\r\n#c\r\n#EXTINF:6,\r\n1.ts\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no hash",
                "#EXTINF:6,",
                "#EXT-X-KEY:METHOD=NONE",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-ENDLIST",
                "#two\n#lines",
                "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:00Z"
            })
    void lines_that_segments_or_the_playlist_say_themselves_are_refused(String line) {
        assertThatThrownBy(() -> Seam.NONE.with(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dates_of_segments_move_and_keep_their_spelling_and_what_is_unreadable_stays() {
        MediaPlaylist content = media(
                "#EXTINF:6,",
                "0.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2026-02-28T23:59:50+01:00",
                "#EXTINF:6,",
                "1.ts",
                "#EXT-X-PROGRAM-DATE-TIME: 2026-02-28 23:59:59.5",
                "#EXTINF:6,",
                "2.ts",
                "#EXT-X-PROGRAM-DATE-TIME:soon",
                "#EXTINF:6,",
                "3.ts");

        assertThat(written(content, Seam.NONE, Duration.ofMillis(15_250)))
                .isEqualTo("#EXT-X-PROGRAM-DATE-TIME:2026-03-01T00:00:05.25+01:00\n#EXTINF:6,\n1.ts\n"
                        + "#EXT-X-PROGRAM-DATE-TIME: 2026-03-01T00:00:14.75\n#EXTINF:6,\n2.ts\n"
                        + "#EXT-X-PROGRAM-DATE-TIME:soon\n#EXTINF:6,\n3.ts\n");
    }

    @Test
    void moving_a_date_among_lines_is_what_moving_it_alone_is() {
        Random random = new Random(7);
        List<String> zones =
                List.of("Z", "", "+00:00", "-03:30", "+0800", "+08", "z", "+17:59", "+18:00", "-18:30", "x");
        for (int i = 0; i < 20_000; i++) {
            String written = String.format(
                    java.util.Locale.ROOT,
                    "%04d-%02d-%02d%c%02d:%02d:%02d%s%s",
                    random.nextInt(8) == 0 ? (random.nextBoolean() ? 0 : 9_999) : 1_900 + random.nextInt(300),
                    random.nextInt(14),
                    random.nextInt(33),
                    random.nextInt(20) == 0 ? ' ' : 'T',
                    random.nextInt(25),
                    random.nextInt(61),
                    random.nextInt(61),
                    List.of("", ".", ".5", ".031", ".123456789", ".1234567891", ",5")
                            .get(random.nextInt(7)),
                    zones.get(random.nextInt(zones.size())));
            Duration shift =
                    Duration.ofSeconds(random.nextLong() >> (20 + random.nextInt(40)), random.nextInt(1_000_000_000));
            String moved = IsoDateTime.parse(written)
                    .map(date -> date.plus(shift).toString())
                    .orElse(written);
            MediaPlaylist content =
                    media("#EXTINF:6,", "0.ts", "#EXT-X-PROGRAM-DATE-TIME:" + written, "#EXTINF:6,", "1.ts");

            assertThat(written(content, Seam.NONE, shift))
                    .as("%s + %s", written, shift)
                    .isEqualTo("#EXT-X-PROGRAM-DATE-TIME:" + moved + "\n#EXTINF:6,\n1.ts\n");
        }
    }
}

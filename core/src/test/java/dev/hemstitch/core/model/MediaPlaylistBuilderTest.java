package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MediaPlaylistBuilderTest {
    private static MediaPlaylist parse(String... lines) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(String.join("\n", lines) + "\n");
    }

    private static final MediaPlaylist KEYED = parse(
            "#EXTM3U",
            "#EXT-X-TARGETDURATION:4",
            "#EXT-X-MEDIA-SEQUENCE:10",
            "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"",
            "#EXT-X-MAP:URI=\"i\"",
            "#EXTINF:4,",
            "a",
            "#EXTINF:4,",
            "b",
            "#EXT-X-ENDLIST");

    @Test
    void a_playlist_is_built_from_nothing_and_read_as_it_was_built() {
        Key key = Key.builder()
                .set(Key.URI, "k")
                .set(Key.METHOD, KeyMethod.SAMPLE_AES_CTR)
                .build();
        InitializationSection map = InitializationSection.builder()
                .set(InitializationSection.URI, "i.mp4")
                .set(InitializationSection.BYTERANGE, new ByteRange(5, 0))
                .build();
        MediaPlaylist built = MediaPlaylist.builder(6)
                .version(7)
                .mediaSequence(-1)
                .discontinuitySequence(3)
                .playlistType(Optional.of(PlaylistType.VOD))
                .independentSegments(true)
                .set(Start.builder()
                        .set(Start.TIME_OFFSET, new BigDecimal("-1.50"))
                        .build())
                .addSegment(MediaSegment.builder("a.mp4", Duration.ofMillis(5005))
                        .title("first")
                        .map(Optional.of(map))
                        .keys(List.of(key))
                        .byteRange(Optional.of(new ByteRange(7, 9)))
                        .programDateTime(IsoDateTime.parse("2024-01-01T00:00:00.000Z"))
                        .build())
                .addSegment(MediaSegment.builder("b.mp4", Duration.ofNanos(1))
                        .discontinuity(true)
                        .gap(true)
                        .addLine("#EXT-X-CUE-IN")
                        .build())
                .endList(true)
                .build();
        assertThat(built)
                .hasToString("#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-START:TIME-OFFSET=-1.50\n"
                        + "#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:18446744073709551615\n"
                        + "#EXT-X-DISCONTINUITY-SEQUENCE:3\n#EXT-X-PLAYLIST-TYPE:VOD\n"
                        + "#EXT-X-MAP:URI=\"i.mp4\",BYTERANGE=\"5@0\"\n#EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI=\"k\"\n"
                        + "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00.000Z\n#EXTINF:5.005,first\n"
                        + "#EXT-X-BYTERANGE:7@9\na.mp4\n"
                        + "#EXT-X-DISCONTINUITY\n#EXT-X-KEY:METHOD=NONE\n#EXT-X-GAP\n#EXT-X-CUE-IN\n#EXTINF:0.000000001,\n"
                        + "b.mp4\n#EXT-X-ENDLIST\n");
        MediaPlaylist read = parse(built.toString().strip());
        assertThat(read).isEqualTo(built);
        assertThat(read.segments()).isEqualTo(built.segments());
        for (int i = 0; i < 2; i++) {
            MediaSegment is = built.segments().get(i);
            MediaSegment was = read.segments().get(i);
            assertThat(is.keys()).isEqualTo(was.keys());
            assertThat(is.map()).isEqualTo(was.map());
            assertThat(is.mediaSequence()).isEqualTo(was.mediaSequence()).isEqualTo(i - 1);
            assertThat(is.discontinuitySequence())
                    .isEqualTo(was.discontinuitySequence())
                    .isEqualTo(3 + i);
            assertThat(is.startNanos()).isEqualTo(was.startNanos());
            assertThat(is.programDateTime()).isEqualTo(was.programDateTime()).isPresent();
        }
    }

    @Test
    void a_key_without_iv_gets_one_when_its_segment_moves() {
        assertThat(KEYED.toBuilder().segments(KEYED.segments().subList(1, 2)).build())
                .hasToString("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:10\n"
                        + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXT-X-MAP:URI=\"i\"\n"
                        + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x0000000000000000000000000000000B\n"
                        + "#EXTINF:4,\nb\n#EXT-X-ENDLIST\n");
        assertThat(KEYED.toBuilder()
                        .mediaSequence(11)
                        .segments(KEYED.segments().subList(1, 2))
                        .build()
                        .toString())
                .as("its number stays, so its IV is still implied")
                .doesNotContain("IV=");
    }

    @Test
    void an_edit_leaves_all_other_lines_byte_for_byte() {
        MediaPlaylist playlist = (MediaPlaylist)
                PlaylistParser.lenient()
                        .parse(
                                "\uFEFF#EXTM3U\r\n#EXT-X-TARGETDURATION: 4\r\n\r\n#EXTINF:4 ,a\r\n a \r\n#EXTINF:4,\nb\n#x\r\nc");
        MediaSegment edited = playlist.segments().get(1).toBuilder().uri("B").build();
        assertThat(playlist.toBuilder()
                        .segments(List.of(
                                playlist.segments().get(0),
                                edited,
                                playlist.segments().get(2)))
                        .build())
                .hasToString(
                        "\uFEFF#EXTM3U\r\n#EXT-X-TARGETDURATION: 4\r\n\r\n#EXTINF:4 ,a\r\n a \r\n#EXTINF:4,\nB\n#x\r\nc");
        assertThat(playlist.toBuilder().targetDuration(5).endList(true).build())
                .hasToString(
                        "\uFEFF#EXTM3U\r\n#EXT-X-TARGETDURATION:5\r\n\r\n#EXTINF:4 ,a\r\n a \r\n#EXTINF:4,\nb\n#x\r\nc"
                                + "\r\n#EXT-X-ENDLIST\r\n");
    }

    @Test
    void tags_of_the_whole_playlist_stay_when_the_segment_goes_among_whose_lines_they_stand() {
        MediaPlaylist playlist =
                parse("#EXTM3U", "#EXTINF:1,", "#EXT-X-MEDIA-SEQUENCE:5", "#EXT-X-ENDLIST", "a", "#EXTINF:1,", "b");
        assertThat(playlist.toBuilder().build()).isEqualTo(playlist);
        MediaPlaylistBuilder builder =
                playlist.toBuilder().segments(playlist.segments().subList(1, 2));
        assertThat(builder.build())
                .isEqualTo(builder.build())
                .hasToString("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:5\n#EXTINF:1,\nb\n#EXT-X-ENDLIST\n");
        assertThat(builder.build().mediaSequence()).isEqualTo(5);
    }

    @Test
    void an_edited_map_keeps_the_keys_that_it_is_encrypted_with() {
        InitializationSection map = KEYED.segments().get(0).map().orElseThrow();
        assertThat(map.toBuilder().set(InitializationSection.URI, "j").build().keys())
                .isEqualTo(map.keys())
                .hasSize(1);
    }

    @Test
    void setters_replace_and_removers_remove_wherever_the_tag_stands() {
        MediaPlaylist playlist = parse("#EXTM3U", "#EXT-X-VERSION:3", "a", "#EXT-X-VERSION:4", "#EXT-X-ENDLIST", "b");
        assertThat(playlist.toBuilder().version(9).build())
                .hasToString("#EXTM3U\n#EXT-X-VERSION:9\na\n#EXT-X-ENDLIST\nb\n");
        assertThat(playlist.toBuilder().remove(HlsTag.VERSION).endList(false).build())
                .hasToString("#EXTM3U\na\nb\n");
        assertThat(playlist.toBuilder()
                        .addTrailingLine("# x")
                        .endList(true)
                        .addTrailingLine("# y")
                        .build())
                .hasToString("#EXTM3U\n#EXT-X-VERSION:3\na\n#EXT-X-VERSION:4\nb\n# x\n# y\n#EXT-X-ENDLIST\n");
    }

    private static final MediaPlaylist CLEAR = parse("#EXTM3U", "#EXT-X-TARGETDURATION:4", "#EXTINF:4,", "a");

    @Test
    void what_was_built_stays_as_it_is_when_the_builder_goes_on() {
        MediaPlaylistBuilder builder = CLEAR.toBuilder();
        MediaPlaylist first = builder.build();
        MediaPlaylist second = builder.addSegments(CLEAR.segments()).build();

        assertThat(first).isEqualTo(CLEAR);
        assertThat(second).isEqualTo(builder.build());
        assertThat(second.segments()).hasSize(2);
    }

    @Test
    void a_discontinuity_that_stands_behind_segments_is_not_taken_for_that_of_the_seam_before_others() {
        MediaPlaylist followed =
                CLEAR.toBuilder().addTrailingLine("#EXT-X-DISCONTINUITY").build();
        List<MediaSegment> twice = parse("#EXTM3U", "#EXTINF:4,", "b", "#EXTINF:4,", "c", "#EXT-X-DISCONTINUITY")
                .segments();

        MediaPlaylist joined = CLEAR.toEmptyBuilder()
                .addSegments(followed.segments())
                .addSegments(twice.subList(0, 1), Seam.DISCONTINUITY)
                .addSegments(CLEAR.segments(), Seam.DISCONTINUITY)
                .addSegments(twice.subList(1, 2))
                .build();

        assertThat(joined)
                .isEqualTo(parse(
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:4",
                        "#EXTINF:4,",
                        "a",
                        "#EXT-X-DISCONTINUITY",
                        "#EXTINF:4,",
                        "b",
                        "#EXT-X-DISCONTINUITY",
                        "#EXTINF:4,",
                        "a",
                        "#EXTINF:4,",
                        "c"));
    }
}

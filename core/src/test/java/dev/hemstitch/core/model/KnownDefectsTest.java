package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other libraries got wrong in the field, each with a test of its own. */
class KnownDefectsTest {
    private static MediaPlaylist media(String... lines) {
        return (MediaPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n" + String.join("\n", lines) + "\n");
    }

    private static MultivariantPlaylist multivariant(String... lines) {
        return (MultivariantPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n" + String.join("\n", lines) + "\n");
    }

    @Test
    void a_key_before_a_map_stays_before_it() {
        MediaPlaylist playlist = media(
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x01",
                "#EXT-X-MAP:URI=\"i\"",
                "#EXTINF:1,",
                "a",
                "#EXTINF:1,",
                "b");
        MediaPlaylist second =
                playlist.toBuilder().segments(playlist.segments().subList(1, 2)).build();
        assertThat(second)
                .hasToString(
                        "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x01\n#EXT-X-MAP:URI=\"i\"\n#EXTINF:1,\nb\n");
        assertThat(second.segments().get(0).map().orElseThrow().keys()).hasSize(1);
    }

    @Test
    void several_keys_and_date_ranges_are_all_there_even_behind_the_last_segment() {
        MediaPlaylist playlist = media(
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"a\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"b\",KEYFORMAT=\"f\"",
                "#EXT-X-DATERANGE:ID=\"1\",START-DATE=\"2024-01-01T00:00:00Z\",CUE=\"PRE,ONCE\",X-N=123,X-H=0xAB,X-F=\"4\"",
                "#EXT-X-DATERANGE:ID=\"1\",DURATION=5",
                "#EXTINF:1,",
                "a",
                "#EXT-X-DATERANGE:ID=\"2\"",
                "#EXT-X-KEY:METHOD=NONE");
        assertThat(playlist.segments().get(0).keys()).hasSize(2);
        assertThat(playlist.segments().get(0).dateRanges()).hasSize(2);
        assertThat(playlist.dateRanges()).extracting(DateRange::id).containsExactly("1", "1", "2");
        assertThat(playlist.dateRanges().get(1).startDate()).isEmpty();
        assertThat(playlist.dateRanges().get(0).cue()).containsExactly("PRE", "ONCE");
        assertThat(PlaylistWriter.canonical(playlist)).hasToString(playlist.toString());
    }

    @Test
    void attributes_without_a_definition_keep_their_type() {
        DateRange range = media("#EXT-X-DATERANGE:ID=\"1\",X-N=123,X-H=0xAB,X-F=\"4\"")
                .dateRanges()
                .get(0);
        assertThat(range.toBuilder()
                        .set("X-N", AttributeValue.unquoted("5"))
                        .build()
                        .line())
                .isEqualTo("#EXT-X-DATERANGE:ID=\"1\",X-N=5,X-H=0xAB,X-F=\"4\"");
    }

    @Test
    void words_that_are_unknown_survive() {
        MediaPlaylist playlist = media("#EXT-X-KEY:METHOD=AES-512,URI=\"k\",KEYID=0x1", "#EXTINF:1,", "a");
        assertThat(playlist.segments().get(0).keys().get(0).method()).isEqualTo(new KeyMethod("AES-512"));
        Variant variant = multivariant("#EXT-X-STREAM-INF:BANDWIDTH=5000000000,VIDEO-RANGE=X,HDCP-LEVEL=TYPE-9", "v")
                .variants()
                .get(0);
        assertThat(variant.videoRange()).contains(new VideoRange("X"));
        assertThat(variant.hdcpLevel()).contains(new HdcpLevel("TYPE-9"));
        assertThat(variant.bandwidth()).hasValue(5_000_000_000L);
    }

    @Test
    void an_empty_value_of_a_definition_is_written_as_it_was() {
        MediaPlaylist playlist =
                media("#EXT-X-DEFINE:NAME=\"a\",VALUE=\"\"", "#EXT-X-DEFINE:QUERYPARAM=\"q\"", "#EXT-X-ENDLIST");
        assertThat(PlaylistWriter.canonical(playlist)).hasToString(playlist.toString());
        assertThat(playlist.variableDefinitions().get(0).value()).contains("");
    }

    @Test
    void numbers_keep_their_digits_and_64_bit() {
        MediaPlaylist playlist = media(
                "#EXT-X-TARGETDURATION:6.5",
                "#EXT-X-MEDIA-SEQUENCE:18446744073709551615",
                "#EXTINF:6.000,",
                "a",
                "#EXTINF:1,",
                "b");
        assertThat(playlist.targetDuration()).hasValue(7);
        assertThat(Long.toUnsignedString(playlist.mediaSequence())).isEqualTo("18446744073709551615");
        assertThat(playlist.segments().get(1).mediaSequence()).isZero();
        assertThat(playlist.segments().get(0).durationSeconds()).contains(new BigDecimal("6.000"));
        assertThat(multivariant("#EXT-X-STREAM-INF:FRAME-RATE=29.970", "v")
                        .variants()
                        .get(0)
                        .frameRate())
                .contains(new BigDecimal("29.970"));
    }

    @Test
    void ten_thousand_durations_sum_up_exactly() {
        MediaPlaylist playlist = media("#EXTINF:6.006,\na\n".repeat(10_000));
        assertThat(playlist.durationNanos()).isEqualTo(60_060_000_000_000L);
    }

    @Test
    void lines_between_a_variant_and_its_uri_belong_to_nobody_and_stay() {
        MultivariantPlaylist playlist = multivariant(
                "#EXT-X-STREAM-INF:BANDWIDTH=1",
                "# comment",
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\"",
                "",
                "v1",
                "#EXT-X-STREAM-INF:BANDWIDTH=2",
                "v2");
        assertThat(playlist.variants()).extracting(Variant::uri).containsExactly("v1", "v2");
        assertThat(playlist.renditions()).hasSize(1);
        MultivariantPlaylist edited = playlist.toBuilder()
                .edit(tag -> Optional.of(tag instanceof Variant v && v.uri().equals("v1") ? v.withUri("w1") : tag))
                .build();
        assertThat(edited).hasToString(playlist.toString().replace("v1", "w1"));
        assertThat(playlist.toBuilder()
                        .edit(tag ->
                                tag instanceof Variant v && v.uri().equals("v1") ? Optional.empty() : Optional.of(tag))
                        .build())
                .hasToString("#EXTM3U\n# comment\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\"\n\n"
                        + "#EXT-X-STREAM-INF:BANDWIDTH=2\nv2\n");
        assertThat(playlist.toBuilder().remove(HlsTag.STREAM_INF).build())
                .hasToString("#EXTM3U\n# comment\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\"\n\n");
    }

    @Test
    void tags_for_the_whole_of_a_multivariant_playlist_stand_at_its_start() {
        MultivariantPlaylist playlist = multivariant("#EXT-X-STREAM-INF:BANDWIDTH=1", "v");
        assertThat(playlist.toBuilder()
                        .add(VariableDefinition.builder()
                                .set(VariableDefinition.NAME, "a")
                                .set(VariableDefinition.VALUE, "1")
                                .build())
                        .version(8)
                        .independentSegments(true)
                        .build())
                .hasToString(
                        "#EXTM3U\n#EXT-X-VERSION:8\n#EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-DEFINE:NAME=\"a\",VALUE=\"1\"\n"
                                + "#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na\n",
                "#EXTM3U \r\n#EXT-X-TARGETDURATION: 6\r\n#EXTINF: 6.0 , \r\na\r\n",
                "\n\n#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:6\n#EXTINF:6\na",
                "#EXTM3U x-tvg-url=\"u\"\n#EXT-X-TARGETDURATION:6\n#EXTINF:6 tvg-id=\"a\",A\na",
            })
    void odd_layout_is_read_and_kept(String text) {
        MediaPlaylist playlist = (MediaPlaylist) PlaylistParser.lenient().parse(text);
        assertThat(playlist.segments()).extracting(MediaSegment::uri).isEqualTo(List.of("a"));
        assertThat(playlist.durationNanos()).isEqualTo(6_000_000_000L);
        assertThat(playlist.targetDuration()).hasValue(6);
        assertThat(playlist).hasToString(text);
    }

    @Test
    void a_range_of_a_part_that_was_left_open_stays_resolved_when_the_part_is_edited() {
        MediaPlaylist playlist = media(
                "#EXT-X-PART:URI=\"p\",DURATION=1,BYTERANGE=\"5@7\"",
                "#EXT-X-PART:URI=\"p\",DURATION=1,BYTERANGE=\"5\"",
                "a");
        PartialSegment part = playlist.segments().get(0).parts().get(1);
        assertThat(part.byteRange()).contains(new ByteRange(5, 12));
        assertThat(part.toBuilder().set(PartialSegment.GAP, true).build().byteRange())
                .contains(new ByteRange(5, 12));
        assertThat(part.toBuilder().set(PartialSegment.BYTERANGE, "6@1").build().byteRange())
                .contains(new ByteRange(6, 1));
    }

    @Test
    void uris_are_mapped_and_nothing_else_changes() {
        MediaPlaylist playlist = media(
                "#EXT-X-KEY:METHOD=AES-128 , URI=k",
                "#EXT-X-CUE-OUT:URI=\"no\"",
                "#EXTINF:1,a",
                " s ",
                "#EXT-X-ENDLIST");
        assertThat(playlist.mapUris(uri -> "x/" + uri))
                .hasToString(
                        "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128 , URI=\"x/k\"\n#EXT-X-CUE-OUT:URI=\"no\"\n#EXTINF:1,a\n x/s \n"
                                + "#EXT-X-ENDLIST\n");
    }

    @Test
    void an_unreadable_date_is_as_if_it_were_absent() {
        MediaPlaylist playlist = media(
                "#EXT-X-PROGRAM-DATE-TIME:bad",
                "#EXTINF:1,",
                "a",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:01Z",
                "#EXTINF:1,",
                "b",
                "#EXT-X-PROGRAM-DATE-TIME:bad",
                "#EXTINF:1,",
                "c");
        assertThat(playlist.segments())
                .extracting(segment -> segment.programDateTime().orElseThrow().toString())
                .containsExactly("2024-01-01T00:00Z", "2024-01-01T00:00:01Z", "2024-01-01T00:00:02Z");
    }
}

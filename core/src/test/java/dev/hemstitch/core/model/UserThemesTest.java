package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.AttributeValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users of playlist libraries ask for most often, theme by theme. */
class UserThemesTest {
    // Theme 1: what is unknown is no error and survives.

    @Test
    void unknown_tags_and_attributes_survive_an_edit_of_their_own_segment() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-TWITCH-INFO:A=\"b\"",
                "#EXT-X-KEY:METHOD=AES-128,KEYID=0x1,URI=\"k\"",
                "#EXTINF:1,",
                "#EXT-X-BYTES:5",
                "a.ts");
        assertThat(playlist.segments().get(0).otherTags()).hasSize(2);
        Key key = playlist.segments().get(0).keys().get(0);
        assertThat(key.toBuilder().set(Key.URI, "l").build().line())
                .isEqualTo("#EXT-X-KEY:METHOD=AES-128,KEYID=0x1,URI=\"l\"");
    }

    @Test
    void a_known_name_in_front_of_a_longer_one_is_not_taken_for_it() {
        MediaPlaylist playlist = Survival.media("#EXT-X-KEYS:METHOD=NONE", "#EXTINFO:5", "#EXTINF:1,", "a.ts");
        assertThat(playlist.segments().get(0).keys()).isEmpty();
        assertThat(playlist.segments().get(0).durationNanos()).isEqualTo(1_000_000_000L);
    }

    // Theme 2: a round trip neither loses nor reorders.

    @Test
    void an_edit_changes_its_own_line_only() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-VERSION:3",
                "# a",
                "#EXT-X-TARGETDURATION:4",
                "",
                "#EXTINF:4,",
                "#EXT-X-BYTERANGE:5@0",
                "a.ts",
                "#EXT-X-DISCONTINUITY",
                "#EXTINF:4.0,x",
                "b.ts",
                "# end");
        assertThat(playlist.toBuilder().targetDuration(5).build())
                .hasToString(playlist.toString().replace("DURATION:4", "DURATION:5"));
    }

    // Theme 3: several keys; several or trailing date ranges.

    @Test
    void lists_are_lists_and_what_stands_behind_the_last_segment_is_there() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"1\",KEYFORMAT=\"a\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"2\",KEYFORMAT=\"b\"",
                "#EXTINF:1,",
                "a.ts",
                "#EXT-X-DATERANGE:ID=\"1\",SCTE35-OUT=0xFC",
                "#EXT-X-DATERANGE:ID=\"1\",SCTE35-IN=0xFC");
        assertThat(playlist.segments().get(0).keys()).hasSize(2);
        assertThat(playlist.dateRanges()).hasSize(2);
        assertThat(playlist.trailer()).hasSize(2);
    }

    // Theme 4: white space, line ends, byte order marks, glued lines.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uFEFF#EXTM3U\r\n#EXTINF:6,\r\na.ts\r\n",
                "  #EXTM3U\t\n  #EXTINF: 6 , \n\ta.ts  ",
                "\n\n#EXTM3U\n\n#EXTINF:6,\n\n\na.ts",
                "#EXTM3U\n#EXTINF:6,\r\na.ts\n#EXT-X-ENDLIST",
                "#EXTM3U\n#EXTINF:6,a\u2028b\u0085c\fd\na.ts",
            })
    void odd_layout_is_read_and_kept(String text) {
        MediaPlaylist playlist = Survival.oddText(text);
        assertThat(playlist.segments()).extracting(MediaSegment::uri).containsExactly("a.ts");
        assertThat(playlist.durationNanos()).isEqualTo(6_000_000_000L);
    }

    @Test
    void what_is_odd_is_reported_with_its_place() {
        ParseResult result = PlaylistParser.lenient()
                .tryParse("\uFEFF#EXTM3U\n#EXT-X-TARGETDURATION: 6\n#EXTINF:6\na\n".getBytes(StandardCharsets.UTF_8));
        assertThat(result.diagnostics())
                .extracting(found -> found.code() + "@" + found.location().line())
                .contains("BYTE_ORDER_MARK@1", "MISSING_EXTINF_COMMA@3");
    }

    // Theme 5: low latency, variables, new attributes.

    @Test
    void low_latency_and_variables_are_all_there() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-DEFINE:NAME=\"base\",VALUE=\"cdn\"",
                "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=1",
                "#EXT-X-PART-INF:PART-TARGET=0.33334",
                "#EXT-X-PART:DURATION=0.33334,URI=\"{$base}/p\",INDEPENDENT=YES,X-NEW=1",
                "#EXTINF:1,",
                "{$base}/a.ts",
                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"{$base}/next\"",
                "#EXT-X-RENDITION-REPORT:URI=\"../b\",LAST-MSN=0,LAST-PART=0");
        MediaPlaylist client = playlist.substitute(Variables.of(playlist, Variables.NONE, ""));
        assertThat(client.segments().get(0).parts().get(0).uri()).isEqualTo("cdn/p");
        assertThat(client.preloadHints().get(0).uri()).isEqualTo("cdn/next");
        assertThat(LiveEdge.of(playlist).next().orElseThrow()).hasToString("_HLS_msn=1&_HLS_part=0");
    }

    // Theme 6: ad markers and tags of one's own are written back.

    @Test
    void ad_markers_of_every_dialect_are_read_typed_edited_and_written_back() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-OATCLS-SCTE35:/DAlAAAAAAAAAP/wFAUAAAABf+//",
                "#EXT-X-ASSET:CAID=0x0000000020FB6501",
                "#EXT-X-CUE-OUT:DURATION=30,ID=16777323",
                "#EXTINF:10,",
                "a.ts",
                "#EXT-X-CUE-OUT-CONT: 8.308/30",
                "#EXTINF:10,",
                "b.ts",
                "#EXT-X-CUE-IN",
                "#EXTINF:10,",
                "c.ts",
                "#EXT-X-CUE-OUT");
        CustomTag<String> out = CustomTag.text("EXT-X-CUE-OUT");
        assertThat(playlist.customTags(out)).containsExactly("DURATION=30,ID=16777323", "");
        assertThat(playlist.customTags(CustomTag.text("EXT-X-CUE-OUT-CONT"))).containsExactly("8.308/30");
        assertThat(playlist.segments().get(2).customTags(CustomTag.text("EXT-X-CUE-IN")))
                .containsExactly("");
        assertThat(playlist.toBuilder()
                        .edit(out, value -> value.isEmpty() ? Optional.empty() : Optional.of("15"))
                        .build())
                .hasToString(playlist.toString()
                        .replace("CUE-OUT:DURATION=30,ID=16777323", "CUE-OUT:15")
                        .replace("#EXT-X-CUE-OUT\n", ""));
    }

    // Theme 7: quoting and order.

    @Test
    void written_attributes_are_quoted_and_ordered_as_the_specification_has_them() {
        PartialSegment part = PartialSegment.builder()
                .set(PartialSegment.BYTERANGE, "10@0")
                .set(PartialSegment.DURATION, new BigDecimal("0.5"))
                .set(PartialSegment.URI, "p")
                .build();
        assertThat(part.line()).isEqualTo("#EXT-X-PART:URI=\"p\",DURATION=0.5,BYTERANGE=\"10@0\"");
        assertThat(InitializationSection.builder()
                        .set(InitializationSection.BYTERANGE, new ByteRange(5, 0))
                        .set(InitializationSection.URI, "i")
                        .build()
                        .line())
                .isEqualTo("#EXT-X-MAP:URI=\"i\",BYTERANGE=\"5@0\"");
    }

    @Test
    void attributes_of_an_edited_tag_keep_their_order() {
        Key key = Survival.media("#EXT-X-KEY:URI=\"k\",X-A=1,METHOD=AES-128", "#EXTINF:1,", "a.ts")
                .segments()
                .get(0)
                .keys()
                .get(0);
        assertThat(key.toBuilder()
                        .set(Key.URI, "l")
                        .set("X-B", AttributeValue.quoted("2"))
                        .build()
                        .line())
                .isEqualTo("#EXT-X-KEY:URI=\"l\",X-A=1,METHOD=AES-128,X-B=\"2\"");
    }

    @Test
    void an_offset_that_is_zero_and_one_that_is_left_out_stay_apart() {
        MediaPlaylist playlist = Survival.media(
                "#EXTINF:1,", "#EXT-X-BYTERANGE:5@0", "a.ts", "#EXTINF:1,", "#EXT-X-BYTERANGE:7", "b.ts");
        assertThat(playlist.segments().get(0).byteRange()).contains(new ByteRange(5, 0));
        assertThat(playlist.segments().get(1).lines().get(1).value()).isEqualTo("7");
    }

    // Theme 8: too strict breaks users. What the validator says of each is not tested here.

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXTINF:9,\na.ts",
                "#EXT-X-TARGETDURATION:1\n#EXTINF:9,\na.ts",
                "#EXT-X-VERSION:1\n#EXT-X-VERSION:2\n#EXT-X-MAP:URI=\"i\"\n#EXTINF:9.5,\na.ts",
                "#EXT-X-PLAYLIST-TYPE:SOON\n#EXTINF:9,\na.ts",
                "#EXT-X-KEY:IV=5\n#EXT-X-MAP:X=1\n#EXT-X-PART:\n#EXT-X-DATERANGE:\n#EXTINF:9,\na.ts",
                "#EXT-X-DISCONTINUITY\n#EXT-X-DISCONTINUITY-SEQUENCE:x\n#EXT-X-MEDIA-SEQUENCE:-1\n#EXTINF:9,\na.ts",
                "#EXT-X-BYTERANGE:x\n#EXT-X-PROGRAM-DATE-TIME:yesterday\n#EXT-X-BITRATE:\n#EXTINF:9,\na.ts",
                "#EXTINF:1,\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.ts\n#EXT-X-ENDLIST\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"p\"",
                "#EXTINF:\na.ts",
                "#EXTINF:nine\na.ts\n#EXTINF:9,"
            })
    void a_broken_rule_never_stops_reading(String lines) {
        MediaPlaylist playlist = Survival.oddText("#EXTM3U\n" + lines + "\n");
        assertThat(playlist.segments()).extracting(MediaSegment::uri).containsExactly("a.ts");
        assertThat(PlaylistParser.lenient()
                        .tryParse(playlist.toString().getBytes(StandardCharsets.UTF_8))
                        .playlist())
                .contains(playlist);
    }

    // Theme 9: which kind is it?

    @Test
    void one_way_in_tells_the_kind() {
        assertThat(kind("#EXTM3U\n#EXTINF:1,\na\n")).isEqualTo("media");
        assertThat(kind("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na\n")).isEqualTo("multivariant");
        assertThat(kind("#EXTM3U\n")).isEqualTo("multivariant");
    }

    private static String kind(String text) {
        Playlist playlist = PlaylistParser.lenient().parse(text);
        return playlist instanceof MediaPlaylist ? "media" : "multivariant";
    }

    // Theme 10: size and memory.

    @Test
    void a_playlist_of_100_000_segments_is_read_edited_and_written() {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:4\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("#EXTINF:4.004,\nsegment-").append(i).append(".ts\n");
        }
        MediaPlaylist playlist = (MediaPlaylist) Survival.written(text.toString());
        assertThat(playlist.segments()).hasSize(100_000);
        assertThat(playlist.durationNanos()).isEqualTo(400_400_000_000_000L);
        assertThat(playlist.segments().get(99_999).uri()).isEqualTo("segment-99999.ts");
        MediaPlaylist window = playlist.toBuilder()
                .mediaSequence(99_990)
                .segments(playlist.segments().subList(99_990, 100_000))
                .build();
        assertThat(window.segments().get(0).uri()).isEqualTo("segment-99990.ts");
        assertThat(window.toString()).hasSizeLessThan(500);
    }

    @Test
    void a_line_of_ten_megabytes_is_refused() {
        String text = "#EXTM3U\n#EXTINF:1," + "x".repeat(10_000_000) + "\na\n";
        assertThatThrownBy(() -> PlaylistParser.lenient().parse(text))
                .isInstanceOfSatisfying(PlaylistParseException.class, refused -> {
                    Diagnostic diagnostic = refused.diagnostic();
                    assertThat(diagnostic.code()).isEqualTo(DiagnosticCode.LIMIT_LINE_BYTES);
                    assertThat(diagnostic.location().line()).isEqualTo(2);
                    assertThat(refused.getMessage()).hasSizeLessThan(300);
                });
    }

    // Theme 11: numbers.

    @Test
    void numbers_have_64_bit_keep_their_digits_and_never_an_exponent() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-MEDIA-SEQUENCE:9223372036854775808",
                "#EXTINF:0.00001,",
                "#EXT-X-BYTERANGE:5000000000@9000000000000",
                "a.ts",
                "#EXTINF:100000000.0000000001,",
                "b.ts");
        assertThat(Long.toUnsignedString(playlist.segments().get(1).mediaSequence()))
                .isEqualTo("9223372036854775809");
        assertThat(playlist.segments().get(0).byteRange().orElseThrow().length())
                .isEqualTo(5_000_000_000L);
        assertThat(playlist.segments().get(1).durationSeconds()).contains(new BigDecimal("100000000.0000000001"));
        assertThat(MediaSegment.builder("a", Duration.ofNanos(10_000)).build()).hasToString("#EXTINF:0.00001,\na\n");
        assertThat(Start.builder()
                        .set(Start.TIME_OFFSET, new BigDecimal("1E+8"))
                        .build()
                        .line())
                .isEqualTo("#EXT-X-START:TIME-OFFSET=100000000");
    }

    // Theme 12: IPTV lists.

    @Test
    void an_iptv_list_is_read_and_written_without_loss() {
        MediaPlaylist playlist = Survival.mediaText("#EXTM3U x-tvg-url=\"http://g.example/e.xml\"\n"
                + "#EXTINF:-1 tvg-id=\"a\" tvg-logo=\"http://l.example/a,b.png\" group-title=\"News, World\",Name, too\n"
                + "http://s.example/1\n"
                + "#EXTINF:0,Other\n#EXTGRP:Film\nhttp://s.example/2\n");
        assertThat(IptvExtinf.ofList(playlist)).isEqualTo(Map.of("x-tvg-url", "http://g.example/e.xml"));
        MediaSegment first = playlist.segments().get(0);
        assertThat(first.durationNanos())
                .as("a negative duration counts as none")
                .isZero();
        assertThat(first.durationSeconds()).contains(new BigDecimal("-1"));
        assertThat(first.title()).contains("Name, too");
        assertThat(IptvExtinf.of(first).orElseThrow().attributes().get("group-title"))
                .isEqualTo("News, World");
        assertThat(playlist.segments())
                .extracting(MediaSegment::uri)
                .isEqualTo(List.of("http://s.example/1", "http://s.example/2"));
        assertThat(playlist.customTags(CustomTag.text("EXTGRP"))).containsExactly("Film");
    }
}

package dev.hemstitch.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaylistDiffCasesTest {
    private static final String HEADER = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n";
    private static final String MULTIVARIANT = """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="en.m3u8",DEFAULT=NO
            #EXT-X-SESSION-DATA:DATA-ID="d",VALUE="v"
            #EXT-X-STREAM-INF:BANDWIDTH=1,CODECS="avc1,mp4a",AUDIO="a"
            low.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=2,FRAME-RATE=30.000,AUDIO="a"
            high.m3u8
            """;

    private static Playlist parse(String text) {
        return PlaylistParser.lenient().parse(text);
    }

    private static List<String> diff(String left, String right) {
        return PlaylistDiff.of(parse(left), parse(right)).differences().stream()
                .map(Difference::toString)
                .toList();
    }

    private static List<String> change(String from, String to) {
        return diff(MULTIVARIANT, MULTIVARIANT.replace(from, to));
    }

    private static String live(int from, int to, String... changes) {
        StringBuilder text = new StringBuilder(HEADER + "#EXT-X-MEDIA-SEQUENCE:" + from + "\n");
        for (int i = from; i < to; i++) {
            text.append("#EXTINF:9.009,\n").append(i).append(".ts\n");
        }
        String result = text.toString();
        for (int i = 0; i < changes.length; i += 2) {
            result = result.replace(changes[i], changes[i + 1]);
        }
        return result;
    }

    @Test
    void segments_of_live_playlists_are_the_same_by_number() {
        assertThat(diff(live(7, 10), live(8, 11, "8.ts", "8.ts?x")))
                .containsExactly(
                        "playlist, EXT-X-MEDIA-SEQUENCE: \"7\" -> \"8\"",
                        "segment 7 removed: \"7.ts\"",
                        "segment 8, URI: \"8.ts\" -> \"8.ts?…\"",
                        "segment 10 added: \"10.ts\"");
    }

    private static String held(int targetDuration, String attributes) {
        return "#EXTM3U\n#EXT-X-TARGETDURATION:" + targetDuration + "\n" + attributes + "#EXTINF:6.0,\na.ts\n";
    }

    @ParameterizedTest
    @CsvSource({
        "CAN-BLOCK-RELOAD=YES, 'CAN-BLOCK-RELOAD=YES,HOLD-BACK=30.0'",
        "'HOLD-BACK=30,CAN-BLOCK-RELOAD=YES', CAN-BLOCK-RELOAD=YES",
        "HOLD-BACK=30, HOLD-BACK=30.000"
    })
    void a_hold_back_of_three_target_durations_is_what_its_absence_means(String left, String right) {
        assertThat(diff(
                        held(10, "#EXT-X-SERVER-CONTROL:" + left + "\n"),
                        held(10, "#EXT-X-SERVER-CONTROL:" + right + "\n")))
                .isEmpty();
        assertThat(diff(held(10, ""), held(10, "#EXT-X-SERVER-CONTROL:HOLD-BACK=30.0\n")))
                .isEmpty();
    }

    @Test
    void any_other_hold_back_is_told() {
        String changed = "playlist, EXT-X-SERVER-CONTROL HOLD-BACK: none -> ";
        assertThat(diff(held(10, ""), held(10, "#EXT-X-SERVER-CONTROL:HOLD-BACK=30.5\n")))
                .containsExactly(changed + "\"30.5\"");
        assertThat(diff(held(10, ""), held(12, "#EXT-X-SERVER-CONTROL:HOLD-BACK=36\n")))
                .contains(changed + "\"36\"");
        assertThat(diff(held(10, ""), held(12, "#EXT-X-SERVER-CONTROL:HOLD-BACK=30\n")))
                .hasSize(1);
    }

    @Test
    void a_playlist_that_was_numbered_anew_is_told_once() {
        assertThat(diff(live(7, 20), live(7, 20, "SEQUENCE:7", "SEQUENCE:0")))
                .containsExactly("playlist, EXT-X-MEDIA-SEQUENCE: \"7\" -> \"0\"");
    }

    @Test
    void an_implied_vector_that_becomes_another_is_told() {
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXTINF:9.009,\n7.ts";
        assertThat(diff(
                        live(7, 9, "#EXTINF:9.009,\n7.ts", key),
                        live(7, 9, "#EXTINF:9.009,\n7.ts", key, "SEQUENCE:7", "SEQUENCE:6")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("segment 8, key IV: \"0x00000000000000000000000000000008\""));
    }

    @Test
    void a_discontinuity_is_told_once_where_it_is() {
        assertThat(diff(live(7, 12), live(7, 12, "#EXTINF:9.009,\n9.ts", "#EXT-X-DISCONTINUITY\n#EXTINF:9.009,\n9.ts")))
                .containsExactly("segment 9, discontinuity number: \"0\" -> \"1\"");
        assertThat(diff(
                        live(7, 9, "#EXTINF:9.009,\n7", "#EXT-X-DISCONTINUITY\n#EXTINF:9.009,\n7"),
                        live(7, 9, "#EXT-X-MEDIA", "#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXT-X-MEDIA")))
                .isEmpty();
        assertThat(diff(live(7, 9), live(7, 9, "#EXT-X-MEDIA", "#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXT-X-MEDIA")))
                .containsExactly("playlist, EXT-X-DISCONTINUITY-SEQUENCE: \"0\" -> \"1\"");
    }

    @Test
    void a_shift_of_dates_is_told_where_it_starts() {
        String date = "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:%s\n#EXTINF:9.009,\n%s.ts";
        String first = String.format(Locale.ROOT, date, "00.000Z", "7");
        String left = live(7, 12, "#EXTINF:9.009,\n7.ts", first);
        String derived = String.format(Locale.ROOT, date, "18.018Z", "9");
        String shifted = String.format(Locale.ROOT, date, "19.018Z", "9");
        assertThat(diff(left, left.replace("#EXTINF:9.009,\n9.ts", derived))).isEmpty();
        assertThat(diff(left, left.replace("#EXTINF:9.009,\n9.ts", shifted)))
                .singleElement()
                .asString()
                .startsWith("segment 9, program date time: ");
        assertThat(diff(left, left.replace("2026-01-01T00:00:00.000Z", "2026-01-01T08:00:00+08:00")))
                .isEmpty();
        assertThat(diff(left, live(7, 12))).singleElement().asString().endsWith("\"2026-01-01T00:00Z\" -> none");
    }

    @Test
    void date_ranges_of_one_id_are_one_wherever_they_stand() {
        String one = "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-01-01T00:00:00Z\",DURATION=2.0,X-B=\"c\"\n";
        String two = "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-01-01T01:00:00+01:00\"\n"
                + "#EXT-X-DATERANGE:X-B=\"c\",ID=\"a\",DURATION=2\n";
        assertThat(diff(live(1, 3) + one, live(1, 3, "#EXTINF:9.009,\n2", two + "#EXTINF:9.009,\n2")))
                .isEmpty();
        assertThat(diff(live(1, 3) + one, live(1, 3) + one.replace("2.0", "3")))
                .containsExactly("date range a, DURATION: \"2.0\" -> \"3\"");
        assertThat(diff(live(1, 3) + one, live(1, 3))).containsExactly("date range a removed");
    }

    @Test
    void parts_hints_and_reports_are_compared() {
        String tail = "#EXT-X-PART:URI=\"p\",DURATION=1.0\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"q\"\n"
                + "#EXT-X-RENDITION-REPORT:URI=\"r\",LAST-MSN=3\n";
        assertThat(diff(live(1, 3) + tail, live(1, 3) + tail.replace("1.0", "1")))
                .isEmpty();
        assertThat(diff(
                        live(1, 3) + tail,
                        live(1, 3)
                                + tail.replace("1.0", "2")
                                        .replace("\"q\"", "\"s\"")
                                        .replace("MSN=3", "MSN=4")))
                .containsExactly(
                        "segment 3, part 0: \"DURATION=1.0,URI=p\" -> \"DURATION=2,URI=p\"",
                        "preload hint PART, URI: \"q\" -> \"s\"",
                        "rendition report r, LAST-MSN: \"3\" -> \"4\"");
        assertThat(diff(live(1, 3) + tail, live(1, 3) + tail.replace("\"r\"", "\"t\"")))
                .containsExactly("rendition report r removed", "rendition report t added");
    }

    @Test
    void variables_are_replaced_first() {
        String define = "#EXT-X-DEFINE:NAME=\"n\",VALUE=\"8\"\n#EXT-X-MEDIA";
        assertThat(diff(live(7, 9), live(7, 9, "#EXT-X-MEDIA", define, "\n8.ts", "\n{$n}.ts")))
                .isEmpty();
        String iv = "#EXT-X-DEFINE:NAME=\"iv\",VALUE=\"0xAB\"\n#EXT-X-MEDIA";
        String keyed = live(7, 9) + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0xAB\n#EXTINF:6.000,\n10.ts\n";
        assertThat(diff(keyed, keyed.replace("#EXT-X-MEDIA", iv).replace("IV=0xAB", "IV={$iv}")))
                .isEmpty();
        assertThat(diff(
                        keyed,
                        keyed.replace("#EXT-X-MEDIA", iv)
                                .replace("0xAB\"", "0xAC\"")
                                .replace("IV=0xAB", "IV={$iv}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BANDWIDTH=1, | BANDWIDTH=3, | variant low.m3u8, BANDWIDTH: \"1\" -> \"3\"",
                "avc1,mp4a | avc1,ec-3 | variant low.m3u8, CODECS: \"avc1,mp4a\" -> \"avc1,ec-3\"",
                "low.m3u8 | other.m3u8 | variant low.m3u8, URI: \"low.m3u8\" -> \"other.m3u8\"",
                "DEFAULT=NO | DEFAULT=YES | rendition AUDIO a English, DEFAULT: none -> \"YES\"",
                "VALUE=\"v\" | VALUE=\"w\" | session data d, VALUE: \"v\" -> \"w\"",
                "#EXTM3U | #EXTM3U#EXT-X-INDEPENDENT-SEGMENTS | playlist, EXT-X-INDEPENDENT-SEGMENTS: none -> \"YES\""
            })
    void a_change_of_a_multivariant_playlist_is_told_of_its_subject(String from, String to, String expected) {
        assertThat(change(from, to.replace("#EXTM3U#", "#EXTM3U\n#"))).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "avc1,mp4a | mp4a,avc1",
                "30.000 | 30",
                ",DEFAULT=NO | ''",
                "BANDWIDTH=2, | BANDWIDTH=2,VIDEO-RANGE=SDR,PATHWAY-ID=\".\","
            })
    void another_way_to_write_an_attribute_is_no_difference(String from, String to) {
        assertThat(change(from, to)).isEmpty();
    }

    @Test
    void the_order_of_variants_matters_for_the_first_one_only() {
        String a = "#EXT-X-STREAM-INF:BANDWIDTH=1\na\n";
        String b = "#EXT-X-STREAM-INF:BANDWIDTH=2\nb\n";
        String c = "#EXT-X-STREAM-INF:BANDWIDTH=3\nc\n";
        assertThat(diff("#EXTM3U\n" + a + b + c, "#EXTM3U\n" + a + c + b)).isEmpty();
        assertThat(diff("#EXTM3U\n" + a + b + c, "#EXTM3U\n" + b + a + c))
                .containsExactly("first variant, URI: \"a\" -> \"b\"");
    }

    @Test
    void a_stable_id_makes_a_variant_the_same() {
        String left = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,STABLE-VARIANT-ID=\"s\"\na\n";
        assertThat(diff(left, left.replace("H=1", "H=2").replace("\na", "\nb")))
                .containsExactly("variant a, BANDWIDTH: \"1\" -> \"2\"", "variant a, URI: \"a\" -> \"b\"");
    }

    @Test
    void uris_are_compared_as_written_or_resolved() {
        Playlist relative = parse(HEADER + "#EXTINF:1,\na.ts\n");
        Playlist absolute = parse(HEADER + "#EXTINF:1,\nhttps://h/v/a.ts\n");
        assertThat(PlaylistDiff.of(relative, absolute).isEmpty()).isFalse();
        assertThat(PlaylistDiff.of(relative, "https://h/v/m.m3u8", absolute, "https://x/m.m3u8")
                        .isEmpty())
                .isTrue();
        assertThat(PlaylistDiff.of(relative, "https://h/v/m.m3u8", relative, "https://x/m.m3u8")
                        .isEmpty())
                .isFalse();
        LocatedPlaylist here = new LocatedPlaylist(relative, "https://h/v/m.m3u8");
        LocatedPlaylist there = new LocatedPlaylist(relative, "https://x/m.m3u8");
        assertThat(PlaylistDiff.of(here, there, UriComparison.VERBATIM_OR_RESOLVED)
                        .isEmpty())
                .isTrue();
    }

    @Test
    void media_playlists_of_a_presentation_are_compared_each_once() {
        LocatedPlaylist left = new LocatedPlaylist(parse(MULTIVARIANT), "https://h/l/m.m3u8");
        LocatedPlaylist right = new LocatedPlaylist(parse(MULTIVARIANT), "https://h/r/m.m3u8");
        Map<String, Playlist> media = Map.of(
                "https://h/l/low.m3u8", parse(live(1, 3)),
                "https://h/r/low.m3u8", parse(live(1, 3, "9.009", "9.01")),
                "https://h/l/en.m3u8", parse(live(1, 3)));
        PlaylistDiff diff = PlaylistDiff.ofPresentations(
                left,
                uri -> Optional.ofNullable(media.get(uri)).map(playlist -> new LocatedPlaylist(playlist, uri)),
                right,
                uri -> Optional.ofNullable(media.get(uri)).map(playlist -> new LocatedPlaylist(playlist, uri)),
                UriComparison.VERBATIM_OR_RESOLVED);
        assertThat(diff).hasToString("""
                        low.m3u8: segment 1, duration: "9.009" -> "9.01"
                        low.m3u8: segment 2, duration: "9.009" -> "9.01"
                        en.m3u8: playlist, readable: "YES" -> none""");
        assertThat(diff.unread()).containsExactly("high.m3u8");
        assertThat(diff).isNotEqualTo(PlaylistDiff.of(left.playlist(), left.playlist()));
    }

    @Test
    void a_message_shows_no_query_and_says_that_more_differs() {
        Difference difference = new Difference(
                Difference.Kind.CHANGED, "v.m3u8?t=1", "segment 1", "URI", Optional.of("a?t=1"), Optional.of("a?t=2"));
        assertThat(difference)
                .hasToString("v.m3u8?…: segment 1, URI: \"a?…\" -> \"a?…\" (they differ in what is not shown)");
    }
}

package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATE_RANGES_DIFFER;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.MISSING_RENDITION_REPORT;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.NOT_A_MEDIA_PLAYLIST;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.PART_HOLD_BACK_SHORT_FOR_RENDITIONS;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.REPORT_DISAGREES;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.REPORT_WITHOUT_LAST_PART;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SERVER_CONTROL_DIFFERS;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.SESSION_KEY_DIFFERS;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.TARGET_DURATIONS_DIFFER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresentationRulesTest {
    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:";
    private static final String PARTS = "#EXT-X-PART-INF:PART-TARGET=1.0\n";
    private static final String SEGMENT = "#EXTINF:6.0,\na.ts\n";

    private static String report(String attributes) {
        return "#EXT-X-RENDITION-REPORT:URI=\"1.m3u8\"" + attributes + "\n";
    }

    @Test
    void the_playlist_with_another_target_duration_than_most_is_told() {
        String six = HEAD + "6\n" + SEGMENT;
        String seven = HEAD + "7\n" + SEGMENT;
        assertThat(FoundPlaces.across(TARGET_DURATIONS_DIFFER, seven, six, six)).containsExactly("0.m3u8:3:23");
        String iFrames = HEAD + "7\n#EXT-X-I-FRAMES-ONLY\n" + SEGMENT;
        assertThat(FoundPlaces.across(TARGET_DURATIONS_DIFFER, six, iFrames)).hasSize(1);
        assertThat(FoundPlaces.across(TARGET_DURATIONS_DIFFER, six, iFrames + "#EXT-X-PLAYLIST-TYPE:VOD"))
                .isEmpty();
        String greatest = HEAD + "18446744073709551615\n" + SEGMENT;
        assertThat(FoundPlaces.across(TARGET_DURATIONS_DIFFER, greatest, greatest))
                .isEmpty();
    }

    @Test
    void server_control_is_the_same_in_any_order_and_spelling_of_numbers() {
        String one = HEAD + "6\n#EXT-X-SERVER-CONTROL:HOLD-BACK=18.0,CAN-BLOCK-RELOAD=YES\n";
        String other = HEAD + "6\n#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,HOLD-BACK=18\n";
        assertThat(FoundPlaces.across(SERVER_CONTROL_DIFFERS, one, other)).isEmpty();
        assertThat(FoundPlaces.across(SERVER_CONTROL_DIFFERS, one, HEAD + "6\n"))
                .containsExactly("1.m3u8:1:1");
    }

    @Test
    void a_hold_back_that_is_too_short_for_its_own_parts_is_not_told_again() {
        String control = "#EXT-X-SERVER-CONTROL:PART-HOLD-BACK=";
        String longParts = HEAD + "6\n" + control + "6.0\n#EXT-X-PART-INF:PART-TARGET=2.0\n";
        assertThat(FoundPlaces.across(
                        PART_HOLD_BACK_SHORT_FOR_RENDITIONS, longParts, HEAD + "6\n" + control + "3.0\n" + PARTS))
                .containsExactly("1.m3u8:4:23");
        assertThat(FoundPlaces.across(
                        PART_HOLD_BACK_SHORT_FOR_RENDITIONS, longParts, HEAD + "6\n" + control + "2.9\n" + PARTS))
                .isEmpty();
        assertThat(FoundPlaces.across(
                        PART_HOLD_BACK_SHORT_FOR_RENDITIONS, longParts, HEAD + "6\n" + control + "6.000\n" + PARTS))
                .isEmpty();
    }

    @Test
    void a_report_may_be_up_to_three_segments_off() {
        String named = HEAD + "6\n#EXT-X-MEDIA-SEQUENCE:10\n" + SEGMENT.repeat(3);
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=15") + SEGMENT, named))
                .isEmpty();
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=9") + SEGMENT, named))
                .isEmpty();
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=16") + SEGMENT, named))
                .containsExactly("0.m3u8:4:38");
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=8") + SEGMENT, named))
                .hasSize(1);
        assertThat(FoundPlaces.across(
                        REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=13") + SEGMENT, named + "#EXT-X-ENDLIST\n"))
                .hasSize(1);
        assertThat(FoundPlaces.across(
                        REPORT_DISAGREES, HEAD + "6\n" + report(",LAST-MSN=18446744073709551615") + SEGMENT, named))
                .hasSize(1);
    }

    @Test
    void what_a_report_leaves_out_is_that_of_the_playlist_that_it_stands_in() {
        String parts = PARTS + "#EXT-X-MEDIA-SEQUENCE:10\n" + SEGMENT + "#EXT-X-PART:DURATION=1.0,URI=\"p.ts\"\n";
        String named = HEAD + "6\n" + parts;
        assertThat(FoundPlaces.across(REPORT_WITHOUT_LAST_PART, HEAD + "6\n" + parts + report(""), named))
                .isEmpty();
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + parts + report(""), named))
                .isEmpty();
        assertThat(FoundPlaces.across(REPORT_DISAGREES, HEAD + "6\n" + SEGMENT + report(",LAST-PART=0"), named))
                .containsExactly("0.m3u8:6:1");
    }

    @Test
    void a_last_part_that_is_left_out_but_cannot_be_the_same_is_told() {
        String part = "#EXT-X-PART:DURATION=3.0,URI=\"p\"\n";
        String named = HEAD + "6\n" + PARTS + SEGMENT + part.repeat(2) + SEGMENT;
        String text = HEAD + "6\n" + PARTS + SEGMENT;
        assertThat(FoundPlaces.across(REPORT_WITHOUT_LAST_PART, text + part.repeat(3) + report(",LAST-MSN=1"), named))
                .containsExactly("0.m3u8:10:1");
        assertThat(FoundPlaces.across(REPORT_WITHOUT_LAST_PART, text + part.repeat(3) + report(""), named))
                .hasSize(1);
        assertThat(FoundPlaces.across(REPORT_WITHOUT_LAST_PART, text + part.repeat(2) + report(",LAST-MSN=1"), named))
                .isEmpty();
        assertThat(FoundPlaces.across(
                        REPORT_WITHOUT_LAST_PART, text + part.repeat(3) + report(",LAST-MSN=2"), named + part))
                .isEmpty();
    }

    @Test
    void a_last_part_may_be_left_out_behind_segments_that_have_no_parts_such_as_ads() {
        String part = "#EXT-X-PART:DURATION=6.0,URI=\"p\"\n";
        String named = HEAD + "6\n" + PARTS + SEGMENT + part + SEGMENT;
        assertThat(FoundPlaces.across(
                        REPORT_WITHOUT_LAST_PART, HEAD + "6\n" + PARTS + part + SEGMENT.repeat(2) + report(""), named))
                .isEmpty();
    }

    @Test
    void a_last_part_beyond_those_of_a_whole_segment_is_told() {
        String named = HEAD + "6\n" + PARTS + "#EXT-X-PART:DURATION=3.0,URI=\"0\"\n#EXT-X-PART:DURATION=3.0,URI=\"1\"\n"
                + SEGMENT;
        String text = HEAD + "6\n" + SEGMENT;
        assertThat(FoundPlaces.across(REPORT_DISAGREES, text + report(",LAST-MSN=0,LAST-PART=1"), named))
                .isEmpty();
        assertThat(FoundPlaces.across(REPORT_DISAGREES, text + report(",LAST-MSN=0,LAST-PART=2"), named))
                .containsExactly("0.m3u8:6:49");
    }

    @Test
    void reports_on_i_frames_are_all_there_or_none() {
        String low = HEAD + "6\n" + PARTS + SEGMENT;
        String iFrames = HEAD + "6\n#EXT-X-I-FRAMES-ONLY\n" + SEGMENT;
        assertThat(FoundPlaces.across(MISSING_RENDITION_REPORT, low, iFrames, iFrames))
                .isEmpty();
        assertThat(FoundPlaces.across(MISSING_RENDITION_REPORT, low + report(""), iFrames, iFrames))
                .containsExactly("0.m3u8:4:1");
        assertThat(FoundPlaces.across(MISSING_RENDITION_REPORT, low, HEAD + "6\n" + SEGMENT))
                .containsExactly("0.m3u8:4:1");
    }

    @Test
    void playlists_on_another_server_and_those_told_apart_by_queries_need_no_report() {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n#EXT-X-STREAM-INF:BANDWIDTH=2\n%s";
        ReceivedPlaylist low = FoundPlaces.received(HEAD + "6\n" + PARTS + SEGMENT);
        for (List<String> uris : List.of(
                List.of("https://a.example.com/a.m3u8", "https://b.example.com/a.m3u8"),
                List.of("https://a.example.com/a.m3u8", "http://a.example.com/b.m3u8"))) {
            Map<String, ReceivedPlaylist> playlists = new LinkedHashMap<>();
            uris.forEach(uri -> playlists.put(uri, low));
            assertThat(FoundPlaces.across(
                            MISSING_RENDITION_REPORT,
                            multivariant.replaceFirst("%s", uris.get(0)).replaceFirst("%s", uris.get(1)),
                            playlists))
                    .isEmpty();
        }
    }

    @Test
    void a_session_key_is_matched_by_the_uri_that_it_resolves_to() {
        String multivariant =
                "#EXTM3U\n#EXT-X-SESSION-KEY:METHOD=%s,URI=\"keys/1\"\n" + "#EXT-X-STREAM-INF:BANDWIDTH=1\nlow/a.m3u8";
        String key = "#EXT-X-KEY:METHOD=AES-128,URI=\"../keys/1\"\n";
        Map<String, ReceivedPlaylist> playlists =
                Map.of("low/a.m3u8", FoundPlaces.received(HEAD + "6\n" + key + SEGMENT));
        assertThat(FoundPlaces.across(SESSION_KEY_DIFFERS, multivariant.replace("%s", "SAMPLE-AES"), playlists))
                .containsExactly("2:20");
        assertThat(FoundPlaces.across(SESSION_KEY_DIFFERS, multivariant.replace("%s", "AES-128"), playlists))
                .isEmpty();
        ReceivedPlaylist elsewhere = new ReceivedPlaylist(
                PlaylistParser.lenient().parse(HEAD + "6\n" + key + SEGMENT),
                Optional.of("https://cdn.example.com/x/y/a.m3u8"),
                Optional.empty());
        assertThat(FoundPlaces.across(
                        SESSION_KEY_DIFFERS, multivariant.replace("%s", "SAMPLE-AES"), Map.of("low/a.m3u8", elsewhere)))
                .isEmpty();
    }

    @Test
    void every_tag_that_names_a_multivariant_playlist_is_told() {
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n# a comment\na.m3u8\n"
                + "#EXT-X-STREAM-INF:BANDWIDTH=2\na.m3u8";
        assertThat(FoundPlaces.across(
                        NOT_A_MEDIA_PLAYLIST, multivariant, Map.of("a.m3u8", FoundPlaces.received("#EXTM3U"))))
                .containsExactly("4:1", "6:1");
    }

    @Test
    void a_group_of_which_all_renditions_have_date_ranges_serves_its_variants() {
        String group = "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=";
        String multivariant = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO=\"a\"\nv.m3u8\n" + group
                + "\"en\",URI=\"en.m3u8\"\n" + group + "\"de\",URI=\"de.m3u8\"\n";
        ReceivedPlaylist without = FoundPlaces.received(HEAD + "6\n" + SEGMENT + "#EXT-X-ENDLIST");
        ReceivedPlaylist with =
                FoundPlaces.received(HEAD + "6\n#EXT-X-DATERANGE:ID=\"r\"\n" + SEGMENT + "#EXT-X-ENDLIST");
        assertThat(FoundPlaces.across(
                        DATE_RANGES_DIFFER, multivariant, Map.of("v.m3u8", without, "en.m3u8", with, "de.m3u8", with)))
                .isEmpty();
        assertThat(FoundPlaces.across(
                        DATE_RANGES_DIFFER,
                        multivariant,
                        Map.of("v.m3u8", without, "en.m3u8", with, "de.m3u8", without)))
                .containsExactly("2:1");
        assertThat(FoundPlaces.across(DATE_RANGES_DIFFER, multivariant, Map.of("v.m3u8", without, "en.m3u8", with)))
                .isEmpty();
        assertThat(FoundPlaces.across(
                        DATE_RANGES_DIFFER,
                        multivariant + group + "\"fr\"",
                        Map.of("v.m3u8", without, "en.m3u8", with)))
                .containsExactly("2:1");
    }
}

package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionRulesTest {
    private static String[] media(String version, String... lines) {
        List<String> all = new ArrayList<>(List.of("#EXTM3U"));
        if (!version.isEmpty()) {
            all.add("#EXT-X-VERSION:" + version);
        }
        all.add("#EXT-X-TARGETDURATION:6");
        all.addAll(List.of(lines));
        return all.toArray(String[]::new);
    }

    private static int lowest(String... lines) {
        return CompatibilityVersion.of(PlaylistParser.lenient().parse(String.join("\n", lines)))
                .version();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 | #EXT-X-PART:URI=\"a\",DURATION=1.5",
                "1 | #EXT-X-KEY:METHOD=SAMPLE-AES-CTR,URI=\"k\"",
                "2 | #EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x01",
                "4 | #EXT-X-BYTERANGE:5@0",
                "5 | #EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"",
                "5 | #EXT-X-KEY:METHOD=AES-128,URI=\"k\",KEYFORMAT=\"identity\"",
                "6 | #EXT-X-MAP:URI=\"init.mp4\"",
                "9 | #EXT-X-SKIP:SKIPPED-SEGMENTS=3",
                "10 | #EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"\"",
                "11 | #EXT-X-DEFINE:QUERYPARAM=\"a\""
            })
    void the_lowest_version_follows_from_what_is_there(int version, String line) {
        assertThat(lowest(media("", line, "#EXTINF:6,", "a.ts"))).isEqualTo(version);
    }

    @Test
    void keys_and_maps_of_parts_alone_count_too() {
        assertThat(lowest(media("", "#EXT-X-MAP:URI=\"i\"", "#EXT-X-PART:URI=\"a\",DURATION=1")))
                .isEqualTo(6);
        assertThat(lowest(media("", "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"", "#EXT-X-PART:URI=\"a\",DURATION=1")))
                .isEqualTo(5);
    }

    @Test
    void a_map_of_i_frames_needs_less() {
        assertThat(lowest(media("", "#EXT-X-I-FRAMES-ONLY", "#EXT-X-MAP:URI=\"i\"", "#EXTINF:6,", "a.mp4")))
                .isEqualTo(5);
    }

    @Test
    void a_variable_counts_where_it_is_used() {
        String define = "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"{$b}\"";
        assertThat(lowest(media("", define, "#EXTINF:6,{$a}", "a.ts", "# {$a}", "#EXT-X-OWN:{$a}")))
                .isEqualTo(1);
        assertThat(lowest(media("", define, "#EXTINF:6,", "{$a}.ts"))).isEqualTo(8);
        assertThat(lowest(media("", define, "#EXT-X-KEY:METHOD=AES-128,URI=\"{$a}\"")))
                .isEqualTo(8);
        assertThat(lowest(media("", "#EXTINF:6,", "{$a}.ts"))).isEqualTo(1);
    }

    @Test
    void captions_and_requirements_of_multivariant_playlists_count() {
        String captions = "#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID=\"c\",NAME=\"n\",INSTREAM-ID=";
        assertThat(lowest("#EXTM3U", captions + "\"CC1\"")).isEqualTo(1);
        assertThat(lowest("#EXTM3U", captions + "\"SERVICE1\"")).isEqualTo(7);
        assertThat(lowest("#EXTM3U", captions.replace("CLOSED-CAPTIONS", "VIDEO") + "\"1.2\""))
                .isEqualTo(13);
        assertThat(lowest("#EXTM3U", "#EXT-X-SESSION-DATA:DATA-ID=\"a\",VALUE=\"b\",REQ-A=\"c\""))
                .isEqualTo(12);
        assertThat(lowest("#EXTM3U", "#EXT-X-SESSION-KEY:METHOD=SAMPLE-AES,URI=\"k\",KEYFORMAT=\"f\""))
                .isEqualTo(1);
    }

    @Test
    void without_a_version_it_is_the_first() {
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_LOW, media("", "#EXT-X-MAP:URI=\"i\"", "#EXTINF:6,", "a.mp4")))
                .containsExactly("1:1");
    }

    @Test
    void decimals_alone_are_left_to_the_rule_about_them() {
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_LOW, media("", "#EXTINF:6.0,", "a.ts")))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_LOW, media("2", "#EXTINF:6.0,", "a.ts")))
                .isEmpty();
    }

    @Test
    void media_playlists_may_always_declare_3() {
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, media("3", "#EXTINF:6,", "a.ts")))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, media("4", "#EXTINF:6,", "a.ts")))
                .containsExactly("2:16");
    }

    @Test
    void a_playlist_that_offers_to_skip_may_declare_what_its_updates_need() {
        String offer = "#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=36";
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, media("9", offer))).isEmpty();
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, media("10", offer)))
                .hasSize(1);
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, media("10", offer + ",CAN-SKIP-DATERANGES=YES")))
                .isEmpty();
    }

    @Test
    void multivariant_playlists_with_groups_may_declare_any_version() {
        String[] group = {"#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-STREAM-INF:BANDWIDTH=5,AUDIO=\"a\"", "a.m3u8"};
        String[] none = {"#EXTM3U", "#EXT-X-VERSION:2", "#EXT-X-STREAM-INF:BANDWIDTH=5", "a.m3u8"};
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, group)).isEmpty();
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, none)).containsExactly("2:16");
    }

    @ParameterizedTest
    @CsvSource({"0", "14", "18446744073709551615"})
    void a_version_that_nobody_knows_is_told_and_nothing_else_about_it(String version) {
        String[] lines = media(version, "#EXT-X-BYTERANGE:5@0", "#EXTINF:6,", "a.ts");
        assertThat(Found.of(DiagnosticCode.UNKNOWN_VERSION, lines)).containsExactly("2:16");
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_LOW, lines)).isEmpty();
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, lines)).isEmpty();
    }

    @Test
    void the_first_version_counts() {
        String[] lines = media("3", "#EXT-X-VERSION:9", "#EXT-X-VERSION:99", "#EXTINF:6.0,", "a.ts");
        assertThat(Found.of(DiagnosticCode.DUPLICATE_VERSION, lines)).containsExactly("4:1", "5:1");
        assertThat(Found.of(DiagnosticCode.VERSION_TOO_HIGH, lines)).isEmpty();
    }

    @Test
    void removed_features_belong_to_the_versions_before() {
        assertThat(Found.of(DiagnosticCode.REMOVED_FEATURE, media("6", "#EXT-X-ALLOW-CACHE:NO")))
                .isEmpty();
        assertThat(Found.of(DiagnosticCode.REMOVED_FEATURE, media("7", "#EXT-X-ALLOW-CACHE:NO")))
                .containsExactly("4:1");
        assertThat(Found.of(DiagnosticCode.REMOVED_FEATURE, media("", "#EXT-X-ALLOW-CACHE:NO")))
                .isEmpty();
    }
}

package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read in one step, twice or only when asked for is read as if it were read line by line. */
class ReadingTest {
    private static final String HEADER = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n";

    private static MediaPlaylist media(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static List<DiagnosticCode> problems(String text) {
        return PlaylistParser.lenient().tryParse(text.getBytes(StandardCharsets.UTF_8)).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#EXT-X-BYTERANGE:10@20\n#EXTINF:1.5,\nu\n",
                "#EXTINF:1.5,t\n#EXT-X-BYTERANGE:10@20\nu\n",
                "#EXTINF:1.5,t\r\n#EXT-X-BYTERANGE:10@20\r\nu\r\n",
                "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z\n#EXT-X-BYTERANGE:10@20\n#EXTINF:1,\nu\n",
                "#EXT-X-PROGRAM-DATE-TIME:2026-01-01T00:00:00Z\n#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\nu\n",
                "#EXT-X-BYTERANGE:10\n#EXTINF:1,\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10@\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:@10\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE: 10@20\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10@20x\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\r\r\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGES:10@20\nu\n",
                "#EXT-X-BYTERANGE:1@2\n#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:999999999999999999@999999999999999999\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:1999999999999999999@9999999999999999999\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:18446744073709551615@18446744073709551615\nu\n",
                "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXT-X-BYTERANGE:10@20\n#EXTINF:1,\nu\n",
                "#EXT-X-BITRATE:7\n#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\n#EXT-X-GAP\nu\n",
                "#EXTINF:1,\n#EXT-X-BYTERANGE:10@20\n",
                "#EXT-X-BYTERANGE:10@20\n"
            })
    void byte_ranges_are_read_in_one_step_as_line_by_line(String segment) {
        String text = HEADER + "#EXTINF:1,\n#EXT-X-BYTERANGE:5@6\nu\n" + segment + "#EXTINF:2,\nlast\n" + segment;
        // White space in front of a line changes nothing but that no segment is a common one.
        List<MediaSegment> oneByOne = media(text.replace("#EXTINF", " #EXTINF")).segments();
        List<MediaSegment> segments = media(text).segments();
        assertThat(segments).hasSameSizeAs(oneByOne);
        for (int i = 0; i < segments.size(); i++) {
            MediaSegment expected = oneByOne.get(i);
            MediaSegment segment1 = segments.get(i);
            assertThat(segment1.byteRange()).isEqualTo(expected.byteRange());
            assertThat(segment1.uri()).isEqualTo(expected.uri());
            assertThat(segment1.durationNanos()).isEqualTo(expected.durationNanos());
            assertThat(segment1.keys()).isEqualTo(expected.keys());
            assertThat(segment1.bitrate()).isEqualTo(expected.bitrate());
            assertThat(segment1.has(HlsTag.GAP)).isEqualTo(expected.has(HlsTag.GAP));
            assertThat(segment1.has(HlsTag.BYTERANGE)).isEqualTo(expected.has(HlsTag.BYTERANGE));
        }
        assertThat(problems(text)).isEqualTo(problems(text.replace("#EXTINF", " #EXTINF")));
    }

    @Test
    void problems_before_the_kind_is_known_are_those_of_that_kind() {
        String start = "#EXTM3U\n#EXT-X-VERSION:x\n#EXT-X-VERSION:4\nstray\n";
        assertThat(problems(start + "#EXT-X-TARGETDURATION:9\n#EXTINF:1,\nu\n"))
                .containsExactly(
                        DiagnosticCode.MALFORMED_NUMBER, DiagnosticCode.DUPLICATE_TAG, DiagnosticCode.MISSING_EXTINF);
        assertThat(problems(start + "#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n"))
                .containsExactly(DiagnosticCode.DUPLICATE_TAG, DiagnosticCode.STRAY_URI);
        assertThat(media(start + "#EXT-X-TARGETDURATION:9\n#EXTINF:1,\nu\n").segments())
                .hasSize(2);
    }

    @Test
    void metadata_alone_makes_a_media_playlist_that_has_been_read_already() {
        MediaPlaylist playlist = media("#EXTM3U\n#EXT-X-VERSION:4\n#EXT-X-DATERANGE:ID=\"1\"\n");
        assertThat(playlist.version()).hasValue(4);
        assertThat(playlist.dateRanges()).hasSize(1);
        assertThat(playlist.segments()).isEmpty();
    }

    @Test
    void what_is_in_force_is_one_object_for_all_that_it_is_in_force_for() {
        List<MediaSegment> segments = media(
                        HEADER + "#EXT-X-KEY:METHOD=AES-128,URI=\"k\"\n#EXT-X-KEY:URI=\"no method\"\n"
                                + "#EXTINF:1,\na\n#EXTINF:1,\nb\n#EXT-X-MAP:URI=\"m\"\n#EXTINF:1,\nc\n")
                .segments();
        assertThat(segments.get(1).inForce()).isSameAs(segments.get(0).inForce());
        assertThat(segments.get(2).inForce().map()).isNotNull();
        assertThat(segments.get(2).keys()).isEqualTo(segments.get(0).keys()).hasSize(1);
        assertThat(segments.get(2).keys().get(0))
                .isSameAs(segments.get(0).keys().get(0));
    }

    @Test
    void a_tag_without_any_attribute_is_not_taken_for_one_with_those_of_the_tag_before() {
        String text =
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\"\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME\r=\"n\"\n"
                        + "#EXT-X-MEDIA:\n#EXT-X-MEDIA:\n";
        MultivariantPlaylist playlist =
                (MultivariantPlaylist) PlaylistParser.lenient().parse(text);
        assertThat(playlist.renditions())
                .hasSize(2)
                .allMatch(rendition -> rendition.name().equals("n"));
        assertThat(problems(text))
                .filteredOn(DiagnosticCode.MISSING_ATTRIBUTE::equals)
                .hasSize(6);
    }

    @Test
    void nouns_are_made_once() {
        MultivariantPlaylist playlist = (MultivariantPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n#EXT-X-DEFINE:NAME=\"a\",VALUE=\"b\"\nv\n");
        assertThat(playlist.variants().get(0)).isSameAs(playlist.variants().get(0));
        assertThat(playlist.variants().get(0).uri()).isEqualTo("v");
        assertThat(playlist.variableDefinitions()).hasSize(1);
    }
}

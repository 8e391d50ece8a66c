package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.ParseLimits;
import dev.hemstitch.core.parser.ParseMode;
import dev.hemstitch.core.parser.PlaylistParseException;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.SourceLocation;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** As {@link IncumbentDefectsTest}, for Multivariant Playlists and for how errors are told. */
class IncumbentMultivariantDefectsTest {
    private static Variant variant(String attributes) {
        return Survival.multivariant("#EXT-X-STREAM-INF:" + attributes, "v.m3u8")
                .variants()
                .get(0);
    }

    @Test
    void an_unknown_video_range_is_a_value_like_others() {
        assertThat(variant("BANDWIDTH=1,VIDEO-RANGE=HLG2").videoRange()).contains(new VideoRange("HLG2"));
    }

    @Test
    void output_protection_and_dynamic_range_are_read_and_edited() {
        Variant variant = variant("BANDWIDTH=1,HDCP-LEVEL=TYPE-1,VIDEO-RANGE=PQ");
        assertThat(variant.hdcpLevel()).contains(new HdcpLevel("TYPE-1"));
        assertThat(variant.videoRange()).contains(new VideoRange("PQ"));
        assertThat(variant.toBuilder()
                        .set(Variant.HDCP_LEVEL, new HdcpLevel("NONE"))
                        .build()
                        .line())
                .isEqualTo("#EXT-X-STREAM-INF:BANDWIDTH=1,HDCP-LEVEL=NONE,VIDEO-RANGE=PQ");
    }

    @Test
    void the_attributes_of_the_newest_draft_are_read_and_survive_an_edit() {
        MultivariantPlaylist playlist = Survival.multivariant(
                "#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"n\",BIT-DEPTH=24,SAMPLE-RATE=48000,"
                        + "CHANNELS=\"16/JOC/IMMERSIVE\"",
                "#EXT-X-SESSION-DATA:DATA-ID=\"d\",URI=\"u\",FORMAT=RAW",
                "#EXT-X-STREAM-INF:BANDWIDTH=1,SUPPLEMENTAL-CODECS=\"dvh1.08.07/db4h\","
                        + "REQ-VIDEO-LAYOUT=\"CH-STEREO/PROJ-HEQU,CH-MONO\",AUDIO=\"a\"",
                "v.m3u8");
        Rendition rendition = playlist.renditions().get(0);
        assertThat(rendition.bitDepth()).hasValue(24);
        assertThat(rendition.sampleRate()).hasValue(48_000);
        assertThat(rendition.channels()).contains("16/JOC/IMMERSIVE");
        assertThat(playlist.sessionData().get(0).format()).contains(new SessionDataFormat("RAW"));
        Variant variant = playlist.variants().get(0);
        assertThat(variant.supplementalCodecs()).containsExactly("dvh1.08.07/db4h");
        assertThat(variant.reqVideoLayout()).containsExactly("CH-STEREO/PROJ-HEQU", "CH-MONO");
        assertThat(playlist.toBuilder()
                        .edit(tag -> Optional.of(
                                tag instanceof Rendition audio
                                        ? audio.toBuilder()
                                                .set(Rendition.NAME, "m")
                                                .build()
                                        : tag))
                        .build())
                .hasToString(playlist.toString().replace("NAME=\"n\"", "NAME=\"m\""));
    }

    @Test
    void bandwidths_have_64_bit() {
        Variant variant = variant("BANDWIDTH=5000000000,AVERAGE-BANDWIDTH=18446744073709551615");
        assertThat(variant.bandwidth()).hasValue(5_000_000_000L);
        assertThat(variant.averageBandwidth()).hasValue(-1);
    }

    @Test
    void a_frame_rate_keeps_its_digits() {
        assertThat(variant("BANDWIDTH=1,FRAME-RATE=29.970").frameRate()).contains(new BigDecimal("29.970"));
    }

    @Test
    void a_comment_may_stand_between_a_variant_and_its_uri() {
        MultivariantPlaylist playlist =
                Survival.multivariant("#EXT-X-STREAM-INF:BANDWIDTH=1", "# comment", "", "v.m3u8");
        assertThat(playlist.variants()).extracting(Variant::uri).containsExactly("v.m3u8");
    }

    @Test
    void spaces_behind_commas_quotes_too_few_and_unknown_attributes_are_read_and_kept() {
        Variant variant = variant("BANDWIDTH=1, CODECS=avc1.4d001f, NAME=\"720p\",PROGRAM-ID=1");
        assertThat(variant.codecs()).containsExactly("avc1.4d001f");
        assertThat(variant.attributes().find("NAME").orElseThrow().text()).isEqualTo("720p");
    }

    @Test
    void a_media_tag_in_a_multivariant_playlist_is_kept_and_reported() {
        String text = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n#EXT-X-TARGETDURATION:6\n";
        MultivariantPlaylist playlist =
                Survival.multivariant("#EXT-X-STREAM-INF:BANDWIDTH=1", "v.m3u8", "#EXT-X-TARGETDURATION:6");
        assertThat(playlist.otherTags()).extracting(PlaylistLine::text).containsExactly("#EXT-X-TARGETDURATION:6");
        assertThat(PlaylistWriter.canonical(playlist)).hasToString(text);
        assertThat(diagnostics(text)).extracting(Diagnostic::code).containsExactly(DiagnosticCode.MIXED_PLAYLIST_KINDS);
    }

    private static List<Diagnostic> diagnostics(String text) {
        return PlaylistParser.lenient()
                .tryParse(text.getBytes(StandardCharsets.UTF_8))
                .diagnostics();
    }

    @Test
    void errors_are_of_one_type_with_line_column_and_offset() {
        String text = "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXT-X-MEDIA-SEQUENCE:x\n#EXTINF:6,\na\n";
        Diagnostic found = diagnostics(text).get(0);
        assertThat(found.code()).isEqualTo(DiagnosticCode.MALFORMED_NUMBER);
        assertThat(found.location().line()).isEqualTo(3);
        PlaylistParser strict = PlaylistParser.of(ParseMode.STRICT, ParseLimits.DEFAULT);
        for (String bad : List.of(text, "", "<html>", "#EXTM3U\n#EXT-X-KEY:URI=\"k\"\n#EXT-X-TARGETDURATION:1\n")) {
            PlaylistParseException thrown = catchThrowableOfType(PlaylistParseException.class, () -> strict.parse(bad));
            SourceLocation location = thrown.diagnostic().location();
            assertThat(location.line()).isPositive();
            assertThat(location.column()).isPositive();
            assertThat(thrown.getMessage()).contains(thrown.diagnostic().code().name());
        }
    }
}

package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.text.AttributeValue;
import dev.hemstitch.core.text.IsoDateTime;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What m3u8-parser (0.27) and open-m3u8 (0.2.4) were measured to lose, change or refuse in Media Playlists, each as a
 * test. {@link Survival} writes each text, and writes it with other URIs, and compares every byte.
 */
class IncumbentDefectsTest {
    private static final String KEY = "#EXT-X-KEY:METHOD=AES-128,URI=\"k\",IV=0x1F";

    private static MediaSegment only(MediaPlaylist playlist) {
        assertThat(playlist.segments()).hasSize(1);
        return playlist.segments().get(0);
    }

    @Test
    void a_key_before_a_map_stays_before_it_so_that_the_section_stays_encrypted() {
        MediaPlaylist playlist = Survival.media(KEY, "#EXT-X-MAP:URI=\"i\"", "#EXTINF:1,", "a.ts");
        assertThat(only(playlist).map().orElseThrow().keys())
                .isEqualTo(only(playlist).keys());
        MediaPlaylist clear = Survival.media("#EXT-X-MAP:URI=\"i\"", KEY, "#EXTINF:1,", "a.ts");
        assertThat(only(clear).map().orElseThrow().keys()).isEmpty();
        assertThat(only(clear).keys()).hasSize(1);
    }

    @Test
    void two_keys_of_one_segment_are_both_in_force() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"x\"",
                "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"y\",KEYFORMAT=\"com.example\"",
                "#EXTINF:1,",
                "a.ts");
        assertThat(only(playlist).keys()).extracting(Key::uri).containsExactly(Optional.of("x"), Optional.of("y"));
    }

    @Test
    void two_date_ranges_before_a_segment_are_both_there() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-DATERANGE:ID=\"1\",START-DATE=\"2024-01-01T00:00:00Z\"",
                "#EXT-X-DATERANGE:ID=\"2\",START-DATE=\"2024-01-01T00:00:05Z\"",
                "#EXTINF:1,",
                "a.ts");
        assertThat(only(playlist).dateRanges()).extracting(DateRange::id).containsExactly("1", "2");
    }

    @Test
    void a_date_range_or_key_behind_the_last_segment_stays_there() {
        MediaPlaylist playlist =
                Survival.media("#EXTINF:1,", "a.ts", "#EXT-X-DATERANGE:ID=\"1\"", KEY, "#EXT-X-ENDLIST");
        assertThat(playlist.dateRanges()).hasSize(1);
        assertThat(only(playlist).keys()).isEmpty();
        assertThat(playlist.trailer().get(1).is(HlsTag.KEY)).isTrue();
        assertThat(playlist.toBuilder().addTrailingLine("# x").build())
                .hasToString(playlist.toString().replace("#EXT-X-ENDLIST", "# x\n#EXT-X-ENDLIST"));
    }

    @Test
    void a_date_range_that_follows_up_on_another_needs_no_start() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-DATERANGE:ID=\"1\",START-DATE=\"2024-01-01T00:00:00Z\"",
                "#EXT-X-DATERANGE:ID=\"1\",DURATION=5.0",
                "#EXTINF:1,",
                "a.ts");
        DateRange second = only(playlist).dateRanges().get(1);
        assertThat(second.startDate()).isEmpty();
        assertThat(second.duration()).contains(new BigDecimal("5.0"));
    }

    @Test
    void the_cue_of_a_date_range_is_read_and_written() {
        MediaPlaylist playlist =
                Survival.media("#EXT-X-DATERANGE:ID=\"1\",CUE=\"PRE,ONCE\",X-ASSET-URI=\"u\"", "#EXTINF:1,", "a.ts");
        DateRange range = only(playlist).dateRanges().get(0);
        assertThat(range.cue()).containsExactly("PRE", "ONCE");
        assertThat(range.toBuilder().set(DateRange.CUE, List.of("POST")).build().line())
                .isEqualTo("#EXT-X-DATERANGE:ID=\"1\",CUE=\"POST\",X-ASSET-URI=\"u\"");
    }

    @Test
    void attributes_of_a_client_keep_their_types() {
        MediaPlaylist playlist =
                Survival.media("#EXT-X-DATERANGE:ID=\"1\",X-N=123,X-H=0xAB,X-Q=\"7\",DURATION=1", "#EXTINF:1,", "a.ts");
        DateRange range = only(playlist).dateRanges().get(0);
        assertThat(range.attributes().find("X-N")).contains(AttributeValue.unquoted("123"));
        assertThat(range.attributes().find("X-H")).contains(AttributeValue.unquoted("0xAB"));
        assertThat(range.attributes().find("X-Q")).contains(AttributeValue.quoted("7"));
        assertThat(range.toBuilder()
                        .set(DateRange.DURATION, BigDecimal.TEN)
                        .build()
                        .line())
                .isEqualTo("#EXT-X-DATERANGE:ID=\"1\",X-N=123,X-H=0xAB,X-Q=\"7\",DURATION=10");
    }

    @Test
    void dates_are_read_in_every_spelling_and_keep_theirs() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T08:00:00",
                "#EXTINF:1,",
                "a.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T08:00:00.000Z",
                "#EXTINF:1,",
                "b.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T08:00:00.120+0800",
                "#EXTINF:1,",
                "c.ts",
                "#EXT-X-PROGRAM-DATE-TIME:2024-01-01T08:00:00-05:00",
                "#EXTINF:1,",
                "d.ts");
        OffsetDateTime eight = OffsetDateTime.of(2024, 1, 1, 8, 0, 0, 0, ZoneOffset.UTC);
        assertThat(playlist.segments())
                .extracting(segment -> segment.programDateTime().orElseThrow().toInstant())
                .containsExactly(
                        eight.toInstant(),
                        eight.toInstant(),
                        eight.minusHours(8).plusNanos(120_000_000).toInstant(),
                        eight.plusHours(5).toInstant());
        assertThat(playlist.segments().get(2).writtenProgramDateTime())
                .map(IsoDateTime::toString)
                .contains("2024-01-01T08:00:00.120+0800");
    }

    @Test
    void an_unknown_method_of_encryption_is_a_value_like_others() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-KEY:METHOD=AES-256-GCM,URI=\"k\"",
                "#EXTINF:1,",
                "a.ts",
                "#EXT-X-KEY:METHOD=SOON,URI=\"k\"",
                "#EXTINF:1,",
                "b.ts");
        assertThat(playlist.segments().get(0).keys().get(0).method()).isEqualTo(KeyMethod.AES_256_GCM);
        assertThat(playlist.segments().get(1).keys().get(0).method()).isEqualTo(new KeyMethod("SOON"));
    }

    @Test
    void an_empty_value_and_a_query_parameter_of_a_definition_are_written_as_they_were() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"\"", "#EXT-X-DEFINE:QUERYPARAM=\"q\"", "#EXTINF:1,", "a.ts");
        assertThat(playlist.variableDefinitions().get(0).value()).contains("");
        assertThat(playlist.variableDefinitions().get(1).get(VariableDefinition.QUERYPARAM))
                .contains("q");
        assertThat(playlist.variableDefinitions().get(1).toBuilder().build().line())
                .isEqualTo("#EXT-X-DEFINE:QUERYPARAM=\"q\"");
        assertThat(PlaylistWriter.canonical(playlist)).hasToString(playlist.toString());
    }

    @Test
    void a_sequence_number_has_64_bit_and_a_target_duration_may_have_decimals() {
        MediaPlaylist playlist = Survival.media(
                "#EXT-X-TARGETDURATION:6.5", "#EXT-X-MEDIA-SEQUENCE:18446744073709551615", "#EXTINF:1,", "a.ts");
        assertThat(Long.toUnsignedString(playlist.mediaSequence())).isEqualTo("18446744073709551615");
        assertThat(playlist.targetDuration()).hasValue(7);
        assertThat(playlist.toBuilder().mediaSequence(-2).build().toString()).contains(":18446744073709551614\n");
    }

    @Test
    void a_duration_keeps_its_digits_and_its_comma() {
        MediaPlaylist playlist = Survival.media("#EXTINF:6.000,", "a.ts");
        assertThat(only(playlist).durationSeconds()).contains(new BigDecimal("6.000"));
        assertThat(only(playlist).toBuilder().title("t").build()).hasToString("#EXTINF:6.000,t\na.ts\n");
    }

    @Test
    void an_absent_number_stays_absent_and_a_zero_stays() {
        MediaPlaylist playlist = Survival.media("#EXT-X-DISCONTINUITY-SEQUENCE:0", "#EXTINF:1,", "a.ts");
        assertThat(playlist.has(HlsTag.MEDIA_SEQUENCE)).isFalse();
        assertThat(playlist.has(HlsTag.DISCONTINUITY_SEQUENCE)).isTrue();
        assertThat(playlist.toBuilder().targetDuration(1).build().toString())
                .contains("#EXT-X-DISCONTINUITY-SEQUENCE:0\n")
                .doesNotContain("MEDIA-SEQUENCE:");
    }

    @Test
    void comments_stay_where_they_are() {
        MediaPlaylist playlist = Survival.media("# one", "#EXTINF:1,", "## two", "a.ts", "#three", "#EXT-X-ENDLIST");
        assertThat(only(playlist).lines())
                .extracting(PlaylistLine::kind)
                .containsExactly(
                        PlaylistLine.Kind.COMMENT,
                        PlaylistLine.Kind.TAG,
                        PlaylistLine.Kind.COMMENT,
                        PlaylistLine.Kind.URI);
        assertThat(PlaylistWriter.canonical(playlist)).hasToString(playlist.toString());
    }

    @Test
    void a_byte_order_mark_and_a_space_behind_the_first_tag_are_passed_over() {
        assertThat(only(Survival.mediaText("\uFEFF#EXTM3U\n#EXTINF:1,\na.ts\n")).uri())
                .isEqualTo("a.ts");
        assertThat(only(Survival.mediaText("#EXTM3U \n#EXTINF:1,\na.ts\n")).uri())
                .isEqualTo("a.ts");
    }

    @Test
    void line_ends_of_windows_are_read_from_text_and_bytes_and_given_to_new_lines() {
        MediaPlaylist playlist = Survival.mediaText("#EXTM3U\r\n#EXT-X-TARGETDURATION:1\r\n#EXTINF:1,t\r\na.ts\r\n");
        assertThat(only(playlist).title()).contains("t");
        assertThat(only(playlist).uri()).isEqualTo("a.ts");
        assertThat(playlist.toBuilder().endList(true).build()).hasToString(playlist + "#EXT-X-ENDLIST\r\n");
    }

    @Test
    void spaces_behind_the_commas_of_attributes_are_passed_over_and_kept() {
        MediaPlaylist playlist = Survival.media("#EXT-X-KEY:METHOD=AES-128, URI=\"k\",  IV=0x1", "#EXTINF:1,", "a.ts");
        assertThat(only(playlist).keys().get(0).uri()).contains("k");
        assertThat(only(playlist).keys().get(0).iv()).contains("0x1");
    }

    @Test
    void versions_of_today_and_tomorrow_are_read() {
        assertThat(Survival.media("#EXT-X-VERSION:7", "#EXTINF:1,", "a.ts").version())
                .hasValue(7);
        MediaPlaylist later = Survival.media("#EXT-X-VERSION:99", "#EXTINF:1,", "a.ts");
        assertThat(later.version()).hasValue(99);
        assertThat(later.toBuilder().version(3).build().version()).hasValue(3);
    }
}

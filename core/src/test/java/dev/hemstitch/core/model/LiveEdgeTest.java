package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.uri.DeliveryDirectives;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveEdgeTest {
    private static final String CONTROL = "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24,"
            + "PART-HOLD-BACK=1.0,CAN-SKIP-DATERANGES=YES\n";
    private static final String SEGMENT = "#EXTINF:4,\ns\n";
    private static final String PARTS = "#EXT-X-PART:DURATION=0.5,URI=\"p\"\n".repeat(3);

    /** Segments 10 and 11, the last of three parts, and two parts of segment 12. */
    private static final String LOW_LATENCY =
            CONTROL + "#EXT-X-PART-INF:PART-TARGET=0.5\n#EXT-X-MEDIA-SEQUENCE:10\n" + SEGMENT + PARTS + SEGMENT;

    private static final String OPEN =
            "#EXT-X-PART:DURATION=0.5,URI=\"p\"\n".repeat(2) + "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"p\"\n";

    private static LiveEdge edge(String lines) {
        return LiveEdge.of(
                (MediaPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-TARGETDURATION:4\n" + lines));
    }

    private static Optional<String> next(String lines) {
        return edge(lines).next().map(DeliveryDirectives::toString);
    }

    @Test
    void the_next_part_is_asked_for_where_parts_are_to_come() {
        assertThat(next(LOW_LATENCY + OPEN)).contains("_HLS_msn=12&_HLS_part=2");
        assertThat(next(LOW_LATENCY)).contains("_HLS_msn=12&_HLS_part=0");
        assertThat(next(CONTROL + "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"p\"\n")).contains("_HLS_msn=0&_HLS_part=0");
    }

    @Test
    void the_next_segment_is_asked_for_where_there_are_no_parts() {
        assertThat(next(CONTROL + SEGMENT + SEGMENT)).contains("_HLS_msn=2");
        assertThat(next(CONTROL + "#EXT-X-PRELOAD-HINT:TYPE=MAP,URI=\"i\"\n")).contains("_HLS_msn=0");
    }

    @Test
    void segments_that_were_skipped_count() {
        assertThat(next(CONTROL + "#EXT-X-MEDIA-SEQUENCE:10\n#EXT-X-SKIP:SKIPPED-SEGMENTS=5\n" + SEGMENT))
                .contains("_HLS_msn=16");
    }

    @Test
    void a_server_that_does_not_hold_back_is_asked_for_the_playlist_as_it_is() {
        assertThat(next(SEGMENT)).contains("");
        assertThat(next("#EXT-X-SERVER-CONTROL:HOLD-BACK=12\n" + SEGMENT)).contains("");
    }

    @Test
    void a_complete_playlist_is_not_reloaded() {
        assertThat(next(LOW_LATENCY + "#EXT-X-ENDLIST\n")).isEmpty();
        assertThat(next(CONTROL + "#EXT-X-PLAYLIST-TYPE:VOD\n" + SEGMENT)).isEmpty();
        assertThat(next(CONTROL + "#EXT-X-PLAYLIST-TYPE:EVENT\n" + SEGMENT)).contains("_HLS_msn=1");
    }

    @Test
    void a_delta_update_is_asked_for_up_to_half_of_the_skip_boundary() {
        LiveEdge edge = edge(LOW_LATENCY);
        assertThat(edge.next(Duration.ofSeconds(12)).orElseThrow()).hasToString("_HLS_msn=12&_HLS_part=0&_HLS_skip=v2");
        assertThat(edge.next(Duration.ofNanos(12_000_000_001L))).isEqualTo(edge.next());
        assertThat(edge(LOW_LATENCY.replace(",CAN-SKIP-DATERANGES=YES", ""))
                        .next(Duration.ZERO)
                        .orElseThrow())
                .hasToString("_HLS_msn=12&_HLS_part=0&_HLS_skip=YES");
        assertThat(edge(SEGMENT).next(Duration.ZERO)).contains(DeliveryDirectives.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LAST-MSN=20,LAST-PART=4 | _HLS_msn=20&_HLS_part=5",
                "LAST-MSN=20             | _HLS_msn=20&_HLS_part=2",
                "LAST-PART=0             | _HLS_msn=12&_HLS_part=1",
                "X=1                     | _HLS_msn=12&_HLS_part=2"
            })
    void another_rendition_is_asked_for_what_follows_its_report(String attributes, String directives) {
        RenditionReport report = report("#EXT-X-RENDITION-REPORT:URI=\"r\"," + attributes);
        assertThat(edge(LOW_LATENCY + OPEN).next(report).orElseThrow()).hasToString(directives);
    }

    private static RenditionReport report(String line) {
        MediaPlaylist playlist =
                (MediaPlaylist) PlaylistParser.lenient().parse("#EXTM3U\n#EXT-X-ENDLIST\n" + line + "\n");
        return playlist.renditionReports().get(0);
    }

    @Test
    void a_rendition_without_parts_is_asked_for_its_next_segment() {
        RenditionReport report = report("#EXT-X-RENDITION-REPORT:URI=\"r\",LAST-MSN=20");
        assertThat(edge(CONTROL + SEGMENT).next(report).orElseThrow()).hasToString("_HLS_msn=21");
        assertThat(edge(CONTROL + "#EXT-X-PART-INF:PART-TARGET=1\n" + SEGMENT)
                        .next(report)
                        .orElseThrow())
                .hasToString("_HLS_msn=21&_HLS_part=0");
        assertThat(edge("#EXT-X-ENDLIST\n").next(report)).isEmpty();
        RenditionReport same = report("#EXT-X-RENDITION-REPORT:URI=\"r\"");
        assertThat(edge(CONTROL).next(same))
                .contains(DeliveryDirectives.builder().msn(0).build());
    }

    @Test
    void a_report_names_the_last_segment_and_its_last_part() {
        assertThat(edge(LOW_LATENCY + OPEN).report("../a?x").line())
                .isEqualTo("#EXT-X-RENDITION-REPORT:URI=\"../a?x\",LAST-MSN=12,LAST-PART=1");
        assertThat(edge(LOW_LATENCY).report("a").line())
                .isEqualTo("#EXT-X-RENDITION-REPORT:URI=\"a\",LAST-MSN=11,LAST-PART=2");
        assertThat(edge(SEGMENT).report("a").line()).isEqualTo("#EXT-X-RENDITION-REPORT:URI=\"a\",LAST-MSN=0");
        assertThat(edge("").report("a").line()).isEqualTo("#EXT-X-RENDITION-REPORT:URI=\"a\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'',                       DELIVER",
        "_HLS_skip=YES,            DELIVER",
        "_HLS_msn=3,               DELIVER",
        "_HLS_msn=3&_HLS_part=9,   DELIVER",
        "_HLS_msn=11,              DELIVER",
        "_HLS_msn=11&_HLS_part=2,  DELIVER",
        "_HLS_msn=11&_HLS_part=3,  DELIVER",
        "_HLS_msn=12&_HLS_part=1,  DELIVER",
        "_HLS_msn=12,              WAIT",
        "_HLS_msn=12&_HLS_part=2,  WAIT",
        "_HLS_msn=12&_HLS_part=7,  WAIT",
        "_HLS_msn=12&_HLS_part=8,  BAD_REQUEST",
        "_HLS_msn=13,              WAIT",
        "_HLS_msn=13&_HLS_part=0,  WAIT",
        "_HLS_msn=13&_HLS_part=6,  BAD_REQUEST",
        "_HLS_msn=14,              BAD_REQUEST",
        "_HLS_msn=18446744073709551615, BAD_REQUEST",
        "_HLS_msn=12&_HLS_part=18446744073709551615, BAD_REQUEST"
    })
    void a_request_is_answered_when_the_playlist_has_what_it_asks_for(String query, BlockingAnswer answer) {
        assertThat(edge(LOW_LATENCY + OPEN)
                        .answer(DeliveryDirectives.ofQuery(query).directives()))
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({
        "_HLS_msn=11&_HLS_part=2, DELIVER",
        "_HLS_msn=11&_HLS_part=3, WAIT",
        "_HLS_msn=10&_HLS_part=9, DELIVER",
        "_HLS_msn=12&_HLS_part=0, WAIT",
        "_HLS_msn=12&_HLS_part=5, WAIT",
        "_HLS_msn=12&_HLS_part=6, BAD_REQUEST"
    })
    void a_part_behind_the_last_one_of_a_segment_is_the_first_of_the_next(String query, BlockingAnswer answer) {
        assertThat(edge(LOW_LATENCY).answer(DeliveryDirectives.ofQuery(query).directives()))
                .isEqualTo(answer);
    }

    @Test
    void a_complete_segment_without_parts_is_all_of_its_parts() {
        LiveEdge edge = edge(LOW_LATENCY + SEGMENT);
        assertThat(edge.answer(DeliveryDirectives.builder().part(12, 4).build()))
                .isEqualTo(BlockingAnswer.DELIVER);
    }

    @Test
    void parts_of_a_second_or_more_may_be_asked_for_three_ahead() {
        LiveEdge edge = edge(CONTROL + "#EXT-X-PART-INF:PART-TARGET=2\n" + SEGMENT);
        assertThat(edge.answer(DeliveryDirectives.builder().part(1, 2).build())).isEqualTo(BlockingAnswer.WAIT);
        assertThat(edge.answer(DeliveryDirectives.builder().part(1, 3).build())).isEqualTo(BlockingAnswer.BAD_REQUEST);
    }

    @Test
    void directives_are_ignored_by_a_complete_playlist_and_by_a_server_that_does_not_hold_back() {
        DeliveryDirectives far = DeliveryDirectives.builder().part(99, 9).build();
        assertThat(edge(LOW_LATENCY + "#EXT-X-ENDLIST\n").answer(far)).isEqualTo(BlockingAnswer.DELIVER);
        assertThat(edge(SEGMENT).answer(far)).isEqualTo(BlockingAnswer.DELIVER);
    }

    @Test
    void what_a_client_asks_for_next_is_never_refused_and_never_there_already() {
        for (String lines : new String[] {LOW_LATENCY, LOW_LATENCY + OPEN, CONTROL, CONTROL + SEGMENT}) {
            LiveEdge edge = edge(lines);
            assertThat(edge.answer(edge.next(Duration.ZERO).orElseThrow())).isEqualTo(BlockingAnswer.WAIT);
        }
    }
}

package dev.hemstitch.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.text.IsoDateTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Parts, hints, reports, server control and skips: read, built and edited in playlists. */
class LowLatencyTest {
    private static final String TEXT = "#EXTM3U\r\n"
            + "#EXT-X-TARGETDURATION:4\r\n"
            + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=24.5,PART-HOLD-BACK=1.0,HOLD-BACK=12,"
            + "CAN-SKIP-DATERANGES=YES\r\n"
            + "#EXT-X-PART-INF:PART-TARGET=0.50\r\n"
            + "#EXT-X-SKIP:SKIPPED-SEGMENTS=3,RECENTLY-REMOVED-DATERANGES=\"a\tb\"\r\n"
            + "#EXT-X-PART:DURATION=0.5 , URI=\"p\",BYTERANGE=\"10@0\",INDEPENDENT=YES\r\n"
            + "# between\r\n"
            + "#EXT-X-PART:DURATION=0.5,URI=\"p\",BYTERANGE=\"10\",GAP=YES\r\n"
            + "#EXTINF:1,\r\ns\r\n"
            + "#EXT-X-PART:DURATION=0.5,URI=\"q\",BYTERANGE=\"7@5\"\r\n"
            + "# open\r\n"
            + "#EXT-X-PART:DURATION=0.5,URI=\"q\",BYTERANGE=\"8\"\r\n"
            + "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"q\",BYTERANGE-START=20,BYTERANGE-LENGTH=9\r\n"
            + "#EXT-X-RENDITION-REPORT:URI=\"../a\",LAST-MSN=4,LAST-PART=1\r\n"
            + "#EXT-X-RENDITION-REPORT:URI=\"../b\"\r\n";

    private static MediaPlaylist parse(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static final MediaPlaylist PLAYLIST = parse(TEXT);

    private static PartialSegment part(String uri) {
        return PartialSegment.builder()
                .set(PartialSegment.URI, uri)
                .set(PartialSegment.DURATION, new BigDecimal("0.5"))
                .build();
    }

    private static PreloadHint hint(String uri) {
        return PreloadHint.builder()
                .set(PreloadHint.TYPE, HintType.PART)
                .set(PreloadHint.URI, uri)
                .build();
    }

    @Test
    void every_attribute_is_read() {
        ServerControl control = PLAYLIST.serverControl().orElseThrow();
        assertThat(control.canBlockReload()).isTrue();
        assertThat(control.canSkipDateranges()).isTrue();
        assertThat(control.canSkipUntil()).contains(new BigDecimal("24.5"));
        assertThat(control.holdBack()).contains(new BigDecimal("12"));
        assertThat(control.partHoldBack()).contains(new BigDecimal("1.0"));
        assertThat(PLAYLIST.partInformation().orElseThrow().partTarget()).isEqualTo(new BigDecimal("0.50"));
        assertThat(PLAYLIST.skip().orElseThrow().skippedSegments()).isEqualTo(3);
        assertThat(PLAYLIST.skip().orElseThrow().recentlyRemovedDateranges()).containsExactly("a", "b");
        PreloadHint hint = PLAYLIST.preloadHints().get(0);
        assertThat(hint.type()).isEqualTo(HintType.PART);
        assertThat(hint.uri()).isEqualTo("q");
        assertThat(hint.byterangeStart()).hasValue(20);
        assertThat(hint.byterangeLength()).hasValue(9);
        assertThat(PLAYLIST.renditionReports()).extracting(RenditionReport::uri).containsExactly("../a", "../b");
        assertThat(PLAYLIST.renditionReports().get(0).lastMsn()).hasValue(4);
        assertThat(PLAYLIST.renditionReports().get(0).lastPart()).hasValue(1);
        List<PartialSegment> parts = PLAYLIST.segments().get(0).parts();
        assertThat(parts.get(0).isIndependent()).isTrue();
        assertThat(parts.get(1).isGap()).isTrue();
        assertThat(parts.get(1).byteRange()).contains(new ByteRange(10, 10));
        assertThat(PLAYLIST.trailingParts().get(1).byteRange()).contains(new ByteRange(8, 12));
    }

    @Test
    void an_empty_list_of_removed_date_ranges_has_no_id() {
        MediaPlaylist empty = parse(TEXT.replace("\"a\tb\"", "\"\""));
        assertThat(empty.skip().orElseThrow().recentlyRemovedDateranges()).isEmpty();
        assertThat(empty.skip().orElseThrow().get(Skip.RECENTLY_REMOVED_DATERANGES))
                .contains(List.of());
        assertThat(Skip.builder()
                        .set(Skip.SKIPPED_SEGMENTS, 1L)
                        .set(Skip.RECENTLY_REMOVED_DATERANGES, List.of())
                        .build()
                        .line())
                .isEqualTo("#EXT-X-SKIP:SKIPPED-SEGMENTS=1,RECENTLY-REMOVED-DATERANGES=\"\"");
    }

    @Test
    void setting_what_is_there_changes_no_byte() {
        MediaSegment segment = PLAYLIST.segments().get(0);
        assertThat(PLAYLIST.toBuilder()
                        .trailingParts(PLAYLIST.trailingParts())
                        .preloadHints(PLAYLIST.preloadHints())
                        .renditionReports(PLAYLIST.renditionReports())
                        .segments(List.of(
                                segment.toBuilder().parts(segment.parts()).build()))
                        .build())
                .hasToString(TEXT);
    }

    @Test
    void a_part_is_appended_and_the_hint_and_a_report_are_replaced_in_their_places() {
        List<PartialSegment> parts = new ArrayList<>(PLAYLIST.trailingParts());
        parts.add(part("r"));
        List<RenditionReport> reports = List.of(
                PLAYLIST.renditionReports().get(0).toBuilder()
                        .set(RenditionReport.LAST_PART, 2L)
                        .build(),
                PLAYLIST.renditionReports().get(1));
        assertThat(PLAYLIST.toBuilder()
                        .trailingParts(parts)
                        .preloadHints(List.of(hint("next")))
                        .renditionReports(reports)
                        .build())
                .hasToString(TEXT.replace(
                                "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"q\",BYTERANGE-START=20,BYTERANGE-LENGTH=9",
                                "#EXT-X-PART:URI=\"r\",DURATION=0.5\r\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"next\"")
                        .replace("LAST-PART=1", "LAST-PART=2"));
    }

    @Test
    void an_offset_that_would_no_longer_be_implied_is_written() {
        List<PartialSegment> trailing = PLAYLIST.trailingParts();
        MediaSegment segment = PLAYLIST.segments().get(0);
        MediaPlaylist edited = PLAYLIST.toBuilder()
                .trailingParts(trailing.subList(1, 2))
                .segments(List.of(
                        segment.toBuilder().parts(segment.parts().subList(1, 2)).build()))
                .build();
        assertThat(edited.trailingParts().get(0).line())
                .isEqualTo("#EXT-X-PART:DURATION=0.5,URI=\"q\",BYTERANGE=\"8@12\"");
        assertThat(edited.segments().get(0).parts().get(0).byteRange()).contains(new ByteRange(10, 10));
        assertThat(edited.toString()).contains("GAP=YES\r\n# between\r\n#EXTINF", "8@12\"\r\n# open\r\n#EXT-X-PRE");
    }

    @Test
    void an_open_segment_becomes_a_complete_one() {
        MediaPlaylist complete = PLAYLIST.toBuilder()
                .addSegment(MediaSegment.builder("t", Duration.ofSeconds(1))
                        .parts(PLAYLIST.trailingParts())
                        .programDateTime(IsoDateTime.parse("2024-01-01T00:00:00.000Z"))
                        .build())
                .trailingParts(List.of())
                .preloadHints(List.of(hint("next")))
                .build();
        MediaSegment last = complete.segments().get(1);
        assertThat(last.toString())
                .startsWith("#EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00.000Z\n#EXT-X-PART:")
                .endsWith("#EXTINF:1.000,\nt\n");
        assertThat(last.parts()).isEqualTo(PLAYLIST.trailingParts());
        assertThat(complete.trailingParts()).isEmpty();
        assertThat(LiveEdge.of(complete).lastMsn()).hasValue(4);
    }

    @Test
    void old_parts_leave_a_segment_and_all_else_stays() {
        MediaSegment segment = PLAYLIST.segments().get(0);
        assertThat(segment.toBuilder().parts(List.of()).build()).hasToString("# between\r\n#EXTINF:1,\r\ns\r\n");
    }

    @Test
    void parts_hints_and_reports_are_built_in_the_order_that_readers_expect() {
        MediaPlaylist built = MediaPlaylist.builder(4)
                .renditionReports(List.of(LiveEdge.of(PLAYLIST).report("../v")))
                .preloadHints(List.of(hint("c")))
                .trailingParts(List.of(part("a"), part("b")))
                .set(PartInformation.builder()
                        .set(PartInformation.PART_TARGET, new BigDecimal("0.5"))
                        .build())
                .set(ServerControl.builder()
                        .set(ServerControl.CAN_BLOCK_RELOAD, true)
                        .build())
                .build();
        assertThat(built)
                .hasToString("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-PART-INF:PART-TARGET=0.5\n"
                        + "#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES\n#EXT-X-PART:URI=\"a\",DURATION=0.5\n"
                        + "#EXT-X-PART:URI=\"b\",DURATION=0.5\n#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"c\"\n"
                        + "#EXT-X-RENDITION-REPORT:URI=\"../v\",LAST-MSN=4,LAST-PART=1\n");
        assertThat(built.toBuilder()
                        .endList(true)
                        .trailingParts(List.of())
                        .preloadHints(List.of())
                        .renditionReports(List.of())
                        .addSegment(
                                MediaSegment.builder("s", Duration.ofSeconds(1)).build())
                        .remove(HlsTag.SERVER_CONTROL)
                        .remove(HlsTag.PART_INF)
                        .build())
                .hasToString("#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:1.000,\ns\n#EXT-X-ENDLIST\n");
        assertThat(built.toBuilder()
                        .renditionReports(List.of())
                        .preloadHints(List.of())
                        .trailingParts(List.of())
                        .endList(true)
                        .renditionReports(built.renditionReports())
                        .preloadHints(built.preloadHints())
                        .trailingParts(built.trailingParts())
                        .build())
                .hasToString(built + "#EXT-X-ENDLIST\n");
    }

    @Test
    void hints_and_reports_among_the_lines_of_segments_go_when_others_are_set() {
        MediaPlaylist odd = parse("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na\n"
                + "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"old\"\n# x\n#EXT-X-RENDITION-REPORT:URI=\"old\"\n#EXTINF:1,\nb\n"
                + "#EXTINF:1,\nc\n");
        MediaPlaylist set = odd.toBuilder()
                .preloadHints(List.of(hint("new")))
                .renditionReports(List.of())
                .build();
        assertThat(set)
                .hasToString("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\na\n# x\n#EXTINF:1,\nb\n#EXTINF:1,\nc\n"
                        + "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"new\"\n");
        assertThat(set.preloadHints()).containsExactly(hint("new"));
    }

    @Test
    void a_delta_update_is_built_with_its_skip() {
        MediaPlaylist delta = PLAYLIST.toBuilder()
                .set(PLAYLIST.skip().orElseThrow().toBuilder()
                        .set(Skip.SKIPPED_SEGMENTS, 9L)
                        .set(Skip.RECENTLY_REMOVED_DATERANGES, List.of("x", "y"))
                        .build())
                .build();
        assertThat(delta.skip().orElseThrow().line())
                .isEqualTo("#EXT-X-SKIP:SKIPPED-SEGMENTS=9,RECENTLY-REMOVED-DATERANGES=\"x\ty\"");
        assertThat(delta.segments().get(0).mediaSequence()).isEqualTo(9);
        assertThat(Optional.of(delta.segments().get(0).parts()))
                .contains(PLAYLIST.segments().get(0).parts());
    }
}

package dev.hemstitch.core.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.model.DateRange;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.ValidationProfile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeltaUpdateCasesTest {
    private static final String HEADER = "#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:4\n";
    private static final String CONTROL =
            "#EXT-X-SERVER-CONTROL:CAN-SKIP-UNTIL=24,CAN-SKIP-DATERANGES=YES\n#EXT-X-MEDIA-SEQUENCE:";

    private static MediaPlaylist parse(String text) {
        return (MediaPlaylist) PlaylistParser.lenient().parse(text);
    }

    private static String segments(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append("#EXTINF:4,\n").append(i).append(".ts\n");
        }
        return text.toString();
    }

    private static MediaPlaylist live(int from, int to) {
        return parse(HEADER + CONTROL + from + "\n" + segments(from, to));
    }

    private static String range(String id) {
        return "#EXT-X-DATERANGE:ID=\"" + id + "\",START-DATE=\"2026-01-01T00:00:00Z\"\n";
    }

    private static MediaPlaylist merged(MediaPlaylist update, MediaPlaylist older) {
        DeltaResult result = DeltaUpdate.apply(update, older);
        assertThat(result.message()).isEmpty();
        return result.playlist().orElseThrow();
    }

    @Test
    void segments_before_the_skip_boundary_are_replaced() {
        assertThat(DeltaUpdate.create(live(100, 110)).orElseThrow())
                .hasToString("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-TARGETDURATION:4\n" + CONTROL
                        + "100\n#EXT-X-SKIP:SKIPPED-SEGMENTS=4\n" + segments(104, 110));
    }

    @Test
    void a_playlist_with_its_sequence_number_behind_a_segment_is_sent_in_full() {
        MediaPlaylist live = live(100, 110);
        String number = "#EXT-X-MEDIA-SEQUENCE:100\n";
        assertThat(DeltaUpdate.create(live)).isPresent();
        assertThat(DeltaUpdate.create(parse(live.toString().replace(number, "") + number)))
                .isEmpty();
        assertThat(DeltaUpdate.create(
                        parse(live.toString().replace(number, "").replace("104.ts\n", "104.ts\n" + number))))
                .isEmpty();
    }

    @Test
    void what_is_in_force_is_written_before_the_first_segment_that_is_kept_and_taken_from_the_older_playlist() {
        String state = "#EXT-X-MAP:URI=\"i\"\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n#EXT-X-BITRATE:9\n";
        MediaPlaylist full = parse(HEADER + CONTROL + "7\n" + state + segments(7, 17));
        MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
        assertThat(update.segments().get(0).keys()).hasSize(1);
        assertThat(update.segments().get(0).map()).isPresent();
        assertThat(update.segments().get(0).bitrate()).hasValue(9);
        assertThat(merged(update, full)).isEqualTo(full);
        MediaPlaylist bare = parse(HEADER + CONTROL + "7\n#EXT-X-SKIP:SKIPPED-SEGMENTS=4\n" + segments(11, 17));
        assertThat(merged(bare, full)).isEqualTo(full);
    }

    @Test
    void keys_that_end_at_the_first_segment_that_is_kept_end_in_the_merged_playlist() {
        String key = "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"k\"\n#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"l\",KEYFORMAT=\"f\"\n";
        for (String change : List.of("", "#EXT-X-KEY:METHOD=SAMPLE-AES,URI=\"m\"\n")) {
            MediaPlaylist full = parse(HEADER + CONTROL + "7\n" + key + segments(7, 11) + "#EXT-X-KEY:METHOD=NONE\n"
                    + change + segments(11, 17));
            MediaPlaylist behind = parse(HEADER + CONTROL + "6\n" + key + segments(6, 11));
            MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
            assertThat(merged(update, full)).isEqualTo(full);
            assertThat(PlaylistDiff.of(merged(update, behind), full).differences())
                    .isEmpty();
        }
    }

    @Test
    void a_range_without_offset_follows_the_last_skipped_one() {
        String file = "#EXTINF:4,\n#EXT-X-BYTERANGE:10@0\nf.ts\n" + "#EXTINF:4,\n#EXT-X-BYTERANGE:10\nf.ts\n".repeat(9);
        MediaPlaylist full = parse(HEADER + CONTROL + "1\n" + file);
        MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
        assertThat(update.toString()).contains("#EXT-X-BYTERANGE:10@40");
        assertThat(merged(update, full)).isEqualTo(full);
    }

    @Test
    void the_full_playlist_is_the_answer_where_nothing_may_or_can_be_skipped() {
        assertThat(DeltaUpdate.create(parse(HEADER + segments(0, 30)))).isEmpty();
        assertThat(DeltaUpdate.create(parse(live(0, 30) + "#EXT-X-ENDLIST\n"))).isEmpty();
        assertThat(DeltaUpdate.create(live(0, 6))).isEmpty();
        assertThat(DeltaUpdate.create(live(0, 0))).isEmpty();
        assertThat(DeltaUpdate.create(DeltaUpdate.create(live(0, 30)).orElseThrow()))
                .isEmpty();
    }

    @Test
    void discontinuities_among_skipped_segments_count_on() {
        String early = "#EXT-X-DISCONTINUITY\n" + segments(1, 3) + "#EXT-X-DISCONTINUITY\n" + segments(3, 12);
        MediaPlaylist full = parse(HEADER + "#EXT-X-DISCONTINUITY-SEQUENCE:5\n" + CONTROL + "1\n" + early);
        MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
        assertThat(update.discontinuitySequence()).isEqualTo(5);
        assertThat(merged(update, full)).isEqualTo(full);
        assertThat(merged(update, full).segments().get(10).discontinuitySequence())
                .isEqualTo(7);
    }

    @Test
    void the_media_sequence_may_stand_behind_the_skip_and_the_skip_behind_a_date_range() {
        String update = "#EXTM3U\n#EXT-X-TARGETDURATION:4\n" + range("a")
                + "#EXT-X-SKIP:SKIPPED-SEGMENTS=4\n#EXT-X-MEDIA-SEQUENCE:100\n" + segments(104, 112);
        MediaPlaylist full = merged(parse(update), live(98, 110));
        assertThat(full.segments()).hasSize(12);
        assertThat(full.segments().get(0).uri()).isEqualTo("100.ts");
        assertThat(full.segments().get(11).mediaSequence()).isEqualTo(111);
        assertThat(full.skip()).isEmpty();
        assertThat(full.dateRanges()).hasSize(1);
    }

    @Test
    void date_ranges_of_skipped_segments_stay_and_go_back_to_their_place() {
        MediaPlaylist full = parse(HEADER + CONTROL + "1\n" + segments(1, 2) + range("a") + segments(2, 12));
        MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
        assertThat(update.dateRanges()).extracting(DateRange::id).containsExactly("a");
        assertThat(update.segments().get(0).dateRanges()).hasSize(1);
        assertThat(merged(update, full)).isEqualTo(full);
    }

    @Test
    void a_date_range_that_the_update_does_not_have_is_gone() {
        MediaPlaylist older = parse(HEADER + CONTROL + "1\n" + segments(1, 3) + range("a") + segments(3, 12));
        MediaPlaylist full = parse(HEADER + CONTROL + "2\n" + segments(2, 13));
        assertThat(merged(DeltaUpdate.create(full).orElseThrow(), older)).isEqualTo(full);
    }

    @Test
    void skipped_date_ranges_are_kept_by_the_client_but_for_those_removed_lately() {
        MediaPlaylist older = parse(HEADER + CONTROL + "1\n" + range("gone") + segments(1, 2) + range("kept")
                + segments(2, 12) + range("end"));
        MediaPlaylist full = parse(HEADER + CONTROL + "3\n" + range("kept") + segments(3, 12) + range("end")
                + segments(12, 14) + range("new"));
        DateRangeHistory history = DateRangeHistory.of(List.of(older), full);
        assertThat(history.removed()).containsExactly("gone");
        MediaPlaylist update = DeltaUpdate.create(full, history).orElseThrow();
        assertThat(update.dateRanges()).extracting(DateRange::id).containsExactly("new");
        assertThat(update.skip().orElseThrow().recentlyRemovedDateranges()).containsExactly("gone");
        assertThat(update.version()).hasValue(10);
        assertThat(merged(update, older).dateRanges()).extracting(DateRange::id).containsExactly("kept", "end", "new");
        assertThat(merged(update, older).version()).hasValue(6);
    }

    @Test
    void without_leave_to_skip_date_ranges_they_stay() {
        MediaPlaylist full = parse((live(1, 12) + range("a")).replace(",CAN-SKIP-DATERANGES=YES", ""));
        DateRangeHistory history = new DateRangeHistory(Set.copyOf(full.dateRanges()), List.of());
        assertThat(DeltaUpdate.create(full, history)).isEqualTo(DeltaUpdate.create(full));
    }

    @Test
    void a_version_that_is_absent_or_greater_comes_back() {
        MediaPlaylist none = parse(live(1, 12).toString().replace("#EXT-X-VERSION:6\n", ""));
        assertThat(merged(DeltaUpdate.create(none).orElseThrow(), none)).isEqualTo(none);
        MediaPlaylist greater = parse(live(1, 12).toString().replace("VERSION:6", "VERSION:12"));
        assertThat(merged(DeltaUpdate.create(greater).orElseThrow(), greater)).isEqualTo(greater);
    }

    @Test
    void updates_that_cannot_be_merged_say_why() {
        MediaPlaylist update = DeltaUpdate.create(live(100, 112)).orElseThrow();
        assertThat(DeltaUpdate.apply(update, live(101, 112)).failure()).contains(DeltaResult.Failure.SEGMENTS_MISSING);
        assertThat(DeltaUpdate.apply(update, live(90, 105)).failure()).contains(DeltaResult.Failure.SEGMENTS_MISSING);
        assertThat(DeltaUpdate.apply(update, live(90, 106)).failure()).isEmpty();
        assertThat(DeltaUpdate.apply(update, live(0, 0)).failure()).contains(DeltaResult.Failure.SEGMENTS_MISSING);
        assertThat(DeltaUpdate.apply(update, update).failure()).contains(DeltaResult.Failure.OLDER_IS_UPDATE);
        MediaPlaylist reset = parse(live(100, 112).toString().replace("107.ts", "7.ts?token=x"));
        DeltaResult disagreeing = DeltaUpdate.apply(update, reset);
        assertThat(disagreeing.failure()).contains(DeltaResult.Failure.SEGMENTS_DISAGREE);
        assertThat(disagreeing.message()).contains("segment 107").doesNotContain("token");
        MediaPlaylist broken = parse(update.toString().replace("SKIPPED-SEGMENTS=6", "X=1"));
        assertThat(DeltaUpdate.apply(broken, live(100, 112)).failure()).contains(DeltaResult.Failure.MALFORMED_SKIP);
        MediaPlaylist huge = parse(update.toString().replace("SEGMENTS=6", "SEGMENTS=18446744073709551615"));
        assertThat(DeltaUpdate.apply(huge, live(100, 112)).failure()).contains(DeltaResult.Failure.SEGMENTS_MISSING);
    }

    @Test
    void tokens_in_uris_may_change_from_request_to_request() {
        MediaPlaylist older = parse(live(100, 112).toString().replace(".ts", ".ts?token=1"));
        MediaPlaylist full = parse(live(102, 114).toString().replace(".ts", ".ts?token=2"));
        assertThat(merged(DeltaUpdate.create(full).orElseThrow(), older).segments())
                .hasSize(12);
    }

    @Test
    void a_full_playlist_is_its_own_result() {
        assertThat(DeltaUpdate.apply(live(1, 3), live(50, 60)).playlist()).contains(live(1, 3));
    }

    @Test
    void an_id_that_would_be_read_as_two_cannot_be_listed() {
        assertThatThrownBy(() -> new DateRangeHistory(Set.of(), List.of("a\tb")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Optional.of(new DateRangeHistory(Set.of(), List.of("a b")))).isPresent();
    }

    private static List<String> compared(MediaPlaylist older, MediaPlaylist update, MediaPlaylist full) {
        ReloadChecker checker = ReloadChecker.of(ValidationProfile.RFC8216BIS);
        checker.next(older);
        return checker.nextUpdate(update, full).findings().stream()
                .filter(finding -> finding.code() == DiagnosticCode.DELTA_UPDATE_WRONG)
                .map(finding -> finding.location().line() + " " + finding.message())
                .toList();
    }

    @Test
    void an_update_that_gives_the_full_playlist_is_not_blamed() {
        assertThat(compared(live(100, 110), DeltaUpdate.create(live(101, 111)).orElseThrow(), live(101, 111)))
                .isEmpty();
        assertThat(compared(live(100, 110), live(101, 111), live(101, 111))).isEmpty();
    }

    @Test
    void an_update_that_does_not_give_the_full_playlist_is_blamed_at_its_skip_tag() {
        MediaPlaylist full = live(101, 111);
        MediaPlaylist update = DeltaUpdate.create(full).orElseThrow();
        MediaPlaylist otherwise = parse(full.toString().replace("#EXTINF:4,\n103.ts", "#EXTINF:3.5,\n103.ts"));
        assertThat(compared(live(100, 110), update, otherwise))
                .containsExactly("6 merged and full playlist differ: segment 103, duration: \"4\" -> \"3.5\"");
        assertThat(compared(live(100, 110), parse(update.toString().replace("#EXTINF:4,\n110.ts\n", "")), full))
                .containsExactly("6 merged and full playlist differ: segment 110 added: \"110.ts\"");
        assertThat(compared(live(100, 110), update, parse(full.toString().replace("106.ts", "106.ts\n" + range("a")))))
                .hasSize(1)
                .first()
                .asString()
                .contains("date range a");
    }

    @Test
    void an_update_that_cannot_be_merged_is_blamed() {
        assertThat(compared(live(90, 100), DeltaUpdate.create(live(101, 111)).orElseThrow(), live(101, 111)))
                .contains("6 the update cannot be merged with the playlist before it");
    }
}

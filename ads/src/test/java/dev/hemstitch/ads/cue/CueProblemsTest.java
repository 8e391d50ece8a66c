package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.text.SourceLocation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Markers that do not fit: a problem with its place, never an exception. */
class CueProblemsTest {
    private static CueProblem problem(String... items) {
        List<CueProblem> problems =
                CueReader.withDefaults().read(CuePlaylists.media(items)).problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    @Test
    void each_problem_tells_where_its_marker_stands() {
        CueProblem stray = problem("6", "  #EXT-X-CUE-IN", "6");
        assertThat(stray.code()).isEqualTo(CueProblemCode.STRAY_IN);
        String before = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXT-X-MEDIA-SEQUENCE:100\n#EXTINF:6,\ns0.ts\n  ";
        assertThat(stray.location()).isEqualTo(new SourceLocation(6, 3, before.length()));
        assertThat(stray).hasToString("6:3: warning STRAY_IN EXT-X-CUE-IN ends a break, but none is open");
    }

    @Test
    void a_section_that_cannot_be_read_leaves_what_the_words_say() {
        MediaPlaylist playlist =
                CuePlaylists.media("6", "#EXT-X-SCTE35:CUE=\"/DAA?token=1\",CUE-OUT=YES,DURATION=6", "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +6 #101");
        CueProblem problem = CueReader.withDefaults().read(playlist).problems().get(0);
        assertThat(problem.code()).isEqualTo(CueProblemCode.UNREADABLE_SCTE35);
        assertThat(problem.message()).doesNotContain("token");
    }

    @Test
    void an_unreadable_section_beside_words_is_still_one_of_the_dialects() {
        MediaPlaylist playlist = CuePlaylists.media("6", "#EXT-OATCLS-SCTE35:xx", "#EXT-X-CUE-OUT:6", "6");
        assertThat(CuePlaylists.dialects(
                        CueReader.withDefaults().read(playlist).breaks().get(0)))
                .isEqualTo("EXT-OATCLS-SCTE35 EXT-X-CUE-OUT");
    }

    @Test
    void numbers_that_are_none_are_absent() {
        for (String value : List.of("abc", "-5", "1e3", "∞", "12s", "1/2/3", "99999999999999999999")) {
            MediaPlaylist playlist = CuePlaylists.media("6", "#EXT-X-CUE-OUT:" + value, "6");
            assertThat(CuePlaylists.read(playlist).get(0))
                    .as(value)
                    .startsWith("6 ")
                    .contains("#101");
            assertThat(CuePlaylists.problems(playlist)).as(value).contains(CueProblemCode.MALFORMED_NUMBER);
        }
    }

    @Test
    void variables_without_a_break_are_a_problem() {
        assertThat(problem("6", "#EXT-X-ASSET:CAID=1", "6").code()).isEqualTo(CueProblemCode.STRAY_ASSET);
    }

    @Test
    void adobes_cue_needs_a_type() {
        assertThat(problem("6", "#EXT-X-CUE:DURATION=5", "6").code()).isEqualTo(CueProblemCode.MEANINGLESS_CUE);
    }

    @Test
    void more_cues_than_are_allowed_are_passed_over() {
        MediaPlaylist playlist =
                CuePlaylists.media("#EXT-X-CUE-OUT:6", "6", "#EXT-X-CUE-IN", "6", "#EXT-X-CUE-OUT:6", "6");
        CueReading reading = CueReader.builder().mostCues(2).build().read(playlist);
        assertThat(reading.breaks()).hasSize(1);
        assertThat(reading.problems()).extracting(CueProblem::code).containsExactly(CueProblemCode.TOO_MANY_CUES);
    }

    @Test
    @Timeout(60)
    void ten_thousand_cues_are_read_soon() {
        for (String cue : List.of(
                "#EXT-X-CUE-IN\n1",
                "#EXT-X-CUE-OUT:DURATION=5,BREAKID=%d\n1",
                "#EXT-X-CUE-OUT:0\n#EXT-X-CUE-IN",
                "#EXT-X-DATERANGE:ID=\"%d\",START-DATE=\"2026-03-0%dT10:00:00Z\",CLASS=\"c\",END-ON-NEXT=YES,SCTE35-OUT=0xFC\n1")) {
            StringBuilder text = new StringBuilder(CuePlaylists.DATED + "\n");
            for (int i = 0; i < 10_000; i++) {
                text.append(cue.replaceFirst("%d", Integer.toString(i)).replaceFirst("%d", Integer.toString(1 + i % 9)))
                        .append('\n');
            }
            assertThat(CueReader.withDefaults()
                            .read(CuePlaylists.parse(text + "6"))
                            .problems())
                    .isNotNull();
        }
    }

    @Test
    void any_mess_of_markers_is_read_without_an_exception() {
        List<String> parts = List.of(
                "#EXT-X-CUE-OUT",
                "#EXT-X-CUE-OUT:",
                "#EXT-X-CUE-OUT-CONT:",
                "#EXT-X-CUE-IN",
                "#EXT-OATCLS-SCTE35:",
                "#EXT-X-SCTE35:",
                "#EXT-X-CUE:",
                "#EXT-X-ASSET:",
                "#EXT-X-DATERANGE:ID=\"a\",",
                "CUE-OUT=YES,",
                "CUE-IN=YES,",
                "SCTE35-OUT=0xFC,",
                "SCTE35-IN=0xFC,",
                "END-DATE=\"2026-03-01T10:00:09Z\",",
                "START-DATE=\"2026-03-01T09:00:00Z\",",
                "START-DATE=\"9999-12-31T23:59:59Z\",",
                "TYPE=SpliceOut,",
                "TYPE=0x34,",
                "DURATION=9223372036.9,",
                "DURATION=6,",
                "ELAPSED=9223372035,",
                "12/30",
                "=",
                ",",
                "\"",
                "%",
                CuePlaylists.insertOut(77, 12).toBase64(),
                CuePlaylists.insertIn(77).toBase64(),
                CuePlaylists.DATED,
                "\n",
                "\n",
                "\n6\n",
                "\n6\n",
                "\n0\n",
                "\n#EXT-X-ENDLIST\n",
                "\u0000",
                "é");
        Random random = new Random(5);
        CueReader byDate = CueReader.builder()
                .position(CuePosition.START_DATE)
                .snapToBoundaries(true)
                .build();
        int breaks = 0;
        List<SignalledBreak> known = List.of();
        for (int run = 0; run < 4_000; run++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append(parts.get(random.nextInt(parts.size())));
            }
            MediaPlaylist playlist = CuePlaylists.parse(text + "\n6");
            CueReading reading = CueReader.withDefaults().read(playlist, known);
            known = reading.breaks();
            breaks += known.size();
            byDate.read(playlist, known);
            assertThat(known).extracting(SignalledBreak::id).doesNotHaveDuplicates();
            for (SignalledBreak each : known) {
                each.endNanos().ifPresent(end -> assertThat(end).isGreaterThanOrEqualTo(each.startNanos()));
                assertThat(each.startNanos() < 0 && each.joinedAfterNanos().isEmpty())
                        .isFalse();
                assertThat(each.dialects()).doesNotHaveDuplicates();
            }
        }
        assertThat(breaks).isGreaterThan(1_000);
    }

    @Test
    void an_option_out_of_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CueReader.builder().longestBreak(Optional.of(Duration.ZERO)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CueReader.builder().mostCues(0));
    }
}

package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is one break, where it ends, and what it is called. */
@DisplayName("Breaks from cue markers")
// Size: one case of markers after another, each with its playlist beside it.
class CueBreaksTest {
    private static final String OUT =
            "#EXT-OATCLS-SCTE35:" + CuePlaylists.insertOut(77, 12).toBase64();
    private static final String IN =
            "#EXT-OATCLS-SCTE35:" + CuePlaylists.insertIn(77).toBase64();

    private static List<String> read(String... items) {
        return CuePlaylists.read(CuePlaylists.media(items));
    }

    private static SignalledBreak only(String... items) {
        List<SignalledBreak> breaks =
                CueReader.withDefaults().read(CuePlaylists.media(items)).breaks();
        assertThat(breaks).hasSize(1);
        return breaks.get(0);
    }

    private static String sections(long event, int type) {
        return "#EXT-OATCLS-SCTE35:"
                + CuePlaylists.signal(event, type, OptionalLong.of(12)).toBase64();
    }

    @Nested
    @DisplayName("rule 47: one break")
    class One {
        @Test
        void three_dialects_at_one_place_say_one_break() {
            SignalledBreak only = only(
                    CuePlaylists.DATED,
                    "6",
                    OUT,
                    "#EXT-X-CUE-OUT:12",
                    "#EXT-X-DATERANGE:ID=\"r\",START-DATE=\"2026-03-01T10:00:06Z\",PLANNED-DURATION=12,SCTE35-OUT="
                            + CuePlaylists.insertOut(77, 12).toHex(),
                    "6",
                    "6",
                    "#EXT-X-CUE-IN",
                    IN,
                    "6");
            assertThat(CuePlaylists.describe(only)).isEqualTo("6 +12 =18 #101");
            assertThat(CuePlaylists.dialects(only)).isEqualTo("EXT-OATCLS-SCTE35 EXT-X-CUE-OUT EXT-X-DATERANGE");
            assertThat(only.id()).isEqualTo("r");
            assertThat(only.eventId()).contains("77");
            assertThat(only.sections()).containsExactly(CuePlaylists.insertOut(77, 12), CuePlaylists.insertIn(77));
        }

        @Test
        void the_same_words_on_each_segment_say_one_break() {
            List<String> items = new ArrayList<>(List.of("6"));
            for (int i = 0; i < 10; i++) {
                Collections.addAll(items, "#EXT-X-CUE-OUT:60", "6");
            }
            Collections.addAll(items, "#EXT-X-CUE-IN", "6");
            assertThat(read(items.toArray(String[]::new))).containsExactly("6 +60 =66 #101");
        }

        @Test
        void words_that_count_down_say_one_break() {
            assertThat(read("6", "#EXT-X-CUE-OUT:18", "6", "#EXT-X-CUE-OUT:12", "6", "#EXT-X-CUE-OUT:6", "6", "6"))
                    .containsExactly("6 +18 #101");
        }

        @Test
        void one_that_goes_on_under_each_segment_is_one() {
            assertThat(read(
                            "6",
                            OUT,
                            "#EXT-X-CUE-OUT:18",
                            "6",
                            "#EXT-X-CUE-OUT-CONT:6/18",
                            "6",
                            "#EXT-X-CUE-OUT-CONT:12/18",
                            "6",
                            "#EXT-X-CUE-IN",
                            "6"))
                    .containsExactly("6 +18 =24 #101");
        }

        @Test
        void a_section_one_segment_away_from_the_words_is_about_the_same_break() {
            assertThat(read("6", OUT, "6", "#EXT-X-CUE-OUT:12", "6", "6", "6")).containsExactly("12 +12 #102");
            assertThat(read("6", "#EXT-X-CUE-OUT:12", "6", OUT, "6", "6")).containsExactly("6 +12 #101");
        }

        @Test
        void two_sections_at_one_place_are_two_breaks_if_their_events_differ() {
            assertThat(CueReader.withDefaults()
                            .read(CuePlaylists.media("6", sections(1, 0x34), sections(2, 0x34), "6", "6"))
                            .breaks())
                    .extracting(SignalledBreak::id)
                    .containsExactlyInAnyOrder("1", "2");
        }

        @Test
        void an_ad_inside_a_break_is_part_of_it() {
            SignalledBreak only = only(
                    "6",
                    sections(1, 0x22),
                    sections(2, 0x30),
                    "6",
                    sections(2, 0x31),
                    sections(3, 0x30),
                    "6",
                    sections(3, 0x31),
                    sections(1, 0x23),
                    "6");
            assertThat(CuePlaylists.describe(only)).isEqualTo("6 +12 =18 #101");
            assertThat(only.id()).isEqualTo("1");
        }

        @Test
        void the_break_counts_if_its_first_ad_stands_before_it() {
            assertThat(only("6", sections(2, 0x30), sections(1, 0x22), "6", sections(2, 0x31), "6")
                            .id())
                    .isEqualTo("1");
        }

        @Test
        void each_placement_opportunity_is_its_own() {
            assertThat(read("6", "#EXT-X-PLACEMENT-OPPORTUNITY", "6", "#EXT-X-PLACEMENT-OPPORTUNITY", "6"))
                    .containsExactly("6 #101 point", "12 #102 point");
        }

        @Test
        void an_opportunity_inside_a_break_does_not_end_it() {
            assertThat(read("#EXT-X-CUE-OUT:30", "6", "#EXT-X-PLACEMENT-OPPORTUNITY", "6", "#EXT-X-CUE-IN", "6"))
                    .containsExactly("0 +30 =12 #100", "6 #101 point");
        }
    }

    @Nested
    @DisplayName("rules 49 and 50: ends")
    class Ends {
        @Test
        void an_early_end_counts_and_the_duration_stays_as_signalled() {
            SignalledBreak only = only("#EXT-X-CUE-OUT:30", "6", "5", "#EXT-X-CUE-IN", "6");
            assertThat(CuePlaylists.describe(only)).isEqualTo("0 +30 =11 #100");
            assertThat(only.untilNanos()).hasValue(11_000_000_000L);
        }

        @Test
        void without_an_end_the_duration_says_where_it_is_over() {
            SignalledBreak only = only("6", "#EXT-X-CUE-OUT:30", "6");
            assertThat(only.endNanos()).isEmpty();
            assertThat(only.untilNanos()).hasValue(36_000_000_000L);
        }

        @Test
        void a_late_end_is_told_but_the_duration_comes_first() {
            SignalledBreak only = only("#EXT-X-CUE-OUT:10", "6", "6", "6", "#EXT-X-CUE-IN", "6");
            assertThat(CuePlaylists.describe(only)).isEqualTo("0 +10 =18 #100");
            assertThat(only.untilNanos()).hasValue(10_000_000_000L);
        }

        @Test
        void the_earliest_of_two_ends_counts() {
            assertThat(read(OUT, "#EXT-X-CUE-OUT:30", "6", IN, "6", "#EXT-X-CUE-IN", "6"))
                    .containsExactly("0 +30 =6 #100");
        }

        @Test
        void a_break_of_unknown_length_lasts_as_long_as_is_set() {
            MediaPlaylist playlist = CuePlaylists.media("#EXT-X-CUE-OUT", "6");
            assertThat(until(CueReader.withDefaults(), playlist)).hasValue(300_000_000_000L);
            CueReader google = CueReader.builder()
                    .longestBreak(Optional.of(Duration.ofSeconds(30)))
                    .build();
            assertThat(until(google, playlist)).hasValue(30_000_000_000L);
            CueReader unlimited =
                    CueReader.builder().longestBreak(Optional.empty()).build();
            assertThat(until(unlimited, playlist)).isEmpty();
        }

        private static OptionalLong until(CueReader reader, MediaPlaylist playlist) {
            return reader.read(playlist).breaks().get(0).untilNanos();
        }

        @Test
        void a_stray_end_is_a_problem_and_nothing_else() {
            MediaPlaylist playlist = CuePlaylists.media(
                    "6", "#EXT-X-CUE-IN", "6", "#EXT-X-CUE-OUT:6", "6", "#EXT-X-CUE-IN", "6", IN, "6");
            assertThat(CuePlaylists.read(playlist)).containsExactly("12 +6 =18 #102");
            assertThat(CuePlaylists.problems(playlist)).containsExactly(CueProblemCode.STRAY_IN);
        }

        @Test
        void a_break_inside_another_one_ends_that() {
            MediaPlaylist playlist =
                    CuePlaylists.media("#EXT-X-CUE-OUT:60", "6", "6", "6", "#EXT-X-CUE-OUT:12", "6", "6");
            assertThat(CuePlaylists.read(playlist)).containsExactly("0 +60 #100", "18 +12 #103");
            assertThat(CuePlaylists.problems(playlist)).containsExactly(CueProblemCode.OVERLAPPING_BREAKS);
            assertThat(CueReader.withDefaults().read(playlist).breaks().get(0).untilNanos())
                    .hasValue(18_000_000_000L);
        }

        @Test
        void a_duration_of_zero_before_a_later_end_says_nothing() {
            assertThat(read("#EXT-X-CUE-OUT:0", "6", "6", "#EXT-X-CUE-IN", "6")).containsExactly("0 =12 #100");
            assertThat(read("6", "#EXT-X-CUE-OUT:0", "6")).containsExactly("6 #101");
        }
    }

    @Nested
    @DisplayName("rule 51: ends and starts at one place")
    class Together {
        @Test
        void back_to_back_breaks_leave_nothing_between() {
            for (List<String> order : List.of(
                    List.of("#EXT-X-CUE-IN", "#EXT-X-CUE-OUT:12"), List.of("#EXT-X-CUE-OUT:12", "#EXT-X-CUE-IN"))) {
                assertThat(read(
                                "6",
                                "#EXT-X-CUE-OUT:12",
                                "6",
                                "6",
                                order.get(0),
                                order.get(1),
                                "6",
                                "6",
                                "#EXT-X-CUE-IN",
                                "6"))
                        .as("%s", order)
                        .containsExactly("6 +12 =18 #101", "18 +12 =30 #103");
            }
        }

        @Test
        void back_to_back_breaks_of_one_segment_are_two() {
            assertThat(read("#EXT-X-CUE-OUT:6", "6", "#EXT-X-CUE-OUT:6", "6", "6"))
                    .containsExactly("0 +6 #100", "6 +6 #101");
            assertThat(read("#EXT-X-CUE-OUT", "6", "#EXT-X-CUE-IN", "#EXT-X-CUE-OUT", "6", "#EXT-X-CUE-IN", "6"))
                    .containsExactly("0 =6 #100", "6 =12 #101");
        }

        @Test
        void a_start_and_an_end_at_one_place_are_a_point_to_insert_at() {
            assertThat(read("6", "#EXT-X-CUE-OUT:0", "#EXT-X-CUE-IN", "6")).containsExactly("6 +0 =6 #101 point");
            assertThat(read("6", "#EXT-X-CUE-OUT:30", "#EXT-X-CUE-IN", "6")).containsExactly("6 +30 =6 #101 point");
            assertThat(read(
                            "6",
                            "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"1\",DURATION=\"30\"",
                            "#EXT-X-ASSET:CAID=1",
                            "#EXT-X-CUE-IN",
                            "6"))
                    .containsExactly("6 +30 =6 #101 point");
        }

        @Test
        void a_point_inside_of_a_break_whose_length_is_not_known_ends_where_it_starts() {
            assertThat(read("#EXT-X-CUE-OUT", "6", "6", "#EXT-X-CUE-OUT:0", "#EXT-X-CUE-IN", "6"))
                    .anyMatch(each -> each.startsWith("12 +0 =12 #102"));
        }

        @Test
        void points_stay_points_behind_breaks_that_nothing_ended() {
            assertThat(read("#EXT-X-CUE-OUT:6", "6", "6", "#EXT-X-CUE-OUT:0", "#EXT-X-CUE-IN", "6"))
                    .containsExactly("0 +6 #100", "12 +0 =12 #102 point");
        }

        @Test
        void in_a_complete_playlist_no_end_is_needed_for_a_point() {
            assertThat(CuePlaylists.read(CuePlaylists.vod("6", "#EXT-X-CUE-OUT:0", "6")))
                    .containsExactly("6 +0 #101 point");
        }
    }

    @Nested
    @DisplayName("rule 48: joining")
    class Joining {
        @Test
        void at_each_segment_of_a_break_its_start_is_the_same() {
            for (int first = 1; first < 5; first++) {
                List<String> items = new ArrayList<>();
                for (int i = first; i < 5; i++) {
                    Collections.addAll(items, "#EXT-X-CUE-OUT-CONT:" + 6 * i + "/30", "6");
                }
                Collections.addAll(items, "#EXT-X-CUE-IN", "6");
                int elapsed = 6 * first;
                assertThat(read(items.toArray(String[]::new)))
                        .containsExactly("-" + elapsed + " +30 =" + (30 - elapsed) + " joined " + elapsed);
            }
        }

        @Test
        void what_goes_on_where_a_start_is_missing_starts_inside_the_playlist() {
            assertThat(read("6", "6", "6", "#EXT-X-CUE-OUT-CONT:6/12", "6", "6"))
                    .containsExactly("12 +12 #102");
        }

        @Test
        void what_goes_on_longer_than_was_said_is_no_other_break() {
            MediaPlaylist named = CuePlaylists.media(
                    "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,DURATION=12,CUE-OUT=YES",
                    "6",
                    "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,CUE-OUT=CONT",
                    "6",
                    "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,CUE-OUT=CONT",
                    "6",
                    "#EXT-X-SCTE35:ID=\"101\",TYPE=0x34,CUE-OUT=CONT",
                    "6");
            assertThat(CuePlaylists.read(named)).hasSize(1);
            assertThat(CuePlaylists.problems(named)).contains(CueProblemCode.CONTINUED_BEHIND_END);
        }

        @Test
        void what_goes_on_behind_an_end_is_a_problem() {
            MediaPlaylist playlist = CuePlaylists.media(
                    "#EXT-X-CUE-OUT:18", "6", "#EXT-X-CUE-IN", "6", "#EXT-X-CUE-OUT-CONT:12/18", "6");
            assertThat(CuePlaylists.read(playlist)).containsExactly("0 +18 =6 #100");
            assertThat(CuePlaylists.problems(playlist)).containsExactly(CueProblemCode.CONTINUED_BEHIND_END);
        }
    }

    @Nested
    @DisplayName("durations")
    class Durations {
        @Test
        void words_come_before_sections_and_what_starts_before_what_goes_on() {
            MediaPlaylist playlist =
                    CuePlaylists.media("6", OUT, "#EXT-X-CUE-OUT:30", "6", "#EXT-X-CUE-OUT-CONT:6/150", "6");
            assertThat(CuePlaylists.read(playlist)).containsExactly("6 +30 #101");
            assertThat(CuePlaylists.problems(playlist))
                    .containsExactly(CueProblemCode.CONTRADICTORY_DURATIONS, CueProblemCode.CONTRADICTORY_DURATIONS);
        }

        @Test
        void what_goes_on_tells_what_the_start_did_not() {
            assertThat(read("6", "#EXT-X-CUE-OUT", "6", "#EXT-X-CUE-OUT-CONT:6/30", "6"))
                    .containsExactly("6 +30 #101");
        }

        @Test
        void sums_are_exact() {
            List<String> items = new ArrayList<>(Collections.nCopies(10_000, "6.006"));
            items.add("#EXT-X-CUE-OUT:30.03");
            items.add("6.006");
            assertThat(read(items.toArray(String[]::new))).containsExactly("60060 +30.03 #10100");
        }
    }

    @Nested
    @DisplayName("ids")
    class Ids {
        private static List<String> ids(String... items) {
            return CueReader.withDefaults().read(CuePlaylists.media(items)).breaks().stream()
                    .map(SignalledBreak::id)
                    .toList();
        }

        @Test
        void they_come_from_the_range_the_event_the_text_the_date_or_the_number() {
            assertThat(ids("6", OUT, "#EXT-X-CUE-OUT:DURATION=12,BREAKID=5", "6"))
                    .containsExactly("77");
            assertThat(ids("6", "#EXT-X-CUE-OUT:DURATION=12,BREAKID=5", "6")).containsExactly("5");
            assertThat(ids(CuePlaylists.DATED, "6.4", "#EXT-X-CUE-OUT:12", "6"))
                    .containsExactly("2026-03-01T10:00:06Z");
            assertThat(ids(CuePlaylists.DATED, "6.5", "#EXT-X-CUE-OUT:12", "6"))
                    .containsExactly("2026-03-01T10:00:07Z");
            assertThat(ids("6", "#EXT-X-CUE-OUT:12", "6")).containsExactly("msn-101");
            assertThat(ids("6", "6", "#EXT-X-CUE-OUT:12")).containsExactly("msn-102");
        }

        @Test
        void one_that_is_joined_has_the_id_that_it_would_have_had() {
            assertThat(ids(CuePlaylists.DATED, "#EXT-X-CUE-OUT-CONT:12/30", "6", "6"))
                    .containsExactly("2026-03-01T09:59:48Z");
            assertThat(ids("#EXT-X-CUE-OUT-CONT:12/30", "6", "6")).containsExactly("msn-98");
        }

        @Test
        void two_far_breaks_with_one_event_are_two_with_two_ids() {
            MediaPlaylist playlist = CuePlaylists.media(OUT, "6", "6", IN, "6", "6", "6", "6", OUT, "6", "6", IN, "6");
            CueReading reading = CueReader.withDefaults().read(playlist);
            assertThat(reading.breaks()).extracting(SignalledBreak::id).containsExactly("77", "77@msn-106");
            assertThat(reading.problems()).extracting(CueProblem::code).containsExactly(CueProblemCode.REPEATED_ID);
        }
    }
}

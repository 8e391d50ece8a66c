package dev.hemstitch.ads.cue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.parser.PlaylistParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Breaks that EXT-X-DATERANGE signals: by the tag's place or by its dates. */
@DisplayName("Date range cues")
class CueDateRangeTest {
    private static final String OUT = CuePlaylists.insertOut(77, 12).toHex();
    private static final String IN = CuePlaylists.insertIn(77).toHex();
    private static final CueReader BY_DATE =
            CueReader.builder().position(CuePosition.START_DATE).build();

    private static String out(String id, String time, String rest) {
        return "#EXT-X-DATERANGE:ID=\"" + id + "\",START-DATE=\"2026-03-01T" + time + "Z\"," + rest + "SCTE35-OUT="
                + OUT;
    }

    private static List<String> byDate(MediaPlaylist playlist) {
        return CuePlaylists.describe(BY_DATE.read(playlist).breaks());
    }

    @Test
    void the_tag_or_the_date_says_where_as_is_chosen() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                "6",
                out("a", "10:00:13", "PLANNED-DURATION=12,"),
                "6",
                "6",
                "6",
                "#EXT-X-DATERANGE:ID=\"a\",END-DATE=\"2026-03-01T10:00:26Z\",DURATION=13,SCTE35-IN=" + IN,
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +12 =24 #101");
        assertThat(byDate(playlist)).containsExactly("13 +12 =26 #102");
        CueReader snapping = CueReader.builder()
                .position(CuePosition.START_DATE)
                .snapToBoundaries(true)
                .build();
        assertThat(CuePlaylists.describe(snapping.read(playlist).breaks())).containsExactly("12 +12 =24 #102");
    }

    @Test
    void variables_of_the_playlist_and_imported_ones_are_known() {
        MediaPlaylist playlist = CuePlaylists.media(
                "#EXT-X-DEFINE:NAME=\"day\",VALUE=\"2026-03-01\"",
                "#EXT-X-DEFINE:IMPORT=\"id\"",
                CuePlaylists.DATED,
                "#EXT-X-DATERANGE:ID=\"{$id}\",START-DATE=\"{$day}T10:00:12Z\",PLANNED-DURATION=6,SCTE35-OUT=" + OUT,
                "6",
                "6",
                "6",
                "#EXT-X-CUE:TYPE=\"SpliceOut\",ID=\"{$id}-2\",DURATION=6",
                "6");
        MultivariantPlaylist multivariant = (MultivariantPlaylist) PlaylistParser.lenient()
                .parse("#EXTM3U\n#EXT-X-DEFINE:NAME=\"id\",VALUE=\"b1\"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv\n"
                        .getBytes(StandardCharsets.UTF_8));
        CueReader reader = CueReader.builder()
                .multivariantVariables(Variables.of(multivariant, Variables.NONE, ""))
                .build();
        List<SignalledBreak> breaks = reader.read(playlist).breaks();
        assertThat(CuePlaylists.describe(breaks)).containsExactly("12 +6 #102", "18 +6 #103");
        assertThat(breaks.stream().map(SignalledBreak::id)).containsExactly("b1", "b1-2");
        assertThat(CuePlaylists.read(playlist)).containsExactly("12 +6 #102", "18 +6 #103");
    }

    @Test
    void ranges_listed_before_the_first_segment_lie_where_their_dates_say() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                out("past", "09:59:50", "PLANNED-DURATION=30,"),
                out("later", "10:00:12", "PLANNED-DURATION=6,"),
                "6",
                "6",
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("-10 +30 joined 10", "12 +6 #102");
    }

    @Test
    void an_end_told_as_a_command_of_its_own_lies_where_its_date_says_when_listed_before_the_first_segment() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T09:59:50Z\",PLANNED-DURATION=30,SCTE35-CMD=" + OUT,
                "#EXT-X-DATERANGE:ID=\"b\",START-DATE=\"2026-03-01T10:00:12Z\",SCTE35-CMD=" + IN,
                "6",
                "6",
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("-10 +30 =12 joined 10");
    }

    @Test
    void ranges_behind_the_last_segment_lie_where_their_dates_say() {
        assertThat(CuePlaylists.read(
                        CuePlaylists.media(CuePlaylists.DATED, "6", "6", out("a", "10:00:06", "PLANNED-DURATION=6,"))))
                .containsExactly("6 +6 #101");
        assertThat(CuePlaylists.read(
                        CuePlaylists.media(CuePlaylists.DATED, "6", "6", out("a", "10:00:30", "PLANNED-DURATION=6,"))))
                .containsExactly("30 +6");
    }

    @Test
    void dates_count_across_a_jump_of_the_clock() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                "6",
                "6",
                "#EXT-X-DISCONTINUITY",
                "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:00:00Z",
                "6",
                out("a", "12:00:06", "PLANNED-DURATION=6,"),
                "6");
        assertThat(byDate(playlist)).containsExactly("18 +6 #103");
    }

    @Test
    void one_tag_may_tell_start_and_end() {
        String both = out("a", "10:00:06", "DURATION=12,") + ",SCTE35-IN=" + IN;
        MediaPlaylist playlist = CuePlaylists.media(CuePlaylists.DATED, "6", both, "6", "6", "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +12 =18 #101");
        assertThat(byDate(playlist)).containsExactly("6 +12 =18 #101");
    }

    @Test
    void a_range_repeated_and_completed_is_one() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                "6",
                out("a", "10:00:06", "PLANNED-DURATION=30,"),
                "6",
                out("a", "10:00:06", "PLANNED-DURATION=30,"),
                "6",
                "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T10:00:06Z\",END-DATE=\"2026-03-01T10:00:18Z\",DURATION=12",
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +30 =18 #101");
    }

    @Test
    void a_duration_told_later_replaces_the_planned_one() {
        MediaPlaylist playlist = CuePlaylists.media(
                out("a", "10:00:06", "PLANNED-DURATION=30,"),
                "6",
                "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T10:00:06Z\",DURATION=10");
        assertThat(CuePlaylists.read(playlist)).containsExactly("0 +10 #100");
    }

    @Test
    void one_that_ends_on_the_next_of_its_class_does() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                "6",
                out("a", "10:00:06", "CLASS=\"c\",END-ON-NEXT=YES,"),
                "6",
                "6",
                "#EXT-X-DATERANGE:ID=\"b\",CLASS=\"c\",START-DATE=\"2026-03-01T10:00:18Z\"",
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +12 =18 #101");
    }

    @Test
    void an_end_that_also_tells_the_start_is_a_whole_break() {
        String end = "#EXT-X-DATERANGE:ID=\"a\",START-DATE=\"2026-03-01T09:59:50Z\",END-DATE=\"2026-03-01T10:00:12Z\","
                + "DURATION=22,SCTE35-IN=" + IN;
        assertThat(CuePlaylists.read(CuePlaylists.media(CuePlaylists.DATED, "6", "6", end, "6")))
                .containsExactly("-10 +22 =12 joined 10");
    }

    @Test
    void ads_with_ranges_of_their_own_do_not_end_the_break_they_are_in() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                out("break", "10:00:00", "PLANNED-DURATION=24,").replace(OUT, "0xFC01"),
                out("ad-1", "10:00:00", "PLANNED-DURATION=12,").replace(OUT, "0xFC02"),
                "6",
                "6",
                out("ad-2", "10:00:12", "PLANNED-DURATION=12,").replace(OUT, "0xFC03"),
                "6",
                "6");
        CueReading reading = CueReader.withDefaults().read(playlist);
        assertThat(reading.breaks()).extracting(SignalledBreak::id).containsExactly("break", "ad-1", "ad-2");
        assertThat(reading.breaks().get(0).untilNanos()).hasValue(24_000_000_000L);
    }

    @Test
    void without_dates_the_tag_says_where() {
        MediaPlaylist playlist = CuePlaylists.media("6", out("a", "10:00:06", "PLANNED-DURATION=12,"), "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("6 +12 #101");
        assertThat(byDate(playlist)).containsExactly("6 +12 #101");
    }

    @Test
    void an_end_of_another_range_ends_no_break() {
        MediaPlaylist playlist = CuePlaylists.media(
                CuePlaylists.DATED,
                out("a", "10:00:00", "PLANNED-DURATION=30,"),
                "6",
                "#EXT-X-DATERANGE:ID=\"b\",SCTE35-IN=0xFC01",
                "6");
        assertThat(CuePlaylists.read(playlist)).containsExactly("0 +30 #100");
        assertThat(CuePlaylists.problems(playlist)).contains(CueProblemCode.STRAY_IN);
    }
}

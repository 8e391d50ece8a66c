package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.CONTENT_MISSING;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATES_DIFFER;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATE_RANGES_DIFFER;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DISCONTINUITIES_DIFFER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ContentAcrossRulesTest {
    private static final String VOD = "#EXT-X-PLAYLIST-TYPE:VOD\n";
    private static final String END = "#EXT-X-ENDLIST\n";

    private static String head(String lines) {
        return "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n" + lines;
    }

    private static String segments(int count, String duration) {
        return ("#EXTINF:" + duration + ",\na.ts\n").repeat(count);
    }

    private static String date(int minute, int second) {
        return String.format(Locale.ROOT, "#EXT-X-PROGRAM-DATE-TIME:2026-03-01T12:%02d:%02d.000Z\n", minute, second);
    }

    @Test
    void audio_that_is_cut_elsewhere_and_a_little_shorter_has_the_same_content() {
        String video = head(VOD) + segments(100, "6.0") + END;
        String audio = head(VOD) + segments(100, "5.952") + segments(1, "2.112") + END;
        assertThat(FoundPlaces.across(CONTENT_MISSING, video, audio)).isEmpty();
    }

    @Test
    void a_vod_that_lacks_its_end_is_told_where_it_ends() {
        String whole = head(VOD) + segments(10, "6.0") + END;
        String part = head(VOD) + segments(7, "6.0") + END;
        assertThat(FoundPlaces.across(CONTENT_MISSING, whole, part)).containsExactly("1.m3u8:18:1");
        assertThat(FoundPlaces.across(CONTENT_MISSING, part, whole)).containsExactly("0.m3u8:18:1");
        assertThat(FoundPlaces.across(CONTENT_MISSING, part, part, whole)).containsExactly("2.m3u8:24:1");
    }

    @Test
    void durations_in_whole_seconds_add_up_to_nothing_exact() {
        String exact = head(VOD) + segments(40, "5.6") + END;
        String rounded = head(VOD) + segments(40, "6") + END;
        assertThat(FoundPlaces.across(CONTENT_MISSING, exact, rounded)).isEmpty();
    }

    @Test
    void live_playlists_may_have_been_loaded_one_after_the_other() {
        String older = head("#EXT-X-MEDIA-SEQUENCE:5\n") + date(0, 0) + segments(5, "6.0");
        String newer = head("#EXT-X-MEDIA-SEQUENCE:9\n") + date(0, 24) + segments(5, "6.0");
        String stale = head("#EXT-X-MEDIA-SEQUENCE:19\n") + date(2, 0) + segments(5, "6.0");
        assertThat(FoundPlaces.across(CONTENT_MISSING, older, newer)).isEmpty();
        assertThat(FoundPlaces.across(CONTENT_MISSING, older, stale)).isNotEmpty();
    }

    @Test
    void live_playlists_without_dates_are_not_compared() {
        String one = head("") + segments(5, "6.0");
        String other = head("#EXT-X-DISCONTINUITY-SEQUENCE:4\n") + segments(50, "6.0");
        assertThat(FoundPlaces.across(CONTENT_MISSING, one, other)).isEmpty();
        assertThat(FoundPlaces.across(DISCONTINUITIES_DIFFER, one, other)).isEmpty();
        assertThat(FoundPlaces.across(DATES_DIFFER, one, other)).isEmpty();
    }

    @Test
    void a_jump_of_dates_that_all_playlists_have_lacks_nothing() {
        String jump = head("") + date(0, 0) + segments(3, "6.0") + date(5, 0) + segments(3, "6.0") + END;
        assertThat(FoundPlaces.across(CONTENT_MISSING, jump, jump)).isEmpty();
    }

    @Test
    void live_content_is_matched_by_date_to_compare_discontinuity_numbers() {
        String one = head("#EXT-X-DISCONTINUITY-SEQUENCE:7\n") + date(0, 0) + segments(5, "6.0");
        String other = head("#EXT-X-DISCONTINUITY-SEQUENCE:8\n") + date(0, 6) + segments(5, "6.0");
        String moved = head("#EXT-X-DISCONTINUITY-SEQUENCE:7\n") + date(0, 6) + segments(5, "6.0");
        assertThat(FoundPlaces.across(DISCONTINUITIES_DIFFER, one, other)).containsExactly("1.m3u8:4:1");
        assertThat(FoundPlaces.across(DISCONTINUITIES_DIFFER, one, moved)).isEmpty();
    }

    @Test
    void a_discontinuity_may_come_less_than_a_segment_earlier_in_audio() {
        String video = head(VOD) + segments(4, "6.0") + "#EXT-X-DISCONTINUITY\n" + segments(4, "6.0") + END;
        String audio = head(VOD) + segments(5, "4.6") + "#EXT-X-DISCONTINUITY\n" + segments(5, "5.0") + END;
        assertThat(FoundPlaces.across(DISCONTINUITIES_DIFFER, video, audio)).isEmpty();
    }

    @Test
    void other_dates_at_the_same_discontinuities_are_told_as_dates() {
        String text = head("#EXT-X-MEDIA-SEQUENCE:5\n") + "%s" + segments(3, "6.0") + "#EXT-X-DISCONTINUITY\n%s"
                + segments(3, "6.0");
        String one = String.format(Locale.ROOT, text, date(0, 0), date(0, 18));
        String other = String.format(Locale.ROOT, text, date(0, 30), date(0, 48));
        assertThat(FoundPlaces.across(DATES_DIFFER, one, other)).containsExactly("1.m3u8:13:1");
        assertThat(FoundPlaces.across(DISCONTINUITIES_DIFFER, one, other)).isEmpty();
    }

    @Test
    void a_date_range_near_the_live_edge_may_be_too_new_for_an_older_snapshot() {
        String range = "#EXT-X-DATERANGE:ID=\"%s\",START-DATE=\"2026-03-01T12:00:%s.000Z\"\n";
        String first = String.format(Locale.ROOT, range, "a", "00");
        String early = String.format(Locale.ROOT, range, "b", "06");
        String late = String.format(Locale.ROOT, range, "c", "24");
        String live = head("#EXT-X-MEDIA-SEQUENCE:5\n") + "%s" + date(0, 0) + segments(5, "6.0");
        assertThat(FoundPlaces.across(DATE_RANGES_DIFFER, live.replace("%s", first + late), live.replace("%s", first)))
                .isEmpty();
        assertThat(FoundPlaces.across(DATE_RANGES_DIFFER, live.replace("%s", first + early), live.replace("%s", first)))
                .containsExactly("1.m3u8:5:1");
        assertThat(FoundPlaces.across(DATE_RANGES_DIFFER, live.replace("%s", late), live.replace("%s", "")))
                .isEmpty();
        assertThat(FoundPlaces.across(DATE_RANGES_DIFFER, live.replace("%s", early), live.replace("%s", "")))
                .containsExactly("4:1");
    }
}

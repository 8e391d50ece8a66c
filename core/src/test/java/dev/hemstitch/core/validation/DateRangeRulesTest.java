package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.CLIENT_ATTRIBUTE_TYPE;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATE_RANGE_DISAGREES;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATE_RANGE_WITHOUT_DATES;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DATE_WITHOUT_ZONE_OR_MILLISECONDS;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.DURATION_DISAGREES;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.END_BEFORE_START;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.END_ON_NEXT_FORM;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.END_ON_NEXT_OVERLAP;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.METADATA_IN_MULTIVARIANT;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.MISSING_START_DATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateRangeRulesTest {
    private static final String TAG = "#EXT-X-DATERANGE:";
    private static final String START = "START-DATE=\"2026-03-01T12:00:06.000Z\"";

    private static List<String> found(DiagnosticCode code, String... ranges) {
        return FoundPlaces.of(code, FoundPlaces.media(ranges));
    }

    @Test
    void a_delta_update_may_have_left_out_the_first_tag_of_an_id_and_all_dates() {
        String[] delta = {
            "#EXTM3U",
            "#EXT-X-VERSION:9",
            "#EXT-X-TARGETDURATION:6",
            "#EXT-X-SKIP:SKIPPED-SEGMENTS=3",
            TAG + "ID=\"a\",DURATION=6.0",
            "#EXTINF:6.0,",
            "s3.ts"
        };
        assertThat(FoundPlaces.of(MISSING_START_DATE, delta)).isEmpty();
        assertThat(FoundPlaces.of(DATE_RANGE_WITHOUT_DATES, delta)).isEmpty();
    }

    @Test
    void a_skip_does_not_belong_in_a_multivariant_playlist_either() {
        assertThat(FoundPlaces.of(
                        METADATA_IN_MULTIVARIANT,
                        "#EXTM3U",
                        "#EXT-X-STREAM-INF:BANDWIDTH=1",
                        "a.m3u8",
                        "#EXT-X-SKIP:SKIPPED-SEGMENTS=3"))
                .containsExactly("4:1");
    }

    @Test
    void dates_should_have_zone_and_milliseconds() {
        String range = TAG + "ID=\"a\",START-DATE=\"2026-03-01T12:00:06.00Z\",END-DATE=\"2026-03-01T12:00:09.000\"";
        assertThat(found(DATE_WITHOUT_ZONE_OR_MILLISECONDS, range)).containsExactly("4:25", "4:62");
    }

    @Test
    void an_end_at_the_start_is_no_end_before_it() {
        String range = TAG + "ID=\"a\"," + START + ",END-DATE=";
        assertThat(found(END_BEFORE_START, range + "\"2026-03-01T13:00:06.000+01:00\""))
                .isEmpty();
        assertThat(found(END_BEFORE_START, range + "\"2026-03-01T13:00:05.999+01:00\""))
                .hasSize(1);
    }

    @Test
    void a_duration_may_be_off_by_less_than_the_dates_tell() {
        String range = TAG + "ID=\"a\"," + START + ",END-DATE=\"2026-03-01T12:00:12.000Z\",DURATION=";
        assertThat(found(DURATION_DISAGREES, range + "6")).isEmpty();
        assertThat(found(DURATION_DISAGREES, range + "6.000999")).isEmpty();
        assertThat(found(DURATION_DISAGREES, range + "6.001")).hasSize(1);
        assertThat(found(DURATION_DISAGREES, range + "-6")).isEmpty();
        String coarse =
                TAG + "ID=\"a\",START-DATE=\"2026-03-01T12:00:06Z\",END-DATE=\"2026-03-01T12:00:12Z\",DURATION=";
        assertThat(found(DURATION_DISAGREES, coarse + "6.9")).isEmpty();
        assertThat(found(DURATION_DISAGREES, coarse + "7")).hasSize(1);
    }

    @Test
    void a_duration_of_any_length_is_compared() {
        String range = TAG + "ID=\"a\"," + START + ",END-DATE=\"9999-03-01T12:00:12.000Z\",DURATION=" + "9".repeat(400);
        assertThat(found(DURATION_DISAGREES, range)).hasSize(1);
    }

    @Test
    void the_class_of_a_range_with_end_on_next_may_stand_in_another_tag() {
        String first = TAG + "ID=\"a\"," + START + ",CLASS=\"c\"";
        assertThat(found(END_ON_NEXT_FORM, first, TAG + "ID=\"a\",END-ON-NEXT=YES"))
                .isEmpty();
    }

    @Test
    void end_on_next_can_be_nothing_but_yes() {
        String range = TAG + "ID=\"a\",CLASS=\"c\"," + START + ",END-ON-NEXT=";
        for (String word : List.of("NO", "yes", "YES!", "{$yes}")) {
            assertThat(found(END_ON_NEXT_FORM, range + word)).as(word).containsExactly("4:73");
        }
        for (String told : List.of("YES", "\"YES\"", "\"NO\"", "")) {
            assertThat(found(END_ON_NEXT_FORM, range + told)).as(told).isEmpty();
        }
        assertThat(found(END_ON_NEXT_FORM, TAG + "ID=\"a\",END-ON-NEXT=NO," + START))
                .hasSize(1);
    }

    @Test
    void ranges_of_a_class_without_end_on_next_may_overlap() {
        String one = TAG + "ID=\"a\",CLASS=\"c\",DURATION=60.0," + START;
        String other = TAG + "ID=\"b\",CLASS=\"c\"," + START;
        assertThat(found(END_ON_NEXT_OVERLAP, one, other)).isEmpty();
        assertThat(found(END_ON_NEXT_OVERLAP, one, other + ",END-ON-NEXT=YES")).containsExactly("5:35");
    }

    @Test
    void an_instant_at_the_start_of_a_range_does_not_overlap_it_but_one_within_does() {
        String range = TAG + "ID=\"a\",CLASS=\"c\",END-ON-NEXT=YES," + START;
        String end = TAG + "ID=\"z\",CLASS=\"c\",DURATION=6.0,START-DATE=\"2026-03-01T12:00:18.000Z\"";
        assertThat(found(END_ON_NEXT_OVERLAP, range, end, TAG + "ID=\"b\",CLASS=\"c\",DURATION=0," + START))
                .isEmpty();
        assertThat(found(
                        END_ON_NEXT_OVERLAP,
                        range,
                        end,
                        TAG + "ID=\"b\",CLASS=\"c\",START-DATE=\"2026-03-01T12:00:20.000Z\""))
                .containsExactly("6:35");
    }

    @Test
    void the_last_range_with_end_on_next_has_no_end_yet() {
        String range = TAG + "ID=\"a\",CLASS=\"c\",END-ON-NEXT=YES," + START;
        assertThat(found(END_ON_NEXT_OVERLAP, range)).isEmpty();
        assertThat(found(END_ON_NEXT_OVERLAP, range, range.replace("\"a\"", "\"b\"")))
                .hasSize(1);
    }

    @Test
    void two_spellings_of_a_value_agree() {
        String first = TAG + "ID=\"a\"," + START + ",DURATION=6.0,SCTE35-CMD=0xFC00,CUE=\"PRE\"";
        String second = TAG + "ID=\"a\",START-DATE=\"2026-03-01T13:00:06.000+01:00\",DURATION=6,SCTE35-CMD=0xfc00";
        assertThat(found(DATE_RANGE_DISAGREES, first, second)).isEmpty();
        assertThat(found(DATE_RANGE_DISAGREES, first, second, TAG + "ID=\"a\",CUE=\"POST\""))
                .containsExactly("6:25");
    }

    @Test
    void values_are_compared_with_their_variables_replaced() {
        String define = "#EXT-X-DEFINE:NAME=\"n\",VALUE=\"News\"";
        String first = TAG + "ID=\"a\"," + START + ",X-TITLE=\"News\"";
        assertThat(found(DATE_RANGE_DISAGREES, define, first, TAG + "ID=\"a\",X-TITLE=\"{$n}\""))
                .isEmpty();
    }

    @Test
    void client_attributes_of_all_three_types_are_taken() {
        String range = TAG + "ID=\"a\"," + START + ",X-A=\"\",X-B=0XAF,X-C=-.5,X-D={$later},X-E=";
        assertThat(found(CLIENT_ATTRIBUTE_TYPE, range)).isEmpty();
        assertThat(found(CLIENT_ATTRIBUTE_TYPE, TAG + "ID=\"a\"," + START + ",X-A=YES,X-B=0x"))
                .containsExactly("4:63", "4:71");
    }
}

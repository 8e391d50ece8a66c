package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import dev.hemstitch.core.parser.PlaylistParser;
import org.junit.jupiter.api.Test;

class AttributeRulesTest {
    @Test
    void a_report_may_leave_its_last_segment_out() {
        assertThat(Found.of(
                        DiagnosticCode.MISSING_ATTRIBUTE,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-RENDITION-REPORT:URI=\"b.m3u8\""))
                .isEmpty();
    }

    @Test
    void each_attribute_that_is_missing_is_told_at_its_tag() {
        assertThat(Found.of(
                        DiagnosticCode.MISSING_ATTRIBUTE,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-PART:INDEPENDENT=YES",
                        "#EXT-X-MAP:",
                        "#EXT-X-PART-INF"))
                .containsExactly("3:1", "3:1", "4:1", "5:1");
    }

    @Test
    void an_attribute_that_cannot_be_read_is_not_missing() {
        assertThat(Found.of(DiagnosticCode.MISSING_ATTRIBUTE, "#EXTM3U", "#EXT-X-STREAM-INF:BANDWIDTH=fast", "a.m3u8"))
                .isEmpty();
    }

    @Test
    void attributes_that_only_clients_know_are_no_unknown_names_in_date_ranges_alone() {
        assertThat(Found.of(
                        DiagnosticCode.UNKNOWN_NAME,
                        "#EXTM3U",
                        "#EXT-X-TARGETDURATION:6",
                        "#EXT-X-DATERANGE:ID=\"a\",X-A=\"b\",Y-A=\"c\"",
                        "#EXT-X-MAP:URI=\"a\",X-A=\"b\""))
                .containsExactly("3:33", "4:20");
    }

    @Test
    void an_unknown_requirement_costs_the_whole_tag() {
        var report = PlaylistValidator.of(ValidationProfile.RFC8216BIS)
                .validate(PlaylistParser.lenient()
                        .parse("#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=5,REQ-SMELL=\"x\"\na.m3u8\n"));
        assertThat(report.findings())
                .filteredOn(finding -> finding.code() == DiagnosticCode.UNKNOWN_NAME)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("the whole tag"));
    }

    @Test
    void removed_names_were_known_once() {
        assertThat(Found.of(
                        DiagnosticCode.UNKNOWN_NAME,
                        "#EXTM3U",
                        "#EXT-X-ALLOW-CACHE:NO",
                        "#EXT-X-STREAM-INF:PROGRAM-ID=1,BANDWIDTH=5",
                        "a.m3u8"))
                .isEmpty();
    }
}

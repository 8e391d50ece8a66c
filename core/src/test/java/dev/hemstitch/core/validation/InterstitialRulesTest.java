package dev.hemstitch.core.validation;

import static dev.hemstitch.core.diagnostic.DiagnosticCode.ASSET_URI_NOT_ABSOLUTE;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.ASSET_WITHOUT_ID;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.CLIENT_ATTRIBUTE_TYPE;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.INTERSTITIAL_ASSET;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.INTERSTITIAL_ATTRIBUTE;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.PRELOAD_CLASS_DIFFERS;
import static dev.hemstitch.core.diagnostic.DiagnosticCode.PRELOAD_FORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.DiagnosticCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterstitialRulesTest {
    private static final String TAG =
            "#EXT-X-DATERANGE:ID=\"ad\",CLASS=\"com.apple.hls.interstitial\",START-DATE=\"2026-03-01T12:00:06.000Z\"";

    private static List<String> found(DiagnosticCode code, String... ranges) {
        return FoundPlaces.of(code, FoundPlaces.media(ranges));
    }

    @Test
    void the_asset_of_an_interstitial_may_stand_in_another_tag() {
        assertThat(found(INTERSTITIAL_ASSET, TAG)).hasSize(1);
        assertThat(found(INTERSTITIAL_ASSET, TAG, "#EXT-X-DATERANGE:ID=\"ad\",X-ASSET-URI=\"https://a/b\""))
                .isEmpty();
    }

    @Test
    void ranges_of_other_classes_are_not_judged() {
        String other = TAG.replace("interstitial", "other") + ",X-RESTRICT=\"A\",X-SNAP=5";
        assertThat(found(INTERSTITIAL_ASSET, other)).isEmpty();
        assertThat(found(INTERSTITIAL_ATTRIBUTE, other)).isEmpty();
    }

    @Test
    void an_attribute_of_the_class_is_told_once() {
        assertThat(found(INTERSTITIAL_ATTRIBUTE, TAG + ",X-SNAP=OUT")).hasSize(1);
        assertThat(found(CLIENT_ATTRIBUTE_TYPE, TAG + ",X-SNAP=OUT")).isEmpty();
    }

    @Test
    void unknown_words_are_left_to_later_versions() {
        assertThat(found(
                        INTERSTITIAL_ATTRIBUTE,
                        TAG + ",X-SNAP=\"OUT,BEAT\",X-CONTENT-MAY-VARY=\"MAYBE\",X-RESUME-OFFSET=-0"))
                .isEmpty();
    }

    @Test
    void the_asset_uri_is_judged_with_its_variables_replaced() {
        String uri = TAG + ",X-ASSET-URI=\"{$ads}/a.m3u8\"";
        assertThat(found(ASSET_URI_NOT_ABSOLUTE, "#EXT-X-DEFINE:NAME=\"ads\",VALUE=\"https://a\"", uri))
                .isEmpty();
        assertThat(found(ASSET_URI_NOT_ABSOLUTE, "#EXT-X-DEFINE:NAME=\"ads\",VALUE=\"/a\"", uri))
                .hasSize(1);
        assertThat(found(ASSET_URI_NOT_ABSOLUTE, uri)).isEmpty();
    }

    @Test
    void the_id_stands_among_the_query_parameters() {
        String uri = TAG + ",X-ASSET-URI=\"https://a/b";
        assertThat(found(ASSET_WITHOUT_ID, uri + "?_HLS_interstitial_id=ad\"")).isEmpty();
        assertThat(found(ASSET_WITHOUT_ID, uri + "?a=b&_HLS_interstitial_id=%61d#f\""))
                .isEmpty();
        assertThat(found(ASSET_WITHOUT_ID, uri + "?_HLS_interstitial_id=\"")).hasSize(1);
        assertThat(found(ASSET_WITHOUT_ID, uri + "?x_HLS_interstitial_id=ad\"")).hasSize(1);
        assertThat(found(ASSET_WITHOUT_ID, uri + "#?_HLS_interstitial_id=ad\"")).hasSize(1);
        assertThat(found(ASSET_WITHOUT_ID, uri + "?_HLS_interstitial_id=%6\"")).hasSize(1);
        assertThat(found(ASSET_WITHOUT_ID, TAG + ",X-ASSET-LIST=\"data:application/json,{}\""))
                .isEmpty();
    }

    @Test
    void a_preload_range_is_judged_with_all_its_tags() {
        String preload = "#EXT-X-DATERANGE:ID=\"p\",CLASS=\"com.apple.hls.preload\",X-TARGET-ID=\"ad\"";
        String rest =
                "#EXT-X-DATERANGE:ID=\"p\",X-TARGET-CLASS=\"c\",X-URI=\"u\",END-DATE=\"2026-03-01T12:00:06.000Z\"";
        assertThat(found(PRELOAD_FORM, preload)).hasSize(1);
        assertThat(found(PRELOAD_FORM, preload, rest)).isEmpty();
        assertThat(found(PRELOAD_FORM, preload, rest.replace("\"u\"", "5"))).hasSize(1);
    }

    @Test
    void a_target_that_is_not_there_yet_or_has_no_class_is_not_compared() {
        String preload =
                "#EXT-X-DATERANGE:ID=\"p\",CLASS=\"com.apple.hls.preload\",X-TARGET-ID=\"ad\",X-TARGET-CLASS=\"c\"";
        assertThat(found(PRELOAD_CLASS_DIFFERS, preload)).isEmpty();
        assertThat(found(PRELOAD_CLASS_DIFFERS, preload, "#EXT-X-DATERANGE:ID=\"ad\""))
                .isEmpty();
        assertThat(found(PRELOAD_CLASS_DIFFERS, preload, TAG)).hasSize(1);
    }
}

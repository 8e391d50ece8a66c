package dev.hemstitch.ads.interstitial;

import static dev.hemstitch.ads.decision.Ads.ad;
import static dev.hemstitch.ads.decision.Ads.linear;
import static dev.hemstitch.ads.decision.Ads.response;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.vast.VastMacros;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssetListTest {
    private static final VastMacros LEFT = VastMacros.builder().leaveMissing().build();

    private static String json(AssetList list) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        list.write(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String signaling(AssetList list) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        list.writeSignaling(bytes, LEFT);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Ad answered(String id, String duration) {
        String events = "<TrackingEvents><Tracking event='start'>https://t/start</Tracking>"
                + "<Tracking event='progress' offset='00:00:02.5'>https://t/2</Tracking>"
                + "<Tracking event='complete'>https://t/end?[CACHEBUSTING]</Tracking></TrackingEvents>"
                + "<VideoClicks><ClickThrough>https://t/click</ClickThrough></VideoClicks>";
        return ad(id, duration)
                .withResponse(response("<Impression>https://t/imp</Impression>"
                        + linear("x.m3u8", events)
                                .replace(
                                        "<Linear>",
                                        "<UniversalAdId idRegistry='ad-id.org'>ABCD1234567H</UniversalAdId><Linear>")));
    }

    @Test
    void ads_that_can_play_are_listed_with_how_long_they_really_are() throws IOException {
        AssetList list = AssetList.of(List.of(
                ad("a", "5.005", "4.5"), Ad.unavailable("b", SkipReason.AD_UNAVAILABLE, "gone"), ad("c", "15")));
        assertThat(json(list))
                .isEqualTo("{\"ASSETS\":[{\"URI\":\"https://ads.example/a.m3u8\",\"DURATION\":9.505},"
                        + "{\"URI\":\"https://ads.example/c.m3u8\",\"DURATION\":15.000}]}");
        assertThat(json(AssetList.of(List.of()))).isEqualTo("{\"ASSETS\":[]}");
    }

    @ParameterizedTest
    @CsvSource({
        "https://ads.example/lists/1.json, https://ads.example/a.m3u8, https://ads.example/a.m3u8",
        "https://ads.example/1.json, https://ads.example/a.m3u8, https://ads.example/a.m3u8",
        "https://lists.example/1.json, https://ads.example/a.m3u8, https://ads.example/a.m3u8",
        "file:///out/1.json, file:///ads/a.m3u8, file:///ads/a.m3u8",
        "lists/1.json, https://ads.example/a.m3u8, https://ads.example/a.m3u8",
        "lists/1.json, ads/a.m3u8, ../ads/a.m3u8"
    })
    void absolute_uris_stay_as_the_specification_demands_and_others_resolve_from_where_the_list_is(
            String list, String uri, String expected) {
        assertThat(new AssetList(List.of(new Asset(uri, ad("a", "5"))), Optional.empty())
                        .servedFrom(list)
                        .assets()
                        .get(0)
                        .uri())
                .isEqualTo(expected);
    }

    @Test
    void a_skip_control_is_written_with_what_it_has() throws IOException {
        AssetList list =
                new AssetList(List.of(), Optional.of(new SkipControl(5, OptionalLong.of(10), Optional.of("skip-ad"))));
        assertThat(json(list))
                .isEqualTo("{\"ASSETS\":[],\"SKIP-CONTROL\":{\"OFFSET\":5,\"DURATION\":10,\"LABEL-ID\":\"skip-ad\"}}");
        assertThat(json(new AssetList(
                        List.of(), Optional.of(new SkipControl(0, OptionalLong.empty(), Optional.empty())))))
                .isEqualTo("{\"ASSETS\":[],\"SKIP-CONTROL\":{\"OFFSET\":0}}");
    }

    @Test
    void signaling_tells_what_to_call_and_when_on_the_ads_own_time() throws IOException {
        AssetList list = AssetList.of(List.of(ad("a", "30"), answered("b", "12")));
        assertThat(new ObjectMapper()
                        .readTree(signaling(list))
                        .path("ASSETS")
                        .path(1)
                        .path("X-AD-CREATIVE-SIGNALING"))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"version":2,"type":"slot","payload":[{"type":"linear","start":0,"duration":12.000,
                         "identifiers":[{"scheme":"ad-id.org","value":"ABCD1234567H"}],
                         "tracking":[{"type":"impression","urls":["https://t/imp"]},{"type":"start","urls":["https://t/start"]},
                          {"type":"progress","offset":2.500,"urls":["https://t/2"]},
                          {"type":"complete","urls":["https://t/end?[CACHEBUSTING]"]}],
                         "clickThrough":"https://t/click"}]}"""));
    }

    @Test
    void an_ad_that_comes_from_no_response_and_a_list_without_signaling_call_nothing() throws IOException {
        assertThat(signaling(AssetList.of(List.of(ad("a", "30"))))).doesNotContain("SIGNALING");
        assertThat(json(AssetList.of(List.of(answered("b", "12"))))).doesNotContain("SIGNALING");
    }

    @Test
    void nothing_in_a_uri_ends_a_string() throws IOException {
        AssetList list = AssetList.of(List.of(ad("a\"\n{$b}", "30")));
        assertThat(new ObjectMapper()
                        .readTree(json(list))
                        .path("ASSETS")
                        .path(0)
                        .path("URI")
                        .asText())
                .isEqualTo("https://ads.example/a%22%0A%7B$b}.m3u8");
    }
}

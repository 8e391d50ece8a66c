package dev.hemstitch.examples.demo.adserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.VastAd;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastResponse;
import dev.hemstitch.ads.vmap.VmapAdBreak;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.ads.vmap.VmapResponse;
import dev.hemstitch.examples.demo.Samples;
import dev.hemstitch.examples.demo.http.Router;
import dev.hemstitch.examples.demo.origin.LiveChannel;
import dev.hemstitch.examples.demo.origin.SampleFiles;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdServerTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final AdServer ads;
    private Router router;
    private volatile Instant now = Instant.parse("2026-11-05T20:15:00Z");

    AdServerTest() throws IOException {
        ads = new AdServer(
                new SampleFiles(Samples.FOLDER),
                Map.of("film", "fmp4", "film-ts", "ts"),
                LiveChannel.load(Samples.FOLDER.resolve("fmp4/content"), 15),
                () -> now);
    }

    @BeforeEach
    void start() throws IOException {
        router = new Router(0);
        ads.serveOn(router);
        router.start();
    }

    @AfterEach
    void stop() {
        router.close();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        URI uri = URI.create(path.startsWith("http") ? path : router.url() + path);
        return http.send(
                HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void a_title_has_a_pre_roll_a_pod_in_the_middle_and_a_post_roll() throws Exception {
        VmapResponse vmap =
                VmapParser.create().parse(get("/ads/vmap?title=film").body());
        assertThat(vmap.problems()).isEmpty();
        assertThat(vmap.adBreaks())
                .extracting(VmapAdBreak::position)
                .containsExactly(
                        BreakPosition.start(), BreakPosition.ofSeconds(BigDecimal.valueOf(16)), BreakPosition.end());
        assertThat(vmap.adBreaks())
                .extracting(one -> one.adSource().orElseThrow().vast().orElseThrow().ads().stream()
                        .map(VastAd::id)
                        .map(Optional::orElseThrow)
                        .toList())
                .containsExactly(List.of("red-10"), List.of("green-15", "red-10-encore"), List.of("green-15"));
    }

    @Test
    void a_viewer_has_one_pre_roll_in_so_many_minutes_and_both_services_get_it() throws Exception {
        String capped = "/ads/vmap?title=film&cap=10&viewer=";
        assertThat(hasPreRoll(capped + "anna")).isTrue();
        now = now.plusSeconds(9);
        assertThat(hasPreRoll(capped + "anna")).isTrue();
        now = now.plusSeconds(2);
        assertThat(hasPreRoll(capped + "anna")).isFalse();
        assertThat(hasPreRoll(capped + "bert")).isTrue();
        assertThat(hasPreRoll("/ads/vmap?title=film&viewer=anna")).isTrue();
        now = now.plus(Duration.ofMinutes(10));
        assertThat(hasPreRoll(capped + "anna")).isTrue();
    }

    private boolean hasPreRoll(String path) throws Exception {
        return VmapParser.create().parse(get(path).body()).adBreaks().stream()
                .anyMatch(adBreak -> adBreak.position().equals(BreakPosition.start()));
    }

    @Test
    void viewers_get_ads_of_their_own_and_the_same_each_time() throws Exception {
        Set<List<String>> pods = new HashSet<>();
        for (String viewer : List.of("anna", "bert", "carl", "dora")) {
            List<String> pod = midRoll(viewer);
            assertThat(midRoll(viewer)).isEqualTo(pod);
            pods.add(pod);
        }
        assertThat(pods).hasSize(2);
    }

    private List<String> midRoll(String viewer) throws Exception {
        VmapResponse vmap = VmapParser.create()
                .parse(get("/ads/vmap?title=film&viewer=" + viewer).body());
        return vmap.adBreaks().get(1).adSource().orElseThrow().vast().orElseThrow().ads().stream()
                .map(VastAd::id)
                .map(Optional::orElseThrow)
                .toList();
    }

    @Test
    void ads_are_of_the_same_kind_as_the_title_and_there() throws Exception {
        String playlist = vast("/ads/vast?title=film-ts")
                .ads()
                .get(0)
                .linearCreative()
                .orElseThrow()
                .linear()
                .orElseThrow()
                .hlsMediaFiles()
                .get(0)
                .url();
        assertThat(playlist).endsWith("/ads/media/ts/ad-15/multivariant.m3u8");
        assertThat(get(playlist).statusCode()).isEqualTo(200);
    }

    private VastResponse vast(String path) throws Exception {
        VastResponse vast = VastParser.create().parse(get(path).body());
        assertThat(vast.problems()).isEmpty();
        return vast;
    }

    @ParameterizedTest
    @CsvSource({
        "20, red-10 red-10-encore",
        "28, green-15 red-10",
        "16, green-15",
        "30.000, green-15 green-15",
        "5, ''",
        "[BREAKMAXDURATION], green-15 red-10"
    })
    void a_live_break_gets_what_fills_it_best(String seconds, String expected) throws Exception {
        List<String> ids = AdResponses.podFor(Optional.of(seconds)).stream()
                .map(campaign -> campaign.id)
                .toList();
        assertThat(String.join(" ", ids)).isEqualTo(expected);
    }

    @Test
    void no_beacon_of_two_viewers_is_the_same_and_the_same_viewer_gets_the_same_bytes() throws Exception {
        Set<String> urls = new HashSet<>();
        for (String viewer : List.of("anna", "bert")) {
            String path = "/ads/vast?title=film&duration=20&viewer=" + viewer;
            for (VastAd ad : vast(path).ads()) {
                ad.impressions().forEach(url -> assertThat(urls.add(url.url())).isTrue());
            }
            assertThat(get(path).body()).isEqualTo(get(path).body());
        }
        assertThat(urls).hasSize(4).anyMatch(url -> url.contains("&viewer=anna&occasion="));
    }

    @Test
    void the_log_has_each_beacon_that_came_with_what_it_says() throws Exception {
        for (String event : List.of("impression", "start", "start")) {
            assertThat(get("/ads/beacon?title=film&ad=red-10&event=" + event).statusCode())
                    .isEqualTo(204);
        }
        JsonNode log = new ObjectMapper().readTree(get("/ads/log?after=1").body());
        assertThat(log).hasSize(2);
        assertThat(log.get(0).get("event").asText()).isEqualTo("start");
        assertThat(log.get(0).get("ad").asText()).isEqualTo("red-10");
        assertThat(log.get(1).get("number").asLong()).isEqualTo(3);
        assertThat(log.get(1).get("query").asText()).isEqualTo("title=film&ad=red-10&event=start");
    }

    @Test
    void when_it_is_down_nothing_comes_back_but_media_and_beacons_go_on() throws Exception {
        ads.fault(AdFault.DOWN);
        assertThatThrownBy(() -> get("/ads/vmap?title=film")).isInstanceOf(IOException.class);
        assertThat(get("/ads/media/fmp4/ad-10/multivariant.m3u8").statusCode()).isEqualTo(200);
        assertThat(get("/ads/beacon?title=film&event=start").statusCode()).isEqualTo(204);
        ads.fault(AdFault.NONE);
        assertThat(get("/ads/vmap?title=film").statusCode()).isEqualTo(200);
    }

    @Test
    void when_it_is_slow_an_impatient_asker_gets_nothing() {
        ads.fault(AdFault.SLOW);
        assertThatThrownBy(() -> get("/ads/vast?title=film")).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void garbage_is_never_an_ad_response() throws Exception {
        ads.fault(AdFault.GARBAGE);
        for (int i = 0; i < 6; i++) {
            byte[] body = get("/ads/vast?title=film").body();
            assertThatThrownBy(() -> VastParser.create().parse(body)).isInstanceOf(Exception.class);
        }
    }

    @Test
    void titles_without_ads_are_not_found() throws Exception {
        assertThat(get("/ads/vmap?title=unknown").statusCode()).isEqualTo(404);
        assertThat(get("/ads/vmap").statusCode()).isEqualTo(404);
    }
}

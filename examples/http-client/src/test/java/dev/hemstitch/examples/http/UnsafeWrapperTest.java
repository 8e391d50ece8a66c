package dev.hemstitch.examples.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.decision.AdBreakResolver;
import dev.hemstitch.ads.decision.AdPresentations;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.PlaylistSource;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.stitch.vod.OutputLocations;
import dev.hemstitch.ads.stitch.vod.VodResult;
import dev.hemstitch.ads.stitch.vod.VodStitcher;
import dev.hemstitch.ads.vast.VastError;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastResolver;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From an ad response to the stitched playlist, with what is allowed if nothing is said. The ad server is this process, but the
 * source is told that localhost is somewhere else; the address 127.0.0.1 it knows for what it is.
 */
class UnsafeWrapperTest {
    private static final String CONTENT =
            "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\nc0.ts\n#EXTINF:6,\nc1.ts\n#EXT-X-ENDLIST\n";
    static final String AD = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\na0.ts\n#EXT-X-ENDLIST\n";

    private LoopbackServer server;
    private String host;
    private HttpSource source;

    @BeforeEach
    void start() throws IOException {
        server = new LoopbackServer();
        server.on("/secret", 200, "<VAST version='4.0'><Ad><InLine><AdTitle>internal</AdTitle></InLine></Ad></VAST>");
        host = "http://localhost:" + server.port();
        source = HttpSource.builder()
                .ports(Set.of())
                .timeout(Duration.ofSeconds(30))
                .lookup(name -> List.of(InetAddress.getByName(name.equals("localhost") ? "198.41.0.4" : name)))
                .build();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String wrapper(String uri) {
        return "<VAST version='4.0'><Ad id='w'><Wrapper><VASTAdTagURI><![CDATA[" + uri + "]]></VASTAdTagURI>"
                + "<Error><![CDATA[http://e.test/?code=[ERRORCODE]]]></Error></Wrapper></Ad></VAST>";
    }

    private AdBreak load() {
        VastResolver responses = VastResolver.builder(source).build();
        return AdBreakResolver.builder(responses, AdPresentations.of(source))
                .build()
                .load(host + "/ads", BreakPosition.ofPercent(BigDecimal.valueOf(50)), OptionalLong.empty());
    }

    private static VodResult stitched(AdBreak adBreak) throws IOException {
        PlaylistSource memory = uri -> new PlaylistSource.Fetched(CONTENT.getBytes(StandardCharsets.US_ASCII), uri);
        Presentation content = Presentation.load("http://content.test/v.m3u8", memory);
        return new VodStitcher(StitchOptions.DEFAULT)
                .stitch(content, List.of(adBreak), OutputLocations.inPlaceOf(content));
    }

    private static String playlist(VodResult result) {
        return result.tracks().get(0).playlist().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://[::ffff:127.0.0.1]:%d/secret",
                "http://2130706433:%d/secret",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd"
            })
    void a_wrapper_that_redirects_to_a_private_place_is_error_301_and_the_content_plays_on(String place)
            throws IOException {
        server.on("/ads", 200, wrapper(host + "/hop")).redirect("/hop", place.formatted(server.port()));
        AdBreak adBreak = load();
        assertThat(adBreak.failures()).extracting(VastFailure::error).containsExactly(VastError.WRAPPER_TIMEOUT);
        assertThat(VastError.WRAPPER_TIMEOUT.code()).isEqualTo(301);
        assertThat(adBreak.failures().get(0).errorUrls()).containsExactly("http://e.test/?code=301");
        assertThat(playlist(stitched(adBreak))).isEqualTo(CONTENT);
        assertThat(server.requests)
                .hasSize(2)
                .noneMatch(request -> request.getRequestURI().getPath().equals("/secret"));
    }

    @Test
    void a_wrapper_that_names_a_private_place_is_error_301_too() throws IOException {
        server.on("/ads", 200, wrapper(server.uri("/secret")));
        AdBreak adBreak = load();
        assertThat(adBreak.failures()).extracting(VastFailure::error).containsExactly(VastError.WRAPPER_TIMEOUT);
        assertThat(playlist(stitched(adBreak))).isEqualTo(CONTENT);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void an_ad_whose_playlist_is_at_a_private_place_is_left_out() throws IOException {
        server.on("/ads", 200, inline(server.uri("/secret")));
        VodResult result = stitched(load());
        assertThat(result.plan().refusedAds())
                .singleElement()
                .satisfies(refused -> assertThat(refused.toString()).contains(SkipReason.AD_UNAVAILABLE.name()));
        assertThat(playlist(result)).isEqualTo(CONTENT);
        assertThat(server.requests).hasSize(1);
    }

    @Test
    void an_ad_server_without_ads_is_error_303() throws IOException {
        server.on("/ads", 204, "");
        AdBreak adBreak = load();
        assertThat(adBreak.failures()).extracting(VastFailure::error).containsExactly(VastError.NO_AD);
        assertThat(playlist(stitched(adBreak))).isEqualTo(CONTENT);
    }

    /** The same way with nothing against it: so it is not for another reason that nothing came above. */
    @Test
    void a_wrapper_that_leads_to_an_ad_is_stitched() throws IOException {
        server.on("/ads", 200, wrapper(host + "/hop"))
                .redirect("/hop", host + "/inline")
                .on("/inline", 200, inline("ad.m3u8"))
                .on("/ad.m3u8", 200, AD);
        AdBreak adBreak = load();
        assertThat(adBreak.failures()).isEmpty();
        assertThat(playlist(stitched(adBreak))).contains(host + "/a0.ts", "#EXT-X-DISCONTINUITY");
    }

    static String inline(String playlist) {
        return "<VAST version='4.0'><Ad id='i'><InLine><AdTitle>t</AdTitle><Creatives><Creative><Linear><Duration>00:00:05"
                + "</Duration><MediaFiles><MediaFile delivery='streaming' type='application/x-mpegURL'>" + playlist
                + "</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad></VAST>";
    }
}

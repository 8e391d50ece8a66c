package dev.hemstitch.ads.decision;

import static dev.hemstitch.ads.decision.Ads.bytes;
import static dev.hemstitch.ads.decision.Ads.linear;
import static dev.hemstitch.ads.decision.Ads.vast;
import static dev.hemstitch.ads.decision.Ads.vastAd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.ads.model.Ad;
import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.rules.Playlists;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.ads.vast.AdResponseSource;
import dev.hemstitch.ads.vast.VastFailure;
import dev.hemstitch.ads.vast.VastMacros;
import dev.hemstitch.ads.vast.VastParser;
import dev.hemstitch.ads.vast.VastResolver;
import dev.hemstitch.ads.vmap.VmapParser;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.parser.PlaylistParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AdBreakResolverTest {
    private static final Presentation CONTENT = Presentation.ofMedia(
            (MediaPlaylist) PlaylistParser.lenient().parse(Playlists.ts("c", Playlists.times(10, "6.0"))),
            "https://cdn.example/film.m3u8");
    private static final String URI = "https://ads.example/vmap/response.xml";

    private final Ads.Net net = new Ads.Net()
            .ad("https://ads.example/a.m3u8")
            .ad("https://ads.example/b.m3u8")
            .ad("https://ads.example/c.m3u8");

    private AdBreakResolver.Builder resolver() {
        VastResolver responses = VastResolver.builder((uri, timeout) -> new AdResponseSource.Fetched(net.get(uri), uri))
                .build();
        return AdBreakResolver.builder(responses, AdPresentations.of(net.playlists()));
    }

    private List<AdBreak> resolve(String vmap, BreakPosition... opportunities) {
        return resolver()
                .build()
                .resolve(
                        VmapParser.create().parse(bytes("<VMAP version='1.0'>" + vmap + "</VMAP>")),
                        URI,
                        CONTENT,
                        List.of(opportunities));
    }

    private static String adBreak(String offset, String inside) {
        return "<AdBreak timeOffset='" + offset + "' breakType='linear' breakId='b" + offset + "'>" + inside
                + "</AdBreak>";
    }

    private static String inline(String... ads) {
        return "<AdSource><VASTAdData>" + vast(ads) + "</VASTAdData></AdSource>";
    }

    private static List<String> positions(List<AdBreak> breaks) {
        return breaks.stream().map(adBreak -> adBreak.position().toString()).toList();
    }

    private static List<String> ads(AdBreak adBreak) {
        return adBreak.ads().stream()
                .map(ad -> ad.id() + ad.problem().map(problem -> " " + problem).orElse(""))
                .toList();
    }

    @Test
    void every_kind_of_offset_becomes_a_position() {
        String ad = inline(vastAd("a", "", linear("https://ads.example/a.m3u8", "")));
        List<AdBreak> breaks = resolve(
                adBreak("start", ad)
                        + adBreak("00:00:12.500", ad)
                        + adBreak("50%", ad)
                        + adBreak("100%", ad)
                        + adBreak("end", ad)
                        + adBreak("#2", ad)
                        + adBreak("#3", ad),
                BreakPosition.ofSeconds(new BigDecimal("6")),
                BreakPosition.ofSeconds(new BigDecimal("18")));
        assertThat(positions(breaks)).containsExactly("0", "12.500", "50%", "100%", "end", "18", "#3");
        assertThat(breaks).allMatch(each -> each.ads().size() == 1 && each.id().isPresent());
        SplicePlan plan = SplicePlan.of(CONTENT, breaks, StitchOptions.DEFAULT);
        assertThat(plan.points()).hasSize(5);
        assertThat(plan.refusedBreaks())
                .extracting(refused -> refused.index() + " " + refused.reason())
                .containsExactly("6 NO_SUCH_OPPORTUNITY");
        assertThat(plan.points().get(4).breaks()).containsExactly(3, 4);
        assertThat(net.asked()).as("an ad is read once").containsExactly("https://ads.example/a.m3u8");
    }

    @Test
    void a_break_comes_again_until_the_content_ends() {
        String ad = inline(vastAd("a", "", linear("https://ads.example/a.m3u8", "")));
        assertThat(positions(resolve(adBreak("00:00:06", ad).replace("<AdBreak ", "<AdBreak repeatAfter='00:00:20' "))))
                .containsExactly("6.000", "26.000", "46.000");
        assertThat(resolve(adBreak("start", ad).replace("<AdBreak ", "<AdBreak repeatAfter='00:00:00.001' ")))
                .as("not without end")
                .hasSize(101);
    }

    @Test
    void responses_that_are_only_named_are_fetched_and_resolve_from_where_they_stand() {
        net.put("https://ads.example/vmap/pod.xml", vast(vastAd("a", "1", linear("../a.m3u8", ""))));
        AdBreak only = resolve(adBreak("start", "<AdSource><AdTagURI>pod.xml</AdTagURI></AdSource>"))
                .get(0);
        assertThat(ads(only)).containsExactly("a");
        assertThat(only.ads().get(0).presentation().orElseThrow().uri()).isEqualTo("https://ads.example/a.m3u8");
        assertThat(only.ads().get(0).response()).isPresent();
    }

    @Test
    void an_ad_source_that_allows_one_ad_gets_one() {
        String pod = inline(
                vastAd("two", "2", linear("https://ads.example/b.m3u8", "")),
                vastAd("one", "1", linear("https://ads.example/a.m3u8", "")));
        String single = pod.replace("<AdSource>", "<AdSource allowMultipleAds='false'>");
        assertThat(ads(resolve(adBreak("start", pod)).get(0))).containsExactly("one", "two");
        assertThat(ads(resolve(adBreak("start", single)).get(0))).containsExactly("one");
    }

    @Test
    void a_break_that_cannot_have_ads_says_so_and_what_to_call() {
        String error =
                "<TrackingEvents><Tracking event='error'>https://e.example/?[ERRORCODE]</Tracking></TrackingEvents>";
        String all = adBreak("start", "<AdSource><AdTagURI>gone.xml</AdTagURI></AdSource>" + error)
                + adBreak("10%", "<AdSource><CustomAdData templateType='x'>?</CustomAdData></AdSource>" + error)
                + adBreak("20%", error).replace("'linear'", "'display'")
                + adBreak("30%", "<AdSource><AdTagURI>broken.xml</AdTagURI></AdSource>" + error)
                + adBreak("40%", error);
        net.put("https://ads.example/vmap/broken.xml", "{}");
        List<AdBreak> breaks = resolve(all);
        assertThat(breaks).allMatch(each -> each.ads().isEmpty());
        assertThat(breaks)
                .extracting(each -> each.failures().stream()
                        .map(VastFailure::errorUrls)
                        .filter(urls -> !urls.isEmpty())
                        .toList()
                        .toString())
                .containsExactly(
                        "[[https://e.example/?1008]]",
                        "[[https://e.example/?1005]]",
                        "[[https://e.example/?1003]]",
                        "[[https://e.example/?1006]]",
                        "[]");
        assertThat(SplicePlan.of(CONTENT, breaks, StitchOptions.DEFAULT).points())
                .isEmpty();
    }

    private List<String> resolved(AdBreakResolver resolver, String... ads) {
        return ads(resolver.resolve(
                VastParser.create().parse(bytes(vast(ads))), URI, BreakPosition.start(), OptionalLong.empty()));
    }

    @Test
    void ads_that_stand_alone_take_the_place_of_those_of_the_pod_that_cannot_play() {
        String mp4 = "<Creatives><Creative><Linear><MediaFiles><MediaFile type='video/mp4'>https://x/a.mp4</MediaFile>"
                + "</MediaFiles></Linear></Creative></Creatives>";
        assertThat(resolved(
                        resolver().build(),
                        vastAd("one", "1", linear("https://ads.example/a.m3u8", "")),
                        vastAd("two", "2", mp4),
                        vastAd("alone", "", linear("https://ads.example/b.m3u8", ""))))
                .containsExactly("one", "alone", "two NO_SUPPORTED_MEDIA_FILE");
        assertThat(resolved(
                        resolver().build(),
                        vastAd("first", "", "<Creatives/>"),
                        vastAd("second", "", linear("https://ads.example/gone.m3u8", "")),
                        vastAd("third", "", linear("https://ads.example/c.m3u8", "")),
                        vastAd("fourth", "", linear("https://ads.example/b.m3u8", ""))))
                .containsExactly("third", "first AD_NOT_LINEAR", "second AD_UNAVAILABLE");
    }

    @Test
    void the_next_hls_media_file_is_tried_if_one_cannot_be_read() {
        String files = linear("https://ads.example/a.m3u8", "")
                .replace(
                        "<MediaFiles>",
                        "<MediaFiles><MediaFile delivery='streaming' type='application/VND.apple.mpegURL'>gone.m3u8</MediaFile>");
        assertThat(resolved(resolver().build(), vastAd("a", "", files))).containsExactly("a");
        assertThat(net.asked()).containsExactly("https://ads.example/vmap/gone.m3u8", "https://ads.example/a.m3u8");
    }

    @Test
    void playlists_are_asked_for_by_allowed_schemes_only() {
        for (String uri : List.of("file:///etc/passwd", "FILE:/x", "javascript:alert(1)", "data:,x", "ftp://x/y")) {
            assertThat(resolved(resolver().build(), vastAd("a", "", linear(uri, ""))))
                    .containsExactly("a AD_UNAVAILABLE");
        }
        assertThat(net.asked()).isEmpty();
    }

    @Test
    void macros_in_the_uris_of_media_files_are_filled_in() {
        net.ad("https://ads.example/live.m3u8?cb=-1");
        AdBreakResolver resolver =
                resolver().macros(VastMacros.builder().build()).build();
        assertThat(resolved(resolver, vastAd("a", "", linear("https://ads.example/live.m3u8?cb=[CACHEBUSTING]", ""))))
                .containsExactly("a");
    }

    @Test
    void a_pod_is_made_to_fit_a_break_of_known_length() {
        String three = vast(
                vastAd("one", "1", linear("https://ads.example/a.m3u8", "")),
                vastAd("two", "2", linear("https://ads.example/b.m3u8", "")),
                vastAd("three", "3", linear("https://ads.example/c.m3u8", "")));
        net.put("https://ads.example/tag", three);
        AdBreak fitted = resolver()
                .build()
                .load("https://ads.example/tag", BreakPosition.start(), OptionalLong.of(25_000_000_000L));
        assertThat(ads(fitted)).containsExactly("one", "two", "three DOES_NOT_FIT");
        AdBreak none =
                resolver().build().load("https://ads.example/nothing", BreakPosition.start(), OptionalLong.empty());
        assertThat(none.ads()).isEmpty();
        assertThat(none.failures()).hasSize(1);
    }

    @Test
    void an_ad_that_could_not_be_read_is_tried_again() {
        AdPresentations presentations = AdPresentations.of(net.playlists());
        assertThat(presentations.load("x", "https://ads.example/late.m3u8").problem())
                .isPresent();
        net.ad("https://ads.example/late.m3u8");
        Ad loaded = presentations.load("x", "https://ads.example/late.m3u8");
        assertThat(loaded.problem()).isEmpty();
        assertThat(presentations
                        .load("y", "https://ads.example/late.m3u8")
                        .presentation()
                        .orElseThrow())
                .isSameAs(loaded.presentation().orElseThrow());
    }
}

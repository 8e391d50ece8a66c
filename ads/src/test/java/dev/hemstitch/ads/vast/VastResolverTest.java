package dev.hemstitch.ads.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Size: chains of wrappers, each with its responses beside it.
class VastResolverTest {
    private static final String ROOT = "http://a/dir/root";

    private final Map<String, String> responses = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private final AdResponseSource source = (uri, timeout) -> {
        asked.add(uri);
        String response = responses.get(uri);
        if (response == null) {
            throw new IOException("not there");
        }
        return new AdResponseSource.Fetched(response.getBytes(StandardCharsets.UTF_8), uri);
    };

    private static String vast(String... ads) {
        return "<VAST version='4.2'><Error>http://none/[ERRORCODE]</Error>" + String.join("", ads) + "</VAST>";
    }

    private static String inLine(String id, String attributes) {
        return "<Ad id='" + id + "' " + attributes + "><InLine><Impression>http://i/" + id
                + "</Impression><Error>http://e/" + id
                + "?[ERRORCODE]</Error><Creatives><Creative><Linear/></Creative></Creatives></InLine></Ad>";
    }

    private static String wrapper(String id, String adAttributes, String attributes, String uri) {
        return "<Ad id='" + id + "' " + adAttributes + "><Wrapper " + attributes + "><VASTAdTagURI><![CDATA[" + uri
                + "]]></VASTAdTagURI><Impression>http://i/" + id + "</Impression><Error>http://e/" + id
                + "?[ERRORCODE]</Error></Wrapper></Ad>";
    }

    private VastResolver resolver() {
        return VastResolver.builder(source).build();
    }

    private ResolvedVast resolve(String xml) {
        return resolver().resolve(VastParserTest.parse(xml), ROOT);
    }

    private static List<String> ids(List<ResolvedAd> ads) {
        return ads.stream().map(ad -> ad.ad().id().orElse("-")).toList();
    }

    private static List<String> failures(ResolvedVast resolved) {
        return resolved.failures().stream()
                .map(failure -> failure.error().code() + " " + failure.adId().orElse("-") + " "
                        + String.join(" ", failure.errorUrls()))
                .toList();
    }

    @Test
    void ads_with_a_sequence_are_the_pod_in_its_order_and_the_others_stand_alone() {
        ResolvedVast resolved = resolve(vast(
                inLine("b", "sequence='2'"),
                inLine("x", ""),
                inLine("a", "sequence='1'"),
                inLine("y", "sequence='0'")));
        assertThat(ids(resolved.podAds())).containsExactly("a", "b");
        assertThat(ids(resolved.standAloneAds())).containsExactly("x", "y");
        assertThat(ids(resolved.ads())).containsExactly("a", "b");
        assertThat(resolved.failures()).isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void without_a_pod_the_first_ad_plays() {
        ResolvedVast resolved = resolve(vast(inLine("x", ""), inLine("y", "")));
        assertThat(ids(resolved.ads())).containsExactly("x");
        assertThat(ids(resolved.standAloneAds())).containsExactly("x", "y");
    }

    @Test
    void no_ad_is_error_303_for_all_who_led_there() {
        responses.put("http://b/1", vast());
        ResolvedVast resolved = resolve(vast(wrapper("w", "", "", "http://b/1")));
        assertThat(resolved.ads()).isEmpty();
        assertThat(failures(resolved)).containsExactly("303 - http://e/w?303 http://none/303");
        assertThat(failures(resolve(vast()))).containsExactly("303 - http://none/303");
    }

    @Test
    void what_wrappers_say_is_put_into_the_ad_outermost_first() {
        responses.put("http://b/1", mergeable("2", "<VASTAdTagURI>../2</VASTAdTagURI>", "Wrapper", "p", "q"));
        responses.put("http://b/2", mergeable("3", "<Pricing>1</Pricing>", "InLine", "r", "q"));
        ResolvedVast resolved = resolve(mergeable("1", "<VASTAdTagURI>http://b/1</VASTAdTagURI>", "Wrapper", "q", "p"));
        ResolvedAd found = resolved.ads().get(0);
        VastAd ad = found.ad();
        assertThat(found.uri()).isEqualTo("http://b/2");
        assertThat(ad.isWrapper()).isFalse();
        assertThat(ad.adTitle()).contains("title 3");
        assertThat(ad.adServingId()).contains("serving 2");
        assertThat(ad.impressions()).extracting(VastUrl::url).containsExactly("http://i/1", "http://i/2", "http://i/3");
        assertThat(ad.errors()).containsExactly("http://e/1", "http://e/2", "http://e/3");
        assertThat(ad.viewableImpressions())
                .extracting(v -> v.viewable().get(0))
                .containsExactly("v1", "v2", "v3");
        assertThat(ad.verifications()).extracting(v -> v.vendor().orElse("")).containsExactly("1", "2", "3");
        assertThat(ad.extensions()).extracting(VastExtension::text).containsExactly("x1", "x2", "x3");
        Linear linear = ad.linearCreative().flatMap(VastCreative::linear).orElseThrow();
        assertThat(linear.trackingEvents()).extracting(TrackingEvent::url).containsExactly("t1", "t2", "t3");
        assertThat(linear.clickTracking()).extracting(VastUrl::url).containsExactly("k1", "k2", "k3");
        assertThat(linear.customClicks()).extracting(VastUrl::url).containsExactly("u1", "u2", "u3");
        assertThat(linear.clickThrough()).contains(new VastUrl(Optional.empty(), "c2"));
        assertThat(linear.mediaFiles()).extracting(MediaFile::url).containsExactly("m3");
        assertThat(linear.icons())
                .extracting(icon -> icon.program().orElse("") + icon.width().orElse(0))
                .containsExactly("p2", "r3", "q3");
        assertThat(ad.creatives())
                .extracting(creative -> creative.id().orElse(""))
                .containsExactly("l3", "n3", "c3", "c1", "c2");
        assertThat(ad.creatives().get(1).nonLinearTrackingEvents())
                .extracting(TrackingEvent::url)
                .containsExactly("o1", "o2", "o3");
    }

    private static String mergeable(String n, String extra, String element, String icon1, String icon2) {
        boolean inLine = element.equals("InLine");
        return ("<VAST version='4.2'><Ad id='#'><E>" + extra + "<AdTitle>title #</AdTitle>"
                        + (inLine ? "" : "<AdServingId>serving #</AdServingId>")
                        + "<Impression>http://i/#</Impression><Error>http://e/#</Error>"
                        + "<ViewableImpression><Viewable>v#</Viewable></ViewableImpression>"
                        + "<AdVerifications><Verification vendor='#'/></AdVerifications>"
                        + "<Extensions><Extension>x#</Extension></Extensions><Creatives>"
                        + "<Creative id='l#'><Linear><TrackingEvents><Tracking event='start'>t#</Tracking></TrackingEvents>"
                        + "<VideoClicks>" + (inLine ? "" : "<ClickThrough>c#</ClickThrough>")
                        + "<ClickTracking>k#</ClickTracking><CustomClick>u#</CustomClick></VideoClicks>"
                        + (inLine ? "<MediaFiles><MediaFile>m#</MediaFile></MediaFiles>" : "")
                        + "<Icons><Icon program='" + icon1 + "' width='#'/><Icon program='" + icon2
                        + "' width='#'/></Icons>"
                        + "</Linear></Creative>"
                        + "<Creative id='n#'><NonLinearAds><TrackingEvents><Tracking event='start'>o#</Tracking>"
                        + "</TrackingEvents>" + (inLine ? "<NonLinear/>" : "") + "</NonLinearAds></Creative>"
                        + "<Creative id='c#'><CompanionAds><Companion/></CompanionAds></Creative>"
                        + "</Creatives></E></Ad></VAST>")
                .replace("#", n)
                .replace("E>", element + ">")
                .replace("<" + element + ">", "<" + element + " allowMultipleAds='true'>");
    }

    @Test
    void wrappers_are_followed_to_the_limit_and_not_further() {
        for (int i = 1; i <= 9; i++) {
            responses.put(
                    "http://b/" + i, vast(i == 5 ? inLine("ad", "") : wrapper("w" + i, "", "", "http://b/" + (i + 1))));
        }
        assertThat(ids(resolve(vast(wrapper("w0", "", "", "http://b/1"))).ads()))
                .containsExactly("ad");
        assertThat(asked).hasSize(5);
        asked.clear();
        responses.put("http://b/5", vast(wrapper("w5", "", "", "http://b/6")));
        assertThat(failures(resolve(vast(wrapper("w0", "", "", "http://b/1")))))
                .containsExactly(
                        "302 w5 http://e/w0?302 http://e/w1?302 http://e/w2?302 http://e/w3?302 http://e/w4?302"
                                + " http://e/w5?302");
        assertThat(asked).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {ROOT, "root", "../dir/root", "//a/dir/root", "./x/../root"})
    void a_wrapper_that_names_itself_is_error_302(String uri) {
        assertThat(failures(resolve(vast(wrapper("w", "", "", uri))))).containsExactly("302 w http://e/w?302");
        assertThat(asked).isEmpty();
    }

    @Test
    void a_circle_is_error_302() {
        responses.put("http://b/1", vast(wrapper("x", "", "", "http://b/2")));
        responses.put("http://b/2", vast(wrapper("y", "", "", "http://b/1")));
        assertThat(failures(resolve(vast(wrapper("w", "", "", "http://b/1")))))
                .containsExactly("302 y http://e/w?302 http://e/x?302 http://e/y?302");
        assertThat(asked).containsExactly("http://b/1", "http://b/2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "FILE:/etc/passwd",
                "javascript:alert(1)",
                "data:text/xml,<VAST/>",
                "ftp://x/y",
                "jar:file:/x!/y",
                "gopher://x"
            })
    void only_allowed_schemes_are_asked_for(String uri) {
        assertThat(failures(resolve(vast(wrapper("w", "", "", uri))))).containsExactly("300 w http://e/w?300");
        assertThat(asked).isEmpty();
    }

    @Test
    void other_schemes_may_be_allowed_and_the_usual_ones_not() {
        responses.put("file:///b", vast(inLine("ad", "")));
        VastResolver files =
                VastResolver.builder(source).schemes(Set.of("file")).build();
        assertThat(ids(files.resolve(VastParserTest.parse(vast(wrapper("w", "", "", "b"))), "file:///a")
                        .ads()))
                .containsExactly("ad");
        assertThat(failures(files.resolve(VastParserTest.parse(vast(wrapper("w", "", "", "http://b"))), "file:///a")))
                .containsExactly("300 w http://e/w?300");
    }

    @Test
    void a_relative_response_without_a_place_is_error_300() {
        assertThat(failures(resolver().resolve(VastParserTest.parse(vast(wrapper("w", "", "", "b"))), "")))
                .containsExactly("300 w http://e/w?300");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|100",
                "<!DOCTYPE VAST><VAST/>|100",
                "<html/>|101",
                "<VideoAdServingTemplate/>|102",
            })
    void a_response_that_cannot_be_read_is_its_own_error(String text, int code) {
        responses.put("http://b/1", text);
        assertThat(failures(resolve(vast(wrapper("w", "", "", "http://b/1")))))
                .containsExactly(code + " w http://e/w?" + code);
    }

    @Test
    void a_response_that_cannot_be_had_is_error_301_whatever_the_client_throws() {
        assertThat(failures(resolve(vast(wrapper("w", "", "", "http://b/none")))))
                .containsExactly("301 w http://e/w?301");
        VastResolver broken = VastResolver.builder((uri, timeout) -> {
                    throw new IllegalStateException("defect\r\nX: y");
                })
                .build();
        ResolvedVast resolved = broken.load("http://b/1");
        assertThat(failures(resolved)).containsExactly("301 - ");
        assertThat(resolved.failures().get(0).message()).doesNotContain("\n", "\r");
    }

    @Test
    void a_wrapper_without_a_response_is_error_300() {
        assertThat(failures(resolve(
                        "<VAST version='3.0'><Ad id='w'><Wrapper><Error>http://e</Error></Wrapper></Ad></VAST>")))
                .containsExactly("300 w http://e");
    }

    @Test
    void where_multiple_ads_are_not_allowed_only_the_first_that_stands_alone_is_taken() {
        responses.put("http://b/1", vast(inLine("p", "sequence='1'"), inLine("x", ""), inLine("y", "")));
        assertThat(ids(resolve(vast(wrapper("w", "", "", "http://b/1"))).standAloneAds()))
                .containsExactly("x");
        responses.put("http://b/1", vast(inLine("p", "sequence='1'"), inLine("q", "sequence='2'")));
        assertThat(failures(resolve(vast(wrapper("w", "", "", "http://b/1")))))
                .containsExactly("303 - http://e/w?303 http://none/303");
        responses.put("http://b/1", vast(inLine("only", "sequence='1'")));
        assertThat(ids(resolve(vast(wrapper("w", "", "", "http://b/1"))).ads())).containsExactly("only");
    }

    @Test
    void where_multiple_ads_are_allowed_the_pod_is_taken() {
        responses.put("http://b/1", vast(inLine("q", "sequence='2'"), inLine("p", "sequence='1'"), inLine("x", "")));
        ResolvedVast resolved =
                resolve(vast(wrapper("w", "", "allowMultipleAds='true'", "http://b/1"), inLine("z", "")));
        assertThat(ids(resolved.podAds())).containsExactly("p", "q");
        assertThat(ids(resolved.standAloneAds())).containsExactly("x", "z");
    }

    @Test
    void what_is_behind_a_wrapper_takes_its_place_in_the_pod() {
        responses.put("http://b/1", vast(inLine("x", "")));
        responses.put("http://b/2", vast(inLine("q", "sequence='9'"), inLine("p", "sequence='8'")));
        ResolvedVast resolved = resolve(vast(
                inLine("last", "sequence='4'"),
                wrapper("w", "sequence='2'", "", "http://b/1"),
                wrapper("v", "sequence='3'", "allowMultipleAds='1'", "http://b/2"),
                inLine("first", "sequence='1'")));
        assertThat(ids(resolved.podAds())).containsExactly("first", "x", "p", "q", "last");
        assertThat(resolved.podAds())
                .extracting(ad -> ad.ad().sequence())
                .containsExactly(
                        OptionalInt.of(1), OptionalInt.of(2), OptionalInt.of(3), OptionalInt.of(3), OptionalInt.of(4));
        assertThat(resolved.standAloneAds()).isEmpty();
    }

    @Test
    void a_pod_goes_on_without_an_ad_that_fails() {
        ResolvedVast resolved = resolve(vast(
                inLine("a", "sequence='1'"),
                wrapper("w", "sequence='2'", "", "http://none"),
                inLine("c", "sequence='3'"),
                inLine("x", "")));
        assertThat(ids(resolved.podAds())).containsExactly("a", "c");
        assertThat(ids(resolved.standAloneAds())).containsExactly("x");
        assertThat(failures(resolved)).containsExactly("301 w http://e/w?301");
    }

    @Test
    void a_wrapper_may_ask_for_another_ad_in_its_place() {
        String fallback = "fallbackOnNoAd='true'";
        ResolvedVast resolved = resolve(vast(
                wrapper("v", "sequence='1'", fallback, "http://none"),
                inLine("b", "sequence='2'"),
                wrapper("w", "sequence='3'", fallback, "http://none"),
                wrapper("u", "sequence='4'", fallback, "http://none"),
                inLine("x", ""),
                inLine("y", "")));
        assertThat(ids(resolved.podAds())).containsExactly("x", "b", "y");
        assertThat(resolved.standAloneAds()).isEmpty();
        assertThat(resolved.failures()).hasSize(3);
    }

    @Test
    void a_wrapper_may_forbid_others_behind_it() {
        responses.put("http://b/1", vast(wrapper("x", "", "", "http://b/2"), inLine("y", "")));
        ResolvedVast resolved = resolve(
                vast(wrapper("w", "", "followAdditionalWrappers='false' allowMultipleAds='true'", "http://b/1")));
        assertThat(ids(resolved.ads())).containsExactly("y");
        assertThat(failures(resolved)).containsExactly("302 x http://e/w?302 http://e/x?302");
        assertThat(asked).containsExactly("http://b/1");
    }

    @Test
    void whoever_asks_may_forbid_wrappers_and_pods() {
        VastResponse response = VastParserTest.parse(
                vast(wrapper("w", "", "", "http://b/1"), inLine("p", "sequence='1'"), inLine("x", "")));
        assertThat(ids(resolver().resolve(response, ROOT, true, false).podAds()))
                .containsExactly("p");
        assertThat(failures(resolver().resolve(response, ROOT, false, false))).containsExactly("302 w http://e/w?302");
    }

    @ParameterizedTest
    @CsvSource({
        "a, 'IAB1,IAB2', a, IAB2, true",
        "a, IAB1 IAB2, A, iab1, true",
        "a, IAB1, b, IAB1, false",
        "'', IAB1, b, IAB1, true",
        "a, IAB1, '', IAB1, true",
        "a, IAB1, a, IAB1-2, false"
    })
    void a_wrapper_may_block_categories(String by, String blocked, String of, String category, boolean isBlocked) {
        responses.put(
                "http://b/1",
                vast("<Ad id='ad'><InLine><Error>http://e/ad?[ERRORCODE]</Error><Category authority='" + of + "'>"
                        + category + "</Category></InLine></Ad>"));
        ResolvedVast resolved = resolve(vast("<Ad id='w'><Wrapper><VASTAdTagURI>http://b/1</VASTAdTagURI>"
                + "<BlockedAdCategories authority='" + by + "'>" + blocked + "</BlockedAdCategories></Wrapper></Ad>"));
        assertThat(failures(resolved)).isEqualTo(isBlocked ? List.of("205 ad http://e/ad?205") : List.of());
        assertThat(resolved.ads()).hasSize(isBlocked ? 0 : 1);
    }

    @Test
    void references_resolve_from_where_a_response_was_found() {
        AdResponseSource redirecting = (uri, timeout) -> {
            asked.add(uri);
            String text =
                    uri.equals("http://a/dir/w?x=1") ? vast(wrapper("v", "", "", "next")) : vast(inLine("ad", ""));
            return new AdResponseSource.Fetched(text.getBytes(StandardCharsets.UTF_8), uri.replace("//a/", "//c/"));
        };
        ResolvedVast resolved = VastResolver.builder(redirecting)
                .build()
                .resolve(VastParserTest.parse(vast(wrapper("w", "", "", "w?x=1"))), ROOT);
        assertThat(asked).containsExactly("http://a/dir/w?x=1", "http://c/dir/next");
        assertThat(resolved.ads().get(0).uri()).isEqualTo("http://c/dir/next");
    }

    @Test
    void macros_are_filled_in_and_urls_made_fit_before_they_are_asked_for() {
        VastMacros macros = VastMacros.builder()
                .set(VastMacro.DEVICEIP, "::1")
                .random(new Random(2))
                .build();
        VastResolver resolver = VastResolver.builder(source).macros(macros).build();
        resolver.load("http://b/?ip=[DEVICEIP]&c=[CACHEBUSTING]&x=a b\r\n");
        assertThat(asked.get(0)).matches("http://b/\\?ip=%3A%3A1&c=\\d{8}&x=a%20b%0D%0A");
    }

    @Test
    void nothing_more_is_asked_for_when_time_is_up() {
        AtomicLong clock = new AtomicLong();
        responses.put("http://b/1", vast(wrapper("x", "", "", "http://b/2")));
        responses.put("http://b/2", vast(inLine("ad", "")));
        List<Duration> timeouts = new ArrayList<>();
        VastResolver resolver = VastResolver.builder((uri, timeout) -> {
                    timeouts.add(timeout);
                    clock.addAndGet(3_000_000_000L);
                    return source.fetch(uri, timeout);
                })
                .nanoTime(clock::get)
                .build();
        assertThat(ids(resolver.load("http://b/1").ads())).containsExactly("ad");
        assertThat(timeouts).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(2));
        VastResolver hurried = VastResolver.builder((uri, timeout) -> {
                    clock.addAndGet(3_000_000_000L);
                    return source.fetch(uri, timeout);
                })
                .nanoTime(clock::get)
                .limits(new WrapperLimits(5, 20, 200, 1 << 20, Duration.ofSeconds(3)))
                .build();
        assertThat(failures(hurried.load("http://b/1"))).containsExactly("301 x http://e/x?301");
    }

    @ParameterizedTest
    @CsvSource({"2, 1000, 1000000, 2", "1000, 5, 1000000, 5", "1000, 1000, 3000, 2"})
    void wrappers_of_wrappers_of_wrappers_end_at_a_limit(int mostResponses, int mostAds, long mostBytes, int fetched) {
        String[] ten = new String[10];
        VastResolver resolver = VastResolver.builder((uri, timeout) -> {
                    asked.add(uri);
                    for (int i = 0; i < ten.length; i++) {
                        ten[i] = wrapper("w", "", "allowMultipleAds='true'", uri + i);
                    }
                    return new AdResponseSource.Fetched(vast(ten).getBytes(StandardCharsets.UTF_8), uri);
                })
                .limits(new WrapperLimits(100, mostResponses, mostAds, mostBytes, Duration.ofSeconds(60)))
                .build();
        ResolvedVast resolved = resolver.load("http://b/");
        assertThat(asked).hasSizeBetween(fetched, fetched + 1);
        assertThat(resolved.ads()).isEmpty();
        assertThat(resolved.failures())
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.error()).isEqualTo(VastError.WRAPPER_LIMIT))
                .hasSizeLessThan(1_000);
    }

    @Test
    void limits_are_checked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WrapperLimits(101, 1, 1, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new WrapperLimits(1, -1, 1, 1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new WrapperLimits(1, 1, 1, 1, Duration.ofSeconds(-1)));
    }
}

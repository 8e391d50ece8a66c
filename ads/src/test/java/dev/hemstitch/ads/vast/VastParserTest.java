package dev.hemstitch.ads.vast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Size: one element of VAST after another, each with its document beside it.
class VastParserTest {
    static VastResponse parse(String xml) {
        return VastParser.create().parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    static String inLine(String body) {
        return "<VAST version='4.2'><Ad id='1'><InLine>" + body + "</InLine></Ad></VAST>";
    }

    private static VastAd ad(String body) {
        return parse(inLine(body)).ads().get(0);
    }

    private static VastCreative creative(String body) {
        return ad("<Creatives><Creative>" + body + "</Creative></Creatives>")
                .creatives()
                .get(0);
    }

    private static Linear linear(String body) {
        return creative("<Linear>" + body + "</Linear>").linear().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|100|1",
                "''|100|1",
                "<VAST|100|1",
                "<!DOCTYPE VAST><VAST/>|100|1",
                "<html><body/></html>|101|1",
                "<vmap:VMAP/>|101|1",
                "<VideoAdServingTemplate/>|102|1",
                "<v:videoadservingtemplate/>|102|1"
            })
    void what_is_no_response_is_refused_with_a_code_and_a_place(String text, int code, int line) {
        VastException e = catchThrowableOfType(VastException.class, () -> parse(text));
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e.problem().line()).isEqualTo(line);
        assertThat(e).hasMessageStartingWith(line + ":").hasMessageContaining("error " + code + " ");
    }

    @ParameterizedTest
    @CsvSource({"2.0,0", "2.0.1,0", "3.0,0", "4.0,0", "4.1,0", "4.2,0", "4.3,0", "1.0,1", "5.0,1", "x,1", ",1"})
    void a_version_that_is_unknown_is_told_and_read_all_the_same(String version, int problems) {
        VastResponse response =
                parse("<VAST" + (version == null ? "" : " version=' " + version + " '") + "><Ad><InLine/></Ad></VAST>");
        assertThat(response.version()).isEqualTo(Optional.ofNullable(version));
        assertThat(response.ads()).hasSize(1);
        assertThat(response.problems())
                .hasSize(problems)
                .allSatisfy(problem -> assertThat(problem.error()).isEqualTo(VastError.VERSION_NOT_SUPPORTED));
    }

    @Test
    void no_ad_is_an_answer() {
        VastResponse response =
                parse("<VAST version='3.0'><Error> http://e/1 </Error><Error/><Error>http://e/2</Error></VAST>");
        assertThat(response.ads()).isEmpty();
        assertThat(response.errors()).containsExactly("http://e/1", "http://e/2");
        assertThat(response.problems()).isEmpty();
    }

    @Test
    void everything_that_an_ad_says_is_read() {
        VastAd ad = parse("""
                <VAST version='4.2'><Ad id='1' sequence='2' conditionalAd='true' adType='audio'><InLine>
                <AdSystem version='1'>S</AdSystem><AdTitle><![CDATA[ T & t ]]></AdTitle><AdServingId>id</AdServingId>
                <Description>a
                b</Description><Advertiser>A</Advertiser><Pricing model='cpm' currency='EUR'> 2.50 </Pricing>
                <Survey>http://s</Survey><Expires>60</Expires>
                <Impression id='i'>http://i/1</Impression><Impression></Impression><Impression> </Impression>
                <Impression>http://i/2</Impression>
                <Error>http://e</Error>
                <ViewableImpression id='v'><Viewable>http://v</Viewable><NotViewable>http://n</NotViewable>
                <ViewUndetermined>http://u</ViewUndetermined></ViewableImpression>
                <Category authority='iab'>IAB1</Category><Category>232</Category>
                <AdVerifications><Verification vendor='v'>
                <JavaScriptResource apiFramework='omid' browserOptional='true'>http://j</JavaScriptResource>
                <ExecutableResource apiFramework='omid' type='x'>http://x</ExecutableResource>
                <TrackingEvents><Tracking event='verificationNotExecuted'>http://t</Tracking></TrackingEvents>
                <VerificationParameters>{}</VerificationParameters></Verification></AdVerifications>
                <Extensions><Extension type='t' a='b'>x<y z='1'/></Extension></Extensions>
                </InLine></Ad></VAST>""").ads().get(0);
        assertThat(ad)
                .isEqualTo(new VastAd(
                        Optional.of("1"),
                        OptionalInt.of(2),
                        true,
                        Optional.of("audio"),
                        Optional.empty(),
                        Optional.of("S"),
                        Optional.of("T & t"),
                        Optional.of("id"),
                        Optional.of("a\nb"),
                        Optional.of("A"),
                        Optional.of(new Pricing(Optional.of("cpm"), Optional.of("EUR"), "2.50")),
                        Optional.of("http://s"),
                        OptionalInt.of(60),
                        List.of(
                                new VastUrl(Optional.of("i"), "http://i/1"),
                                new VastUrl(Optional.empty(), "http://i/2")),
                        List.of("http://e"),
                        List.of(new ViewableImpression(
                                Optional.of("v"), List.of("http://v"), List.of("http://n"), List.of("http://u"))),
                        List.of(new AdCategory(Optional.of("iab"), "IAB1"), new AdCategory(Optional.empty(), "232")),
                        List.of(new Verification(
                                Optional.of("v"),
                                List.of(new VerificationResource(
                                        Optional.of("omid"), Optional.empty(), Optional.of(true), "http://j")),
                                List.of(new VerificationResource(
                                        Optional.of("omid"), Optional.of("x"), Optional.empty(), "http://x")),
                                Optional.of("{}"),
                                List.of(new TrackingEvent("verificationNotExecuted", Optional.empty(), "http://t")))),
                        List.of(new VastExtension(
                                Optional.of("t"), java.util.Map.of("type", "t", "a", "b"), "x", "x<y z=\"1\"/>")),
                        List.of()));
    }

    @Test
    void verifications_of_vast_4_0_stand_in_an_extension() {
        assertThat(ad("<Extensions><Extension type='AdVerifications'><AdVerifications><Verification vendor='v'/>"
                                + "</AdVerifications></Extension></Extensions>")
                        .verifications())
                .extracting(Verification::vendor)
                .containsExactly(Optional.of("v"));
    }

    @Test
    void everything_that_a_linear_creative_says_is_read() {
        Linear linear = linear("""
                <Duration>00:01:30.123</Duration>
                <TrackingEvents><Tracking event='start'>http://t/1</Tracking><Tracking event='start'>http://t/2</Tracking>
                <Tracking event='progress' offset='00:00:10'>http://p</Tracking>
                <Tracking event='progress' offset='12.5%'>http://q</Tracking><Tracking event='x'/></TrackingEvents>
                <AdParameters xmlEncoded='1'>a=b</AdParameters>
                <VideoClicks><ClickThrough id='c'>http://c</ClickThrough><ClickTracking>http://k</ClickTracking>
                <CustomClick id='u'>http://u</CustomClick></VideoClicks>
                <MediaFiles>
                <MediaFile id='m' delivery='progressive' type='video/mp4' width='1280' height='720' codec='avc1' bitrate='2000'
                 minBitrate='1' maxBitrate='2' scalable='0' maintainAspectRatio='TRUE' apiFramework='VPAID'
                 fileSize='5000000000' mediaType='2D'> http://m </MediaFile>
                <Mezzanine delivery='progressive' type='video/quicktime' width='1' height='2' fileSize='3'>http://z</Mezzanine>
                <InteractiveCreativeFile type='text/html' apiFramework='SIMID' variableDuration='true'>http://s
                </InteractiveCreativeFile>
                <ClosedCaptionFiles><ClosedCaptionFile type='text/vtt' language='en'>http://v</ClosedCaptionFile>
                </ClosedCaptionFiles></MediaFiles>
                <Icons><Icon program='AdChoices' width='60' height='20' xPosition='left' yPosition='0' duration='00:00:05'
                 offset='00:00:01' pxratio='2'><StaticResource creativeType='image/png'>http://o</StaticResource>
                <IconClicks><IconClickThrough>http://h</IconClickThrough><IconClickTracking id='y'>http://y
                </IconClickTracking></IconClicks><IconViewTracking>http://w</IconViewTracking></Icon></Icons>""");
        assertThat(linear.durationNanos()).hasValue(90_123_000_000L);
        assertThat(linear.skipOffset()).isEmpty();
        assertThat(linear.trackingEvents())
                .extracting(event -> event.event() + " "
                        + event.offset().map(VastOffset::toString).orElse("-") + " " + event.url())
                .containsExactly(
                        "start - http://t/1",
                        "start - http://t/2",
                        "progress 00:00:10 http://p",
                        "progress 12.5% http://q");
        assertThat(linear.adParameters()).contains(new AdParameters(true, "a=b"));
        assertThat(linear.clickThrough()).contains(new VastUrl(Optional.of("c"), "http://c"));
        assertThat(linear.clickTracking()).containsExactly(new VastUrl(Optional.empty(), "http://k"));
        assertThat(linear.customClicks()).containsExactly(new VastUrl(Optional.of("u"), "http://u"));
        assertThat(linear.mediaFiles())
                .containsExactly(new MediaFile(
                        "http://m",
                        Optional.of("m"),
                        Optional.of("progressive"),
                        Optional.of("video/mp4"),
                        OptionalInt.of(1280),
                        OptionalInt.of(720),
                        Optional.of("avc1"),
                        OptionalInt.of(2000),
                        OptionalInt.of(1),
                        OptionalInt.of(2),
                        Optional.of(false),
                        Optional.of(true),
                        Optional.of("VPAID"),
                        OptionalLong.of(5_000_000_000L),
                        Optional.of("2D")));
        assertThat(linear.mezzanines()).extracting(Mezzanine::url).containsExactly("http://z");
        assertThat(linear.interactiveCreativeFiles())
                .containsExactly(new InteractiveCreativeFile(
                        "http://s", Optional.of("text/html"), Optional.of("SIMID"), Optional.of(true)));
        assertThat(linear.closedCaptionFiles())
                .containsExactly(new ClosedCaptionFile("http://v", Optional.of("text/vtt"), Optional.of("en")));
        Icon icon = linear.icons().get(0);
        assertThat(icon.durationNanos()).hasValue(5_000_000_000L);
        assertThat(icon.offset()).hasToString("Optional[00:00:01]");
        assertThat(icon.clickThrough()).contains("http://h");
        assertThat(icon.clickTracking()).containsExactly(new VastUrl(Optional.of("y"), "http://y"));
        assertThat(icon.viewTracking()).containsExactly("http://w");
        assertThat(icon.resources())
                .containsExactly(
                        new CreativeResource(CreativeResource.Kind.STATIC, Optional.of("image/png"), "http://o"));
    }

    @Test
    void companions_and_nonlinear_ads_are_read() {
        VastCreative creative = creative("""
                <CompanionAds required='all'><Companion id='c' width='300' height='250' adSlotId='s' renderingMode='end-card'>
                <IFrameResource>http://f</IFrameResource><HTMLResource><![CDATA[<b>
                x</b>]]></HTMLResource><AltText>alt</AltText><CompanionClickThrough>http://t</CompanionClickThrough>
                <CompanionClickTracking>http://k</CompanionClickTracking>
                <TrackingEvents><Tracking event='creativeView'>http://v</Tracking></TrackingEvents></Companion></CompanionAds>
                <NonLinearAds><NonLinear width='10' height='20' minSuggestedDuration='00:00:05'>
                <StaticResource>http://n</StaticResource><NonLinearClickThrough>http://h</NonLinearClickThrough></NonLinear>
                <TrackingEvents><Tracking event='start'>http://s</Tracking></TrackingEvents></NonLinearAds>
                <CreativeExtensions><CreativeExtension type='e'>x</CreativeExtension></CreativeExtensions>""");
        assertThat(creative.linear()).isEmpty();
        assertThat(creative.companionsRequired()).contains("all");
        Companion companion = creative.companions().get(0);
        assertThat(companion.width()).hasValue(300);
        assertThat(companion.adSlotId()).contains("s");
        assertThat(companion.altText()).contains("alt");
        assertThat(companion.clickThrough()).contains("http://t");
        assertThat(companion.trackingEvents()).extracting(TrackingEvent::url).containsExactly("http://v");
        assertThat(companion.resources())
                .containsExactly(
                        new CreativeResource(CreativeResource.Kind.IFRAME, Optional.empty(), "http://f"),
                        new CreativeResource(CreativeResource.Kind.HTML, Optional.empty(), "<b>\nx</b>"));
        assertThat(creative.nonLinears().get(0).minSuggestedDurationNanos()).hasValue(5_000_000_000L);
        assertThat(creative.nonLinearTrackingEvents()).hasSize(1);
        assertThat(creative.extensions()).extracting(VastExtension::text).containsExactly("x");
    }

    @Test
    void names_are_read_in_any_case_and_with_any_prefix() {
        VastAd ad = parse(
                        "<v:vast VERSION='2.0'><v:AD ID='a'><inline><creatives><creative AdID='x'><LINEAR SkipOffset='5%'>"
                                + "<mediafiles><mediafile TYPE='video/mp4'>m</mediafile></mediafiles></LINEAR></creative></creatives>"
                                + "</inline></v:AD></v:vast>")
                .ads()
                .get(0);
        assertThat(ad.id()).contains("a");
        VastCreative creative = ad.linearCreative().orElseThrow();
        assertThat(creative.adId()).contains("x");
        assertThat(creative.linear().orElseThrow().skipOffset()).hasToString("Optional[5%]");
        assertThat(creative.linear().orElseThrow().mediaFiles()).hasSize(1);
    }

    @Test
    void universal_identifiers_are_read_as_4_0_and_as_4_1_have_them() {
        assertThat(creative("<UniversalAdId idRegistry='a'>1</UniversalAdId><UniversalAdId idRegistry='b' idValue='2'/>"
                                + "<UniversalAdId idRegistry='c' idValue='x'>3</UniversalAdId><UniversalAdId/>")
                        .universalAdIds())
                .containsExactly(
                        new UniversalAdId(Optional.of("a"), "1"),
                        new UniversalAdId(Optional.of("b"), "2"),
                        new UniversalAdId(Optional.of("c"), "3"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', true, false, false",
        "followAdditionalWrappers='false' allowMultipleAds='1' fallbackOnNoAd='True', false, true, true",
        "followAdditionalWrappers='x' allowMultipleAds='' fallbackOnNoAd='yes', true, false, false"
    })
    void a_wrapper_says_what_may_be_behind_it(String attributes, boolean follow, boolean multiple, boolean fallback) {
        VastAd ad = parse(
                        "<VAST version='4.0'><Ad><Wrapper " + attributes
                                + "><VASTAdTagURI><![CDATA[ http://w?a=1&b=2 ]]>"
                                + "</VASTAdTagURI><BlockedAdCategories authority='a'>1,2</BlockedAdCategories></Wrapper></Ad></VAST>")
                .ads()
                .get(0);
        assertThat(ad.isWrapper()).isTrue();
        assertThat(ad.wrapper())
                .contains(new VastWrapper(
                        "http://w?a=1&b=2",
                        follow,
                        multiple,
                        fallback,
                        List.of(new AdCategory(Optional.of("a"), "1,2"))));
    }

    @Test
    void urls_of_old_responses_stand_one_deeper() {
        VastAd ad = parse("<VAST version='2.0'><Ad><Wrapper><VASTAdTagURL><URL>http://w</URL></VASTAdTagURL>"
                        + "<Impression><URL id='a'>http://i</URL></Impression></Wrapper></Ad></VAST>")
                .ads()
                .get(0);
        assertThat(ad.wrapper().orElseThrow().vastAdTagUri()).isEqualTo("http://w");
        assertThat(ad.impressions()).extracting(VastUrl::url).containsExactly("http://i");
        assertThat(linear("<MediaFiles><MediaFile type='a'><URL>http://m</URL></MediaFile></MediaFiles>")
                        .mediaFiles())
                .extracting(MediaFile::url)
                .containsExactly("http://m");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Ad id='x'/>",
                "<Ad><InLine><Expires>soon</Expires></InLine></Ad>",
                "<Ad sequence='first'><InLine/></Ad>",
                "<Ad><Wrapper/></Ad>",
                "<Ad><InLine><Creatives><Creative><Linear><Duration>30</Duration></Linear></Creative></Creatives></InLine></Ad>",
                "<Ad><InLine><Creatives><Creative><Linear skipoffset='5'/></Creative></Creatives></InLine></Ad>",
                "<Ad><InLine><Creatives><Creative><Linear><MediaFiles><MediaFile/></MediaFiles></Linear></Creative></Creatives>"
                        + "</InLine></Ad>",
                "<Ad><InLine><Creatives><Creative><Linear><MediaFiles><MediaFile width='100%'>m</MediaFile></MediaFiles>"
                        + "</Linear></Creative></Creatives></InLine></Ad>",
                "<Ad><InLine><Creatives><Creative><Linear><TrackingEvents><Tracking>u</Tracking></TrackingEvents></Linear>"
                        + "</Creative></Creatives></InLine></Ad>",
                "<Ad><InLine><Impression>http://x/&#127;</Impression></InLine></Ad>"
            })
    void what_is_not_understood_is_left_out_and_told_with_its_place(String ad) {
        VastResponse response = parse("<VAST version='4.0'>\n" + ad + "<Ad id='ok'><InLine/></Ad></VAST>");
        assertThat(response.problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.error()).isEqualTo(VastError.SCHEMA);
            assertThat(problem.line()).isEqualTo(2);
        });
        assertThat(response.ads()).extracting(VastAd::id).contains(Optional.of("ok"));
    }

    @Test
    void problems_are_counted_only_to_a_hundred() {
        assertThat(parse("<VAST version='4.0'>" + "<Ad/>".repeat(1_000) + "</VAST>")
                        .problems())
                .hasSize(100);
    }

    @Test
    void bare_ampersands_are_told_once() {
        VastResponse response = parse(inLine("<Impression>http://x/?a=1&b=2&c=3</Impression>"));
        assertThat(response.ads().get(0).impressions().get(0).url()).isEqualTo("http://x/?a=1&b=2&c=3");
        assertThat(response.problems())
                .extracting(VastProblem::message)
                .containsExactly("ampersands are not escaped: 2");
    }

    @Test
    void a_single_line_value_has_no_line_breaks() {
        VastAd ad = ad("<AdTitle>a\n  \"b\"</AdTitle><Impression id='x&#10;y'>http://x/\r\n?a=b c</Impression>");
        assertThat(ad.adTitle()).contains("a \"b\"");
        assertThat(ad.impressions()).containsExactly(new VastUrl(Optional.of("x y"), "http://x/ ?a=b c"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-mpegURL|true",
                "APPLICATION/X-MPEGURL|true",
                "' application/vnd.apple.mpegurl ; charset=utf-8'|true",
                "application/vnd.apple.mpegURL|true",
                "video/mp4|false",
                "application/dash+xml|false",
                "application/x-mpegURL2|false"
            })
    void hls_is_known_by_its_type(String type, boolean isHls) {
        assertThat(linear("<MediaFiles><MediaFile type='" + type + "'>u</MediaFile></MediaFiles>")
                        .hlsMediaFiles())
                .hasSize(isHls ? 1 : 0);
    }

    @Test
    void of_hls_files_those_that_stream_come_first_and_those_that_need_a_framework_never() {
        String type = " type='application/x-mpegURL' ";
        assertThat(linear("<MediaFiles><MediaFile delivery='progressive'" + type
                                + ">1</MediaFile><MediaFile delivery='streaming'"
                                + type
                                + ">2</MediaFile><MediaFile type='video/mp4'>3</MediaFile><MediaFile delivery='Streaming'"
                                + type + ">4</MediaFile><MediaFile apiFramework='VPAID'" + type
                                + ">5</MediaFile><MediaFile" + type + ">6</MediaFile></MediaFiles>")
                        .hlsMediaFiles())
                .extracting(MediaFile::url)
                .containsExactly("2", "4", "1", "6");
    }

    @ParameterizedTest
    @CsvSource({
        "00:00:05, 5000000000",
        "25%, 2500000000",
        "33.333%, 3333300000",
        "100%, 10000000000",
        "00:00:20, 20000000000"
    })
    void an_offset_is_a_time_in_the_ad(String text, long nanos) {
        assertThat(VastOffset.parse(text).orElseThrow().nanosIn(10_000_000_000L))
                .isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "-1%", "101%", "%", "x%", "1e3%", "00:00", "00:00:5x"})
    void other_offsets_are_none(String text) {
        assertThat(VastOffset.parse(text)).isEmpty();
    }

    @Test
    void limits_are_checked() {
        VastParser small = VastParser.create().withLimits(new AdResponseLimits(50, 3, 4, 1));
        assertThat(small.parse("<VAST version='4.0'/>".getBytes(StandardCharsets.UTF_8))
                        .ads())
                .isEmpty();
        assertThat(catchThrowableOfType(VastException.class, () -> small.parse(new byte[51]))
                        .error())
                .isEqualTo(VastError.XML_PARSING);
        assertThatIllegalArgumentException().isThrownBy(() -> new AdResponseLimits(0, 1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new AdResponseLimits(1, 1_001, 1, 1));
    }
}

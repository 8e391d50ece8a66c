package dev.hemstitch.ads.vmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hemstitch.ads.model.BreakPosition;
import dev.hemstitch.ads.vast.AdResponseLimits;
import dev.hemstitch.ads.vast.TrackingEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VmapParserTest {
    private static VmapResponse parse(String xml) {
        return VmapParser.create().parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static VmapResponse breaks(String... breaks) {
        return parse("<vmap:VMAP xmlns:vmap='http://www.iab.net/videosuite/vmap' version='1.0'>"
                + String.join("\n", breaks) + "</vmap:VMAP>");
    }

    private static VmapAdSource source(String body) {
        return breaks("<vmap:AdBreak timeOffset='start'><vmap:AdSource>" + body + "</vmap:AdSource></vmap:AdBreak>")
                .adBreaks()
                .get(0)
                .adSource()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"{}, 1002", "<!DOCTYPE a><VMAP/>, 1002", "<VAST/>, 1000", "<vmap:WRONG/>, 1000"})
    void what_is_no_response_is_refused_with_a_code_and_a_place(String text, int code) {
        VmapException e = catchThrowableOfType(VmapException.class, () -> parse(text));
        assertThat(e.error().code()).isEqualTo(code);
        assertThat(e).hasMessageMatching("1:\\d+: error " + code + " .*");
    }

    @ParameterizedTest
    @CsvSource({"1.0,0", "1.0.1,1", "2.0,1", ",1"})
    void a_version_that_is_unknown_is_told_and_read_all_the_same(String version, int problems) {
        VmapResponse response = parse("<VMAP" + (version == null ? "" : " version='" + version + "'") + "/>");
        assertThat(response.version()).isEqualTo(Optional.ofNullable(version));
        assertThat(response.adBreaks()).isEmpty();
        assertThat(response.problems()).hasSize(problems);
    }

    @ParameterizedTest
    @CsvSource({
        "start, 0",
        "END, end",
        "00:10:23.125, 623.125",
        "01:00:00, 3600",
        "50%, 50%",
        "33.3%, 33.3%",
        "#2, #2",
        "' start ', 0"
    })
    void a_break_has_a_position_and_the_text_that_said_it(String text, String position) {
        VmapAdBreak adBreak = breaks("<AdBreak timeOffset='" + text + "' breakType='linear,display' breakId='b'/>")
                .adBreaks()
                .get(0);
        assertThat(adBreak.timeOffset()).isEqualTo(text.strip());
        assertThat(adBreak.position()).isEqualTo(BreakPosition.parse(position).orElseThrow());
        assertThat(adBreak.isLinear()).isTrue();
        assertThat(adBreak.breakId()).contains("b");
        assertThat(adBreak.adSource()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeOffset=''",
                "",
                "timeOffset='12'",
                "timeOffset='12.5'",
                "timeOffset='101%'",
                "timeOffset='#0'",
                "timeOffset='10:00'",
                "timeOffset='middle'",
                "timeOffset='-1%'",
                "timeOffset='00:61:00'",
                "timeOffset='.'"
            })
    void a_break_without_a_place_is_left_out_and_the_others_live(String attribute) {
        VmapResponse response =
                breaks("<AdBreak timeOffset='start'/>", "<AdBreak " + attribute + "/>", "<AdBreak timeOffset='end'/>");
        assertThat(response.adBreaks()).extracting(VmapAdBreak::timeOffset).containsExactly("start", "end");
        assertThat(response.problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.error()).isEqualTo(VmapError.SCHEMA);
            assertThat(problem.line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "'breakType=\"linear\"',true",
        "'breakType=\"display, Linear\"',true",
        "'breakType=\"nonlinear\"',false",
        "'',true"
    })
    void a_break_says_whether_linear_ads_play_in_it(String attribute, boolean isLinear) {
        assertThat(breaks("<AdBreak timeOffset='start' " + attribute + "/>")
                        .adBreaks()
                        .get(0)
                        .isLinear())
                .isEqualTo(isLinear);
    }

    @Test
    void a_break_may_come_again() {
        VmapResponse response = breaks(
                "<AdBreak timeOffset='start' repeatAfter='00:05:00.5'/>",
                "<AdBreak timeOffset='start' repeatAfter='5'/>");
        assertThat(response.adBreaks().get(0).repeatAfterNanos()).hasValue(300_500_000_000L);
        assertThat(response.adBreaks().get(1).repeatAfterNanos()).isEmpty();
        assertThat(response.adBreaks().get(1).repeatAfter()).contains("5");
        assertThat(response.problems()).hasSize(1);
    }

    @Test
    void a_source_is_a_response_as_elements() {
        VmapAdSource source =
                source("<vmap:VASTAdData><VAST version='3.0'><Ad id='1'><InLine/></Ad></VAST></vmap:VASTAdData>");
        assertThat(source.vast().orElseThrow().ads()).hasSize(1);
    }

    @Test
    void a_source_is_a_response_as_text() {
        VmapAdSource source =
                source("<VASTAdData><![CDATA[ <?xml version='1.0'?><VAST version='3.0'><Ad><InLine/></Ad></VAST>"
                        + " ]]></VASTAdData>");
        assertThat(source.vast().orElseThrow().ads()).hasSize(1);
    }

    @Test
    void a_source_is_a_url_or_other_text() {
        VmapAdSource url = breaks(
                        "<AdBreak timeOffset='end'><AdSource id='i' allowMultipleAds='false' followRedirects='1'>"
                                + "<AdTagURI templateType='vast4'><![CDATA[ http://x/?a&b ]]></AdTagURI></AdSource></AdBreak>")
                .adBreaks()
                .get(0)
                .adSource()
                .orElseThrow();
        assertThat(url)
                .isEqualTo(new VmapAdSource(
                        Optional.of("i"),
                        Optional.of(false),
                        Optional.of(true),
                        Optional.empty(),
                        Optional.of("http://x/?a&b"),
                        Optional.empty(),
                        Optional.of("vast4")));
        VmapAdSource custom = source("<CustomAdData templateType='own'><a b='1'/></CustomAdData>");
        assertThat(custom.customAdData()).contains("<a b=\"1\"/>");
        assertThat(custom.templateType()).contains("own");
    }

    @ParameterizedTest
    @CsvSource({
        "<VASTAdData><html/></VASTAdData>, 1006",
        "<VASTAdData><VideoAdServingTemplate/></VASTAdData>, 1006",
        "<VASTAdData>...</VASTAdData>, 1006",
        "<VASTAdData/>, 1006",
        "<VASTAdData>&lt;VAST</VASTAdData>, 1006",
        "'', 1000"
    })
    void a_response_that_cannot_be_read_leaves_the_break(String body, int code) {
        VmapResponse response =
                breaks("<AdBreak timeOffset='start' breakId='b'><AdSource id='i'>" + body + "</AdSource></AdBreak>");
        assertThat(response.adBreaks()).hasSize(1);
        assertThat(response.adBreaks().get(0).adSource().orElseThrow().vast()).isEmpty();
        assertThat(response.problems())
                .extracting(problem -> problem.error().code())
                .containsExactly(code);
    }

    @Test
    void breaks_are_tracked_and_extended() {
        VmapResponse response = parse("<VMAP version='1.0'><AdBreak timeOffset='start'><TrackingEvents>"
                + "<Tracking event='breakStart'> http://s </Tracking><Tracking event='error'>http://e?[ERROR_CODE]</Tracking>"
                + "<Tracking event='breakEnd'/></TrackingEvents><Extensions><Extension type='x'>y</Extension></Extensions>"
                + "</AdBreak><Extensions><Extension>z</Extension></Extensions></VMAP>");
        VmapAdBreak adBreak = response.adBreaks().get(0);
        assertThat(adBreak.trackingEvents())
                .containsExactly(
                        new TrackingEvent("breakStart", Optional.empty(), "http://s"),
                        new TrackingEvent("error", Optional.empty(), "http://e?[ERROR_CODE]"));
        assertThat(adBreak.extensions())
                .extracting(extension -> extension.text())
                .containsExactly("y");
        assertThat(response.extensions())
                .extracting(extension -> extension.text())
                .containsExactly("z");
    }

    @Test
    void limits_are_kept() {
        VmapParser parser = VmapParser.create().withLimits(new AdResponseLimits(1_000, 2, 10, 5));
        byte[] deep = "<VMAP version='1.0'><AdBreak><a/></AdBreak></VMAP>".getBytes(StandardCharsets.UTF_8);
        assertThat(catchThrowableOfType(VmapException.class, () -> parser.parse(deep))
                        .error())
                .isEqualTo(VmapError.PARSING);
    }
}

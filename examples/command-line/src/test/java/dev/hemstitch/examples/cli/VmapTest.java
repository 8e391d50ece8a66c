package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmapTest {
    @Test
    void breaks_are_printed_as_they_are() {
        Run run = Run.withInput("""
                <vmap:VMAP xmlns:vmap="http://www.iab.net/videosuite/vmap" version="1.0">
                <vmap:AdBreak timeOffset="start" breakType="linear" breakId="pre" repeatAfter="00:10:00">
                <vmap:AdSource id="1" allowMultipleAds="true" followRedirects="0"><vmap:VASTAdData>
                <VAST version="3.0" xsi:noNamespaceSchemaLocation="vast.xsd"><Ad id="a"><InLine/></Ad></VAST>
                </vmap:VASTAdData></vmap:AdSource>
                <vmap:TrackingEvents><vmap:Tracking event="breakStart"><![CDATA[ https://t/1?a=1&b=2 ]]></vmap:Tracking>
                </vmap:TrackingEvents></vmap:AdBreak>
                <vmap:AdBreak timeOffset="50%"><vmap:AdSource><vmap:AdTagURI templateType="vast4">https://u</vmap:AdTagURI>
                </vmap:AdSource></vmap:AdBreak>
                <vmap:AdBreak timeOffset="#2"/>
                </vmap:VMAP>
                """, "vmap", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json()).isEqualTo(Run.compact("""
                {"version":"1.0","adBreaks":[{"timeOffset":"start","breakType":"linear","breakId":"pre","repeatAfter":"00:10:00",
                "adSource":{"id":"1","allowMultipleAds":true,"followRedirects":false,
                "vast":{"version":"3.0","ads":[{"id":"a","wrapper":false}]}},
                "trackingEvents":[{"event":"breakStart","url":"https://t/1?a=1&b=2"}]},
                {"timeOffset":"50%","adSource":{"adTagUri":"https://u","templateType":"vast4"}},
                {"timeOffset":"#2"}]}
                """));
    }

    @Test
    void a_response_without_breaks_is_a_result() {
        Run run = Run.withInput("<VMAP version='1.0'/>", "vmap", "-");
        assertThat(run.json()).isEqualTo("{\"version\":\"1.0\",\"adBreaks\":[]}");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|-:1:1: error 1002 PARSING ",
                "<VAST version='4.0'/>|-:1:22: error 1000 SCHEMA \"VAST\" is not VMAP"
            })
    void what_cannot_be_read_is_told_with_its_code_and_place(String text, String message) {
        Run run = Run.withInput(text, "vmap", "-");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_break_that_cannot_be_read_is_told_and_the_others_are_printed() {
        Run run = Run.withInput(
                "<VMAP version='1.0'><AdBreak timeOffset='soon'/><AdBreak timeOffset='end'/></VMAP>", "vmap", "-");
        assertThat(run.json()).isEqualTo("{\"version\":\"1.0\",\"adBreaks\":[{\"timeOffset\":\"end\"}]}");
        assertThat(run.err()).startsWith("-:1:49: error 1000 SCHEMA timeOffset=\"soon\" is none of");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void wrappers_in_it_are_followed_to_files_beside_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ad.xml"), "<VAST version='4.0'><Ad id='x'><InLine/></Ad></VAST>");
        String text =
                "<VMAP version='1.0'><AdBreak timeOffset='end'><AdSource followRedirects='%s'><VASTAdData><VAST version='4.0'>"
                        + "<Ad id='w'><Wrapper><VASTAdTagURI>ad.xml</VASTAdTagURI></Wrapper></Ad></VAST></VASTAdData></AdSource>"
                        + "</AdBreak></VMAP>";
        Path followed = Files.writeString(folder.resolve("1.xml"), text.formatted("true"));
        Path forbidden = Files.writeString(folder.resolve("2.xml"), text.formatted("false"));
        String pointer = "/adBreaks/0/adSource/vast/ads/0/id";
        assertThat(Run.of("vmap", followed.toString()).tree().at(pointer).asText())
                .isEqualTo("x");
        assertThat(Run.of("vmap", forbidden.toString()).tree().at(pointer).asText())
                .isEqualTo("w");
    }
}

package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VastTest {
    private static final String FULL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <VAST version="4.2" xmlns="http://www.iab.com/VAST">
            <Error><![CDATA[ https://e/0?[ERRORCODE] ]]></Error>
            <Ad id="a" sequence="1"><InLine><AdSystem version="1">S</AdSystem><AdTitle>"T"</AdTitle>
            <AdServingId>s-1</AdServingId><Impression id="x">https://i/1</Impression><Impression/>
            <Error>https://e/1</Error><Category authority="https://c">IAB1</Category>
            <AdVerifications><Verification vendor="v"><JavaScriptResource apiFramework="omid" browserOptional="true">https://j
            </JavaScriptResource><VerificationParameters>p</VerificationParameters></Verification></AdVerifications>
            <Creatives><Creative id="c" adId="d" sequence="1"><UniversalAdId idRegistry="ad-id.org">U1</UniversalAdId>
            <Linear skipoffset="00:00:05"><Duration>00:00:15.5</Duration>
            <TrackingEvents><Tracking event="start">https://t/1</Tracking>
            <Tracking event="progress" offset="00:00:10">https://t/2</Tracking></TrackingEvents>
            <VideoClicks><ClickThrough>https://k/1</ClickThrough><ClickTracking>https://k/2</ClickTracking></VideoClicks>
            <MediaFiles><MediaFile delivery="progressive" type="video/mp4" width="1280" height="720" bitrate="2000" codec="avc1">
            https://m/1</MediaFile></MediaFiles>
            <Icons><Icon program="P" width="1" height="2"><StaticResource creativeType="image/png">https://o</StaticResource>
            </Icon></Icons></Linear></Creative>
            <Creative id="f"><CompanionAds><Companion width="300" height="250"><HTMLResource>&lt;b&gt;</HTMLResource></Companion>
            </CompanionAds></Creative></Creatives>
            <Extensions><Extension type="y"><z>1</z></Extension></Extensions></InLine></Ad>
            </VAST>
            """;

    @Test
    void a_response_is_printed_as_it_is() {
        Run run = Run.withInput(FULL, "vast", "-");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json()).isEqualTo(Run.compact("""
                {"version":"4.2","errors":["https://e/0?[ERRORCODE]"],"ads":[{"id":"a","sequence":1,"wrapper":false,
                "adSystem":"S","adTitle":"\\"T\\"","adServingId":"s-1","impressions":["https://i/1"],"errors":["https://e/1"],
                "creatives":[{"id":"c","adId":"d","sequence":1,
                "universalAdIds":[{"registry":"ad-id.org","value":"U1"}],"duration":15.500,"skipOffset":"00:00:05",
                "mediaFiles":[{"url":"https://m/1","type":"video/mp4","delivery":"progressive","width":1280,"height":720,
                "bitrate":2000,"codec":"avc1"}],
                "trackingEvents":[{"event":"start","url":"https://t/1"},
                {"event":"progress","offset":"00:00:10","url":"https://t/2"}],
                "clickThrough":"https://k/1","clickTracking":["https://k/2"]},{"id":"f"}],
                "extensions":[{"type":"y","xml":"<z xmlns=\\"http://www.iab.com/VAST\\">1</z>"}],
                "categories":[{"authority":"https://c","value":"IAB1"}],
                "verifications":[{"vendor":"v","javaScriptResources":[{"apiFramework":"omid","browserOptional":true,
                "url":"https://j"}],"parameters":"p"}],
                "companions":[{"width":300,"height":250,"resources":[{"kind":"html","html":"<b>"}]}],
                "icons":[{"program":"P","width":1,"height":2,
                "resources":[{"kind":"static","type":"image/png","url":"https://o"}]}]}]}
                """));
    }

    @Test
    void a_response_without_ads_is_a_result() {
        Run run = Run.withInput("<VAST version='3.0'/>", "vast", "-");
        assertThat(run.json()).isEqualTo("{\"version\":\"3.0\",\"ads\":[]}");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|-:1:1: error 100 XML_PARSING ",
                "<!DOCTYPE VAST><VAST/>|-:1:1: error 100 XML_PARSING a document type is not accepted",
                "<html/>|-:1:8: error 101 SCHEMA \"html\" is not VAST",
                "<VideoAdServingTemplate/>|-:1:26: error 102 VERSION_NOT_SUPPORTED VAST 1.0 is not supported"
            })
    void what_cannot_be_read_is_told_with_its_code_and_place(String text, String message) {
        Run run = Run.withInput(text, "vast", "-");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(message);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_is_unreadable(@TempDir Path folder) {
        Run run = Run.of("vast", folder.resolve("none.xml").toString());
        assertThat(run.err()).contains("there is no such file");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void what_is_wrong_in_one_place_is_told_and_the_rest_is_printed() {
        Run run = Run.withInput("<VAST version='4.0'>\n<Ad sequence='x'><InLine/></Ad></VAST>", "vast", "-");
        assertThat(run.json()).isEqualTo("{\"version\":\"4.0\",\"ads\":[{\"wrapper\":false}]}");
        assertThat(run.err()).isEqualTo("-:2:18: error 101 SCHEMA sequence=\"x\" is no whole number\n");
        assertThat(run.exitCode()).isZero();
    }

    private static String wrapper(String uri) {
        return "<VAST version='4.0'><Ad id='w'><Wrapper><AdSystem>W</AdSystem><VASTAdTagURI>" + uri
                + "</VASTAdTagURI><Impression>https://i/w</Impression></Wrapper></Ad></VAST>";
    }

    private static final String INLINE =
            "<VAST version='4.0'><Ad id='x'><InLine><Impression>https://i/x</Impression></InLine></Ad></VAST>";

    @Test
    void a_wrapper_is_followed_to_files_beside_it(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("the ad.xml"), INLINE);
        Files.writeString(folder.resolve("between.xml"), wrapper("the ad.xml"));
        Path outer = Files.writeString(folder.resolve("outer.xml"), wrapper("between.xml"));
        Run run = Run.of("vast", outer.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.json())
                .isEqualTo(
                        "{\"version\":\"4.0\",\"ads\":[{\"id\":\"x\",\"wrapper\":false,\"impressions\":[\"https://i/w\","
                                + "\"https://i/w\",\"https://i/x\"]}]}");
    }

    @Test
    void a_wrapper_that_leads_nowhere_is_printed_and_told(@TempDir Path folder) throws IOException {
        Path outer = Files.writeString(folder.resolve("outer.xml"), wrapper("none.xml"));
        Run run = Run.of("vast", outer.toString());
        assertThat(run.err()).contains("error 301 ", "none.xml");
        assertThat(run.json())
                .isEqualTo("{\"version\":\"4.0\",\"ads\":[{\"id\":\"w\",\"wrapper\":true,\"adSystem\":\"W\","
                        + "\"vastAdTagUri\":\"none.xml\",\"impressions\":[\"https://i/w\"]}]}");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_wrapper_is_followed_over_the_network_only_if_that_is_asked_for(@TempDir Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try {
            Path secret = Files.writeString(folder.resolve("secret.xml"), INLINE);
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                byte[] body = (path.equals("/w")
                                ? wrapper("x")
                                : path.equals("/f") ? wrapper(secret.toUri().toString()) : INLINE)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            Path outer = Files.writeString(folder.resolve("outer.xml"), wrapper(base + "/w"));
            assertThat(Run.of("vast", outer.toString())
                            .tree()
                            .at("/ads/0/wrapper")
                            .asBoolean())
                    .isTrue();
            assertThat(Run.of("vast", "--follow", outer.toString())
                            .tree()
                            .at("/ads/0/impressions")
                            .toString())
                    .isEqualTo("[\"https://i/w\",\"https://i/w\",\"https://i/x\"]");
            assertThat(Run.of("vast", base + "/w").tree().at("/ads/0/wrapper").asBoolean())
                    .isTrue();
            assertThat(Run.of("vast", "--follow", base + "/w")
                            .tree()
                            .at("/ads/0/id")
                            .asText())
                    .isEqualTo("x");
            // What comes from the network may not name files of this machine.
            assertThat(Run.of("vast", "--follow", base + "/f")
                            .tree()
                            .at("/ads/0/wrapper")
                            .asBoolean())
                    .isTrue();
        } finally {
            server.stop(0);
        }
    }
}

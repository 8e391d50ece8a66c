package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StitchAdResponseTest {
    @TempDir
    private Path folder;

    private Path content = Path.of("");

    @BeforeEach
    void writePlaylists() throws IOException {
        content = media("content.m3u8", "", "c0.ts", "c1.ts", "c2.ts", "c3.ts");
        media("ads/a.m3u8", "", "a0.ts");
        media("ads/b.m3u8", "", "b0.ts");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path media(String name, String beforeThird, String... uris) throws IOException {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
        for (int i = 0; i < uris.length; i++) {
            text.append(i == 2 ? beforeThird : "")
                    .append("#EXTINF:6.000,\n")
                    .append(uris[i])
                    .append('\n');
        }
        return write(name, text.append("#EXT-X-ENDLIST\n").toString());
    }

    private static String ad(String id, String sequence, String uri) {
        return "<Ad id='" + id + "'" + sequence + "><InLine><AdSystem>s</AdSystem><AdTitle>t</AdTitle>"
                + "<Error>https://t.example/e?[ERRORCODE]</Error><Impression>https://t.example/" + id
                + "/i</Impression>"
                + "<Creatives><Creative><Linear><Duration>00:00:15</Duration><TrackingEvents>"
                + "<Tracking event='midpoint'>https://t.example/m</Tracking></TrackingEvents><MediaFiles>"
                + "<MediaFile delivery='streaming' type='application/x-mpegURL'>" + uri
                + "</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>";
    }

    private static String adBreak(String offset, String source) {
        return "<vmap:AdBreak timeOffset='" + offset + "' breakType='linear' breakId='id" + offset + "'><vmap:AdSource>"
                + source + "</vmap:AdSource></vmap:AdBreak>";
    }

    private static String inline(String... ads) {
        return "<vmap:VASTAdData><VAST version='3.0'>" + String.join("", ads) + "</VAST></vmap:VASTAdData>";
    }

    private Path vmap(String... breaks) throws IOException {
        return write(
                "responses/vmap.xml",
                "<vmap:VMAP xmlns:vmap='http://www.iab.net/videosuite/vmap' version='1.0'>" + String.join("", breaks)
                        + "</vmap:VMAP>");
    }

    private static List<String> played(Run run) {
        return run.outText().lines().filter(line -> line.endsWith(".ts")).toList();
    }

    @Test
    void breaks_of_a_vmap_response_are_spliced_in() throws IOException {
        write(
                "responses/pod.xml",
                "<VAST version='4.2'>" + ad("b", " sequence='2'", "../ads/b.m3u8")
                        + ad("a", " sequence='1'", "../ads/a.m3u8") + "</VAST>");
        Path report = folder.resolve("report.json");
        Run run = Run.of(
                "stitch",
                content.toString(),
                "--vmap",
                vmap(
                                adBreak("start", inline(ad("a", "", "../ads/a.m3u8"))),
                                adBreak("00:00:12.000", "<vmap:AdTagURI>pod.xml</vmap:AdTagURI>"),
                                adBreak(
                                        "100%",
                                        inline(ad(
                                                "b",
                                                "",
                                                folder.resolve("ads/b.m3u8")
                                                        .toUri()
                                                        .toString()))))
                        .toString(),
                "--report",
                report.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(played(run))
                .containsExactly(
                        "ads/a0.ts", "c0.ts", "c1.ts", "ads/a0.ts", "ads/b0.ts", "c2.ts", "c3.ts", "ads/b0.ts");
        JsonNode json = Run.tree(Files.readString(report));
        assertThat(json.path("breaks").findValuesAsText("id").stream().filter(id -> id.startsWith("id")))
                .containsExactly("idstart", "id00:00:12.000", "id100%");
        List<String> events = new ArrayList<>();
        for (JsonNode ad : json.path("tracking")) {
            for (JsonNode event : ad.path("events")) {
                event.path("urls")
                        .forEach(url -> events.add(ad.path("breakId").asText() + " "
                                + event.path("time").asText() + " " + url.asText()));
            }
        }
        assertThat(events)
                .containsExactly(
                        "idstart 0.000 https://t.example/a/i",
                        "idstart 3.000 https://t.example/m",
                        "id00:00:12.000 18.000 https://t.example/a/i",
                        "id00:00:12.000 21.000 https://t.example/m",
                        "id00:00:12.000 24.000 https://t.example/b/i",
                        "id00:00:12.000 27.000 https://t.example/m",
                        "id100% 42.000 https://t.example/b/i",
                        "id100% 45.000 https://t.example/m");
    }

    @Test
    void ads_of_a_vast_response_go_where_the_option_says() throws IOException {
        Path vast = write("vast@home.xml", "<VAST version='2.0'>" + ad("a", "", "ads/a.m3u8") + "</VAST>");
        Run run = Run.of("stitch", content.toString(), "--vast", vast + "@50%", "--vast", vast + "@end");
        assertThat(played(run)).containsExactly("c0.ts", "c1.ts", "ads/a0.ts", "c2.ts", "c3.ts", "ads/a0.ts");
        assertThat(Run.of(
                                "stitch",
                                content.toString(),
                                "--vast",
                                vast.toString().replace("@", "") + "@x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of("stitch", content.toString(), "--vast", "vast.xml").exitCode())
                .isEqualTo(2);
        assertThat(Run.of("stitch", content.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void the_nth_opportunity_is_where_cue_markers_stand() throws IOException {
        Path marked = media("marked.m3u8", "#EXT-X-CUE-OUT:0\n#EXT-X-CUE-IN\n", "c0.ts", "c1.ts", "c2.ts", "c3.ts");
        Path vmap = vmap(
                adBreak("#1", inline(ad("a", "", "../ads/a.m3u8"))),
                adBreak("#2", inline(ad("b", "", "../ads/b.m3u8"))));
        Run run = Run.of("stitch", marked.toString(), "--vmap", vmap.toString());
        assertThat(played(run)).containsExactly("c0.ts", "c1.ts", "ads/a0.ts", "c2.ts", "c3.ts");
        assertThat(run.err()).contains("break #2: left out: NO_SUCH_OPPORTUNITY");
    }

    @Test
    void what_cannot_play_is_reported_with_its_error_code() throws IOException {
        Path report = folder.resolve("report.json");
        Path vmap = vmap(
                adBreak("start", inline(ad("a", "", "../ads/gone.m3u8"))),
                adBreak("end", inline(ad("a", "", "x.mp4").replace("application/x-mpegURL", "video/mp4"))));
        Run run = Run.of("stitch", content.toString(), "--vmap", vmap.toString(), "--report", report.toString());
        assertThat(run.out()).isEqualTo(Files.readAllBytes(content));
        JsonNode json = Run.tree(Files.readString(report));
        assertThat(json.path("errorBeacons"))
                .extracting(JsonNode::asText)
                .containsExactly("https://t.example/e?401", "https://t.example/e?403");
        assertThat(json.path("breaks")
                        .path(0)
                        .path("refusedAds")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("AD_UNAVAILABLE");
        assertThat(json.path("breaks")
                        .path(1)
                        .path("refusedAds")
                        .path(0)
                        .path("reason")
                        .asText())
                .isEqualTo("NO_SUPPORTED_MEDIA_FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<VMAP/>",
                "<html><body>502 Bad Gateway</body></html>",
                "<!DOCTYPE v [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><VMAP version='1.0'>&x;</VMAP>",
                "<VMAP version='1.0'><AdBreak timeOffset='later'/><AdBreak/></VMAP>",
                "<VMAP version='1.0'><AdBreak timeOffset='start'><AdSource><AdTagURI>vmap.xml</AdTagURI></AdSource></AdBreak></VMAP>",
                "<VMAP version='1.0'><AdBreak timeOffset='start'><AdSource><AdTagURI>http://127.0.0.1:9/</AdTagURI></AdSource></AdBreak></VMAP>"
            })
    void content_comes_out_whatever_the_response_is(String response) throws IOException {
        Path file = write("responses/vmap.xml", response);
        Run run = Run.of("stitch", content.toString(), "--vmap", file.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(Files.readAllBytes(content));
        assertThat(Run.of("stitch", content.toString(), "--require", "--vmap", file.toString())
                        .exitCode())
                .isEqualTo(1);
        Run vast = Run.of(
                "stitch", content.toString(), "--vast", file + "@start", "--vast", folder.resolve("none") + "@6");
        assertThat(vast.exitCode()).isZero();
        assertThat(vast.out()).isEqualTo(Files.readAllBytes(content));
    }

    @Test
    void nothing_of_a_response_ends_a_line_or_a_quoted_value() throws IOException {
        String nasty = "a&quot;&#10;#EXT-X-ENDLIST&#13;{$x}";
        Path vmap = vmap(adBreak("start", inline(ad(nasty, "", "../ads/a.m3u8"))));
        for (String style : List.of("daterange", "cue", "none")) {
            Run run = Run.of(
                    "stitch",
                    content.toString(),
                    "--vmap",
                    vmap.toString(),
                    "--markers",
                    style,
                    "--program-date-time",
                    "keep");
            assertThat(run.exitCode()).isZero();
            assertThat(run.outText().lines().filter("#EXT-X-ENDLIST"::equals)).hasSize(1);
            assertThat(played(run)).containsExactly("ads/a0.ts", "c0.ts", "c1.ts", "c2.ts", "c3.ts");
        }
    }
}

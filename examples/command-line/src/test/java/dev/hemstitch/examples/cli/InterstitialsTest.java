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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterstitialsTest {
    private static final Path SAMPLES = Path.of("..", "..", "samples");

    @TempDir
    private Path folder;

    private Path content = Path.of("");
    private Path ad = Path.of("");

    @BeforeEach
    void writePlaylists() throws IOException {
        content = write("content.m3u8", "6.000", "c0.ts", "c1.ts", "c2.ts");
        ad = write("ads/ad.m3u8", "5.000", "a0.ts");
    }

    private Path write(String name, String duration, String... uris) throws IOException {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n");
        for (String uri : uris) {
            text.append("#EXTINF:").append(duration).append(",\n").append(uri).append('\n');
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text.append("#EXT-X-ENDLIST\n"));
    }

    private Run stitch(String... options) {
        List<String> arguments = new ArrayList<>(List.of("stitch", content.toString(), "--interstitials"));
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    @Test
    void a_media_playlist_goes_to_standard_output_with_one_date_range_for_the_break() {
        Run run = stitch("--break", "6=" + ad);
        assertThat(run.exitCode()).isZero();
        assertThat(run.outText()).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:3
                        #EXT-X-TARGETDURATION:6
                        #EXT-X-PROGRAM-DATE-TIME:1970-01-01T00:00:00.000Z
                        #EXTINF:6.000,
                        c0.ts
                        #EXT-X-DATERANGE:ID="break-6000",CLASS="com.apple.hls.interstitial",\
                        START-DATE="1970-01-01T00:00:06.000Z",DURATION=5.000,\
                        X-ASSET-URI="%s?_HLS_interstitial_id=break-6000",X-RESUME-OFFSET=0
                        #EXTINF:6.000,
                        c1.ts
                        #EXTINF:6.000,
                        c2.ts
                        #EXT-X-ENDLIST
                        """.formatted(ad.toUri()));
    }

    @Test
    void a_pod_has_an_asset_list_of_absolute_uris_beside_the_output() throws IOException {
        Path out = folder.resolve("out/stitched.m3u8");
        Run run = stitch("--break", "6=" + ad + "," + ad, "--out", out.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(out))
                .contains("X-ASSET-LIST=\"assets-break-6000.json?_HLS_interstitial_id=break-6000\"")
                .contains("DURATION=10.000")
                .contains("\n../c0.ts\n");
        assertThat(Run.tree(Files.readString(out.resolveSibling("assets-break-6000.json")))
                        .toString())
                .isEqualTo(Run.compact("""
                        {"ASSETS":[{"URI":"%1$s","DURATION":5.000},
                                   {"URI":"%1$s","DURATION":5.000}]}""".formatted(ad.toUri())));
    }

    @Test
    void uris_that_bear_no_further_parameter_stay_as_they_are() throws IOException {
        assertThat(stitch("--break", "6=" + ad, "--no-interstitial-id").outText())
                .contains("X-ASSET-URI=\"" + ad.toUri() + "\"");
        Path out = folder.resolve("out.m3u8");
        stitch("--break", "6=" + ad + "," + ad, "--no-interstitial-id", "--out", out.toString());
        assertThat(Files.readString(out)).contains("X-ASSET-LIST=\"assets-break-6000.json\"");
    }

    @Test
    void an_option_about_interstitials_without_them_is_bad_usage() {
        Run run = Run.of("stitch", content.toString(), "--break", "6=" + ad, "--no-interstitial-id");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("goes with --interstitials");
    }

    @Test
    void a_pod_on_standard_output_has_no_place_for_its_list() {
        Run run = stitch("--break", "6=" + ad + "," + ad);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("needs --out");
    }

    @Test
    void the_report_says_what_was_scheduled_and_what_was_refused() throws IOException {
        Path out = folder.resolve("out.m3u8");
        Path report = folder.resolve("report.json");
        stitch(
                "--break",
                "6=" + ad + "," + ad,
                "--break",
                "99=" + ad,
                "--out",
                out.toString(),
                "--report",
                report.toString());
        JsonNode breaks = Run.tree(Files.readString(report)).path("breaks");
        assertThat(breaks.path(0).path("inserted").asBoolean()).isTrue();
        assertThat(breaks.path(0).path("interstitial").toString()).isEqualTo(Run.compact("""
                {"id":"break-6000","start":6.000,"startDate":"1970-01-01T00:00:06.000Z","duration":10.000,
                 "resumeOffset":0.000,"assetList":"%s","assets":[
                  {"ad":"%s","uri":"%s","duration":5.000},{"ad":"%s","uri":"%s","duration":5.000}]}""".formatted(
                        folder.resolve("assets-break-6000.json").toUri(), ad, ad.toUri(), ad, ad.toUri())));
        assertThat(breaks.path(1).path("inserted").asBoolean()).isFalse();
        assertThat(breaks.path(1).path("refused").path("reason").asText()).isEqualTo("BEYOND_END");
        JsonNode tree = Run.tree(Files.readString(report));
        assertThat(tree.path("timeline")).hasSize(4);
        assertThat(tree.path("tracking").path(1).path("events").path(0).toString())
                .isEqualTo(Run.compact("{\"event\":\"start\",\"time\":11.000}"));
    }

    @ParameterizedTest
    @CsvSource({
        "6 --replace, X-RESUME-OFFSET=5.000",
        "6 --replace, X-SNAP=\"IN\"",
        "7, 'T00:00:07.000Z'",
        "7, 'X-SNAP=\"OUT,IN\"'",
        "7 --snap nearest, 'T00:00:06.000Z'",
        "7 --snap after, 'T00:00:12.000Z'",
        "7 --tolerance 2, 'T00:00:06.000Z'",
        "0, CUE=\"PRE\"",
        "end, CUE=\"POST\"",
        "100%, CUE=\"POST\""
    })
    void options_mean_what_they_mean_for_splicing(String options, String expected) {
        String[] words = options.split(" ");
        List<String> arguments = new ArrayList<>(List.of("--break", words[0] + "=" + ad));
        arguments.addAll(List.of(words).subList(1, words.length));
        Run run = stitch(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.outText()).contains(expected);
    }

    @Test
    void what_cannot_be_done_leaves_the_content_as_it_is() throws IOException {
        Run run = stitch("--break", "7=" + ad, "--tolerance", "0.5", "--break", "6=missing.m3u8", "--require");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(Files.readAllBytes(content));
        assertThat(run.err()).contains("NO_BOUNDARY_WITHIN_TOLERANCE").contains("AD_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--break 6=a --markers cue",
                "--break 6=a --markers daterange",
                "--break 6=a --program-date-time keep",
                ""
            })
    void what_does_not_go_together_is_bad_usage(String options) {
        Run run = stitch(options.isEmpty() ? new String[0] : options.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: hemstitch stitch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ts", "fmp4", "aes128", "byterange"})
    void a_presentation_of_each_kind_is_valid(String kind) {
        Path sample = SAMPLES.resolve(kind);
        String one = sample.resolve("ad-10/multivariant.m3u8").toString();
        String other = sample.resolve("ad-15/multivariant.m3u8").toString();
        Path out = folder.resolve(kind);
        Run run = Run.of(
                "stitch",
                sample.resolve("content/multivariant.m3u8").toString(),
                "--interstitials",
                "--break=0=" + one,
                "--break=50%=" + one + "," + other,
                "--break=end=" + other,
                "--out=" + out,
                "--require");
        assertThat(run.exitCode()).isZero();
        Run validated = Run.of("validate", out.resolve("multivariant.m3u8").toString());
        assertThat(validated.outText()).doesNotContain(": error ").doesNotContain("ASSET_WITHOUT_ID");
        assertThat(validated.exitCode()).isZero();
    }

    @Test
    void a_break_of_an_ad_response_has_signaling_in_its_list() throws IOException {
        Path vmap = Files.writeString(folder.resolve("vmap.xml"), """
                <VMAP version="1.0"><AdBreak timeOffset="00:00:06.000" breakType="linear" breakId="mid/1">
                <AdSource><VASTAdData><VAST version="4.2">%s%s</VAST></VASTAdData></AdSource></AdBreak></VMAP>
                """.formatted(response(1), response(2)));
        Path out = folder.resolve("out.m3u8");
        Run run = stitch("--vmap", vmap.toString(), "--out", out.toString(), "--require");
        assertThat(run.err()).doesNotContain("left out");
        assertThat(Files.readString(out))
                .contains("ID=\"mid/1\"")
                .contains("X-ASSET-LIST=\"assets-mid-1.json?_HLS_interstitial_id=mid%2F1\"");
        JsonNode list = Run.tree(Files.readString(folder.resolve("assets-mid-1.json")));
        assertThat(list.path("ASSETS"))
                .hasSize(2)
                .allSatisfy(asset -> assertThat(asset.path("X-AD-CREATIVE-SIGNALING")
                                .path("payload")
                                .path(0)
                                .path("tracking")
                                .path(0)
                                .path("type")
                                .asText())
                        .isEqualTo("impression"));
    }

    private String response(int sequence) {
        return """
                <Ad id="a%d" sequence="%d"><InLine><AdSystem>s</AdSystem><Impression>https://t.example/i</Impression>
                <Creatives><Creative><Linear><Duration>00:00:05</Duration><MediaFiles><MediaFile delivery="streaming"
                type="application/x-mpegURL">%s</MediaFile></MediaFiles></Linear></Creative></Creatives></InLine></Ad>
                """.formatted(sequence, sequence, ad.toUri() + "?" + sequence);
    }
}

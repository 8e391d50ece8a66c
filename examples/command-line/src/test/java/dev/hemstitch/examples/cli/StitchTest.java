package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// Size: the options of one command.
class StitchTest {
    private static final Path SAMPLES = Path.of("..", "..", "samples");
    private static final String CONTENT =
            SAMPLES.resolve("fmp4/content/multivariant.m3u8").toString();
    private static final String AD =
            SAMPLES.resolve("fmp4/ad-10/multivariant.m3u8").toString();

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
        String[] arguments = new String[options.length + 2];
        arguments[0] = "stitch";
        arguments[1] = content.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Run.of(arguments);
    }

    @Test
    void a_media_playlist_goes_to_standard_output_and_resolves_from_the_contents_place() {
        Run run = stitch("--break", "6=" + ad);
        assertThat(run.exitCode()).isZero();
        assertThat(run.outText()).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:3
                        #EXT-X-TARGETDURATION:6
                        #EXTINF:6.000,
                        c0.ts
                        #EXT-X-DISCONTINUITY
                        #EXTINF:5.000,
                        ads/a0.ts
                        #EXT-X-DISCONTINUITY
                        #EXTINF:6.000,
                        c1.ts
                        #EXTINF:6.000,
                        c2.ts
                        #EXT-X-ENDLIST
                        """);
    }

    @Test
    void a_file_resolves_from_where_it_stands() throws IOException {
        Path out = folder.resolve("deep/er/out.m3u8");
        Run run = stitch("--break", "end=" + ad, "--out", out.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("written: " + out);
        assertThat(Files.readString(out)).contains("\n../../c0.ts\n").contains("\n../../ads/a0.ts\n#EXT-X-ENDLIST");
    }

    @Test
    void a_presentation_goes_into_a_folder_with_one_file_for_each_rendition() throws IOException {
        Path out = folder.resolve("out");
        Path report = folder.resolve("report.json");
        Run run = Run.of(
                "stitch", CONTENT, "--break", "50%=" + AD, "--out", out.toString(), "--report", report.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(out)
                .isDirectoryContaining("glob:**/multivariant.m3u8")
                .isDirectoryContaining("glob:**/v180-media.m3u8")
                .isDirectoryContaining("glob:**/v90-iframes.m3u8")
                .isDirectoryContaining("glob:**/audio-de-media.m3u8")
                .isDirectoryContaining("glob:**/subtitles-en-media.m3u8");
        JsonNode adBreak = Run.tree(Files.readString(report)).path("breaks").path(0);
        assertThat(adBreak.path("asked").asText()).isEqualTo("50%");
        assertThat(adBreak.path("inserted").asBoolean()).isTrue();
        assertThat(adBreak.path("renditions")).hasSize(7).allSatisfy(rendition -> {
            assertThat(rendition.path("skew").decimalValue()).isBetween(new BigDecimal("-0.1"), new BigDecimal("0.1"));
            assertThat(rendition.path("matched").path(0).path("because").asText())
                    .isNotEmpty();
        });
    }

    @Test
    void the_report_has_the_timeline_and_when_events_fall_due() throws IOException {
        Path report = folder.resolve("report.json");
        stitch("--break", "6=" + ad, "--report", report.toString());
        JsonNode tree = Run.tree(Files.readString(report));
        assertThat(tree.path("timeline").toString()).isEqualTo(Run.compact("""
                                [{"plays":"content","start":0.000,"end":6.000,"contentStart":0.000},
                                 {"plays":"ad","start":6.000,"end":11.000,"contentStart":6.000,"ad":"%s"},
                                 {"plays":"content","start":11.000,"end":23.000,"contentStart":6.000}]""".formatted(ad)));
        assertThat(tree.path("tracking").path(0).path("events").toString()).isEqualTo(Run.compact("""
                                [{"event":"start","time":6.000},{"event":"firstQuartile","time":7.250},
                                 {"event":"midpoint","time":8.500},{"event":"thirdQuartile","time":9.750},
                                 {"event":"complete","time":11.000}]"""));
    }

    @Test
    void the_report_s_tracking_points_to_its_breaks_in_whatever_order_they_were_asked_for() throws IOException {
        Path other = write("ads/other.m3u8", "4.000", "b0.ts");
        Path report = folder.resolve("report.json");
        stitch("--break", "end=" + ad, "--break", "99=" + ad, "--break", "0=" + other, "--report", report.toString());
        JsonNode tree = Run.tree(Files.readString(report));

        assertThat(tree.path("tracking")).hasSize(2);
        for (JsonNode tracked : tree.path("tracking")) {
            JsonNode adBreak = tree.path("breaks").path(tracked.path("break").asInt());
            assertThat(adBreak.path("ads").path(0).path("id")).isEqualTo(tracked.path("ad"));
        }
    }

    @Test
    void the_report_names_image_playlists_that_the_output_goes_without() throws IOException {
        Path multivariant = Files.writeString(
                folder.resolve("main.m3u8"),
                "#EXTM3U\n#EXT-X-IMAGE-STREAM-INF:BANDWIDTH=1,URI=\"i.m3u8\"\n#EXT-X-STREAM-INF:BANDWIDTH=9\ncontent.m3u8\n");
        for (String interstitials : List.of("", "--interstitials")) {
            Path out = folder.resolve("out" + interstitials);
            Path report = folder.resolve("report" + interstitials + ".json");
            Run.of(Stream.of(
                            "stitch",
                            multivariant.toString(),
                            "--break",
                            "6=" + ad,
                            "--out",
                            out.toString(),
                            "--report",
                            report.toString(),
                            interstitials)
                    .filter(argument -> !argument.isEmpty())
                    .toArray(String[]::new));
            boolean named = Files.readString(out.resolve("multivariant.m3u8")).contains("URI=\"../i.m3u8\"");
            JsonNode dropped = Run.tree(Files.readString(report)).path("droppedImages");
            assertThat(dropped.path(0).path("name").asText()).isEqualTo(interstitials.isEmpty() ? "i.m3u8" : "");
            assertThat(named).isEqualTo(!interstitials.isEmpty());
        }
    }

    @Test
    void the_report_shows_each_of_two_breaks_at_one_place_with_its_own_ads() throws IOException {
        Path other = write("ads/other.m3u8", "4.000", "b0.ts");
        Path report = folder.resolve("report.json");
        stitch("--break", "6=" + ad, "--break", "7=" + other, "--report", report.toString());
        JsonNode breaks = Run.tree(Files.readString(report)).path("breaks");
        for (int i = 0; i < 2; i++) {
            assertThat(breaks.path(i).path("ads")).hasSize(1);
            assertThat(breaks.path(i).path("ads").path(0).path("id").asText())
                    .isEqualTo((i == 0 ? ad : other).toString());
            assertThat(breaks.path(i).path("renditions").path(0).path("matched"))
                    .hasSize(1);
        }
    }

    @Test
    void rule_40_subtitles_that_an_ad_lacks_are_filled_with_webvtt_that_has_a_timestamp_map() throws IOException {
        Path bare = folder.resolve("bare.m3u8");
        String adFolder =
                SAMPLES.resolve("fmp4/ad-10").toAbsolutePath().normalize().toString();
        Files.writeString(
                bare,
                Files.readString(Path.of(AD))
                        .replace(",SUBTITLES=\"subtitles\"", "")
                        .lines()
                        .filter(line -> !line.contains("TYPE=SUBTITLES"))
                        .map(line -> line.startsWith("#")
                                ? line.replace("URI=\"", "URI=\"" + adFolder + "/")
                                : adFolder + "/" + line)
                        .reduce("", (text, line) -> text + line + "\n")
                        .replace(adFolder + "/\n", "")
                        .replace("\n\n", "\n"));
        Path out = folder.resolve("out");
        Run run = Run.of("stitch", CONTENT, "--break", "0=" + bare, "--out", out.toString(), "--require");
        assertThat(run.err()).doesNotContain("left out");
        assertThat(run.exitCode()).isZero();
        assertThat(Files.readString(out.resolve("subtitles-en-media.m3u8")))
                .contains("#EXTINF:2.000,\nno-subtitles.vtt\n");
        assertThat(Files.readString(out.resolve("no-subtitles.vtt"))).startsWith("WEBVTT\nX-TIMESTAMP-MAP=");
    }

    @ParameterizedTest
    @CsvSource({
        "--break, 5=AD, AD_BEFORE_c1",
        "--break, 2=AD, AD_BEFORE_c0",
        "--break, 2=AD --snap after, AD_BEFORE_c1",
        "--break, 5=AD --snap before, AD_BEFORE_c0",
        "--break, 2=AD --tolerance 1.5, NONE",
        "--break, 7=AD --tolerance 1.5, AD_BEFORE_c1"
    })
    void a_break_within_a_segment_takes_a_boundary(String option, String value, String expected) {
        Run run = stitch((option + " " + value.replace("AD", ad.toString())).split(" "));
        String shown = run.outText().contains("ads/a0.ts")
                ? run.outText().contains("ads/a0.ts\n#EXT-X-DISCONTINUITY\n#EXTINF:6.000,\nc0.ts")
                        ? "AD_BEFORE_c0"
                        : "AD_BEFORE_c1"
                : "NONE";
        assertThat(shown).isEqualTo(expected);
    }

    @Test
    void replaced_content_goes_and_markers_stand_round_the_ads() {
        Run run = stitch("--break", "6=" + ad, "--replace", "--markers", "cue");
        assertThat(run.outText())
                .contains("c0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-OUT:5.000\n#EXTINF:5.000,\nads/a0.ts\n")
                .contains("ads/a0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n#EXTINF:6.000,\nc2.ts")
                .doesNotContain("c1.ts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.m3u8", "content.m3u8/nothing"})
    void an_ad_that_cannot_be_read_leaves_the_content_as_it_is(String name) throws IOException {
        Run run = stitch("--break", "6=" + folder.resolve(name));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(Files.readAllBytes(content));
        assertThat(run.err()).contains("AD_UNAVAILABLE").contains("NO_ADS");
    }

    @Test
    void what_is_required_and_not_done_is_answered_with_no() {
        assertThat(stitch("--break", "99=" + ad, "--require").exitCode()).isEqualTo(1);
        assertThat(stitch("--break", "99=" + ad).exitCode()).isZero();
        assertThat(stitch("--break", "6=" + ad, "--require").exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--break 6",
                "--break x=a",
                "--break -1=a",
                "--break 101%=a",
                "--break 6=",
                "--break 6=a,,b",
                "--break 6=a --snap near",
                "--break 6=a --tolerance -1",
                "--break 6=a --markers daterange --program-date-time drop"
            })
    void bad_usage_is_explained(String options) {
        Run run = stitch(options.isEmpty() ? new String[0] : options.split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: hemstitch stitch");
    }

    @Test
    void nothing_that_was_read_and_no_output_is_overwritten() throws IOException {
        byte[] before = Files.readAllBytes(content);
        Path multivariant = folder.resolve("in/multivariant.m3u8");
        Files.createDirectories(multivariant.getParent());
        Files.writeString(multivariant, "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n../content.m3u8\n");
        Path out = folder.resolve("out.m3u8");
        for (Run run : List.of(
                stitch("--break", "6=" + ad, "--out", content.toString()),
                stitch("--break", "6=" + ad, "--out", folder + "/ads/../content.m3u8"),
                stitch("--break", "6=" + ad, "--out", ad.toString()),
                stitch("--break", "6=" + ad, "--report", ad.toString()),
                stitch("--break", "6=" + ad, "--out", out.toString(), "--report", out.toString()),
                Run.of("stitch", multivariant.toString(), "--break", "6=" + ad, "--out", folder + "/in"))) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("would overwrite");
        }
        assertThat(out).doesNotExist();
        assertThat(Files.readAllBytes(content)).isEqualTo(before);
        assertThat(stitch("--break", "6=" + ad, "--out", out.toString()).exitCode())
                .isZero();
        assertThat(stitch("--break", "6=" + ad, "--out", out.toString()).exitCode())
                .isZero();
    }

    @Test
    void the_playlist_of_several_that_cannot_be_read_is_named() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.m3u8"), "hello");
        Path main = folder.resolve("main.m3u8");
        String variant = "#EXT-X-STREAM-INF:BANDWIDTH=1\n";
        Files.writeString(main, "#EXTM3U\n" + variant + "content.m3u8\n" + variant + "broken.m3u8\n");
        Run run = Run.of("stitch", main.toString(), "--break", "6=" + ad, "--out", folder + "/out");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(broken.getFileName() + ":1:1: error NOT_A_PLAYLIST");
        assertThat(Run.of("timeline", main.toString()).err()).contains(broken.getFileName() + ":1:1");
        Files.writeString(main, "#EXTM3U\n" + variant + "content.m3u8\n" + variant + "{$x}.m3u8\n");
        assertThat(Run.of("timeline", main.toString()).err()).contains("main.m3u8:1:1");
    }

    @Test
    void a_number_that_is_none_is_told_in_words() {
        assertThat(stitch("--break", "6=" + ad, "--tolerance", "x").err())
                .startsWith("Invalid value for option '--tolerance': 'x' is no number");
    }

    @Test
    void content_that_cannot_be_read_is_no_answer() {
        assertThat(Run.of("stitch", folder.resolve("none.m3u8").toString(), "--break", "0=" + ad)
                        .exitCode())
                .isEqualTo(2);
        assertThat(Run.of("stitch", CONTENT, "--break", "0=" + AD).err()).contains("needs --out FOLDER");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x\\,y/a\\,d.m3u8; x,y/a0.ts",
                "ads/ad.m3u8,x\\,y/a\\,d.m3u8; ads/a0.ts x,y/a0.ts",
                "x\\,y/a\\,d.m3u8,ads/ad.m3u8; x,y/a0.ts ads/a0.ts",
                "none.m3u8,ads/ad.m3u8; ads/a0.ts"
            })
    void an_ad_may_have_commas_in_its_path(String ads, String expected) throws IOException {
        write("x,y/a,d.m3u8", "5.000", "a0.ts");
        String root = folder + "/";
        String absolute = root + ads.replace(",ads/", "," + root + "ads/").replace("m3u8,x", "m3u8," + root + "x");
        Run run = stitch("--break", "end=" + absolute);
        assertThat(run.outText().lines().filter(line -> line.contains("/"))).containsExactly(expected.split(" "));
    }

    @Test
    void content_that_has_not_ended_is_stitched_with_a_warning() throws IOException {
        Files.writeString(content, Files.readString(content).replace("#EXT-X-ENDLIST\n", ""));
        Run run = stitch("--break", "6=" + ad);
        assertThat(run.exitCode()).isZero();
        assertThat(run.outText()).contains("ads/a0.ts");
        assertThat(run.err()).contains("content.m3u8: warning CONTENT_NOT_ENDED");
        assertThat(stitch("--break", "99=" + ad).err()).doesNotContain("CONTENT_NOT_ENDED");
        assertThat(stitch("--break", "6=" + ad, "--interstitials").err()).doesNotContain("CONTENT_NOT_ENDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--interstitials"})
    void a_delta_update_stays_as_it_is(String option) throws IOException {
        Files.writeString(
                content,
                Files.readString(content)
                        .replace("#EXT-X-ENDLIST\n", "")
                        .replaceFirst("#EXTINF", "#EXT-X-SKIP:SKIPPED-SEGMENTS=3\n#EXTINF"));
        Run run = option.isEmpty() ? stitch("--break", "6=" + ad) : stitch("--break", "6=" + ad, option);
        assertThat(run.out()).isEqualTo(Files.readAllBytes(content));
        assertThat(run.err()).contains("left out: CONTENT_INCOMPLETE");
    }

    @Test
    void content_with_a_cue_that_ends_a_break_gets_no_second_one_behind_ads() throws IOException {
        Files.writeString(
                content,
                Files.readString(content)
                        .replace("#EXTINF:6.000,\nc1", "#EXT-X-CUE-OUT:6\n#EXTINF:6.000,\nc1")
                        .replace("#EXTINF:6.000,\nc2", "#EXT-X-CUE-IN\n#EXTINF:6.000,\nc2"));
        assertThat(stitch("--break", "6=" + ad, "--markers", "cue", "--replace").outText())
                .contains("ads/a0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n#EXTINF:6.000,\nc2.ts");
        assertThat(stitch("--break", "6=" + ad, "--markers", "cue").outText())
                .contains("ads/a0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:6\n#EXTINF:6.000,\nc1.ts");
        Files.writeString(content, Files.readString(content).replace("OUT:6\n", "OUT:0\n#EXT-X-CUE-IN\n"));
        assertThat(stitch("--break", "6=" + ad, "--markers", "cue").outText())
                .contains("ads/a0.ts\n#EXT-X-DISCONTINUITY\n#EXT-X-CUE-IN\n#EXT-X-CUE-OUT:0\n#EXT-X-CUE-IN\n#EXTINF");
    }

    @Test
    void empty_subtitles_have_the_discontinuities_of_the_ad() throws IOException {
        write("subtitles.m3u8", "6.000", "s0.vtt", "s1.vtt", "s2.vtt");
        write("ads/two.m3u8", "2.000", "a0.ts", "a1.ts");
        Path two = folder.resolve("ads/two.m3u8");
        Files.writeString(two, Files.readString(two).replace("a0.ts\n", "a0.ts\n#EXT-X-DISCONTINUITY\n"));
        Path main = folder.resolve("main.m3u8");
        String variant = "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1.4d401f,mp4a.40.2\"";
        Files.writeString(
                main,
                "#EXTM3U\n#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"s\",NAME=\"s\",URI=\"subtitles.m3u8\"\n" + variant
                        + ",SUBTITLES=\"s\"\ncontent.m3u8\n");
        Path adMain = Files.writeString(folder.resolve("ads/main.m3u8"), "#EXTM3U\n" + variant + "\ntwo.m3u8\n");
        Run run = Run.of("stitch", main.toString(), "--break", "6=" + adMain, "--out", folder + "/out", "--require");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Files.readString(folder.resolve("out/subtitles.m3u8")))
                .contains("no-subtitles.vtt\n#EXT-X-DISCONTINUITY\n#EXTINF:2.000,\nno-subtitles.vtt\n");
    }

    @Test
    void the_timeline_shows_content_and_ads(@TempDir Path other) throws IOException {
        Path out = folder.resolve("out.m3u8");
        stitch("--break", "6=" + ad, "--out", out.toString());
        Path svg = other.resolve("t.svg");
        Run run = Run.of("timeline", out.toString(), "--svg", svg.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.outText())
                .contains("0.000        6.000  content  1 x ./")
                .contains("|        6.000       11.000  ad       1 x ads/")
                .contains("|       11.000       23.000  content  2 x ./");
        assertThat(Files.readString(svg)).startsWith("<svg ").contains("<title>ad 6.000 to 11.000 s");
    }
}

package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTest {
    private static final Path CORPUS = Path.of("../../../shared/corpus/playlists");
    private static final String MEDIA = """
            #EXTM3U
            #EXT-X-TARGETDURATION:6
            #EXT-X-MEDIA-SEQUENCE:7006
            #EXT-X-CUE-OUT-CONT:12/18
            #EXTINF:6,
            a.ts
            #EXT-X-CUE-IN
            #EXTINF:6,
            b.ts
            #EXT-OATCLS-SCTE35:/DAlAAAAAAAAAP/wFAUAAAABf+/+ANgNkv4AFJlwAAEBAQAA5xULLA==
            #EXT-X-CUE-OUT:30
            #EXTINF:6,
            c.ts
            """;

    @TempDir
    private Path folder;

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void breaks_are_an_array() throws IOException {
        Run run = Run.of("cues", write("media.m3u8", MEDIA));
        assertThat(run.exitCode()).isZero();
        assertThat(run.json()).isEqualTo(Run.compact("""
                        [{"id":"msn-7004","start":-12.000,"duration":18.000,"end":6.000,"dialects":["EXT-X-CUE-OUT"],"joinedAfter":12.000},
                        {"id":"1","start":12.000,"duration":30.000,"mediaSequence":7008,"dialects":["EXT-OATCLS-SCTE35","EXT-X-CUE-OUT"]}]"""));
        assertThat(run.err()).contains("media.m3u8:11:1: warning CONTRADICTORY_DURATIONS");
    }

    @Test
    void a_date_range_lies_where_its_tag_stands_or_by_choice_at_its_date() throws IOException {
        String file = write("range.m3u8", """
                #EXTM3U
                #EXT-X-TARGETDURATION:6
                #EXT-X-PROGRAM-DATE-TIME:2024-01-01T00:00:00Z
                #EXTINF:6,
                a.ts
                #EXT-X-DATERANGE:ID="x",START-DATE="2024-01-01T00:00:12Z",SCTE35-OUT=0xFC
                #EXTINF:6,
                b.ts
                #EXTINF:6,
                c.ts
                """);
        assertThat(Run.of("cues", file).json()).contains("\"start\":6.000");
        assertThat(Run.of("cues", "--position", "tag", file).json()).contains("\"start\":6.000");
        assertThat(Run.of("cues", "--position", "start-date", file).json()).contains("\"start\":12.000");
        assertThat(Run.of("cues", "--position", "elsewhere", file).exitCode()).isEqualTo(2);
    }

    @Test
    void no_breaks_are_an_empty_array() throws IOException {
        Run run = Run.withInput("#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na.ts\n", "cues", "-");
        assertThat(run.json()).isEqualTo("[]");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void several_files_are_an_array_of_arrays_and_one_that_is_missing_keeps_none_back() throws IOException {
        Run run = Run.of("cues", write("a.m3u8", MEDIA), folder.resolve("none").toString(), write("b.m3u8", MEDIA));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.tree())
                .hasSize(2)
                .allSatisfy(breaks -> assertThat(breaks).hasSize(2));
    }

    @Test
    void of_a_multivariant_playlist_the_first_variant_is_read() throws IOException {
        write("v.m3u8", MEDIA);
        String multivariant = write("all.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n");
        assertThat(Run.of("cues", multivariant).tree()).hasSize(2);
        String missing = write("missing.m3u8", "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nnone.m3u8\n");
        assertThat(Run.of("cues", missing).exitCode()).isEqualTo(2);
    }

    @Test
    void the_marks_of_our_own_output_are_read() throws IOException {
        String content = write(
                "content.m3u8",
                "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:6,\na.ts\n#EXTINF:6,\nb.ts\n#EXT-X-ENDLIST\n");
        String ad = write("ad.m3u8", "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:5,\nad.ts\n#EXT-X-ENDLIST\n");
        Run stitched = Run.of("stitch", content, "--break", "6=" + ad, "--markers", "cue");
        Run run = Run.withInput(stitched.out(), "cues", "-");
        assertThat(run.json())
                .isEqualTo(
                        "[{\"id\":\"msn-1\",\"start\":6.000,\"duration\":5.000,\"mediaSequence\":1,\"end\":11.000,\"dialects\":[\"EXT-X-CUE-OUT\"]}]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range-and-cue-out-cue-in.m3u8   | 20 6+19=24
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range-and-cue-out-cue-in_2.m3u8 | 20 6+19=24
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range-and-cue-out-cue-in_3.m3u8 | 20 6+19=24
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range-and-cue-out-cue-in_4.m3u8 | 20 6+19=24
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range-and-cue-out-cue-in_5.m3u8 | 20 6+19=24
                    lindstrom-m3u8-parser/media--media-playlist-with-date-range.m3u8 | 441 6+242=24
                    kuu-hls-parser/m3u8--SCTE-35_01.m3u8 | msn-1 8.008+15=23.008
                    kuu-hls-parser/m3u8--SCTE-35_02.m3u8 | msn-1 8.008+23=31.008
                    kuu-hls-parser/m3u8--SCTE-35_03.m3u8 | 0 8.008+15
                    kuu-hls-parser/m3u8--SCTE-35_04.m3u8 | 1073741883 8.008+15=23.008
                    kuu-hls-parser/m3u8--SCTE-35_05.m3u8 | pIViS5 8.008+15=23.008
                    kuu-hls-parser/m3u8--SCTE-35_06.m3u8 | msn-1 8.008+23=31.008, msn-5 39.016+23=62.016
                    kuu-hls-parser/m3u8--SCTE-35_07.m3u8 | splice-6FFFFFF0 60+59.993=120.694
                    kuu-hls-parser/m3u8--8.10-EXT-X-DATERANGE-carrying-SCTE-35-tags.m3u8 | splice-6FFFFFF0 60+59.993=120
                    kuu-hls-parser/m3u8--8.11-EXT-X-CUE-OUT-Media-Playlist.m3u8 | msn-1 9.009+15
                    eyevinn-hls-m3u8/media-playlist-with-cue-out-in-without-oatcls.m3u8 | msn-275163121 29.9999=53.9999, msn-275163146 179.1999+180=359.2332
                    eyevinn-hls-m3u8/media-playlist-with-oatcls-scte35.m3u8 | 1 0+15=15
                    eyevinn-hls-m3u8/media-playlist-with-scte35.m3u8 | ''
                    eyevinn-hls-m3u8/media-playlist-with-scte35-1.m3u8 | ''
                    eyevinn-hls-m3u8/media-playlist-with-scte35-and-cue.m3u8 | 1504105857-1746537660 0+7.44=7.44, 2025-05-06T13:21:12Z 12.4+4.96=17.36
                    eyevinn-hls-m3u8/media-playlist-with-scte35-daterange.m3u8 | SPLICE-6FFFFFF0 20+60=60
                    eyevinn-hls-m3u8/media-playlist-trailing-scte35-daterange.m3u8 | 78 0+10
                    eyevinn-hls-m3u8/media-playlist-with-multiple-dateranges.m3u8 | 1125241458-1732546579 -69.44+90, 78139779-1732546579 -69.44+30, 78380955-1732546609 -39.44+30, 78360644-1732546639 -9.44+30
                    androidx-media/hls--interstitials--interstitials_vod_asset_uri.m3u8 | ''
                    """)
    void real_playlists_signal(String file, String expected) {
        assumeTrue(Files.isDirectory(CORPUS), "there is no corpus at " + CORPUS.toAbsolutePath());
        List<String> found = new ArrayList<>();
        for (JsonNode each : Run.of("cues", CORPUS.resolve(file).toString()).tree()) {
            found.add(each.get("id").textValue() + " " + number(each, "", "start") + number(each, "+", "duration")
                    + number(each, "=", "end"));
        }
        assertThat(String.join(", ", found)).isEqualTo(expected);
    }

    private static String number(JsonNode node, String before, String name) {
        return node.has(name)
                ? before + node.get(name).decimalValue().stripTrailingZeros().toPlainString()
                : "";
    }

    @Test
    void all_real_playlists_are_read_or_refused() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "there is no corpus at " + CORPUS.toAbsolutePath());
        List<Path> files;
        try (Stream<Path> all = Files.walk(CORPUS)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(150);
        int read = 0;
        for (Path file : files) {
            Run run = Run.of("cues", file.toString());
            assertThat(run.exitCode()).as("%s", file).isIn(0, 2);
            assertThat(run.err()).as("%s", file).doesNotContain("defect");
            read += run.exitCode() == 0 ? 1 : 0;
        }
        assertThat(read).isGreaterThan(100);
    }
}

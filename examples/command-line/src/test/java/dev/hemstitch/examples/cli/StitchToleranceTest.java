package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StitchToleranceTest {
    @TempDir
    private Path folder;

    private void media(String name, String... durations) throws IOException {
        StringBuilder text = new StringBuilder("#EXTM3U\n#EXT-X-TARGETDURATION:15\n");
        for (int i = 0; i < durations.length; i++) {
            text.append("#EXTINF:")
                    .append(durations[i])
                    .append(",\n")
                    .append(name)
                    .append(i);
            text.append(name.endsWith("audio") ? ".aac\n" : ".ts\n");
        }
        Files.writeString(folder.resolve(name + ".m3u8"), text.append("#EXT-X-ENDLIST\n"));
    }

    private String multivariant(String name) throws IOException {
        String text = "#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"a\",NAME=\"a\",URI=\"" + name + "audio.m3u8\"\n"
                + "#EXT-X-STREAM-INF:BANDWIDTH=1,CODECS=\"avc1.4d401f,mp4a.40.2\",AUDIO=\"a\"\n" + name
                + "video.m3u8\n";
        return Files.writeString(folder.resolve(name + ".m3u8"), text).toString();
    }

    /** Video of three segments of 6 s and audio of two, with a break at 12 s. */
    @ParameterizedTest
    @CsvSource({
        "12.080, 5.920, --tolerance=0, true",
        "12.2, 5.8, --tolerance=0.1, false",
        "13, 5, --tolerance=1, true",
        "14, 4, --tolerance=1, false",
        "14, 4, , true"
    })
    void the_tolerance_is_also_how_far_renditions_may_be_cut_from_each_other(
            String first, String second, String tolerance, boolean inserted) throws IOException {
        media("video", "6", "6", "6");
        media("audio", first, second);
        media("advideo", "5");
        media("adaudio", "5");
        List<String> arguments = new ArrayList<>(List.of("stitch", multivariant(""), "--break"));
        arguments.add("12=" + multivariant("ad"));
        arguments.addAll(List.of("--out", folder + "/out", "--require"));
        if (tolerance != null) {
            arguments.add(tolerance);
        }

        Run run = Run.of(arguments.toArray(String[]::new));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(inserted ? 0 : 1);
        assertThat(run.err().contains("SKEW_TOO_GREAT")).isEqualTo(!inserted);
    }
}

package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The short form of {@code load/load.sh}: that every viewer is answered under load, and that a stitched playlist does not cost a
 * multiple of a plain file. The figures of a busy machine are no figures; docs/guide/services.md has those of the long form.
 */
class LoadIT {
    private static final int VIEWERS = 500;
    private static final int ROUNDS = 3;
    private static final String SECONDS = "1s";
    /** Far above what is measured: what fails here is a mistake, not a busy machine. */
    private static final double MOST = 4;

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    @Test
    @SuppressWarnings("SystemOut")
    void aStitchedPlaylistCostsNoMultipleOfAPlainFileOfAsManyBytes() throws Exception {
        boolean hasWrk = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
        assumeTrue(hasWrk, "wrk is not installed");
        try (LoadServer load = LoadServer.start(0, VIEWERS, "memory", "0")) {
            for (String title : LoadServer.TITLES.keySet()) {
                double best = Double.MAX_VALUE;
                for (int i = 0; i < ROUNDS; i++) { // the first one also warms up
                    double plain = requestsPerSecond(load.uri() + "/static/" + title);
                    double stitched = requestsPerSecond(
                            load.uri() + "/v/" + title + "/" + LoadServer.TITLES.get(title) + ".m3u8");
                    best = Math.min(best, plain / stitched);
                }
                System.out.printf("%s: a plain file is served %.2f times as often%n", title, best);
                assertThat(best).as(title).isLessThan(MOST);
            }
        }
    }

    /** The client does the same for a file, which does not care for the viewer, as for a playlist. */
    private static double requestsPerSecond(String url) throws Exception {
        List<String> command = List.of(
                "wrk",
                "-t",
                "1",
                "-c",
                "16",
                "-d",
                SECONDS,
                "-s",
                "load/viewers.lua",
                url + "?viewer=load-",
                "--",
                Integer.toString(VIEWERS));
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(wrk.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("Non-2xx", "Socket errors");
        Matcher rate = RATE.matcher(said);
        assertThat(rate.find()).as(said).isTrue();
        return Double.parseDouble(rate.group(1));
    }
}

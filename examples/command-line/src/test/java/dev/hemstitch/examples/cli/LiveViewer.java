package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A viewer of a live channel whose files are in a folder: each step is one run of {@code live-step}. */
final class LiveViewer {
    static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:6\n";

    private final Path folder;

    LiveViewer(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    Path write(String name, String text) throws IOException {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] bytes) throws IOException {
        Files.createDirectories(file(name).getParent());
        return Files.write(file(name), bytes);
    }

    /** An ad of segments of these durations: {@code NAME0.ts}, {@code NAME1.ts} and so on, beside its playlist. */
    Path ad(String playlist, String name, double... durations) throws IOException {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < durations.length; i++) {
            text.append("#EXTINF:" + durations[i] + ",\n" + name + i + ".ts\n");
        }
        return write(playlist, text + "#EXT-X-ENDLIST\n");
    }

    LiveViewer decide(String json) throws IOException {
        write("decisions.json", json.replace('\'', '"'));
        return this;
    }

    /** One refresh; the decisions are used if they are there. */
    Run run(String rendition, String snapshot, String... options) throws IOException {
        write(rendition + "-origin.m3u8", snapshot);
        List<String> arguments = new ArrayList<>(List.of(
                "live-step",
                "--state",
                file("state.json").toString(),
                "--content",
                file(rendition + "-origin.m3u8").toString(),
                "--rendition",
                rendition));
        if (!List.of(options).contains("--out")) {
            arguments.addAll(List.of("--out", out(rendition).toString()));
        }
        if (Files.exists(file("decisions.json"))) {
            arguments.addAll(List.of("--decisions", file("decisions.json").toString()));
        }
        arguments.addAll(List.of(options));
        return Run.of(arguments.toArray(String[]::new));
    }

    Path out(String rendition) {
        return file(rendition + ".m3u8");
    }

    /** What a refresh lists; it must succeed. */
    String step(String rendition, String snapshot, String... options) throws IOException {
        Run run = run(rendition, snapshot, options);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEmpty();
        return listed(rendition);
    }

    String text(String rendition) throws IOException {
        return Files.readString(out(rendition));
    }

    /** URIs without {@code .ts}, {@code |} for a discontinuity, in front of all {@code media sequence/discontinuity sequence}. */
    String listed(String rendition) throws IOException {
        String sequence = "0";
        String discontinuities = "0";
        StringBuilder listed = new StringBuilder();
        for (String line : text(rendition).lines().toList()) {
            if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) {
                sequence = line.substring(line.indexOf(':') + 1);
            } else if (line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE:")) {
                discontinuities = line.substring(line.indexOf(':') + 1);
            } else if (line.equals("#EXT-X-DISCONTINUITY")) {
                listed.append(" |");
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                listed.append(' ').append(line.replace(".ts", ""));
            }
        }
        return sequence + "/" + discontinuities + listed;
    }

    /** The state and what is beside it. */
    List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}

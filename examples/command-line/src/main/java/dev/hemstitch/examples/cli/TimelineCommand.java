package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code timeline}: what plays when, as a picture. */
@Command(
        name = "timeline",
        description = {
            "Shows what plays when: content, ads, gaps and discontinuities.",
            "Ads are what cues and date ranges mark, and what comes from another folder than most of the time."
        })
final class TimelineCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(paramLabel = "PLAYLIST", description = "A Media Playlist, or a Multivariant one with all it names.")
    private String file = "";

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw it into a file as well.")
    private @Nullable Path svg;

    TimelineCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    /**
     * A rendition and its stretches.
     *
     * @param name how the Multivariant Playlist calls it
     * @param durationNanos how long it is
     * @param stretches what plays in it
     */
    record Row(String name, long durationNanos, List<Stretch> stretches) {}

    @Override
    public Integer call() throws Exception {
        Presentation presentation = FileSource.presentation(reader, file);
        List<Row> rows = new ArrayList<>();
        for (Track track : presentation.tracks()) {
            String name = presentation.isMultivariant() ? track.name() : file;
            rows.add(new Row(name, track.playlist().durationNanos(), Stretch.of(track.playlist())));
        }
        StringWriter text = new StringWriter();
        TimelineText.print(rows, new PrintWriter(text));
        streams.out().write(text.toString().getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        if (svg != null) {
            Files.writeString(svg, TimelineSvg.draw(rows), StandardCharsets.UTF_8);
        }
        return Hemstitch.SUCCESS;
    }
}

package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveReason;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveState;
import dev.hemstitch.ads.stitch.live.LiveStitcher;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code live-step}: one refresh of one rendition of one viewer's live stream. */
@Command(
        name = "live-step",
        description = {
            "Stitches one refresh of one rendition of one viewer's live stream.",
            "Beside the state, files of its name with .ads.json and .NAME.served keep where its ads are and what was served last."
        })
final class LiveStepCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--state",
            required = true,
            paramLabel = "FILE",
            description = "The viewer's state, read and written; absent for a new viewer.")
    private Path state = Path.of("state");

    @Option(
            names = "--content",
            required = true,
            paramLabel = "SNAPSHOT",
            description = "The origin's newest Media Playlist of the rendition.")
    private String content = "";

    @Option(
            names = "--rendition",
            paramLabel = "NAME",
            defaultValue = "main",
            description = "Which rendition it is, the same name at each refresh. Default: ${DEFAULT-VALUE}.")
    private String rendition = "main";

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = {
                "The ads, as JSON:",
                "{\"breaks\":{\"ID\":{\"ads\":[{\"playlist\":\"FILE\",\"renditions\":{\"NAME\":\"FILE\"}}]}},\"slate\":\"FILE\"}",
                "ID is what the command cues prints, or * for all others; preroll is what a new viewer sees first.",
                "A FILE is looked for in the working directory, then beside this file. The first slate stays for the session."
            })
    private @Nullable String decisions;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description =
                    "When the snapshot was fetched, such as 2026-02-19T14:54:23Z: lays renditions without dates beside each other.")
    private @Nullable Instant now;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The stitched playlist.")
    private Path out = Path.of("out");

    LiveStepCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        LiveFiles files = new LiveFiles(state, rendition);
        check(files);
        Input input = reader.read(content);
        MediaPlaylist snapshot = snapshot(input);
        LiveState before = files.state();
        LiveAdFiles ads =
                new LiveAdFiles(reader, rendition, Presentation.ofMedia(snapshot, input.uri()), files.adReferences());
        LiveDecisionFile decided = LiveDecisionFile.read(Optional.ofNullable(decisions), reader, ads);
        LiveResult result = new LiveStitcher(LiveOptions.DEFAULT)
                .stitch(
                        before,
                        new LiveRendition(rendition, input.uri(), InputReader.uri(out.toString())),
                        snapshot,
                        decided,
                        Optional.ofNullable(now));
        Optional<byte[]> last = result.isStale() ? files.lastServed(out) : Optional.empty();
        say(result, ads, snapshot.segments().isEmpty(), last.isPresent());
        files.writeState(result.state(), ads.toKeep(result.state())); // first: what may have been seen must be known
        byte[] served = last.orElseGet(() -> PlaylistWriter.toBytes(result.playlist()));
        try (OutputStream stream = StitchOutput.create(out)) {
            stream.write(served);
        }
        if (!result.isStale()) {
            files.keepServed(served, out);
        }
        return Hemstitch.SUCCESS;
    }

    private void check(LiveFiles files) {
        if (spec != null && rendition.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--rendition needs a name");
        }
        if (spec != null && files.has(out)) {
            throw new ParameterException(
                    spec.commandLine(), "--out " + out + " is where the state or what belongs to it is kept");
        }
    }

    private MediaPlaylist snapshot(Input input) throws IOException {
        Playlist playlist = input.playlist(streams.err());
        if (!(playlist instanceof MediaPlaylist media)) {
            throw new InputException(
                    input.name() + ": is a Multivariant Playlist; live-step takes one rendition at a time");
        }
        if (media.skip().isPresent()) {
            throw new InputException(input.name() + ": is a delta update; live-step takes whole playlists");
        }
        Variables variables = Variables.of(media, Variables.NONE, input.uri());
        boolean defines =
                !media.variableDefinitions().isEmpty() && variables.problems().isEmpty();
        return defines ? media.substitute(variables) : media;
    }

    private void say(LiveResult result, LiveAdFiles ads, boolean isEmpty, boolean isServedAgain) {
        if (result.isStale()) {
            streams.err()
                    .println("the snapshot " + (isEmpty ? "has no segments" : "is older than the one before") + ": "
                            + (isServedAgain ? "what was served last is served again" : "what it shows is served"));
        }
        for (LiveReason reason : result.reasons()) {
            streams.err()
                    .println("break " + reason.breakId() + ": "
                            + reason.adId()
                                    .map(ads::nameOf)
                                    .map(ad -> ad + " is left out: ")
                                    .orElse("")
                            + reason.reason() + " " + reason.message());
        }
        for (SignalledBreak signalled : result.upcoming()) {
            streams.err().println("break " + signalled.id() + " is to come");
        }
        streams.err().flush();
    }
}

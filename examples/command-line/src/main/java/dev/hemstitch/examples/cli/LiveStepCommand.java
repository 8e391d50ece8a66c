package dev.hemstitch.examples.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.live.LiveOptions;
import dev.hemstitch.ads.stitch.live.LiveRendition;
import dev.hemstitch.ads.stitch.live.LiveResult;
import dev.hemstitch.ads.stitch.live.LiveSnapshot;
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
import java.time.format.DateTimeParseException;
import java.util.Objects;
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
    private final LiveStepNotes notes;

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
                "A FILE is looked for in the working directory, then beside this file. The first slate stays for the session.",
                "A slate may be written as an ad is, with playlists for renditions: what lacks one leaves its content there.",
                "What cannot be read or understood here is told and left out: the video goes on."
            })
    private @Nullable String decisions;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            description =
                    "When the snapshot was fetched, such as 2026-02-19T14:54:23Z: lays renditions without dates beside each other.")
    private @Nullable String now;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The stitched playlist.")
    private Path out = Path.of("out");

    LiveStepCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
        this.notes = new LiveStepNotes(streams.err());
    }

    @Override
    public Integer call() throws Exception {
        LiveFiles files = new LiveFiles(state, rendition);
        check(files);
        Optional<Instant> fetched = fetched();
        Input input = reader.read(content);
        MediaPlaylist snapshot = snapshot(input);
        LiveState before = files.state();
        AdReferencesFile references = files.ads(notes);
        LiveAdFiles ads = new LiveAdFiles(
                reader,
                rendition,
                Presentation.ofMedia(snapshot, input.uri()),
                files.isNew() ? JsonNodeFactory.instance.objectNode() : references.read());
        LiveDecisionFile decided = LiveDecisionFile.read(Optional.ofNullable(decisions), reader, ads, notes);
        LiveResult result = new LiveStitcher(LiveOptions.DEFAULT)
                .stitch(
                        before,
                        new LiveRendition(rendition, input.uri(), InputReader.uri(out.toString())),
                        fetched.map(at -> LiveSnapshot.of(snapshot, at)).orElseGet(() -> LiveSnapshot.of(snapshot)),
                        decided);
        ServedFile served = files.served(notes);
        Optional<byte[]> last = result.isStale() && !files.isNew() ? served.read(out) : Optional.empty();
        if (result.isStale()) {
            notes.tellStale(result, snapshot.segments().isEmpty(), last.isPresent());
        }
        notes.tell(result, ads::nameOf);
        references.write(ads.toKeep(result.state()));
        files.writeState(result.state()); // before it is served: what may have been seen must be known
        byte[] playlist = last.orElseGet(() -> PlaylistWriter.toBytes(result.playlist()));
        try (OutputStream stream = StitchOutput.create(out)) {
            stream.write(playlist);
        }
        if (!result.isStale()) {
            served.write(playlist, out);
        }
        return Hemstitch.SUCCESS;
    }

    private void check(LiveFiles files) {
        if (rendition.isEmpty()) {
            throw misuse("--rendition needs a name");
        }
        if (files.has(out)) {
            throw misuse("--out " + out + " is where the state or what belongs to it is kept");
        }
        files.problem().ifPresent(problem -> {
            throw misuse(problem);
        });
    }

    private Optional<Instant> fetched() {
        try {
            return Optional.ofNullable(now).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw misuse("--now: " + now + " is not an instant such as 2026-02-19T14:54:23Z");
        }
    }

    private ParameterException misuse(String message) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), message);
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
}

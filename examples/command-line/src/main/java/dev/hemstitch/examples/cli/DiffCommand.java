package dev.hemstitch.examples.cli;

import dev.hemstitch.core.diff.Difference;
import dev.hemstitch.core.diff.LocatedPlaylist;
import dev.hemstitch.core.diff.PlaylistDiff;
import dev.hemstitch.core.diff.UriComparison;
import dev.hemstitch.core.uri.UriReferences;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code diff}: what a player would do otherwise. */
@Command(
        name = "diff",
        description = {
            "Prints what differs in what a player would fetch, decrypt and show, one difference a line; layout is none.",
            "Of two Multivariant Playlists also the Media Playlists that they name are compared, where they can be read.",
            "URIs are the same if they are written the same or resolve to the same."
        })
final class DiffCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(index = "0", paramLabel = "LEFT", description = "A playlist: a FILE.")
    private String left = "";

    @Parameters(index = "1", paramLabel = "RIGHT", description = "The playlist to compare it with: a FILE.")
    private String right = "";

    DiffCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        LocatedPlaylist before = located(reader.read(left), streams.err());
        LocatedPlaylist after =
                left.equals("-") && right.equals("-") ? before : located(reader.read(right), streams.err());
        FileSource leftFiles = new FileSource(reader, left);
        FileSource rightFiles = new FileSource(reader, right);
        PlaylistDiff diff = PlaylistDiff.ofPresentations(
                before,
                uri -> media(leftFiles, uri),
                after,
                uri -> media(rightFiles, uri),
                UriComparison.VERBATIM_OR_RESOLVED);
        StringBuilder lines = new StringBuilder();
        for (Difference difference : diff.differences()) {
            lines.append(difference).append('\n');
        }
        streams.out().write(lines.toString().getBytes(StandardCharsets.UTF_8));
        streams.out().flush();
        diff.unread().forEach(uri -> streams.err().println(UriReferences.redact(uri) + ": not compared"));
        streams.err().flush();
        return diff.isEmpty() ? Hemstitch.SUCCESS : Hemstitch.NO;
    }

    private static LocatedPlaylist located(Input input, PrintWriter err) throws InputException {
        return new LocatedPlaylist(input.playlist(err), input.uri());
    }

    /** A Media Playlist that cannot be read does not keep the others from being compared. */
    private Optional<LocatedPlaylist> media(FileSource files, String uri) {
        try {
            return Optional.of(located(files.read(uri), streams.err()));
        } catch (InputException e) {
            streams.err().println(e.getMessage());
            return Optional.empty();
        }
    }
}

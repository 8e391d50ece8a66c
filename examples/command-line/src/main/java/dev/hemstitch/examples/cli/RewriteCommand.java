package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.writer.PlaylistWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rewrite}: a playlist parsed and written back. */
@Command(name = "rewrite", description = "Parses a playlist and writes it back, byte for byte the same.")
final class RewriteCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(paramLabel = "FILE", description = "The playlist.")
    private String file = "";

    @Option(names = "--canonical", description = "Render every tag anew from what it means.")
    private boolean canonical;

    RewriteCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        Playlist playlist = reader.read(file).playlist(streams.err());
        if (canonical) {
            PlaylistWriter.canonical(playlist).writeTo(streams.out());
        } else {
            PlaylistWriter.write(playlist, streams.out());
        }
        streams.out().flush();
        return Hemstitch.SUCCESS;
    }
}

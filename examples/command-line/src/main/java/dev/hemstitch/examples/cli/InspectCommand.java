package dev.hemstitch.examples.cli;

import dev.hemstitch.core.model.Playlist;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code inspect}: playlists as JSON. */
@Command(
        name = "inspect",
        description = "Prints parsed playlists as JSON: an object for one FILE, an array for several.")
final class InspectCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The playlists.")
    private List<String> files = List.of();

    InspectCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        if (files.size() == 1) {
            Playlist playlist = reader.read(files.get(0)).playlist(streams.err());
            try (JsonWriter json = new JsonWriter(streams.out())) {
                PlaylistJson.write(playlist, json);
            }
            return Hemstitch.SUCCESS;
        }
        return inspectAll();
    }

    /** One that cannot be read does not keep the others from being printed. */
    private int inspectAll() throws Exception {
        int exitCode = Hemstitch.SUCCESS;
        try (JsonWriter json = new JsonWriter(streams.out())) {
            json.startArray();
            for (String file : files) {
                try {
                    PlaylistJson.write(reader.read(file).playlist(streams.err()), json);
                } catch (InputException e) {
                    streams.err().println(e.getMessage());
                    exitCode = Hemstitch.UNREADABLE;
                }
            }
            json.endArray();
        }
        return exitCode;
    }
}

package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.cue.CueDialect;
import dev.hemstitch.ads.cue.CuePosition;
import dev.hemstitch.ads.cue.CueProblem;
import dev.hemstitch.ads.cue.CueReader;
import dev.hemstitch.ads.cue.CueReading;
import dev.hemstitch.ads.cue.SignalledBreak;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.model.Variables;
import dev.hemstitch.core.text.Decimals;
import dev.hemstitch.core.uri.UriReferences;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code cues}: the ad breaks that playlists signal, as JSON. */
@Command(
        name = "cues",
        description = {
            "Prints the ad breaks that are signalled in playlists, whatever the dialect, as JSON:",
            "an array of breaks for one FILE, an array of such arrays for several.",
            "Of a Multivariant Playlist, those of the Media Playlist of its first variant.",
            "Times are in seconds from the first segment. What does not fit goes to standard error."
        })
final class CuesCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;

    @Option(
            names = "--position",
            paramLabel = "tag|start-date",
            converter = Position.class,
            description = "Where a date range lies: where its tag stands, or where START-DATE is. Default: tag.")
    private CuePosition position = CuePosition.TAG;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The playlists.")
    private List<String> files = List.of();

    /** Reads the option. */
    static final class Position implements ITypeConverter<CuePosition> {
        @Override
        public CuePosition convert(String value) {
            return switch (value) {
                case "tag" -> CuePosition.TAG;
                case "start-date" -> CuePosition.START_DATE;
                default -> throw new TypeConversionException("'" + value + "' is neither tag nor start-date");
            };
        }
    }

    CuesCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        if (files.size() == 1) {
            CueReading reading = read(files.get(0));
            try (JsonWriter json = new JsonWriter(streams.out())) {
                write(reading, json);
            }
            return Hemstitch.SUCCESS;
        }
        return readAll();
    }

    /** One that cannot be read does not keep the others from being printed. */
    private int readAll() throws IOException {
        int exitCode = Hemstitch.SUCCESS;
        try (JsonWriter json = new JsonWriter(streams.out())) {
            json.startArray();
            for (String file : files) {
                try {
                    write(read(file), json);
                } catch (InputException e) {
                    streams.err().println(e.getMessage());
                    exitCode = Hemstitch.UNREADABLE;
                }
            }
            json.endArray();
        }
        return exitCode;
    }

    private CueReading read(String file) throws InputException {
        Input input = reader.read(file);
        Variables variables = Variables.NONE;
        Playlist playlist = input.playlist(streams.err());
        if (playlist instanceof MultivariantPlaylist multivariant) {
            variables = Variables.of(multivariant, Variables.NONE, input.uri());
            input = firstVariant(input, multivariant, variables);
            playlist = input.playlist(streams.err());
        }
        if (!(playlist instanceof MediaPlaylist media)) {
            throw new InputException(input.name() + ": is no Media Playlist, though it is named as a variant");
        }
        CueReading reading = CueReader.builder()
                .multivariantVariables(variables)
                .position(position)
                .build()
                .read(media);
        for (CueProblem problem : reading.problems()) {
            streams.err().println(input.name() + ":" + problem);
        }
        streams.err().flush();
        return reading;
    }

    private Input firstVariant(Input input, MultivariantPlaylist multivariant, Variables variables)
            throws InputException {
        if (multivariant.variants().isEmpty()) {
            throw new InputException(input.name() + ": is a Multivariant Playlist without a variant");
        }
        String uri = variables.substitute(multivariant.variants().get(0).uri());
        return new FileSource(reader, input.uri()).read(UriReferences.resolve(input.uri(), uri));
    }

    private static void write(CueReading reading, JsonWriter json) throws IOException {
        json.startArray();
        for (SignalledBreak signalled : reading.breaks()) {
            json.object(signalled, CuesCommand::members);
        }
        json.endArray();
    }

    private static void members(SignalledBreak signalled, JsonWriter json) throws IOException {
        json.text("id", signalled.id());
        json.decimal("start", Decimals.ofNanos(signalled.startNanos()));
        seconds(json, "duration", signalled.durationNanos());
        json.unsigned("mediaSequence", signalled.mediaSequence());
        seconds(json, "end", signalled.endNanos());
        json.texts(
                "dialects",
                signalled.dialects().stream().map(CueDialect::tagName).toList());
        seconds(json, "joinedAfter", signalled.joinedAfterNanos());
    }

    private static void seconds(JsonWriter json, String name, OptionalLong nanos) throws IOException {
        if (nanos.isPresent()) {
            json.decimal(name, Decimals.ofNanos(nanos.getAsLong()));
        }
    }
}

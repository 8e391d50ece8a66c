package dev.hemstitch.examples.cli;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.Severity;
import dev.hemstitch.core.diff.ReloadChecker;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.ParseResult;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.PresentationReport;
import dev.hemstitch.core.validation.ReceivedPlaylist;
import dev.hemstitch.core.validation.ValidationProfile;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: playlists against the specification. */
@Command(
        name = "validate",
        description = {
            "Checks playlists against the specification, one finding a line:",
            "FILE:LINE:COLUMN: error|warning CODE message (section).",
            "A multivariant playlist is checked together with the media playlists it names, as far as they can be read."
        })
final class ValidateCommand implements Callable<Integer> {
    private final StandardStreams streams;
    private final InputReader reader;
    private boolean valid = true;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The playlists.")
    private List<String> files = List.of();

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "By whose measure: ${COMPLETION-CANDIDATES} (default: rfc8216bis).")
    private ValidationProfile profile = ValidationProfile.RFC8216BIS;

    @Option(
            names = "--next",
            paramLabel = "FILE",
            description = "A later snapshot of the one FILE: what may not change between them is checked too.")
    private Optional<String> next = Optional.empty();

    ValidateCommand(StandardStreams streams) {
        this.streams = streams;
        this.reader = new InputReader(streams.in());
    }

    @Override
    public Integer call() throws Exception {
        if (next.isPresent() && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--next is for one FILE");
        }
        PrintWriter out = streams.outAsText();
        boolean readable = true;
        for (String file : files) {
            try {
                Optional<Playlist> playlist = validate(file, out);
                if (next.isPresent()) {
                    validateNext(playlist, next.get(), out);
                }
            } catch (InputException e) {
                streams.err().println(e.getMessage());
                readable = false;
            }
        }
        out.flush();
        return !readable ? Hemstitch.UNREADABLE : valid ? Hemstitch.SUCCESS : Hemstitch.NO;
    }

    private Optional<Playlist> validate(String file, PrintWriter out) throws InputException {
        Input input = reader.read(file);
        Optional<Playlist> playlist = parse(input, out);
        if (playlist.isEmpty()) {
            return playlist;
        }
        PlaylistValidator validator = PlaylistValidator.of(profile);
        ReceivedPlaylist received = received(input, playlist.get());
        if (playlist.get() instanceof MultivariantPlaylist multivariant) {
            Map<String, Input> inputs = new LinkedHashMap<>();
            Map<String, ReceivedPlaylist> tracks = new LinkedHashMap<>();
            new NamedPlaylists(reader, input, multivariant).read(streams.err()).forEach((uri, track) -> {
                inputs.put(uri, track);
                parse(track, out).ifPresent(media -> tracks.put(uri, received(track, media)));
            });
            PresentationReport report = validator.validate(received, tracks);
            print(input.name(), report.multivariant().findings(), out);
            report.mediaPlaylists().forEach((uri, ofTrack) -> print(nameOf(inputs, uri), ofTrack.findings(), out));
        } else {
            print(input.name(), validator.validate(received).findings(), out);
        }
        return playlist;
    }

    private static String nameOf(Map<String, Input> inputs, String uri) {
        Input input = inputs.get(uri);
        return input == null ? uri : input.name();
    }

    private void validateNext(Optional<Playlist> older, String file, PrintWriter out) throws InputException {
        Input input = reader.read(file);
        Optional<Playlist> newer = parse(input, out);
        if (newer.isEmpty()) {
            return;
        }
        PlaylistValidator validator = PlaylistValidator.of(profile);
        print(input.name(), validator.validate(received(input, newer.get())).findings(), out);
        if (older.isPresent()) {
            ReloadChecker checker = ReloadChecker.of(profile);
            checker.next(older.get());
            print(input.name(), checker.next(newer.get()).findings(), out);
        }
    }

    /** The playlist; what refuses a text that is none is a finding like any other. */
    private Optional<Playlist> parse(Input input, PrintWriter out) {
        ParseResult result = PlaylistParser.lenient().tryParse(input.bytes());
        if (result.playlist().isEmpty()) {
            List<Diagnostic> found = result.diagnostics();
            print(input.name(), found.subList(found.size() - 1, found.size()), out);
        }
        return result.playlist();
    }

    /** A file is found by its name, whatever it is: only what a server sends must say that it is a playlist. */
    private static ReceivedPlaylist received(Input input, Playlist playlist) {
        boolean named = InputReader.isHttp(input.uri()) || input.uri().indexOf('?') >= 0;
        return new ReceivedPlaylist(playlist, named ? Optional.of(input.uri()) : Optional.empty(), input.contentType());
    }

    private void print(String name, List<Diagnostic> findings, PrintWriter out) {
        for (Diagnostic finding : findings) {
            if (finding.severity() != Severity.INFO) {
                out.println(name + ":" + finding);
            }
            valid &= finding.severity() != Severity.ERROR;
        }
    }
}

package dev.hemstitch.core.validation;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.parser.PlaylistParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder with a playlist: {@code playlist.m3u8}, or {@code multivariant.m3u8} with the Media Playlists that it names
 * beside it. {@code fixture.properties} may say {@code profile}, {@code uri}, {@code contentType} and {@code inevitable},
 * the code of another rule without which this one cannot be broken; {@code expected.txt} has a line {@code
 * FILE:LINE:COLUMN CODE} for each finding.
 */
record Fixture(Path folder) {
    static final Path ROOT = Path.of("src/test/resources/validation");

    /** The name of the folder above: the code that the fixture is about. */
    String code() {
        return folder.getParent().getFileName().toString();
    }

    boolean isBroken() {
        return folder.endsWith("broken");
    }

    /** All fixtures, in the order of their names. */
    static List<Fixture> all() {
        try (Stream<Path> folders = Files.walk(ROOT, 2)) {
            return folders.filter(folder -> ROOT.relativize(folder).getNameCount() == 2)
                    .sorted()
                    .map(Fixture::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a problem cannot be left out of this fixture. */
    boolean isInevitable(Diagnostic finding) {
        return property("inevitable").filter(finding.code().name()::equals).isPresent();
    }

    /** What it says that is found. */
    List<String> expected() {
        Path file = folder.resolve("expected.txt");
        return Files.exists(file)
                ? new String(bytes(file), StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    /** What is found: each finding under its file, place and code. */
    Map<String, Diagnostic> found() {
        PlaylistValidator validator = PlaylistValidator.of(
                ValidationProfile.valueOf(property("profile").orElse("RFC8216BIS")));
        Map<String, Diagnostic> found = new LinkedHashMap<>();
        if (Files.exists(folder.resolve("multivariant.m3u8"))) {
            Map<String, ReceivedPlaylist> playlists = new LinkedHashMap<>();
            for (Path file : files()) {
                String name = file.getFileName().toString();
                if (!name.equals("multivariant.m3u8")) {
                    playlists.put(name, received(name));
                }
            }
            PresentationReport report = validator.validate(received("multivariant.m3u8"), playlists);
            add("multivariant.m3u8", report.multivariant(), found);
            report.mediaPlaylists().forEach((name, ofTrack) -> add(name, ofTrack, found));
        } else {
            add("playlist.m3u8", validator.validate(received("playlist.m3u8")), found);
        }
        return found;
    }

    private static void add(String name, ValidationReport report, Map<String, Diagnostic> found) {
        report.findings()
                .forEach(finding -> found.put(name + ":" + finding.location() + " " + finding.code(), finding));
    }

    private ReceivedPlaylist received(String name) {
        Optional<String> uri = property("uri").map(base -> base.replace("playlist.m3u8", name));
        return new ReceivedPlaylist(
                PlaylistParser.lenient().parse(bytes(folder.resolve(name))), uri, property("contentType"));
    }

    private Optional<String> property(String name) {
        Path file = folder.resolve("fixture.properties");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.ofNullable(properties.getProperty(name));
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".m3u8"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return Fixture.ROOT.relativize(folder).toString();
    }
}

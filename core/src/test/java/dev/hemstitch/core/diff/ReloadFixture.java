package dev.hemstitch.core.diff;

import dev.hemstitch.core.model.Playlist;
import dev.hemstitch.core.parser.PlaylistParser;
import dev.hemstitch.core.validation.PlaylistValidator;
import dev.hemstitch.core.validation.ValidationProfile;
import dev.hemstitch.core.validation.ValidationReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder with the snapshots of a live playlist: {@code 1.m3u8}, {@code 2.m3u8} and so on. {@code fixture.properties} may
 * say {@code profile} and {@code loaded.N}; {@code expected.txt} has a line {@code FILE:LINE:COLUMN CODE} for each finding.
 */
record ReloadFixture(Path folder) {
    private static final Path ROOT = Path.of("src/test/resources/reload");

    static List<ReloadFixture> all() {
        try (Stream<Path> folders = Files.walk(ROOT, 2)) {
            return folders.filter(folder -> ROOT.relativize(folder).getNameCount() == 2)
                    .sorted()
                    .map(ReloadFixture::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String code() {
        return folder.getParent().getFileName().toString();
    }

    boolean isBroken() {
        return folder.endsWith("broken");
    }

    List<String> expected() {
        Path file = folder.resolve("expected.txt");
        return Files.exists(file)
                ? new String(bytes(file), StandardCharsets.UTF_8).lines().toList()
                : List.of();
    }

    List<String> found() {
        Properties properties = properties();
        ReloadChecker checker = ReloadChecker.of(profile(properties));
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            Playlist snapshot = snapshot(name);
            String loaded = properties.getProperty("loaded." + name.replace(".m3u8", ""));
            add(name, loaded == null ? checker.next(snapshot) : checker.next(snapshot, Instant.parse(loaded)), found);
        }
        return found;
    }

    /** What is found about each snapshot alone. */
    List<String> foundAlone() {
        PlaylistValidator validator = PlaylistValidator.of(profile(properties()));
        List<String> found = new ArrayList<>();
        for (String name : names()) {
            ValidationReport report = validator.validate(snapshot(name));
            if (!report.isValid()) {
                add(name, report, found);
            }
        }
        return found;
    }

    private static void add(String name, ValidationReport report, List<String> found) {
        report.findings().forEach(finding -> found.add(name + ":" + finding.location() + " " + finding.code()));
    }

    private Playlist snapshot(String name) {
        return PlaylistParser.lenient().parse(bytes(folder.resolve(name)));
    }

    private static ValidationProfile profile(Properties properties) {
        return ValidationProfile.valueOf(properties.getProperty("profile", "RFC8216BIS"));
    }

    private Properties properties() {
        Properties properties = new Properties();
        Path file = folder.resolve("fixture.properties");
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".m3u8"))
                    .sorted()
                    .toList();
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
        return ROOT.relativize(folder).toString();
    }
}

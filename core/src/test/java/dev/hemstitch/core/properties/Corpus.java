package dev.hemstitch.core.properties;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real playlists from the test suites of other projects; tests that need them are skipped where they are absent. */
final class Corpus {
    private static final Path ROOT = Path.of("../../shared/corpus/playlists");

    private Corpus() {}

    /** The bytes of each file under its name, or a skipped test. */
    static Map<String, byte[]> playlists() {
        assumeTrue(Files.isDirectory(ROOT), "the corpus of real playlists is not at " + ROOT);
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(ROOT)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(ROOT.relativize(path).toString(), Files.readAllBytes(path));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The small ones, or none where the corpus is absent. */
    static Stream<byte[]> smallOnes(int mostBytes) {
        return Files.isDirectory(ROOT)
                ? playlists().values().stream().filter(bytes -> bytes.length < mostBytes)
                : Stream.empty();
    }
}

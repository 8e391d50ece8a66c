package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Playlists that nobody of this project wrote; they are not part of it, so this is skipped where they are absent. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../../../shared/corpus/playlists");

    @BeforeAll
    static void isThere() {
        assumeTrue(Files.isDirectory(CORPUS), "there is no corpus at " + CORPUS.toAbsolutePath());
    }

    static List<Path> playlists() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.m3u8?"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theCorpusIsNotEmpty() throws IOException {
        assertThat(playlists()).hasSizeGreaterThan(150);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("playlists")
    void isWrittenBackByteForByteOrRefusedWithAPlace(Path file) throws IOException {
        Run run = Run.of("rewrite", file.toString());
        if (run.exitCode() == 0) {
            assertThat(run.out()).isEqualTo(Files.readAllBytes(file));
        } else {
            assertRefused(run, file);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("playlists")
    void isInspectedOrRefusedWithAPlace(Path file) {
        Run run = Run.of("inspect", file.toString());
        if (run.exitCode() == 0) {
            assertThat(run.tree().get("kind").textValue()).isIn("media", "multivariant");
        } else {
            assertRefused(run, file);
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("playlists")
    void isRenderedSoThatRenderingAgainChangesNothing(Path file) {
        Run once = Run.of("rewrite", "--canonical", file.toString());
        if (once.exitCode() == 0) {
            Run twice = Run.withInput(once.out(), "rewrite", "--canonical", "-");
            assertThat(twice.outText()).isEqualTo(once.outText());
        } else {
            assertRefused(once, file);
        }
    }

    private static void assertRefused(Run run, Path file) {
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .containsPattern("(?m)^\\Q" + file + "\\E:[1-9][0-9]*:[1-9][0-9]*: error [A-Z0-9_]+ .*\\)$");
    }
}

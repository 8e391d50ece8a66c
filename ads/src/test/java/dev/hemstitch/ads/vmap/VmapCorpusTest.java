package dev.hemstitch.ads.vmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real VMAP responses that nobody of this project wrote, each with what must come of it. */
class VmapCorpusTest {
    private static final Path ROOT = Path.of("../../shared/corpus/vmap");

    @BeforeEach
    void needsTheCorpus() {
        assumeTrue(Files.isDirectory(ROOT), "the corpus of real VMAP responses is not at " + ROOT);
    }

    @Test
    void no_file_is_forgotten() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "correct-vmap-with-extension.xml",
                            "correct-vmap.xml",
                            "incorrect-vmap.xml",
                            "parsing-example.xml");
        }
    }

    /** Each break: offset, identifier, where its ads come from, how many events and extensions it has. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correct-vmap-with-extension.xml | 1.0 start mypre 3.0:0 t4 x2",
                "correct-vmap.xml | 1.0 start mypre 3.0:0 t4 x0 00:10:23.125 myid 3.0:0 t1 x0"
                        + " end mypost http://server.com/vast.xml t1 x0",
                "incorrect-vmap.xml | 1000",
                "parsing-example.xml | 1000"
            })
    void each_is_read_or_refused_with_the_right_code(String file, String expected) throws IOException {
        StringBuilder result = new StringBuilder();
        try {
            VmapResponse response = VmapParser.create().parse(Files.readAllBytes(ROOT.resolve(file)));
            assertThat(response.problems()).isEmpty();
            result.append(response.version().orElse("-"))
                    .append(response.adBreaks().stream()
                            .map(VmapCorpusTest::summary)
                            .collect(Collectors.joining()));
        } catch (VmapException e) {
            result.append(e.error().code());
        }
        assertThat(result).hasToString(expected);
    }

    private static String summary(VmapAdBreak adBreak) {
        VmapAdSource source = adBreak.adSource().orElseThrow();
        String from = source.vast()
                .map(vast -> vast.version().orElse("-") + ":" + vast.ads().size())
                .or(source::adTagUri)
                .orElse("-");
        return " " + adBreak.timeOffset() + " " + adBreak.breakId().orElse("-") + " " + from + " t"
                + adBreak.trackingEvents().size() + " x" + adBreak.extensions().size();
    }
}

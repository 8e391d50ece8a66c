package dev.hemstitch.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
    private static final String MEDIA = "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:1,\na.ts\n";

    @ParameterizedTest
    @ValueSource(strings = {"--help", "inspect --help", "rewrite --help", "diff --help", "vast --help", "vmap --help"})
    void helpIsAResult(String arguments) {
        Run run = Run.of(arguments.split(" "));
        assertThat(run.outText()).startsWith("Usage: hemstitch ").contains("FILE is a path", "2   bad usage");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "inspect --version", "rewrite --version"})
    void theVersionIsAResult(String arguments) {
        Run run = Run.of(arguments.split(" "));
        assertThat(run.outText()).startsWith("hemstitch ");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "inspect",
                "rewrite",
                "rewrite a b",
                "inspect --unknown a",
                "vast",
                "vmap",
                "vast a b"
            })
    void badUsageIsExplained(String arguments) {
        Run run = Run.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Usage: hemstitch");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inspect", "rewrite"})
    void aResultThatCannotBeWrittenIsNoAnswer(String command) {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(MEDIA.getBytes(StandardCharsets.UTF_8));
        int exitCode = Hemstitch.execute(StandardStreams.of(in, full, err), command, "-");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("the result cannot be written: no space left\n");
    }

    @Test
    void aDefectIsNoAnswer() {
        OutputStream defective = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("a defect");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(MEDIA.getBytes(StandardCharsets.UTF_8));
        int exitCode = Hemstitch.execute(StandardStreams.of(in, defective, err), "rewrite", "-");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("this is a defect of hemstitch:");
    }
}

package dev.hemstitch.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceSizeTest {

    @Test
    void noFileOfCoreIsTooLong() {
        assertThat(SourceSize.violations(Path.of("src/main/java"))).isEmpty();
    }

    @Test
    void blanksAndCommentsAreNotCounted() {
        String text = """
                // one
                /* two
                   three */ int a;

                /** four */
                String s = "/* not a comment"; // but this is
                char c = '"';
                String t = \"""
                    // text

                    \""";
                """;
        assertThat(SourceSize.codeLines(text)).isEqualTo(6);
    }

    @Test
    void longFileNeedsReasonAndVeryLongFileHasNone(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("Long.java");
        Files.writeString(file, "int a;\n".repeat(300));
        assertThat(SourceSize.violations(directory)).isEmpty();
        Files.writeString(file, "int a;\n".repeat(301));
        assertThat(SourceSize.violations(directory)).hasSize(1);
        Files.writeString(file, "// Size:\n" + "int a;\n".repeat(301));
        assertThat(SourceSize.violations(directory)).hasSize(1);
        Files.writeString(file, "// Size: one table, one place.\n" + "int a;\n".repeat(500));
        assertThat(SourceSize.violations(directory)).isEmpty();
        Files.writeString(file, "// Size: one table, one place.\n" + "int a;\n".repeat(501));
        assertThat(SourceSize.violations(directory)).hasSize(1);
    }
}

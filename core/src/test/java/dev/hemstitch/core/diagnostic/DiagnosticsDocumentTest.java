package dev.hemstitch.core.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiagnosticsDocumentTest {
    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/diagnostics.md"));
    }

    @Test
    void every_code_has_its_heading_and_no_heading_lacks_its_code() throws IOException {
        assertThat(lines().stream().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .containsExactlyElementsOf(
                        Stream.of(DiagnosticCode.values()).map(Enum::name).toList());
    }

    @Test
    void every_entry_tells_severity_and_section() throws IOException {
        List<String> lines = lines();
        for (DiagnosticCode code : DiagnosticCode.values()) {
            String entry = lines.get(lines.indexOf("## " + code) + 2);
            String section = code.section().section();
            assertThat(entry)
                    .startsWith(code.severity().name().toLowerCase(Locale.ROOT) + ", ")
                    .contains(section.equals("limits") ? "limits" : "section " + section + ". ");
        }
    }
}

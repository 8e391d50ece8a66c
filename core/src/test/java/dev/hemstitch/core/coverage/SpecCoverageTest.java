package dev.hemstitch.core.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/spec-coverage.md} true. */
class SpecCoverageTest {
    private static final Path DOCUMENT = Path.of("../docs/spec-coverage.md");
    private static final Path FIXTURES = Path.of("src/test/resources");

    private static List<String> table(String from, String to) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        return lines.subList(lines.indexOf(from) + 1, lines.indexOf(to)).stream()
                .filter(line -> line.startsWith("| "))
                .skip(2)
                .toList();
    }

    @Test
    void every_tag_and_attribute_can_be_read_written_built_validated_and_compared() throws IOException {
        List<String> rows = CoverageTable.rows();
        assertThat(rows).noneMatch(row -> row.contains("?"));
        assertThat(table("<!-- tags -->", "<!-- /tags -->")).containsExactlyElementsOf(rows);
    }

    @Test
    void every_rule_has_a_code_and_two_fixtures_or_a_reason() throws IOException {
        List<String> rows = table("<!-- rules -->", "<!-- /rules -->");
        assertThat(rows).hasSize(205);
        for (String row : rows) {
            String code =
                    Arrays.stream(row.split("\\|")).map(String::strip).toList().get(2);
            assertThat(hasFixtures(code)).as(row).isTrue();
        }
    }

    private static boolean hasFixtures(String code) {
        return Stream.of("validation", "reload")
                .map(folder -> FIXTURES.resolve(folder).resolve(code))
                .anyMatch(folder -> Files.exists(folder.resolve("broken/expected.txt"))
                        && Files.isDirectory(folder.resolve("kept")));
    }
}

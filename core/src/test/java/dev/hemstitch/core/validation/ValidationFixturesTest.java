package dev.hemstitch.core.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.diagnostic.Diagnostic;
import dev.hemstitch.core.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidationFixturesTest {
    static List<Fixture> broken() {
        return Fixture.all().stream().filter(Fixture::isBroken).toList();
    }

    static List<Fixture> kept() {
        return Fixture.all().stream().filter(fixture -> !fixture.isBroken()).toList();
    }

    /** Whether a finding counts for a fixture: what is only worth knowing counts only where it is what is looked for. */
    private static boolean counts(Fixture fixture, Diagnostic finding) {
        return finding.code().name().equals(fixture.code())
                || (finding.severity() != Severity.INFO && !fixture.isInevitable(finding));
    }

    private static List<String> found(Fixture fixture) {
        return fixture.found().entrySet().stream()
                .filter(finding -> counts(fixture, finding.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_rule_is_found_where_it_is_broken_and_no_other(Fixture fixture) {
        assertThat(fixture.expected()).isNotEmpty().allMatch(line -> line.endsWith(" " + fixture.code()));
        assertThat(found(fixture)).containsExactlyInAnyOrderElementsOf(fixture.expected());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void nothing_is_found_where_the_rule_is_kept(Fixture fixture) {
        assertThat(fixture.found().keySet()).noneMatch(line -> line.endsWith(" " + fixture.code()));
        assertThat(found(fixture)).isEmpty();
    }
}

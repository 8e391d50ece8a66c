package dev.hemstitch.core.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReloadFixturesTest {
    static List<ReloadFixture> all() {
        return ReloadFixture.all();
    }

    static List<ReloadFixture> broken() {
        return all().stream().filter(ReloadFixture::isBroken).toList();
    }

    static List<ReloadFixture> kept() {
        return all().stream().filter(fixture -> !fixture.isBroken()).toList();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void a_broken_rule_is_found_where_it_is_broken_and_no_other(ReloadFixture fixture) {
        assertThat(fixture.expected()).isNotEmpty().allMatch(line -> line.endsWith(" " + fixture.code()));
        assertThat(fixture.found()).containsExactlyElementsOf(fixture.expected());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void nothing_is_found_where_the_rule_is_kept(ReloadFixture fixture) {
        assertThat(fixture.found()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_snapshot_alone_is_valid(ReloadFixture fixture) {
        assertThat(fixture.foundAlone()).isEmpty();
    }
}

package dev.hemstitch.examples.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
    @Test
    void the_project_is_found_from_a_folder_inside_of_it() {
        assertThat(DemoOptions.parse(new String[] {}).root()).isEqualTo(Samples.ROOT);
    }

    @Test
    void all_options_are_read() {
        DemoOptions options = DemoOptions.parse(new String[] {
            "--port",
            "8088",
            "--seconds",
            "20",
            "--break-every",
            "40",
            "--ad-timeout",
            "500",
            "--root",
            Samples.ROOT.toString()
        });
        assertThat(options.port()).isEqualTo(8088);
        assertThat(options.seconds()).hasValue(20);
        assertThat(options.breakSegments()).isEqualTo(10);
        assertThat(options.adMillis()).isEqualTo(500);
        assertThat(options.jar("catalog")).isEqualTo(Samples.ROOT.resolve("examples/catalog/target/catalog.jar"));
        assertThat(DemoOptions.parse(new String[] {"--check"}).isCheck()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port x", "--port 70000", "--port", "--break-every 30", "--fast", "--root /nowhere"})
    void what_cannot_be_is_refused(String arguments) {
        assertThatThrownBy(() -> DemoOptions.parse(arguments.split(" ", -1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(arguments.split(" ", -1)[0]);
    }
}

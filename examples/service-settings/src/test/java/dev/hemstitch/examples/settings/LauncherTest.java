package dev.hemstitch.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpTellsTheSettingsOfThisProgramAndStartsNothing() throws Exception {
        OptionalInt status = launch(
                settings -> {
                    throw new AssertionError("started");
                },
                "--help");
        assertThat(status).hasValue(0);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: java -jar program.jar [FILE]\n")
                .contains("  port ", "HEMSTITCH_PORT")
                .doesNotContain("catalog.titles");
        assertThat(err.size()).isZero();
    }

    @Test
    void aProgramThatStartsRunsOn() throws Exception {
        assertThat(launch(settings -> assertThat(settings.port(1)).isEqualTo(1)))
                .isEmpty();
    }

    @Test
    void whatIsSetUpWronglyEndsWithOneLineAndStatus2() throws Exception {
        for (String[] arguments : new String[][] {{"a", "b"}, {"--port"}, {"none.properties"}, {"\0"}}) {
            err.reset();
            assertThat(launch(settings -> {}, arguments)).hasValue(2);
            assertThat(err.toString(StandardCharsets.UTF_8)).matches("program: [^\n]+\n");
        }
    }

    @Test
    void whatCannotBeHadEndsWithOneLineAndStatus1() throws Exception {
        OptionalInt status = launch(settings -> {
            throw new IOException("no port 80", new BindException("in use"));
        });
        assertThat(status).hasValue(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("program: no port 80: in use\n");
    }

    @Test
    void whatIsWrongInTheProgramIsNoFaultOfItsUser() {
        assertThatThrownBy(() -> launch(settings -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    private OptionalInt launch(Launcher.Program program, String... arguments) throws Exception {
        return new Launcher("program", EnumSet.of(Setting.PORT), program)
                .launch(
                        List.of(arguments),
                        Map.of(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}

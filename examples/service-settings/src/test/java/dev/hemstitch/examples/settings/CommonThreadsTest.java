package dev.hemstitch.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommonThreadsTest {
    private final Properties properties = new Properties();

    @Test
    void onFewProcessorsThereAreTwo() {
        CommonThreads.keep(2, properties);
        assertThat(properties).containsEntry(CommonThreads.PARALLELISM, "2");
    }

    @Test
    void onMoreProcessorsJavaDecides() {
        CommonThreads.keep(3, properties);
        assertThat(properties).isEmpty();
    }

    @Test
    void whatTheOperatorSaysCounts() {
        properties.setProperty(CommonThreads.PARALLELISM, "1");
        CommonThreads.keep(2, properties);
        assertThat(properties).containsEntry(CommonThreads.PARALLELISM, "1");
    }

    @Test
    void aProgramThatIsStartedHasThem() throws Exception {
        PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        new Launcher("program", Set.of(), settings -> {}).launch(List.of(), Map.of(), out, out);
        boolean isToldOrKnown = System.getProperty(CommonThreads.PARALLELISM) != null
                || Runtime.getRuntime().availableProcessors() > 2;
        assertThat(isToldOrKnown).isTrue();
    }
}

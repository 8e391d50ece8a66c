package dev.hemstitch.ads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.SourceSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SourceSizeTest {

    @Test
    void noFileOfAdsIsTooLong() {
        assertThat(SourceSize.violations(Path.of("src/main/java"))).isEmpty();
    }
}

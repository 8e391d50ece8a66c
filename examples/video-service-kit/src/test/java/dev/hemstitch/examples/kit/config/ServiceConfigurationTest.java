package dev.hemstitch.examples.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceConfigurationTest {
    @Test
    void withoutSettingsItIsAServiceOnThisMachineWithSessionsInMemory() {
        ServiceConfiguration configuration = ServiceConfiguration.of(Map.of());
        assertThat(configuration.host()).isEqualTo("127.0.0.1");
        assertThat(configuration.redis()).isEmpty();
        assertThat(configuration.adTimeout()).isEqualTo(Duration.ofMillis(800));
        assertThat(configuration.forwarded()).isFalse();
    }

    @Test
    void settingsAreRead() {
        ServiceConfiguration configuration = ServiceConfiguration.of(Map.of(
                "port", "9", "session.store", "redis://r:6379", "ad.timeout.ms", "5", "catalog.url", "https://c/"));
        assertThat(configuration.port()).isEqualTo(9);
        assertThat(configuration.redis()).contains(URI.create("redis://r:6379"));
        assertThat(configuration.adTimeout()).isEqualTo(Duration.ofMillis(5));
        assertThat(configuration.catalog()).isEqualTo(URI.create("https://c"));
    }

    @ParameterizedTest
    @CsvSource({
        "port, -1",
        "port, 65536",
        "port, many",
        "session.store, disk",
        "session.store, http://host",
        "ad.timeout.ms, 0",
        "catalog.url, file:///etc/passwd",
        "catalog.url, not a url",
        "ad.timeout, 800",
        "catalog.titles, titles.json",
        "proxy.forwarded, yes",
        "log.level, bogus",
    })
    void aSettingThatCannotBeIsNamed(String key, String value) {
        assertThatThrownBy(() -> ServiceConfiguration.of(Map.of(key, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key);
    }
}

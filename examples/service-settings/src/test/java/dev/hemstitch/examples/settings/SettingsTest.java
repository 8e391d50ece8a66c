package dev.hemstitch.examples.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Set<Setting> ALL = EnumSet.allOf(Setting.class);

    @TempDir
    private Path folder;

    @Test
    void theEnvironmentCountsMoreThanTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("service.properties"), "port = 1\nad.timeout.ms=2\n");
        Settings settings = Settings.load(ALL, Optional.of(file), Map.of("HEMSTITCH_AD_TIMEOUT_MS", "3", "PATH", "x"));
        assertThat(settings.port(0)).isEqualTo(1);
        assertThat(settings.millis(Setting.AD_TIMEOUT_MS, 9)).hasMillis(3);
        assertThat(settings.text(Setting.LOG_LEVEL, "otherwise")).isEqualTo("otherwise");
    }

    @Test
    void aWrongValueIsNamedAsItWasWritten() {
        assertThatThrownBy(() -> Settings.load(ALL, Optional.empty(), Map.of("HEMSTITCH_PORT", "many"))
                        .port(0))
                .isInstanceOf(SettingException.class)
                .hasMessage("HEMSTITCH_PORT must be a whole number from 0 to 65535");
        assertThatThrownBy(() -> of("log.level", "bogus").word(Setting.LOG_LEVEL, "info", "info", "debug"))
                .hasMessage("log.level must be info or debug");
        assertThatThrownBy(() -> of("catalog.url", "file:///x").uri(Setting.CATALOG_URL, "", "http", "https"))
                .hasMessage("catalog.url must be a URL: http or https://host:port");
        for (String host : new String[] {"", "no such host", "256.0.0.1"}) {
            assertThatThrownBy(() -> of("host", host).host()).hasMessageStartingWith("host must be ");
        }
    }

    @Test
    void whatIsRightIsRead() {
        assertThat(of("log.level", " DEBUG ").word(Setting.LOG_LEVEL, "info", "info", "debug"))
                .isEqualTo("debug");
        assertThat(of("catalog.url", "https://c/").uri(Setting.CATALOG_URL, "", "http", "https"))
                .isEqualTo(URI.create("https://c"));
        assertThat(of("host", "::1").host()).isEqualTo("::1");
    }

    @Test
    void aNameThatNoProgramKnowsIsRefusedAndOneOfAnotherProgramOnlyInTheFile() {
        Set<Setting> known = EnumSet.of(Setting.PORT);
        assertThatThrownBy(() -> Settings.of(known, Map.of("prot", "1")))
                .hasMessageContaining("[prot]; known are [port]");
        assertThatThrownBy(() -> Settings.of(known, Map.of("catalog.titles", "x")))
                .hasMessageContaining("catalog.titles");
        assertThatThrownBy(() -> Settings.load(known, Optional.empty(), Map.of("HEMSTITCH_AD_TIMEOUT", "5")))
                .hasMessageContaining("[HEMSTITCH_AD_TIMEOUT]")
                .hasMessageContaining("HEMSTITCH_AD_TIMEOUT_MS");
        assertThat(Settings.load(known, Optional.empty(), Map.of("HEMSTITCH_CATALOG_TITLES", "x"))
                        .port(7))
                .isEqualTo(7);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        Path none = folder.resolve("none.properties");
        Path latin =
                Files.write(folder.resolve("latin.properties"), "host=\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Path broken = Files.writeString(folder.resolve("broken.properties"), "host=\\u00x");
        for (Path file : new Path[] {none, latin, broken, folder}) {
            assertThatThrownBy(() -> Settings.load(ALL, Optional.of(file), Map.of()))
                    .isInstanceOf(SettingException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    private static Settings of(String key, String value) {
        return Settings.of(ALL, Map.of(key, value));
    }

    @Test
    void severalUrlsHaveSpacesBetweenThemAndStayAsTheyAreWritten() {
        assertThat(of("slate.urls", " http://a/one.m3u8?x=1/  https://b:8/two.m3u8 ")
                        .urls(Setting.SLATE_URLS))
                .containsExactly("http://a/one.m3u8?x=1/", "https://b:8/two.m3u8");
        assertThat(Settings.of(ALL, Map.of()).urls(Setting.SLATE_URLS)).isEmpty();
        for (String wrong :
                new String[] {"slate.m3u8", "http://a/b.m3u8,http://c/d.m3u8 ftp://e/f.m3u8", "http:///x"}) {
            assertThatThrownBy(() -> of("slate.urls", wrong).urls(Setting.SLATE_URLS))
                    .hasMessage("slate.urls must be URLs of http or https with spaces between them");
        }
    }
}

package dev.hemstitch.examples.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1], 2001:db8::1",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "[fe80::1%eth0], fe80::1",
        "::, ::",
    })
    void anAddressStandsAlone(String text, String bare) {
        assertThat(IpAddress.bare(text)).contains(bare);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "evil.example",
                "[evil.example]",
                "1",
                "127.1",
                "256.0.0.1",
                "192.0.2.1:80",
                "0x7f.0.0.1",
                "2001:db8::1::2",
                "2001:db8::1]",
                "::1\r\nX: y",
                "fade",
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(IpAddress.bare(text)).isEmpty();
    }
}

package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.world.World;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an ad server is told of where a viewer is, behind a proxy. */
class ForwardedAddressTest {
    private static final AtomicInteger VIEWERS = new AtomicInteger();

    private static World world;
    private static BothServices services;

    @BeforeAll
    static void start() throws Exception {
        world = new World();
        services = BothServices.start(world.configuration("proxy.forwarded", "true", "ad.timeout.ms", "10000"));
    }

    @AfterAll
    static void stop() {
        services.close();
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-Forwarded-For: 2001:db8::1|2001:db8::1",
                "X-Forwarded-For: [2001:db8::1]:4711|2001:db8::1",
                "X-Forwarded-For: 192.0.2.7, 198.51.100.1|192.0.2.7",
                "Forwarded: for=\"[2001:db8::2]\"|2001:db8::2",
                "X-Forwarded-For: evil.example|127.0.0.1",
                "X-Forwarded-For: unknown|127.0.0.1",
                "Forwarded: for=_hidden|127.0.0.1",
                "X-Other: none|127.0.0.1",
            })
    void anAdServerIsToldAnAddressAndNothingElse(String header, String told) throws IOException {
        for (String service : services.uris()) {
            int before = world.ads.addresses().size();
            String target = "/v/ts/v90-media.m3u8?viewer=forwarded" + VIEWERS.incrementAndGet();
            assertThat(RawRequest.get(service, target, header + "\r\n")).startsWith("HTTP/1.1 200");
            List<String> addresses = world.ads.addresses();
            assertThat(addresses.subList(before, addresses.size())).isNotEmpty().containsOnly(told);
        }
    }
}

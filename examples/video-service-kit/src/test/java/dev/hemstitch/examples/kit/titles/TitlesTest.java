package dev.hemstitch.examples.kit.titles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.hemstitch.examples.http.AddressPolicy;
import dev.hemstitch.examples.http.HttpSource;
import dev.hemstitch.examples.kit.http.RefusedException;
import dev.hemstitch.examples.kit.telemetry.ServiceMetrics;
import dev.hemstitch.examples.kit.world.LoopbackServer;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TitlesTest {
    private static final long NOT_FRESH_MILLIS = 2_050;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Catalog catalog = new Catalog();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Titles titles = new Titles(
            URI.create(catalog.uri()),
            HttpSource.builder()
                    .addresses(AddressPolicy.ANY)
                    .ports(Set.of())
                    .timeout(TIMEOUT)
                    .build(),
            TIMEOUT,
            threads,
            new ServiceMetrics());

    @AfterEach
    void stop() {
        threads.shutdownNow();
        catalog.close();
    }

    @Test
    void theFirstWhoAsksForANewTitleFindsItAndADeletedOneNot() throws InterruptedException {
        catalog.ids = List.of("old", "other");
        assertThat(titles.find("old").id()).isEqualTo("old");
        catalog.ids = List.of("new", "other");
        Thread.sleep(NOT_FRESH_MILLIS);
        assertThat(titles.find("new").id()).isEqualTo("new");
        catalog.ids = List.of();
        Thread.sleep(NOT_FRESH_MILLIS);
        assertThatThrownBy(() -> titles.find("other")).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void whatACatalogSaidLastHoldsWhileItFailsAndIsNotWaitedForLong(Fault fault) throws InterruptedException {
        catalog.ids = List.of("old");
        titles.all();
        catalog.fail(fault);
        Thread.sleep(NOT_FRESH_MILLIS);
        long start = System.nanoTime();
        assertThat(titles.find("old").id()).isEqualTo("old");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(TIMEOUT.dividedBy(2));
    }

    private static final class Catalog extends LoopbackServer {
        private volatile List<String> ids = List.of();

        @Override
        protected void answer(HttpExchange exchange) throws IOException {
            String all = ids.stream()
                    .map(id -> "{\"id\":\"" + id + "\",\"kind\":\"vod\",\"origin\":\"http://origin.example/\"}")
                    .collect(Collectors.joining(",", "{\"titles\":[", "]}"));
            send(exchange, 200, all.getBytes(StandardCharsets.UTF_8));
        }
    }
}

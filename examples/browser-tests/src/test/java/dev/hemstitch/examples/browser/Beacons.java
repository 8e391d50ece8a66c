package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The beacons that came, compared with those that tracking.json names. */
final class Beacons {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LAST_CHANCE = Duration.ofMillis(1500);

    private Beacons() {}

    /** Every beacon of the schedule came, and none came twice, not even late. */
    static void eachOnce(Viewing viewing) throws IOException, InterruptedException {
        List<String> expected = new ArrayList<>();
        for (JsonNode beacon : viewing.evaluate("window.demo.player.beacons()")) {
            for (JsonNode url : beacon.get("urls")) {
                expected.add(url.asText().substring(url.asText().indexOf('?') + 1));
            }
        }
        assertThat(expected).hasSizeGreaterThan(20);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!queries(viewing).containsAll(expected) && System.nanoTime() < until) {
            Thread.sleep(200);
        }
        Thread.sleep(LAST_CHANCE.toMillis());
        assertThat(queries(viewing))
                .as("beacons that came; of both services: %s", viewing.beaconCounts())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> queries(Viewing viewing) throws IOException, InterruptedException {
        return viewing.beacons().stream()
                .map(beacon -> beacon.get("query").asText())
                .toList();
    }
}

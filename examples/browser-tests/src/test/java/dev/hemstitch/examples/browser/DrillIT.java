package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The drill of docs/guide/demo.md: the legacy service is killed under a viewer, and the catalogue names the other one. */
@ResourceLock(DemoBrowser.FAST)
class DrillIT {
    private static DemoBrowser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = DemoBrowser.startPatient(15);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void a_viewer_of_a_film_goes_on_from_the_other_service_in_the_middle_of_an_ad() throws Exception {
        String legacy = browser.demo.legacy().url();
        String lightweight = browser.demo.lightweight().url();
        try (Viewing viewing = browser.open("film", "drill")) {
            viewing.rate(2);
            viewing.waitForTime(30, 40);
            JsonNode adsBefore = viewing.ads();
            viewing.page.evaluate("window.neverReloaded = true");

            browser.demo.legacy().kill();
            viewing.waitFor("document.querySelector('#notice').innerText.includes('gone')", 30);
            viewing.screenshot("drill-killed");
            viewing.page
                    .locator(".service[data-service=lightweight] button.move")
                    .click();
            viewing.waitFor("window.demo.player.service === '" + lightweight + "'", 30);
            viewing.rate(5);
            viewing.waitForEnd(60);
            viewing.screenshot("drill-end");

            viewing.hasNoFatalError();
            assertThat(viewing.evaluate("window.neverReloaded").asBoolean()).isTrue();
            assertThat(viewing.page.locator("#viewer").inputValue()).isEqualTo("drill");
            assertThat(viewing.ads()).isEqualTo(adsBefore);
            List<Viewing.Frame> frames = viewing.frames();
            Watched.asPromised(frames, adsBefore, viewing.time());
            goesOnAtTheSamePlace(frames, legacy, lightweight);
            noBeaconIsMissing(viewing);
        }
    }

    private static void goesOnAtTheSamePlace(List<Viewing.Frame> frames, String from, String to) {
        Viewing.Frame last = null;
        Viewing.Frame first = null;
        for (Viewing.Frame frame : frames) {
            if (frame.service().equals(from)) {
                last = frame;
            } else if (first == null) {
                first = frame;
            }
        }
        assertThat(last).isNotNull();
        assertThat(first).isNotNull();
        assertThat(first.service()).isEqualTo(to);
        assertThat(first.at())
                .as("frames %s", frames.subList(frames.indexOf(first) - 2, frames.indexOf(first) + 6))
                .isBetween(last.at() - 1, last.at() + 1);
        assertThat(first.clock() - last.clock())
                .as("milliseconds without a new picture")
                .isLessThan(8000);
    }

    /**
     * With sessions in memory the other service does not know what the first one sent: of the ad and the break that are cut in two,
     * what is due whenever they are seen comes once more. With a shared store nothing does.
     */
    private static void noBeaconIsMissing(Viewing viewing) throws IOException, InterruptedException {
        Thread.sleep(2000);
        Map<String, Integer> counts = new TreeMap<>();
        for (JsonNode beacon : viewing.beacons()) {
            String key = beacon.path("break").asText()
                    + ' '
                    + beacon.path("seq").asText()
                    + ' '
                    + beacon.path("event").asText();
            counts.merge(key, 1, Integer::sum);
        }
        assertThat(counts).hasSize(3 * 2 + 4 * 6);
        counts.forEach((key, count) -> assertThat(count)
                .as(key)
                .isLessThanOrEqualTo(key.startsWith("mid") && key.matches(".*(impression|breakStart)") ? 2 : 1));
    }
}

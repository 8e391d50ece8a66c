package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VodIT {
    /** Faster than people watch. */
    private static final double RATE = 5;

    private static DemoBrowser browser;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        browser = DemoBrowser.start(15);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"film", "film-ts", "film-encrypted", "film-ranges"})
    void a_film_plays_through_all_its_ads_to_the_end_and_each_beacon_comes_once(String title) throws Exception {
        try (Viewing viewing = browser.open(title, "through-" + title)) {
            viewing.rate(RATE);
            viewing.waitForEnd(60);
            viewing.hasNoFatalError();
            assertThat(viewing.ads()).hasSize(4);
            Watched.asPromised(viewing.frames(), viewing.ads(), viewing.time());
            Beacons.eachOnce(viewing);
        }
    }

    @AfterEach
    void mend() throws IOException, InterruptedException {
        if (browser != null) {
            browser.post("/ads/fault", "{\"mode\":\"none\"}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"down", "slow", "garbage"})
    void without_an_ad_server_the_content_plays_on(String fault) throws Exception {
        browser.post("/ads/fault", "{\"mode\":\"" + fault + "\"}");
        try (Viewing viewing = browser.open("film", "without-" + fault)) {
            viewing.rate(RATE);
            viewing.waitForEnd(30);
            viewing.hasNoFatalError();
            assertThat(viewing.ads()).isEmpty();
            assertThat(viewing.time()).isBetween(35.9, 36.1);
            Watched.asPromised(viewing.frames(), viewing.ads(), viewing.time());
        }
    }
}

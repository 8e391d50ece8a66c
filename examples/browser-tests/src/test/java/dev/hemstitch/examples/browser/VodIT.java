package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(DemoBrowser.FAST)
class VodIT {
    /** Faster than people watch. */
    private static final double RATE = 3;

    private DemoBrowser browser;

    private final List<Viewing> viewings = new ArrayList<>();

    @AfterEach
    void stop() {
        viewings.forEach(Viewing::close);
        if (browser != null) {
            browser.close();
        }
    }

    /** A window with a film that runs while others are opened. */
    private Viewing watch(String title, String viewer) {
        Viewing viewing = browser.open(title, viewer);
        viewings.add(viewing);
        viewing.rate(RATE);
        viewing.waitForTime(0.1, 30);
        return viewing;
    }

    @Test
    void films_of_all_kinds_play_through_all_their_ads_to_the_end_and_each_beacon_comes_once() throws Exception {
        browser = DemoBrowser.startPatient(15);
        for (String title : List.of("film", "film-ts", "film-encrypted", "film-ranges")) {
            watch(title, "through-" + title);
        }
        for (Viewing viewing : viewings) {
            viewing.waitForEnd(90);
            viewing.hasNoFatalError();
            assertThat(viewing.ads()).as(viewing.title).hasSize(4);
            Watched.asPromised(viewing.frames(), viewing.ads(), viewing.time());
            Beacons.eachOnce(viewing);
        }
    }

    @Test
    void without_a_working_ad_server_the_content_plays_on() throws Exception {
        browser = DemoBrowser.start(15);
        for (String fault : List.of("down", "slow", "garbage")) {
            browser.post("/ads/fault", "{\"mode\":\"" + fault + "\"}");
            watch("film", "without-" + fault);
        }
        for (Viewing viewing : viewings) {
            viewing.waitForEnd(60);
            viewing.hasNoFatalError();
            assertThat(viewing.ads()).as(viewing.viewer).isEmpty();
            assertThat(viewing.time()).isBetween(35.9, 36.1);
            Watched.asPromised(viewing.frames(), viewing.ads(), viewing.time());
        }
    }
}

package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookIT {
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

    @Test
    void the_page_fits_a_desktop_and_a_telephone() {
        try (Viewing desktop = browser.open("film", "desktop");
                Viewing telephone = browser.open(
                        "film",
                        "telephone",
                        new Browser.NewContextOptions()
                                .setViewportSize(390, 844)
                                .setDeviceScaleFactor(2)
                                .setColorScheme(ColorScheme.DARK))) {
            for (Viewing viewing : new Viewing[] {desktop, telephone}) {
                viewing.rate(4);
                viewing.waitForTime(28, 30);
                viewing.screenshot(viewing.viewer);
                assertThat(viewing.evaluate("document.documentElement.scrollWidth - innerWidth")
                                .asInt())
                        .as("pixels that do not fit")
                        .isLessThanOrEqualTo(0);
            }
        }
    }
}

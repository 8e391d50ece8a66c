package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(DemoBrowser.FAST)
class LookIT {
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
                viewing.waitForTime(0.1, 60);
                viewing.page.evaluate(
                        "const video = document.querySelector('video'); video.pause(); video.currentTime = 28");
                viewing.waitFor("document.querySelector('#picture').innerText.includes(', 2.')", 30);
                viewing.screenshot(viewing.viewer);
                assertThat(viewing.page.locator("#now-playing").innerText()).startsWith("Ad 1 of 2");
                assertThat(viewing.page.locator(".tracking .mark").count()).isEqualTo(4);
                assertThat(viewing.page.locator(".playlist .seam").count()).isEqualTo(5);
                assertThat(viewing.evaluate("document.documentElement.scrollWidth - innerWidth")
                                .asInt())
                        .as("pixels that do not fit")
                        .isLessThanOrEqualTo(0);
            }
        }
    }

    @Test
    void everything_can_be_done_from_the_keyboard() throws Exception {
        try (Viewing viewing = browser.open("film", "keyboard")) {
            viewing.waitForTime(0.1, 60);
            viewing.page.locator("input[name=ads][value=none]").focus();
            viewing.page.keyboard().press("ArrowRight");
            viewing.waitFor("window.demo.controls.state.faults.ads === 'down'", 10);
            viewing.page.keyboard().press("ArrowLeft");
            viewing.waitFor("window.demo.controls.state.faults.ads === 'none'", 10);

            viewing.page.locator("#new-viewer").focus();
            viewing.page.keyboard().press("Enter");
            viewing.waitFor("window.demo.player.viewer.startsWith('viewer-')", 10);

            viewing.page
                    .locator(".service[data-service=lightweight] button.move")
                    .focus();
            viewing.page.keyboard().press("Space");
            viewing.waitFor(
                    "window.demo.player.service === '"
                            + browser.demo.lightweight().url() + "'",
                    20);
            viewing.waitForTime(0.1, 30);
            assertThat(viewing.evaluate("document.activeElement.closest('.service').dataset.service")
                            .asText())
                    .isEqualTo("lightweight");

            viewing.page.locator("#lanes").focus();
            viewing.page.keyboard().press("PageUp");
            viewing.waitFor("document.querySelector('#lanes').ariaValueNow >= 20", 10);
            viewing.page.keyboard().press("Home");
            viewing.waitFor("document.querySelector('#lanes').ariaValueText.startsWith('0 of')", 10);
            viewing.hasNoFatalError();
        }
    }
}

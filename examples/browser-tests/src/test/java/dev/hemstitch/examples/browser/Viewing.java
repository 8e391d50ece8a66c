package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A viewer in front of the page, who notes what is to be seen. */
final class Viewing implements AutoCloseable {
    /**
     * Notes each frame that the browser shows: which source its colours are of and the time in its blocks, read as the samples'
     * README says, by code that shares nothing with the page.
     */
    private static final String WATCH = """
            () => {
              const video = document.querySelector('video');
              const canvas = document.createElement('canvas');
              canvas.width = 320; canvas.height = 180;
              const context = canvas.getContext('2d', {willReadFrequently: true});
              const colours = {content: [24, 56, 216], 'ad-10': [208, 32, 32], 'ad-15': [16, 144, 48], slate: [112, 112, 112]};
              window.seen = [];
              const look = (now, frame) => {
                context.drawImage(video, 0, 0, 320, 180);
                const pixel = (x, y) => context.getImageData(x, y, 1, 1).data;
                const middle = pixel(160, 90);
                let source = 'unknown';
                for (const [name, colour] of Object.entries(colours)) {
                  if (colour.every((value, i) => Math.abs(value - middle[i]) < 45)) { source = name; }
                }
                let second = 0, count = 0;
                for (let i = 0; i < 6; i++) { second = second * 2 + (pixel(60 + 40 * i, 20)[0] > 128 ? 1 : 0); }
                for (let i = 0; i < 4; i++) { count = count * 2 + (pixel(100 + 40 * i, 160)[0] > 128 ? 1 : 0); }
                // Between the call and the drawing a later frame may have come.
                window.seen.push({at: frame.mediaTime, until: Math.max(frame.mediaTime, video.currentTime), source,
                                  seconds: second + count / 12, service: window.demo?.player.service,
                                  date: window.demo?.player.dateAt(frame.mediaTime) ?? 0, clock: performance.now()});
                video.requestVideoFrameCallback(look);
              };
              video.requestVideoFrameCallback(look);
            }
            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A frame that was shown: between which moments of the player's timeline, of which source, when on the source's own timeline,
     * from which service, by the dates of the playlist in milliseconds (0 if it has none), and by the browser's clock.
     */
    record Frame(double at, double until, String source, double seconds, String service, double date, double clock) {}

    final Page page;
    final String title;
    final String viewer;
    private final BrowserContext context;
    private final DemoBrowser demo;
    private final List<String> console = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    Viewing(BrowserContext context, Page page, DemoBrowser demo, String title, String viewer) {
        this.context = context;
        this.page = page;
        this.demo = demo;
        this.title = title;
        this.viewer = viewer;
        page.onConsoleMessage(message -> console.add(message.text()));
        page.onPageError(console::add);
        page.onResponse(response -> asked.add(response.status() + " " + response.url()));
        page.onRequestFailed(request -> asked.add(request.failure() + " " + request.url()));
        page.addInitScript("addEventListener('DOMContentLoaded', " + WATCH.strip() + ")");
        page.navigate(demo.url() + "/#title=" + title + "&viewer=" + viewer);
    }

    void rate(double rate) {
        page.evaluate(
                "rate => { const v = document.querySelector('video'); v.defaultPlaybackRate = rate;"
                        + " v.playbackRate = rate; }",
                rate);
    }

    void waitFor(String expression, int seconds) {
        try {
            page.waitForFunction(
                    expression,
                    null,
                    new Page.WaitForFunctionOptions()
                            .setTimeout(1000.0 * seconds)
                            .setPollingInterval(50));
        } catch (TimeoutError e) {
            screenshot("timeout-" + viewer);
            throw new AssertionError(
                    expression + " is not so after " + seconds + " s; the page says: "
                            + page.locator("#events").innerText() + "\nconsole: " + console + "\nerrors: "
                            + evaluate("window.demo.player.errors") + "\nasked for: "
                            + String.join("\n", asked.subList(Math.max(0, asked.size() - 40), asked.size())),
                    e);
        }
    }

    void waitForTime(double time, int seconds) {
        waitFor("document.querySelector('video').currentTime >= " + time, seconds);
    }

    void waitForEnd(int seconds) {
        waitFor("document.querySelector('video').ended", seconds);
    }

    JsonNode evaluate(String expression) {
        try {
            return JSON.readTree((String) page.evaluate("() => JSON.stringify((" + expression + ") ?? null)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    double time() {
        return evaluate("document.querySelector('video').currentTime").asDouble();
    }

    List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        for (JsonNode frame : evaluate("window.seen")) {
            frames.add(new Frame(
                    frame.get("at").asDouble(),
                    frame.get("until").asDouble(),
                    frame.get("source").asText(),
                    frame.get("seconds").asDouble(),
                    frame.path("service").asText(),
                    frame.get("date").asDouble(),
                    frame.get("clock").asDouble()));
        }
        return frames;
    }

    void hasNoFatalError() {
        assertThat(evaluate("window.demo.player.errors"))
                .noneMatch(error -> error.get("fatal").asBoolean());
    }

    /** The ads of tracking.json as the page has them: title, start and duration in the time of the video element. */
    JsonNode ads() {
        return evaluate("window.demo.player.ads()");
    }

    /** The beacons that came for this viewer. */
    List<JsonNode> beacons() throws IOException, InterruptedException {
        List<JsonNode> beacons = new ArrayList<>();
        String hash = evaluate("window.demo.beacons.viewer").asText();
        for (JsonNode beacon : JSON.readTree(demo.get("/ads/log"))) {
            if (beacon.path("title").asText().equals(title)
                    && beacon.path("viewer").asText().equals(hash)) {
                beacons.add(beacon);
            }
        }
        return beacons;
    }

    /** What the services say of the beacons that they had to send. */
    String beaconCounts() throws IOException, InterruptedException {
        return demo.metrics()
                .lines()
                .filter(line -> line.startsWith("hemstitch_beacons"))
                .collect(Collectors.joining(", "));
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/screenshots", name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}

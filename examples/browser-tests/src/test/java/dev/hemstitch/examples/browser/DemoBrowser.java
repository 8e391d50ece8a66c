package dev.hemstitch.examples.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.hemstitch.examples.demo.DemoOptions;
import dev.hemstitch.examples.demo.RunningDemo;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The whole demo, and a browser to watch it with. */
final class DemoBrowser implements AutoCloseable {
    /** What tests lock that keep the processor busy. */
    static final String FAST = "fast";

    private static final int PATIENCE_MILLIS = 6_000;
    private static final Path CHROMIUM = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));

    final RunningDemo demo;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Playwright playwright;
    private final Browser browser;

    private DemoBrowser(RunningDemo demo, Playwright playwright, Browser browser) {
        this.demo = demo;
        this.playwright = playwright;
        this.browser = browser;
    }

    static DemoBrowser start(int breakSegments) throws IOException, InterruptedException {
        return start(DemoOptions.in(Path.of("../..")).withBreakSegments(breakSegments));
    }

    /** With services that wait for ads however busy the machine is. */
    static DemoBrowser startPatient(int breakSegments) throws IOException, InterruptedException {
        return start(DemoOptions.in(Path.of("../.."))
                .withBreakSegments(breakSegments)
                .withAdMillis(PATIENCE_MILLIS));
    }

    /** Skips the tests, visibly, where there is no Chromium. */
    private static DemoBrowser start(DemoOptions options) throws IOException, InterruptedException {
        assumeTrue(
                Files.isExecutable(CHROMIUM),
                () -> "there is no " + CHROMIUM + " (apt-get install chromium, or -Dchromium=FILE)");
        RunningDemo demo = RunningDemo.start(options);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new DemoBrowser(demo, playwright, browser);
    }

    /** A window of its own, with the title playing for a viewer. */
    Viewing open(String title, String viewer) {
        return open(title, viewer, new Browser.NewContextOptions().setViewportSize(1280, 900));
    }

    Viewing open(String title, String viewer, Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        return new Viewing(context, page, this, title, viewer);
    }

    String url() {
        return demo.url();
    }

    String get(String path) throws IOException, InterruptedException {
        return text(url() + path);
    }

    /** Of both services. */
    String metrics() throws IOException, InterruptedException {
        return text(demo.legacy().url() + "/metrics") + text(demo.lightweight().url() + "/metrics");
    }

    private String text(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    void post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Override
    public void close() {
        playwright.close();
        demo.close();
    }
}

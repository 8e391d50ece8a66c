package dev.hemstitch.examples.demo.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.demo.Samples;
import dev.hemstitch.examples.demo.http.Router;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OriginTest {
    private static final String LIVE = "/origin/live/v180.m3u8";

    private final HttpClient http = HttpClient.newHttpClient();
    private final SetClock clock = new SetClock();
    private Origin origin;
    private Router router;

    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-05T20:15:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void start() throws IOException {
        LiveChannel channel = LiveChannel.load(Samples.FOLDER.resolve("fmp4/content"), 15);
        origin = new Origin(new SampleFiles(Samples.FOLDER), channel, clock);
        router = new Router(0);
        origin.serveOn(router);
        router.start();
    }

    @AfterEach
    void stop() {
        router.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(router.url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String text(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void the_channel_goes_on_with_the_clock_and_its_segments_are_there() throws Exception {
        String before = text(LIVE);
        clock.pass(Duration.ofSeconds(4));
        String after = text(LIVE);
        assertThat(after).isNotEqualTo(before);
        String segment =
                after.lines().filter(line -> !line.startsWith("#")).findFirst().orElseThrow();
        assertThat(before).contains(segment);
        assertThat(get("/origin/live/" + segment).statusCode()).isEqualTo(200);
        assertThat(get("/origin/live/v180/init.mp4").headers().firstValue("Content-Type"))
                .contains("video/mp4");
    }

    @Test
    void a_stale_channel_stays_as_it_was_and_goes_on_when_it_is_mended() throws Exception {
        String before = text(LIVE);
        origin.fault(OriginFault.STALE);
        clock.pass(Duration.ofSeconds(12));
        assertThat(text(LIVE)).isEqualTo(before);
        origin.fault(OriginFault.NONE);
        assertThat(text(LIVE)).isNotEqualTo(before);
    }

    @Test
    void a_channel_that_is_over_says_so_and_goes_no_further() throws Exception {
        String before = text(LIVE);
        origin.fault(OriginFault.ENDED);
        clock.pass(Duration.ofSeconds(12));
        assertThat(text(LIVE)).isEqualTo(before + "#EXT-X-ENDLIST\n");
    }

    @Test
    void an_origin_that_is_down_has_no_playlists_but_segments() throws Exception {
        origin.fault(OriginFault.DOWN);
        assertThat(get(LIVE).statusCode()).isEqualTo(503);
        assertThat(get("/origin/vod/ts/content/multivariant.m3u8").statusCode()).isEqualTo(503);
        assertThat(get("/origin/vod/ts/content/v90/segment-0.ts").statusCode()).isEqualTo(200);
    }

    @Test
    void ranges_are_answered_as_asked_for() throws Exception {
        byte[] all = Files.readAllBytes(Samples.FOLDER.resolve("byterange/content/v90/media.ts"));
        HttpResponse<byte[]> some = get("/origin/vod/byterange/content/v90/media.ts", "Range", "bytes=100-299");
        assertThat(some.statusCode()).isEqualTo(206);
        assertThat(some.body()).isEqualTo(Arrays.copyOfRange(all, 100, 300));
        assertThat(some.headers().firstValue("Content-Range")).contains("bytes 100-299/" + all.length);
        HttpResponse<byte[]> rest = get("/origin/vod/byterange/content/v90/media.ts", "Range", "bytes=100-");
        assertThat(rest.body()).isEqualTo(Arrays.copyOfRange(all, 100, all.length));
    }

    @Test
    void pages_of_other_origins_may_read_media() throws Exception {
        HttpResponse<byte[]> answer = get("/origin/vod/ts/content/v90/segment-0.ts", "Origin", "http://elsewhere");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void nothing_outside_of_the_samples_is_served() throws Exception {
        for (String path :
                new String[] {"../pom.xml", "%2e%2e/pom.xml", "..%2fpom.xml", "ts/../../pom.xml", "ts", ""}) {
            assertThat(rawStatus("/origin/vod/" + path)).as(path).contains("404");
        }
    }

    /** The client of the JDK tidies paths; others do not. */
    private String rawStatus(String path) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(router.url()).getPort())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }
}

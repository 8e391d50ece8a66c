package dev.hemstitch.examples.kit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hemstitch.examples.kit.http.ServiceRequest;
import dev.hemstitch.examples.kit.http.ServiceRequest.Device;
import dev.hemstitch.examples.kit.world.LoopbackServer.Fault;
import dev.hemstitch.examples.kit.world.World;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What fails around a service is named in its log, with the reason. */
class OutageReasonsTest {
    private static final String TOKEN = "secret-token-of-a-viewer";
    private static final String DOWN = "HttpStatusException: the server answers with status 503";

    private final World world = new World();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.hemstitch");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void start() {
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        world.close();
    }

    /** Asks a new service for playlists. */
    private void ask(String title, String rendition, String... settings) {
        try (VideoService service = new VideoService(world.configuration(settings))) {
            service.answer(new ServiceRequest(
                    "GET",
                    "/v/" + title + '/' + rendition + ".m3u8",
                    Optional.of("viewer=" + TOKEN),
                    new Device("192.0.2.1", Optional.empty()),
                    InputStream.nullInputStream()));
        }
    }

    private void assertTold(String event, String reason) {
        List<String> told = List.copyOf(lines.list).stream()
                .filter(line -> line.getLevel() == Level.WARN && line.getKeyValuePairs() != null)
                .map(line -> line.getKeyValuePairs().toString())
                .toList();
        assertThat(told)
                .anySatisfy(line -> assertThat(line).contains("event=\"" + event + '"', reason))
                .noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void aSessionStoreThatDoesNotAnswer() {
        ask("ts", "v90-media", "session.store", "redis://127.0.0.1:1");
        assertTold("sessions", "Failed to connect to 127.0.0.1:1");
    }

    @Test
    void anAdServerThatFails() {
        world.ads.fail(Fault.DOWN);
        ask("ts", "v90-media");
        assertTold("ad.answers", DOWN);
    }

    @Test
    void anAdServerThatFailsInTheBreakOfAChannel() {
        world.ads.fail(Fault.DOWN);
        world.live.advanceToBreak();
        world.live.advance();
        ask("channel", "v90-media");
        assertTold("ad.answers", DOWN);
    }

    @Test
    void anOriginThatFails() {
        world.origin.fail(Fault.DOWN);
        ask("plain", "v90-media");
        assertTold("origin.titles", DOWN);
    }

    @Test
    void aCatalogThatFails() {
        world.catalog.fail(Fault.DOWN);
        ask("ts", "v90-media");
        assertTold("catalog", DOWN);
    }
}

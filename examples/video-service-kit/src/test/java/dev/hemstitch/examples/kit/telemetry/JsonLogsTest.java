package dev.hemstitch.examples.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.kit.world.World;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class JsonLogsTest {
    private static final String TOKEN = "secret-token-of-a-viewer";

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void start() {
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        JsonLogs.start("debug");
    }

    @AfterEach
    void stop() throws Exception {
        System.setErr(before);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new ContextInitializer(context).autoConfig();
    }

    private static final class Broken extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            throw new IllegalStateException("broken");
        }
    }

    @Test
    void aServerThatFailsSaysSoInALineThatDoesNotNameTheViewer() throws Exception {
        try (World world = new World()) {
            ServiceConfiguration configuration = world.configuration();
            JettyServer server = new JettyServer(configuration, new VideoService(configuration), new Broken()).start();
            assertThat(Viewer.get(server.uri(), "/v/a/multivariant.m3u8?viewer=" + TOKEN)
                            .statusCode())
                    .isEqualTo(500);
            server.stop();
        }
        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("the server failed", "IllegalStateException")
                .doesNotContain(TOKEN);
    }
}

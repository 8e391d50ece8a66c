package dev.hemstitch.examples.lightweight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.world.Viewer;
import dev.hemstitch.examples.legacy.LegacyVideoService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/** Both services of one configuration. */
record BothServices(JettyServer legacy, JettyServer lightweight) implements AutoCloseable {
    static final Duration AT_ONCE = Duration.ofSeconds(8);

    static BothServices start(ServiceConfiguration configuration) throws Exception {
        return new BothServices(
                LegacyVideoService.server(configuration).start(),
                LightweightVideoService.server(configuration).start());
    }

    /** Whatever others do, who comes now is answered: by a service that has nothing to wait for but those others. */
    static void assertAnswersAtOnce(String service) {
        long start = System.nanoTime();
        assertThat(Viewer.get(service, "/health").statusCode()).isEqualTo(200);
        assertThat(new Viewer(service, "ts", "b").multivariant().statusCode()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);
    }

    /** What both answer a viewer, the same. */
    HttpResponse<byte[]> same(String title, String viewer, String file) {
        HttpResponse<byte[]> one = new Viewer(legacy.uri(), title, viewer).get(file);
        HttpResponse<byte[]> other = new Viewer(lightweight.uri(), title, viewer).get(file);
        assertThat(other.statusCode()).isEqualTo(one.statusCode());
        assertThat(Viewer.text(other)).isEqualTo(Viewer.text(one));
        return one;
    }

    List<String> uris() {
        return List.of(legacy.uri(), lightweight.uri());
    }

    @Override
    public void close() {
        legacy.stop();
        lightweight.stop();
    }
}

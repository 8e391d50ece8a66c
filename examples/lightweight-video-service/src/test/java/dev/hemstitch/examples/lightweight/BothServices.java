package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.legacy.LegacyVideoService;
import java.util.List;

/** Both services of one configuration. */
record BothServices(JettyServer legacy, JettyServer lightweight) implements AutoCloseable {
    static BothServices start(ServiceConfiguration configuration) throws Exception {
        return new BothServices(
                LegacyVideoService.server(configuration).start(),
                LightweightVideoService.server(configuration).start());
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

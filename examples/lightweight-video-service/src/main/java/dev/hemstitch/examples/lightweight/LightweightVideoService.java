package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;

/** The replacement: no servlets, one handler. */
public final class LightweightVideoService {
    private LightweightVideoService() {}

    /**
     * Starts the service.
     *
     * @param arguments nothing, or a properties file
     * @throws Exception if the configuration is wrong, or the port cannot be had
     */
    public static void main(String[] arguments) throws Exception {
        ServiceConfiguration configuration = ServiceConfiguration.of(arguments);
        JsonLogs.start(configuration.logLevel());
        server(configuration).start();
    }

    /**
     * The service with its server.
     *
     * @param configuration how it is set up
     * @return the server, not yet started
     */
    public static JettyServer server(ServiceConfiguration configuration) {
        VideoService service = new VideoService(configuration);
        return new JettyServer(configuration, service, new VideoHandler(service));
    }
}

package dev.hemstitch.examples.lightweight;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;
import dev.hemstitch.examples.settings.Launcher;
import dev.hemstitch.examples.settings.Settings;

/** The replacement: no servlets, one handler. */
public final class LightweightVideoService {
    private LightweightVideoService() {}

    /**
     * Starts the service.
     *
     * @param arguments nothing, a properties file, or {@code --help}
     * @throws Exception if the service itself is broken; what is set up wrongly is told on standard error
     */
    public static void main(String[] arguments) throws Exception {
        new Launcher("lightweight-video-service", ServiceConfiguration.SETTINGS, LightweightVideoService::start)
                .launch(arguments);
    }

    private static void start(Settings settings) throws Exception {
        ServiceConfiguration configuration = ServiceConfiguration.of(settings);
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

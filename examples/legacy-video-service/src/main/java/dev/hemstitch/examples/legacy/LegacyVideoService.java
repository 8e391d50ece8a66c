package dev.hemstitch.examples.legacy;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import dev.hemstitch.examples.kit.jetty.JettyServer;
import dev.hemstitch.examples.kit.jetty.JsonErrors;
import dev.hemstitch.examples.kit.telemetry.JsonLogs;
import dev.hemstitch.examples.settings.Launcher;
import dev.hemstitch.examples.settings.Settings;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** A service of servlets that has learned to stitch: a filter and a servlet were added, and nothing else was changed. */
public final class LegacyVideoService {
    private LegacyVideoService() {}

    /**
     * Starts the service.
     *
     * @param arguments nothing, a properties file, or {@code --help}
     * @throws Exception if the service itself is broken; what is set up wrongly is told on standard error
     */
    public static void main(String[] arguments) throws Exception {
        new Launcher("legacy-video-service", ServiceConfiguration.SETTINGS, LegacyVideoService::start)
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
        ServletContextHandler context = new ServletContextHandler(ServletContextHandler.NO_SESSIONS);
        context.setErrorHandler(new JsonErrors());

        // What this service always had: its own servlet, which knows nothing of ads.
        context.addServlet(new ServletHolder(new WelcomeServlet()), "/");

        // What was added: a filter that answers requests for playlists, and a servlet for what belongs to stitching.
        ServletAnswers answers = new ServletAnswers(service);
        FilterHolder filter = new FilterHolder(new StitchingFilter(answers));
        filter.setAsyncSupported(true);
        context.addFilter(filter, "/v/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder servlet = new ServletHolder(new ServiceServlet(answers));
        servlet.setAsyncSupported(true);
        for (String path : List.of("/v/*", "/health", "/metrics")) {
            context.addServlet(servlet, path);
        }
        return new JettyServer(configuration, service, context);
    }
}

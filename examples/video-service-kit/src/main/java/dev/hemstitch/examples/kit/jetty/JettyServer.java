package dev.hemstitch.examples.kit.jetty;

import dev.hemstitch.examples.kit.VideoService;
import dev.hemstitch.examples.kit.beacon.PlayedReport;
import dev.hemstitch.examples.kit.config.ServiceConfiguration;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ArrayByteBufferPool;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A Jetty server with limits, for either service: URLs and headers up to 8 KiB, clients that neither send nor read thrown out,
 * no thread that waits for a body, bounded threads and connections, refusals as JSON, a stop that lets requests end.
 */
public final class JettyServer {
    private static final int MOST_HEADER_BYTES = 8 << 10;
    private static final int MOST_THREADS = 128;
    private static final int MOST_CONNECTIONS = 20_000;
    private static final int MOST_POOLED_BYTES = 1 << 20;
    private static final int MOST_POOLED = 1_024;
    /** For what is left when requests have ended, or were not to be waited for any longer. */
    private static final Duration STOP = Duration.ofSeconds(2);

    private final Server server;
    private final ServerConnector connector;
    private final GracefulHandler requests;
    private final VideoService service;
    private final ServiceConfiguration configuration;

    /**
     * A server.
     *
     * @param configuration where it listens
     * @param service what answers; it is closed when the server stops
     * @param handler what hands requests to it
     */
    public JettyServer(ServiceConfiguration configuration, VideoService service, Handler handler) {
        this.configuration = configuration;
        this.service = service;
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
        threads.setName("http");
        // Whole playlists have room in one buffer.
        this.server = new Server(threads, null, new ArrayByteBufferPool.Quadratic(0, MOST_POOLED_BYTES, MOST_POOLED));
        this.connector = new ServerConnector(server, new HttpConnectionFactory(limits(configuration)));
        connector.setHost(configuration.host());
        connector.setPort(configuration.port());
        // Silence between requests. Within one, twice the time is never reached: see SlowClients.
        connector.setIdleTimeout(2 * configuration.clientTimeout().toMillis());
        server.addBean(new SlowClients(connector, configuration.clientTimeout()));
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setErrorHandler(new JsonErrors());
        this.requests =
                new GracefulHandler(new RefusedTrace(AwaitedBodies.before(handler, PlayedReport.MOST_BYTES + 1)));
        server.setHandler(requests);
        server.setStopTimeout(STOP.toMillis());
        // Else a stop would cut off whoever is silent for a second while an answer is on its way.
        connector.setShutdownIdleTimeout(configuration.longestAnswer().toMillis());
    }

    private static HttpConfiguration limits(ServiceConfiguration configuration) {
        HttpConfiguration limits = new HttpConfiguration();
        limits.setRequestHeaderSize(MOST_HEADER_BYTES);
        limits.setUriCompliance(UriCompliance.DEFAULT); // encoded slashes, dots and the like are refused
        limits.setRelativeRedirectAllowed(true);
        limits.setSendServerVersion(false);
        limits.setSendDateHeader(false);
        if (configuration.forwarded()) {
            limits.addCustomizer(new ForwardedAddress());
        }
        return limits;
    }

    /**
     * Starts, says where it listens on standard output, and stops when the process is told to.
     *
     * @return this server, running
     * @throws IOException if the port cannot be had
     * @throws Exception if the server itself is broken
     */
    @SuppressWarnings("SystemOut") // what the line is for
    public JettyServer start() throws Exception {
        listen();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        System.out.println("listening on " + uri());
        return this;
    }

    /** Before anything else is started: Jetty would log a stack trace, and what it had started would have to be stopped. */
    private void listen() throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(
                    "cannot listen on " + configuration.host() + ':' + configuration.port(),
                    e.getCause() == null ? e : e.getCause());
        }
    }

    /** {@return where it listens} */
    public String uri() {
        return "http://" + configuration.host() + ':' + connector.getLocalPort();
    }

    /** Says that it is down, answers on while the load balancer takes note, lets requests end, and closes everything. */
    public void stop() {
        try {
            service.stopping();
            Thread.sleep(configuration.drain().toMillis());
            endRequests();
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        } finally {
            service.close();
        }
    }

    /** From now on nobody is connected, and nothing new is answered; what was asked for before is waited for, then all hang up. */
    private void endRequests() throws InterruptedException, ExecutionException {
        var unused = connector.shutdown();
        try {
            requests.shutdown().get(configuration.longestAnswer().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Somebody takes an answer too slowly.
        }
        connector.getConnectedEndPoints().forEach(EndPoint::close);
    }
}
